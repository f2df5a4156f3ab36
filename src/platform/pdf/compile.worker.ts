import { parentPort, workerData } from 'node:worker_threads'
import { createCompiler } from './compiler.ts'
import type { CompilerPlaces, Printing } from './compiler.ts'
import type { CopiesPrinting } from './copies.ts'

/** What a press is asked for: one paper, or many copies of one. */
export type Task = { one: Printing } | { copies: CopiesPrinting }

/** What the worker answers: the files, or why there are none. */
export type Printed = { files: Uint8Array[] } | { failure: string }

const compiler = createCompiler(workerData as CompilerPlaces)

parentPort?.on('message', (task: Task) => {
  void attempt(task).then((printed) => parentPort?.postMessage(printed))
})

async function attempt(task: Task): Promise<Printed> {
  try {
    const files = 'one' in task ? [compiler.pdf(task.one)] : await copiesOf(task.copies)
    return { files: files.map((file) => new Uint8Array(file)) }
  } catch (fault) {
    return { failure: fault instanceof Error ? fault.message : String(fault) }
  }
}

/** A press that only ever prints one paper at a time does not load what puts copies together. */
async function copiesOf(copies: CopiesPrinting): Promise<Buffer[]> {
  const { pressCopies } = await import('./copies.ts')
  return pressCopies(compiler, copies)
}
