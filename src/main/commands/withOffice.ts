import { prepareDatabase } from '../../platform/database/prepare.ts'
import { attachOrOpen } from '../../platform/runtime/officeDatabase.ts'
import { readSettings, type Settings } from '../../platform/settings.ts'
import { assemble, type Assembly } from '../assemble.ts'
import { everyJob } from '../departments.ts'

export interface OperatorCall {
  house: Assembly
  settings: Settings
  databaseUrl: string
}

/**
 * Runs an operator's command on this installation's office: the one that is open now, or its database started for the
 * length of the command.
 */
export async function withOffice<T>(
  env: NodeJS.ProcessEnv,
  what: string,
  work: (call: OperatorCall) => Promise<T>,
): Promise<T> {
  const settings = readSettings(env)
  const database = await attachOrOpen(settings, what)
  try {
    await prepareDatabase(database.url, everyJob())
    const house = await assemble({ settings, databaseUrl: database.url, role: 'command' })
    try {
      return await work({ house, settings, databaseUrl: database.url })
    } finally {
      await house.close()
    }
  } finally {
    await database.close()
  }
}
