import { expect, test } from 'vitest'
import type { PlainDay } from '../../../kernel/time.ts'
import type { CalendarKind } from '../calendar.contract.ts'
import { runsOf } from './timeline.rules.ts'

const on = (day: number, kind: CalendarKind) => ({
  onDate: `2026-05-${String(day).padStart(2, '0')}` as PlainDay,
  kind,
  units: [],
})

test('SC-7 days of one kind that follow each other are one bar; a gap or another kind begins a new one', () => {
  const days = [on(11, 'shoot'), on(12, 'shoot'), on(13, 'travel'), on(14, 'shoot'), on(18, 'shoot')]
  expect(runsOf(days).map(({ from, until, kind }) => `${from.slice(8)}–${until.slice(8)} ${kind}`)).toEqual([
    '11–13 shoot',
    '13–14 travel',
    '14–15 shoot',
    '18–19 shoot',
  ])
  expect(runsOf([])).toEqual([])
})
