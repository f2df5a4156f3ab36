import { parseArgs } from 'node:util'
import { ownerAddress } from '../departments/office/index.ts'
import { readSettings } from '../platform/settings.ts'
import type { Assembly } from './assemble.ts'
import { sampleText } from './commands/sample.ts'
import { endWith } from './endWith.ts'
import { runOffice } from './office.ts'
import { loadSample } from './sample/loadSample.ts'

/** `npm start`: the whole office in one process tree. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { sample: { type: 'boolean', default: false } } })
  const settings = readSettings(process.env)
  await runOffice({
    settings,
    role: 'both',
    what: 'npm start',
    beforeOpening: async ({ app }) => {
      if (values.sample) console.log(sampleText(await loadSample(app)))
    },
    opened: announceOpening,
  })
  console.log('Unitbase is closed.')
}

async function announceOpening({ app }: Assembly) {
  console.log(`\nUnitbase is open at ${app.settings.url}`)
  const owner = await ownerAddress(app)
  if (owner) console.log(`Nobody has an account yet. Make yourself the owner here, once:\n\n  ${owner}\n`)
  console.log('Ctrl-C closes it.')
}

await start().catch(endWith)
process.exit()
