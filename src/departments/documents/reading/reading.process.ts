import { Encrypted } from './pdfPages.ts'
import type { Task } from './tasks.ts'
import { work } from './work.ts'

/** A process of its own: whatever a file does to its reader, it does it here. */
process.on('message', ({ id, task }: { id: number; task: Task }) => {
  work(task).then(
    (answer) => process.send?.({ id, answer }),
    (fault: unknown) =>
      process.send?.({
        id,
        failure: fault instanceof Error ? fault.message : String(fault),
        isEncrypted: fault instanceof Encrypted,
      }),
  )
})
process.on('disconnect', () => process.exit(0))
