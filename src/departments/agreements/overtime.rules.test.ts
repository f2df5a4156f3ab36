import { expect, test } from 'vitest'
import { memoTable, type PayTable } from './overtime.rules.ts'
import { overtimeText, termRows, termsOf } from './terms.rules.ts'

const plain = { steps: [], sixthDay: null, seventhDay: null, weekly: null, night: null }
const step = (hours: number, percent: number) => ({ fromMinutes: hours * 60, percent })

const cases: [string, PayTable, string][] = [
  [
    'California daily',
    {
      name: 'California',
      hourly: 'overtime_inside',
      rules: {
        ...plain,
        steps: [step(8, 150), step(12, 200)],
        seventhDay: [step(0, 150), step(8, 200)],
        weekly: step(40, 150),
      },
    },
    'California: from 0 h × 1, from 8 h × 1.5, from 12 h × 2; 7th day from 0 h × 1.5, from 8 h × 2; week from 40 h × 1.5; the rate includes the overtime of its hours',
  ],
  [
    'UK commercials with a night',
    {
      name: 'UK',
      hourly: 'flat',
      rules: {
        ...plain,
        steps: [step(10, 150)],
        sixthDay: [step(0, 150)],
        night: { from: 0, until: 300, percent: 200 },
      },
    },
    'UK: from 0 h × 1, from 10 h × 1.5; 6th day from 0 h × 1.5; 00:00 to 05:00 × 2; hourly rate is the rate ÷ its hours',
  ],
  [
    'no overtime at all',
    { name: 'Flat', hourly: 'flat', rules: plain },
    'Flat: from 0 h × 1; hourly rate is the rate ÷ its hours',
  ],
]

test.each(cases)('DO-14 the overtime table of %s, as pay keeps it, stands on the deal memo', (_, table, text) =>
  expect(overtimeText(memoTable(table), 'en')).toBe(text),
)

test('DO-14 what holds beside the day is German in a German deal, from the words every deal keeps', () => {
  const rules = {
    steps: [step(10, 150)],
    sixthDay: [step(0, 150)],
    seventhDay: [step(0, 150), step(8, 200)],
    weekly: step(40, 150),
    night: { from: 0, until: 300, percent: 200 },
  }
  expect(overtimeText(memoTable({ name: 'Tarif', hourly: 'flat', rules }), 'de')).toBe(
    'Tarif: ab 0 h × 1, ab 10 h × 1,5; 6. Tag ab 0 h × 1,5; 7. Tag ab 0 h × 1,5, ab 8 h × 2; Woche ab 40 h × 1,5; 00:00 bis 05:00 × 2; Stundensatz: Gage ÷ ihre Stunden',
  )
})

test('DO-14 the terms of a German deal are in German, with its dates, its commas and its multipliers', () => {
  const table = memoTable({ name: 'Tarif', hourly: 'flat', rules: { ...plain, steps: [step(10, 125)] } })
  const terms = termsOf({
    position: 'Oberbeleuchter',
    startsOn: '2026-12-09',
    rateMinor: 123450,
    currency: 'EUR',
    guaranteedHours: 10,
    overtime: table,
    meals: 'am Set',
  })
  expect(termRows(terms, 'de').map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Position: Oberbeleuchter',
    'Beginn: Mi., 9. Dezember 2026',
    'Gage: 1.234,50 EUR je Tag für 10 Stunden',
    'Überstunden: Tarif: ab 0 h × 1, ab 10 h × 1,25; Stundensatz: Gage ÷ ihre Stunden',
    'Mahlzeiten: am Set',
  ])
  expect(termRows(terms, 'en')[2]).toEqual({ label: 'Rate', value: '1,234.50 EUR a day for 10 hours' })
})
