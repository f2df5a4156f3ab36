import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { faultsIn, ID, readLedger, titlesIn } from './features.rules.ts'

/** Prints the ledger of docs/features.md with the tests that show each row, and fails where it claims too much. */
const root = resolve(import.meta.dirname, '..')
const ledger = readLedger(await readFile(join(root, 'docs/features.md'), 'utf8'))
const titles = await testTitles()
const faults = faultsIn(ledger, titles)

if (!process.argv.includes('--quiet')) {
  for (const { id, what, state, note } of ledger.rows) {
    console.log(`${id.padEnd(6)} ${state.padEnd(8)} ${what}${note ? ` (${note})` : ''}`)
    for (const title of titles.filter((candidate) => candidate.match(ID)?.includes(id)))
      console.log(`         · ${title}`)
  }
}
const count = (state: string) => ledger.rows.filter((row) => row.state === state).length
console.log(
  `\n${ledger.rows.length} features: ${count('done')} done, ${count('partly')} partly, ${count('not yet')} not yet`,
)
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 || ledger.rows.length === 0 ? 1 : 0)

async function testTitles(): Promise<string[]> {
  const folders = ['src', 'tests', 'scripts', 'bench']
  const found = folders.map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter(({ name }) => /\.test\.tsx?$/.test(name))
    return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))
  })
  return (await Promise.all(found)).flat().flatMap(titlesIn)
}
