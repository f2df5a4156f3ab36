import { describe, expect, test } from 'vitest'
import type { Bucket, IntExt } from './board.contract.ts'
import type { ClashStrip } from './clash.facts.rules.ts'
import { daylight } from './daylight.rules.ts'
import { at, clashDay, clashFacts, clashStrip, date } from './fixtures/clashFacts.ts'

const judged = (onDate: string, over: Partial<ClashStrip>) =>
  daylight(clashFacts({ days: [clashDay({ onDate: date(onDate), strips: [clashStrip(over)] })] })).length

const oslo = { id: 'l', name: 'Kvaløya', latitude: 69.65, longitude: 18.96, timeZone: 'Europe/Oslo' as never }

describe('ST-3 exteriors against the sun', () => {
  test.each<[string, string, IntExt, Bucket, string, string, number]>([
    // London, 21 June: sunrise 04:43, sunset 21:22
    ['EXT DAY at noon', '2026-06-21', 'ext', 'day', '12:00', '13:00', 0],
    ['EXT DAY from half an hour after sunrise', '2026-06-21', 'ext', 'day', '05:15', '06:00', 0],
    ['EXT DAY at sunrise is too early', '2026-06-21', 'ext', 'day', '04:45', '06:00', 1],
    ['EXT DAY into the last half hour', '2026-06-21', 'ext', 'day', '20:00', '21:00', 1],
    ['EXT NIGHT on a day shift 08:00–18:00', '2026-06-21', 'ext', 'night', '16:00', '18:00', 1],
    ['EXT NIGHT after dark', '2026-06-21', 'ext', 'night', '22:00', '26:00', 0],
    ['EXT NIGHT into the next dawn', '2026-06-21', 'ext', 'night', '23:00', '28:30', 1],
    ['EXT NIGHT before dawn', '2026-06-21', 'ext', 'night', '02:00', '04:00', 0],
    ['EXT DAWN near sunrise', '2026-06-21', 'ext', 'dawn_dusk', '04:30', '05:30', 0],
    ['EXT DUSK at noon', '2026-06-21', 'ext', 'dawn_dusk', '12:00', '13:00', 1],
    ['inside, no sun is asked', '2026-06-21', 'int', 'night', '12:00', '13:00', 0],
    ['inside and outside counts as outside', '2026-06-21', 'int_ext', 'night', '12:00', '13:00', 1],
    ['in December EXT DAY ends before 15:24', '2026-12-21', 'ext', 'day', '14:30', '15:30', 1],
  ])('ST-3 %s', (_, onDate, intExt, bucket, from, until, count) =>
    expect(judged(onDate, { intExt, bucket, from: at(from), until: at(until) })).toBe(count),
  )
  test.each<[string, string, Bucket, number]>([
    ['polar night has no day', '2026-12-21', 'day', 1],
    ['polar night is dark at noon', '2026-12-21', 'night', 0],
    ['polar day is light at midnight', '2026-06-21', 'day', 0],
    ['polar day has no night', '2026-06-21', 'night', 1],
  ])('ST-3 %s', (_, onDate, bucket, count) =>
    expect(judged(onDate, { intExt: 'ext', bucket, place: oslo, from: at('12:00'), until: at('13:00') })).toBe(count),
  )
  test('ST-3 shot day for night, or at a place without coordinates, nothing is said', () => {
    const noon = { intExt: 'ext', bucket: 'night', from: at('12:00'), until: at('13:00') } as const
    expect(judged('2026-06-21', { ...noon, cheatsLight: true })).toBe(0)
    expect(judged('2026-06-21', { ...noon, place: null })).toBe(0)
  })
})

test('ST-3 how long light is unsure around sunrise is the office’s to say', () => {
  const days = [
    clashDay({
      onDate: date('2026-06-21'),
      strips: [clashStrip({ intExt: 'ext', bucket: 'day', from: at('05:15'), until: at('06:00') })],
    }),
  ]
  expect(daylight(clashFacts({ days, lightMarginMinutes: 30 }))).toEqual([])
  expect(daylight(clashFacts({ days, lightMarginMinutes: 45 }))).toHaveLength(1)
})
