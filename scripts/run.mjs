// Runs a script of ours on our own Node, from whatever Node was at hand, and ends with it.
import { spawn } from 'node:child_process'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node, root, setup, withCache } from './setup.mjs'

/**
 * Starts a script as a child that ends when we do: signals are handed on, and should we be killed outright, the closed
 * channel tells it. Never returns: this process ends with the child's status.
 */
export function runOnOurNode(script, args, { web = false } = {}) {
  setup({ web })
  const path = isAbsolute(script) ? script : join(root, script)
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(node, [path, ...args], { stdio, env: withCache(process.env) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithParent(child)
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

/** npm killed outright leaves us with another parent; whoever started the office is gone, so it closes too. */
function endWithParent(child) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 1_000).unref()
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2)
  if (!script) {
    process.stderr.write('Which script? For example: node scripts/run.mjs scripts/features.ts\n')
    process.exit(2)
  }
  runOnOurNode(resolve(script), args)
}
