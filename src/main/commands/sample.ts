import { dayText } from '../../kernel/time.ts'
import type { Loaded } from '../sample/loadSample.ts'
import type { Command } from './command.ts'

/** What to tell whoever asked for the sample. */
export const sampleText = ({ title, code, isNew, firstDay }: Loaded): string =>
  isNew
    ? `The sample production is here: ${title} (${code}), first day ${dayText(firstDay)}.`
    : `The sample production ${title} (${code}) is here already; it was left as it is.`

export const sampleCommand: Command = {
  name: 'sample',
  usage: 'sample',
  summary: 'Load the sample production, “Harbour Light”',
  async run({ env }) {
    const { withOffice } = await import('./withOffice.ts')
    const { loadSample } = await import('../sample/loadSample.ts')
    return withOffice(env, 'unitbase sample', async ({ house }) => {
      const loaded = await loadSample(house.app)
      return { text: sampleText(loaded), json: loaded }
    })
  },
}
