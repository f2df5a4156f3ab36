import { assemble } from '../../src/main/assemble.ts'
import { loadSample } from '../../src/main/sample/loadSample.ts'
import { settableClock } from '../../src/platform/clock.ts'
import { readSettings } from '../../src/platform/settings.ts'
import { MONDAY } from './given.ts'

/** Loads the sample production into an empty office, on the morning that tests begin on. */
export async function makeSample(databaseUrl: string, folder: string): Promise<void> {
  const settings = readSettings({ PORT: '4100', UNITBASE_DATA: folder })
  const assembly = await assemble({ settings, databaseUrl, clock: settableClock(MONDAY), role: 'command' })
  try {
    await loadSample(assembly.app)
  } finally {
    await assembly.close()
  }
}
