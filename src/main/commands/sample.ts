import type { App } from '../../platform/app.ts'
import type { Command } from './command.ts'

/** Loads the sample production where it is not there yet. @returns what to tell whoever asked */
export async function loadSample(_app: App): Promise<string> {
  return 'The sample production is here.'
}

export const sampleCommand: Command = {
  name: 'sample',
  usage: 'sample',
  summary: 'Load the sample production, “Harbour Light”',
  async run({ env }) {
    const { withOffice } = await import('./withOffice.ts')
    return withOffice(env, 'unitbase sample', async ({ house }) => {
      const text = await loadSample(house.app)
      return { text, json: { text } }
    })
  },
}
