import { expect, test } from 'vitest'
import { conflictsOf, exclusivityOf } from './exclusivity.rules.ts'

const role = { category: 'Beer', brand: 'Skerry', exclusiveMonths: 12, shootDays: ['2026-05-13', '2026-05-12'] }
const other = { category: 'beer', brand: 'Tarn', source: 'Agent', fromDay: '2025-01-01', untilDay: '2025-06-01' }

test.each([
  ['another beer eleven months ago', {}, 1],
  ['another beer that ended a year before to the day', { untilDay: '2025-05-12' }, 0],
  ['one day less than a year before', { untilDay: '2025-05-13' }, 1],
  ['the same brand', { brand: 'skerry ' }, 0],
  ['another category', { category: 'banking' }, 0],
  ['one that begins after the last shoot day', { fromDay: '2026-05-14', untilDay: '2027-05-14' }, 0],
  ['one that begins on the last shoot day', { fromDay: '2026-05-13', untilDay: '2027-05-14' }, 1],
])('CR-23 %s', (_, different, count) => expect(conflictsOf(role, [{ ...other, ...different }])).toHaveLength(count))

test('CR-23 a role without a category or without shoot days conflicts with nothing', () => {
  expect(conflictsOf({ ...role, category: '' }, [{ ...other, category: '' }])).toEqual([])
  expect(conflictsOf({ ...role, shootDays: [] }, [other])).toEqual([])
})

test('CR-23 the term runs from the first shoot day', () => {
  expect(exclusivityOf(role)).toEqual({ fromDay: '2026-05-12', untilDay: '2027-05-12' })
  expect(exclusivityOf({ ...role, exclusiveMonths: null })).toBeNull()
})
