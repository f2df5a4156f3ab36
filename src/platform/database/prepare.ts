import { openBoss, createQueues, type BoundJob } from '../jobs.ts'
import { openDatabase, openPool } from './database.ts'
import { migrate } from './migrate.ts'

/** Makes a database ready for this version: its tables and its queues. Safe to run at every start. */
export async function prepareDatabase(url: string, jobs: readonly BoundJob[]): Promise<string[]> {
  const db = openDatabase(openPool(url, { max: 2 }))
  try {
    const ran = await migrate(db)
    const boss = await openBoss(url, { supervise: false })
    await createQueues(boss, jobs)
    await boss.stop({ graceful: false })
    return ran
  } finally {
    await db.destroy()
  }
}
