import { prepareDatabase } from '../platform/database/prepare.ts'
import { openOfficeDatabase } from '../platform/runtime/officeDatabase.ts'
import type { Settings } from '../platform/settings.ts'
import { assemble, type Assembly } from './assemble.ts'
import { everyJob } from './departments.ts'
import { demandFreePort, listen } from './listen.ts'
import { untilStopped } from './untilStopped.ts'
import { serveWebFiles } from './webFiles.ts'

interface RunOptions {
  settings: Settings
  role: 'both' | 'api' | 'worker'
  /** Who this is, for the message of whoever finds the data folder taken. */
  what: string
  /** Done once everything is up, before anybody is told so. */
  beforeOpening?: (house: Assembly) => Promise<void>
  opened: (house: Assembly) => void | Promise<void>
}

/** Runs the office, or its API or worker alone, until asked to stop, and closes in the order that loses nothing. */
export async function runOffice({ settings, role, what, beforeOpening, opened }: RunOptions): Promise<void> {
  const stopped = untilStopped()
  const closers: (() => Promise<unknown>)[] = []
  try {
    if (role !== 'worker') await demandFreePort(settings)
    const database = await openOfficeDatabase(settings, what)
    closers.unshift(() => database.close())
    await prepareDatabase(database.url, everyJob())
    const house = await assemble({ settings, databaseUrl: database.url, role })
    closers.unshift(() => house.close())
    await beforeOpening?.(house)
    if (role !== 'api') await house.startWorking()
    if (role !== 'worker') {
      serveWebFiles(house.server)
      const listening = await listen(house.server, settings)
      closers.unshift(async () => {
        await house.stopAnswering()
        await listening.close()
      })
    }
    await opened(house)
    // Nothing depends on it: a connection that does not open now is opened, or complained about, by who needs it.
    if (role !== 'worker') void house.warm().catch(() => undefined)
    const isLost = await Promise.race([stopped.then(() => false), database.ended.then(() => true)])
    if (isLost) throw new Error(`The database ended by itself. What it said is in ${settings.dataFolder}/postgres.log.`)
  } finally {
    for (const close of closers) await close().catch((fault: unknown) => console.error('closing:', fault))
  }
}
