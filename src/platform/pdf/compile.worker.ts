import { parentPort, workerData } from 'node:worker_threads'
import { createCompiler } from './compiler.ts'
import type { CompilerPlaces, Printing } from './compiler.ts'

/** What the worker answers: the bytes, or why there are none. */
export type Printed = { bytes: Uint8Array } | { failure: string }

const compile = createCompiler(workerData as CompilerPlaces)

parentPort?.on('message', (printing: Printing) => {
  parentPort?.postMessage(attempt(printing))
})

function attempt(printing: Printing): Printed {
  try {
    return { bytes: new Uint8Array(compile(printing)) }
  } catch (fault) {
    return { failure: fault instanceof Error ? fault.message : String(fault) }
  }
}
