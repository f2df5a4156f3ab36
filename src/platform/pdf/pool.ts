import { Worker } from 'node:worker_threads'
import type { Printed, Task } from './compile.worker.ts'
import type { CompilerPlaces } from './compiler.ts'

interface Waiting {
  task: Task
  done: (files: Buffer[]) => void
  failed: (fault: Error) => void
}

interface Press {
  worker: Worker
  current: Waiting | undefined
  deadline: NodeJS.Timeout | undefined
}

/**
 * Setting a page blocks its thread for some 10 ms, and a whole crew's sheets for seconds: never the thread that answers requests.
 * Presses start when first needed, take one printing at a time from a common queue, and do not keep the process alive while idle.
 */
export class PressPool {
  readonly #places: CompilerPlaces
  readonly #size: number
  readonly #timeoutMs: number
  readonly #queue: Waiting[] = []
  readonly #presses = new Set<Press>()

  constructor(places: CompilerPlaces, size: number, timeoutMs: number) {
    this.#places = places
    this.#size = size
    this.#timeoutMs = timeoutMs
  }

  print(task: Task): Promise<Buffer[]> {
    return new Promise((done, failed) => {
      this.#queue.push({ task, done, failed })
      this.#feed()
    })
  }

  async close(): Promise<void> {
    const presses = [...this.#presses]
    for (const waiting of this.#queue.splice(0)) waiting.failed(new Error('The press room is closing.'))
    for (const press of presses) this.#retire(press, new Error('The press room is closing.'))
    await Promise.all(presses.map((press) => press.worker.terminate()))
  }

  #feed(): void {
    while (this.#queue.length > 0) {
      const press = this.#idlePress()
      if (!press) return
      const waiting = this.#queue.shift()
      if (waiting) this.#start(press, waiting)
    }
  }

  #idlePress(): Press | undefined {
    const idle = [...this.#presses].find((press) => press.current === undefined)
    return idle ?? (this.#presses.size < this.#size ? this.#open() : undefined)
  }

  #open(): Press {
    const worker = new Worker(new URL('./compile.worker.ts', import.meta.url), { workerData: this.#places })
    const press: Press = { worker, current: undefined, deadline: undefined }
    worker.on('message', (printed: Printed) => this.#finish(press, printed))
    worker.on('error', (fault) => this.#fail(press, fault instanceof Error ? fault : new Error(String(fault))))
    worker.on('exit', () => this.#fail(press, new Error('The press stopped while setting a page.')))
    worker.unref()
    this.#presses.add(press)
    return press
  }

  #start(press: Press, waiting: Waiting): void {
    press.current = waiting
    press.worker.ref()
    const { template } = 'one' in waiting.task ? waiting.task.one : waiting.task.copies
    press.deadline = setTimeout(
      () => this.#fail(press, new Error(`Template ${template} took longer than ${this.#timeoutMs} ms.`)),
      this.#timeoutMs,
    )
    press.worker.postMessage(waiting.task)
  }

  #finish(press: Press, printed: Printed): void {
    const waiting = press.current
    this.#release(press)
    press.worker.unref()
    if ('files' in printed) waiting?.done(printed.files.map((file) => Buffer.from(file.buffer)))
    else waiting?.failed(new Error(printed.failure))
    this.#feed()
  }

  #fail(press: Press, fault: Error): void {
    if (!this.#presses.has(press)) return
    this.#retire(press, fault)
    void press.worker.terminate()
    this.#feed()
  }

  #retire(press: Press, fault: Error): void {
    this.#presses.delete(press)
    const waiting = press.current
    this.#release(press)
    waiting?.failed(fault)
  }

  #release(press: Press): void {
    clearTimeout(press.deadline)
    press.deadline = undefined
    press.current = undefined
  }
}
