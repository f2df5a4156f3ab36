import { expect, test } from 'vitest'
import type { PlainDay } from '../../kernel/time.ts'
import { workedIn } from './days.rules.ts'

const weekends = { daysOff: [6, 7], days: [] }
const marked = (onDate: string, kind: string) => ({ daysOff: [6, 7], days: [{ onDate: onDate as PlainDay, kind }] })

test.each([
  ['one week', weekends, '2026-12-07', '2026-12-11', 5],
  ['two weeks over a weekend', weekends, '2026-12-07', '2026-12-18', 10],
  ['a holiday inside', marked('2026-12-09', 'holiday'), '2026-12-07', '2026-12-11', 4],
  ['a Saturday marked as work', marked('2026-12-12', 'work'), '2026-12-07', '2026-12-13', 6],
  ['one day', weekends, '2026-12-07', '2026-12-07', 1],
  ['a weekend', weekends, '2026-12-12', '2026-12-13', 0],
])('SC-1 %s is offered as the days that are worked', (_, calendar, first, last, days) =>
  expect(workedIn(calendar, first as PlainDay, last as PlainDay)).toBe(days),
)
