import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answers, Task } from './tasks.ts'

/** The file made its reader stop: too long, too much memory, or worse. The file is at fault, not the office. */
export class ReaderStopped extends Error {}

interface Waiting {
  readonly task: Task
  readonly timeoutMs: number
  readonly done: (answer: never) => void
  readonly failed: (fault: Error) => void
}

interface Reply {
  id: number
  answer?: unknown
  failure?: string
}

const script = fileURLToPath(new URL('./reading.process.ts', import.meta.url))
const IDLE_MS = 60_000

/**
 * One warm process that takes files one after the other. It may use 600 MB and the time it is given; then it is ended,
 * the file counts as unreadable, and the next one gets a fresh process. Idle, it goes away by itself.
 */
export class ReadingRoom {
  #child: ChildProcess | undefined
  #current: { id: number; waiting: Waiting; deadline: NodeJS.Timeout } | undefined
  #idle: NodeJS.Timeout | undefined
  readonly #queue: Waiting[] = []
  #count = 0

  ask<T extends Task>(task: T, timeoutMs = 90_000): Promise<Answers[T['do']]> {
    return new Promise((done, failed) => {
      this.#queue.push({ task, timeoutMs, done: done as (answer: never) => void, failed })
      this.#next()
    })
  }

  close(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  #next(): void {
    if (this.#current !== undefined) return
    const waiting = this.#queue.shift()
    if (waiting === undefined) return this.#rest()
    clearTimeout(this.#idle)
    const child = (this.#child ??= this.#open())
    child.ref()
    child.channel?.ref()
    const id = ++this.#count
    const deadline = setTimeout(() => {
      child.kill('SIGKILL')
      this.#settle(id, (it) => it.failed(new ReaderStopped('It took too long to read.')))
    }, waiting.timeoutMs)
    this.#current = { id, waiting, deadline }
    child.send({ id, task: waiting.task })
  }

  #open(): ChildProcess {
    const child = fork(script, [], {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=600', '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
    })
    child.on('message', ({ id, answer, failure }: Reply) =>
      this.#settle(id, (it) => (failure === undefined ? it.done(answer as never) : it.failed(new Error(failure)))),
    )
    child.on('exit', () => {
      if (this.#child === child) this.#child = undefined
      const stopped = this.#current
      if (stopped) this.#settle(stopped.id, (it) => it.failed(new ReaderStopped('Reading it used up the memory.')))
    })
    return child
  }

  #settle(id: number, tell: (waiting: Waiting) => void): void {
    if (this.#current?.id !== id) return
    const { waiting, deadline } = this.#current
    clearTimeout(deadline)
    this.#current = undefined
    if (this.#child?.killed) this.#child = undefined
    tell(waiting)
    this.#next()
  }

  #rest(): void {
    const child = this.#child
    if (child === undefined) return
    child.unref()
    child.channel?.unref()
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.close(), IDLE_MS)
    this.#idle.unref()
  }
}

/** Reading what came in may take a minute; whoever leafs through pages does not wait behind it. */
export const readingRoom = new ReadingRoom()
export const lookingRoom = new ReadingRoom()
