import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { historyIn } from './history.words.rules.ts'

test.each([
  ['Wording frozen by Ana Ruiz, SHA-256 ab12', 'Wortlaut festgeschrieben von Ana Ruiz, SHA-256 ab12'],
  ['Sent to Sam Okoro at sam@example.com', 'Gesendet an Sam Okoro, sam@example.com'],
  ['Sent to Sam Okoro', 'Gesendet an Sam Okoro'],
  ['Reminder 2 to Sam Okoro', '2. Erinnerung an Sam Okoro'],
  ['Opened by Sam Okoro’s link', 'Geöffnet über den Link von Sam Okoro'],
  ['Signed by everybody', 'Von allen unterschrieben'],
  ['Signed by Sam Oko (sent to Sam Okoro)', 'Unterschrieben von Sam Oko (gesendet an Sam Okoro)'],
  ['Made void by Ana Ruiz: $& twice', 'Für ungültig erklärt von Ana Ruiz: $& twice'],
])('DO-5 the certificate of a German paper says %j in German', (kept, said) => {
  expect(historyIn('de', kept)).toBe(said)
  expect(historyIn('en', kept)).toBe(kept)
})

test('DO-5 every sentence the history is written in has its German', () => {
  const here = import.meta.dirname
  const sources = readdirSync(here)
    .filter((it) => it.endsWith('.actions.ts'))
    .map((it) => readFileSync(join(here, it), 'utf8'))
  const written = sources
    .flatMap((source) => [...source.matchAll(/happened\(\w+, tx, [\s\S]*?\btext:\s*([^\n]+)/g)])
    .flatMap(([, line = '']) => [...line.matchAll(/[`']([A-Z][^`']*(?:`[^`]*`[^`']*)?)/g)].map(([, text = '']) => text))
    .map((text) => text.replaceAll(/\$\{[^}]*\}?/g, '1').replace(/,$/, ''))
    .filter((text) => text.includes(' '))
  expect(written.length).toBeGreaterThan(10)
  expect(written.filter((text) => historyIn('de', text) === text)).toEqual([])
})
