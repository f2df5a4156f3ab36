import { expect, test } from 'vitest'
import { faultsIn, readLedger, titlesIn } from './features.rules.ts'

const ledger = readLedger(`
| ID | What | State | Note |
| --- | --- | --- | --- |
| ST-1 | strips in every board | done | |
| ST-2 | boards | partly | |
| ST-3 | clashes | partly | between offices |
| ST-4 | flags | soon | |
| ST-5 | links | not yet | |
| ST-5 | links again | not yet | |
`)

test('a ledger that claims too much is told so', () => {
  expect(faultsIn(ledger, ['SC-1 something else'])).toEqual([
    'ST-4: "soon" is none of done, partly, not yet.',
    'ST-5 stands in the ledger twice.',
    'ST-1 is marked done, and no test carries it in its title.',
    'ST-2 is marked partly, and the note does not say what is missing.',
  ])
})

test('a row is shown by a test whose title carries it', () => {
  expect(faultsIn({ rows: ledger.rows.slice(0, 1), unreadable: [] }, ['ST-1, ST-7 a new sheet lands'])).toEqual([])
})

test('finds titles of plain tests, tables and groups', () => {
  const source = `
    test('ST-1 plain', () => {})
    test.skipIf(!here)("CS-2 skipped", () => {})
    test.each([
      ['a', (1 + 2)],
    ])('ST-12 %s', (_) => {})
    describe(\`N-1 a group\`, () => {})`
  expect(titlesIn(source)).toEqual(['ST-1 plain', 'CS-2 skipped', 'ST-12 %s', 'N-1 a group'])
})
