import { expect, test } from 'vitest'
import type { PlainDay } from '../../../../kernel/time.ts'
import { SheetRules } from '../../sheetRule.contract.ts'
import { sheetRulesDraft, sheetRulesOf } from './sheetRules.draft.rules.ts'

const rules: SheetRules = {
  reminderAfterMinutes: 120,
  secondAt: 1260,
  phoneListAt: 1290,
  replaceAt: 1320,
  phoneForCallsBefore: 480,
  quietFrom: 1320,
  quietUntil: 300,
  issueBy: 1080,
  backgroundReadyMinutes: 45,
  digestHours: [8, 17],
  linkDays: 3,
  emergencyNumbers: [
    { zones: 'Europe/London', number: '999' },
    { zones: '', number: '112' },
  ],
  source: 'Custom',
  dated: '2026-01-01' as PlainDay,
}
const wrong = (change: object) =>
  SheetRules.safeParse({ ...rules, ...change }).error?.issues.map((it) => [it.path.join('/'), it.message])

test('CS-2 rules typed as lines come back as they were', () => {
  const draft = sheetRulesDraft(rules)
  expect(draft.digests).toBe('8, 17')
  expect(draft.numbers).toBe('Europe/London 999\nelsewhere 112')
  expect(sheetRulesOf(draft)).toEqual(rules)
  expect(sheetRulesOf({ ...draft, numbers: ' America/Sao_Paulo  192 \n\nElsewhere 112' }).emergencyNumbers).toEqual([
    { zones: 'America/Sao_Paulo', number: '192' },
    { zones: '', number: '112' },
  ])
})

test.each([
  ['a digest at no full hour', { digestHours: [8.5] }, 'digestHours/0', 'Give full hours.'],
  ['one digest twice', { digestHours: [8, 8] }, 'digestHours', 'One of them stands there twice.'],
  [
    'a phone list before the second reminder',
    { phoneListAt: 1200 },
    'phoneListAt',
    'The phone list comes after the second reminder.',
  ],
  ['replacing before phoning', { replaceAt: 1280 }, 'replaceAt', 'People are phoned before they are replaced.'],
  ['quiet hours that end before they begin', { quietUntil: 1380 }, 'quietUntil', 'Quiet hours end in the morning.'],
  [
    'no number for elsewhere',
    { emergencyNumbers: [{ zones: 'America', number: '911' }] },
    'emergencyNumbers',
    'One line is for everywhere else.',
  ],
  [
    'a line without a number',
    { emergencyNumbers: [{ zones: '', number: '' }] },
    'emergencyNumbers/0/number',
    'Give the number as it is dialled.',
  ],
])('CS-2 %s is refused', (_, change, path, message) => expect(wrong(change)).toContainEqual([path, message]))
