import { expect, test } from 'vitest'
import { bookedWhileClosed, outsideOpening } from './opening.rules.ts'

const at = (hour: number) => hour * 60
const nine = { opens: at(9), closes: at(18) }

test.each([
  ['from opening to closing', 9, 18, nine, null],
  ['a minute is enough', 8.75, 18, nine, 'begins before it opens at 09:00'],
  ['an evening', 20, 22, nine, 'ends after it closes at 18:00'],
  ['an early morning', 6, 8, nine, 'begins before it opens at 09:00'],
  ['it touches closing', 18, 19, nine, 'ends after it closes at 18:00'],
  ['both sides', 7, 19, nine, 'begins before it opens at 09:00 and ends after it closes at 18:00'],
  ['the whole day is the day it is open', null, null, nine, null],
  ['from noon on', 12, null, nine, null],
  ['from an hour after closing on', 19, null, nine, 'ends after it closes at 18:00'],
  ['until an hour before opening', null, 8, nine, 'begins before it opens at 09:00'],
  ['always open, past midnight', 22, 26, { opens: null, closes: null }, null],
  ['open from nine, past midnight', 22, 26, { opens: at(9), closes: null }, 'ends after it closes at 00:00'],
  ['open until two at night', 22, 26, { opens: at(9), closes: at(26) }, null],
])('CR-11 opening hours of a room: %s', (_, from, until, opening, said) => {
  const hours = { from: from === null ? null : at(from), until: until === null ? null : at(until) }
  expect(outsideOpening(hours, opening)).toBe(said)
})

test('CR-11 one concern for each booking and its hours, with what to do and where to look', () => {
  const day = (onDate: string, from: number, until: number, bookingId = 'b1') =>
    ({
      ...{ bookingId, bookableId: 't1', name: 'Suite 2', title: 'Offline', state: 'confirmed', onDate },
      ...{ from: at(from), until: at(until), opens: at(9), closes: at(18) },
    }) as never
  const found = bookedWhileClosed([
    day('2026-06-10', 8, 12),
    day('2026-06-11', 8, 12),
    day('2026-06-12', 10, 12),
    day('2026-06-12', 17, 20, 'b2'),
  ])
  expect(found.map(({ message, key }) => [message, key])).toEqual([
    ['Suite 2 is booked outside its opening hours on Wed 10 Jun and 1 more day', 'bookings.outside_opening:b1:480-720'],
    ['Suite 2 is booked outside its opening hours on Fri 12 Jun', 'bookings.outside_opening:b2:1020-1200'],
  ])
  expect(found[0]).toMatchObject({
    severity: 'warns',
    causes: ['Offline, 08:00–12:00, begins before it opens at 09:00'],
    subject: { href: '/bookings/rooms?from=2026-06-10&booking=b1' },
  })
})
