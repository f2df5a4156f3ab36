import { expect, test } from 'vitest'
import { hourRows, inLanes, inSlots, outSpans, shownHours } from './things.rules.ts'

test.each([
  ['morning', { from: 540, until: 720 }, { left: 2, width: 6 }],
  ['a whole day fills what is shown', null, { left: 0, width: 24 }],
  ['what begins earlier is cut', { from: 360, until: 540 }, { left: 0, width: 2 }],
  ['a quarter of an hour can still be seen', { from: 540, until: 550 }, { left: 2, width: 0.5 }],
])('CR-11 hours of a room: %s', (_, span, drawn) => {
  expect(inSlots(span, { from: 480, until: 1200 })).toEqual(drawn)
})

test('CR-11 the hours shown reach as far as a room is open or booked, in whole hours', () => {
  const thing = { byHours: true, opens: 450, closes: 1110 } as never
  expect(shownHours({ items: [thing], bars: [], outOfService: [] })).toEqual({ from: 420, until: 1200 })
  const late = { hours: { from: 1200, until: 1545 } } as never
  expect(shownHours({ items: [thing], bars: [late], outOfService: [] })).toEqual({ from: 420, until: 1560 })
})

test('CR-2 holds for the same hours stand above each other, those that touch beside each other', () => {
  const lanes = inLanes([
    { left: 0, width: 4 },
    { left: 2, width: 4 },
    { left: 4, width: 2 },
  ])
  expect(lanes.map(({ left, lane }) => [left, lane])).toEqual([
    [0, 0],
    [2, 1],
    [4, 0],
  ])
})

test('CR-11 days out of service in a row are one span, of each thing by itself', () => {
  const day = (resourceId: string, onDate: string, note = 'Brakes') =>
    ({ id: onDate, resourceId, onDate, from: null, until: null, note }) as never
  const spans = outSpans([
    day('a', '2026-06-12'),
    day('b', '2026-06-12'),
    day('a', '2026-06-13'),
    day('a', '2026-06-15'),
  ])
  expect(spans.map(({ resourceId, from, until }) => [resourceId, from, until])).toEqual([
    ['a', '2026-06-12', '2026-06-14'],
    ['b', '2026-06-12', '2026-06-13'],
    ['a', '2026-06-15', '2026-06-16'],
  ])
})

test('CR-11 a room with two bookings at one time is higher, and those below it begin where it ends', () => {
  const bar = (from: number, until: number) => ({ resourceId: 'a', hours: { from, until } })
  const things = { items: [{ id: 'a' }, { id: 'b' }], bars: [bar(540, 720), bar(600, 660)], outOfService: [] } as never
  const rows = hourRows(things, { from: 480, until: 1200 })
  expect(rows.map(({ bars, top, height }) => [bars.length, top, height])).toEqual([
    [2, 0, 62],
    [0, 62, 44],
  ])
})
