import { readSettings } from '../../platform/settings.ts'
import { CommandFault, type Command } from './command.ts'

const alone = (role: 'api' | 'worker', summary: string): Command => ({
  name: role,
  usage: role,
  summary,
  async run({ env }) {
    const settings = readSettings(env)
    if (settings.databaseUrl === undefined) {
      throw new CommandFault(
        `unitbase ${role} runs apart from the rest only on a database they share: set DATABASE_URL. ` +
          'To run everything on this machine: npm start',
      )
    }
    const { runOffice } = await import('../office.ts')
    const opened = () =>
      console.log(role === 'api' ? `The API is open at ${settings.url}` : 'The worker takes jobs as they come.')
    await runOffice({ settings, role, what: `unitbase ${role}`, opened })
    return undefined
  },
})

export const apiCommand = alone('api', 'Run the API and the web app alone, on DATABASE_URL')
export const workerCommand = alone('worker', 'Run the worker alone, on DATABASE_URL')
