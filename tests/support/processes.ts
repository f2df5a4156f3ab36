import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterAll } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

export interface Running {
  child: ChildProcess
  /** Everything it has said so far, on both outputs. */
  said(): string
  /** Resolves when it has said this. @throws with what it did say, when it ends first */
  says(words: string | RegExp): Promise<void>
  /** Resolves with its exit status when it has ended. */
  ended(): Promise<number | null>
}

const started = new Set<ChildProcess>()

/** A process of ours, as somebody would start it; what is left of it is ended after the file. */
export function run(command: string, args: string[], env: Record<string, string | undefined>): Running {
  const cache = { NODE_COMPILE_CACHE: resolve(root, 'node_modules/.cache/node') }
  const child = spawn(command, args, {
    cwd: root,
    env: { ...cache, ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let text = ''
  const heard = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    text += String(chunk)
    for (const listener of heard) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const exit = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    said: () => text,
    ended: () => exit,
    says: (words) =>
      new Promise((done, fail) => {
        const look = () => {
          if (!(typeof words === 'string' ? text.includes(words) : words.test(text))) return
          heard.delete(look)
          done()
        }
        heard.add(look)
        void exit.then((code) => fail(new Error(`It ended with ${code} and never said ${String(words)}:\n${text}`)))
        look()
      }),
  }
}

/** A program of ours on our Node, as the scripts start it. */
export const runOurs = (script: string, args: string[], env: Record<string, string | undefined>): Running =>
  run(process.execPath, [resolve(root, script), ...args], env)

/** Call it in a file that starts processes. */
export function endProcessesAfter(): void {
  afterAll(async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGTERM')
      await once(child, 'close')
    }
  })
}
