import { expect, test } from 'vitest'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { Ladder } from './sheetRule.contract.ts'
import { afterQuietHours, dueRung, isQuiet, ladderFor, nextRung } from './distributionLadder.rules.ts'

const zone = 'Europe/London' as ZoneName
/** As the office begins with them. */
const ladder: Ladder = {
  reminderAfterMinutes: 120,
  secondAt: 21 * 60,
  phoneListAt: 21 * 60 + 30,
  replaceAt: 22 * 60,
  phoneForCallsBefore: 8 * 60,
  quietFrom: 22 * 60,
  quietUntil: 5 * 60,
}
const onDate = '2026-05-13' as PlainDay
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
const clock = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(5, 16)
const rungs = (issued: string, call: number | null, by = ladder) =>
  ladderFor({ issuedAt: at(issued), onDate, call: call as DayMinute | null, timeZone: zone }, by)
const spoken = (issued: string, call: number | null) => rungs(issued, call).map((it) => `${it.step} ${clock(it.at)}`)

const usual = ['reminder 05-12T20:00', 'second 05-12T21:00', 'phone_list 05-12T21:30', 'replace 05-12T22:00']

test.each([
  ['issued at 18:00 for a call at 06:30', '2026-05-12T18:00', 390, usual],
  ['a call at 08:00 is not on the phone list', '2026-05-12T18:00', 480, usual.slice(0, 2)],
  ['a call at 07:59 is', '2026-05-12T18:00', 479, usual],
  ['people on call are not phoned', '2026-05-12T18:00', null, usual.slice(0, 2)],
  ['issued at 19:30, the reminder would come after 21:00', '2026-05-12T19:30', 390, usual.slice(1)],
  [
    'issued at 21:45, the ladder starts at once',
    '2026-05-12T21:45',
    390,
    ['phone_list 05-12T21:45', 'replace 05-12T22:00'],
  ],
  ['issued at 23:10', '2026-05-12T23:10', 390, ['phone_list 05-12T23:10', 'replace 05-12T23:10']],
  ['issued two days ahead', '2026-05-11T12:00', 480, ['reminder 05-11T14:00', 'second 05-12T21:00']],
  [
    'a reminder at 23:00 two days ahead waits for the morning',
    '2026-05-10T21:00',
    480,
    ['reminder 05-11T05:00', 'second 05-12T21:00'],
  ],
])('CS-2 %s', (_, issued, call, expected) => expect(spoken(issued, call)).toEqual(expected))

test('CS-2 another office goes by its own times', () => {
  const early = {
    ...ladder,
    reminderAfterMinutes: 60,
    secondAt: 19 * 60,
    phoneListAt: 19 * 60 + 15,
    replaceAt: 20 * 60,
  }
  expect(rungs('2026-05-12T17:30', 390, early).map((it) => `${it.step} ${clock(it.at)}`)).toEqual([
    'reminder 05-12T18:30',
    'second 05-12T19:00',
    'phone_list 05-12T19:15',
    'replace 05-12T20:00',
  ])
  const short = { quietFrom: 23 * 60, quietUntil: 6 * 60 + 30 }
  expect(isQuiet(at('2026-05-12T22:30'), zone, short)).toBe(false)
  expect(clock(afterQuietHours(at('2026-05-13T06:15'), zone, short))).toBe('05-13T06:30')
})

test('CS-2 of several rungs passed only the last is taken, and none twice', () => {
  const all = rungs('2026-05-12T18:00', 390)
  expect(dueRung(all, at('2026-05-12T19:59'), new Set())).toBeNull()
  expect(dueRung(all, at('2026-05-12T21:10'), new Set())?.step).toBe('second')
  expect(dueRung(all, at('2026-05-12T21:10'), new Set(['second']))).toBeNull()
  expect(nextRung(all, at('2026-05-12T20:24'))?.step).toBe('second')
  expect(nextRung(all, at('2026-05-12T22:00'))).toBeNull()
})

test.each([
  ['2026-05-12T21:59', false, '05-12T21:59'],
  ['2026-05-12T22:00', true, '05-13T05:00'],
  ['2026-05-13T00:30', true, '05-13T05:00'],
  ['2026-05-13T04:59', true, '05-13T05:00'],
  ['2026-05-13T05:00', false, '05-13T05:00'],
])('CS-2 quiet hours at %s', (local, quiet, after) => {
  expect(isQuiet(at(local), zone, ladder)).toBe(quiet)
  expect(clock(afterQuietHours(at(local), zone, ladder))).toBe(after)
})
