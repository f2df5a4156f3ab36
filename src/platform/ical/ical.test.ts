import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { hasSharedData, sharedData } from '../../../tests/support/sharedData.ts'
import { instantOf } from '../../kernel/time.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import { vtimezone, writeCalendar } from './index.ts'
import type { CalendarEntry } from './index.ts'

/** Reads with a library that did not write. */
const zoneRead = (text: string) => new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)))

const offsetAt = (zone: ICAL.Timezone, local: string): number =>
  zone.utcOffset(ICAL.Time.fromDateTimeString(local)) / 60

interface Truth {
  zone: string
  utc: string
  local: string
  offset_minutes: number
}

const truthFile = sharedData('ical/timezone-truth.json')
test.skipIf(!hasSharedData)('SC-10 clocks are right around every change of the truth table', () => {
  const truths = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth[]
  const zones = new Map(
    [...new Set(truths.map(({ zone }) => zone))].map((zone) => [
      zone,
      zoneRead(vtimezone(zone as ZoneName, 2026, 2027)),
    ]),
  )
  // The table was made before Morocco gave up its second clock; where the law has changed since, the runtime knows better.
  const [known, changed] = [
    truths.filter((it) => lawOf(it) === it.offset_minutes),
    truths.filter((it) => lawOf(it) !== it.offset_minutes),
  ]
  const wrong = truths.filter((it) => {
    const seen = offsetAt(zones.get(it.zone)!, it.local)
    return seen !== lawOf(it) && !isRepeatedHour(it.zone, it.local, [seen, it.offset_minutes])
  })
  expect(wrong).toEqual([])
  expect([...new Set(changed.map(({ zone }) => zone))].filter((zone) => zone !== 'Africa/Casablanca')).toEqual([])
  expect([known.length + changed.length, known.length > 175]).toEqual([182, true])
})

const lawOf = ({ utc, zone }: Truth) => Temporal.Instant.from(utc).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9

/** A wall time that occurs twice has two right offsets; RFC 5545 means the first. */
function isRepeatedHour(zone: string, local: string, offsets: number[]): boolean {
  const plain = Temporal.PlainDateTime.from(local)
  const both = (['earlier', 'later'] as const).map(
    (disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).offsetNanoseconds / 60e9,
  )
  return both[0] !== both[1] && offsets.every((offset) => both.includes(offset))
}

const changes: [string, string, number][] = [
  ['Europe/London', '2026-03-29T00:59:59', 0],
  ['Europe/London', '2026-03-29T02:00:00', 60],
  ['Europe/London', '2026-10-25T02:00:00', 0],
  ['America/New_York', '2026-03-08T01:59:59', -300],
  ['America/New_York', '2026-03-08T03:00:00', -240],
  ['America/New_York', '2026-11-01T02:00:00', -300],
  ['Australia/Sydney', '2026-04-05T03:00:00', 600],
  ['Australia/Sydney', '2026-10-04T03:00:00', 660],
  ['Australia/Lord_Howe', '2026-04-05T02:00:00', 630],
  ['Australia/Lord_Howe', '2026-10-04T02:30:00', 660],
  ['Asia/Kolkata', '2026-06-01T12:00:00', 330],
  ['Pacific/Chatham', '2026-07-01T12:00:00', 765],
]

test.each(changes)('SC-10 %s at %s runs %i minutes from UTC', (zone, local, minutes) => {
  expect(offsetAt(zoneRead(vtimezone(zone as ZoneName, 2026, 2026)), local)).toBe(minutes)
})

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({
  uid: 'day-1@unitbase',
  sequence: 2,
  summary: 'Shoot day 1; "Harbour, Light"',
  description: 'Line one\nLine two, with comma; and \\ backslash '.repeat(5),
  location: 'Pier 2, Saltreach',
  time: { kind: 'timed', day: '2026-03-28' as PlainDay, from: 1320, until: 1800, zone: 'Europe/London' as ZoneName },
  isCancelled: false,
  isBusy: true,
  changedAt: Temporal.Instant.from('2026-03-01T10:00:00Z'),
  url: '',
  ...more,
})

const read = (entries: CalendarEntry[]) => {
  const text = writeCalendar({ name: 'Harbour Light', description: '', zone: 'Europe/London' as ZoneName, entries })
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { text, calendar, events: calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it)) }
}

test('SC-10 a night over the clock change keeps its wall times, and is an hour shorter', () => {
  const { calendar, events } = read([entry({})])
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
  const [event] = events
  expect(event!.startDate.toString()).toBe('2026-03-28T22:00:00')
  expect(event!.endDate.toString()).toBe('2026-03-29T06:00:00')
  expect(zone.tzid).toBe('Europe/London')
  expect(event!.endDate.subtractDateTz(event!.startDate).toSeconds()).toBe(7 * 3600)
})

test('SC-10 what is written comes back: text, sequence, state, whole days', () => {
  const whole = entry({
    uid: 'off',
    time: { kind: 'days', from: '2026-05-04' as PlainDay, until: '2026-05-05' as PlainDay },
    isBusy: false,
  })
  const { text, calendar, events } = read([entry({}), entry({ uid: 'gone', isCancelled: true }), whole])
  expect(events.map((event) => event.summary)[0]).toBe('Shoot day 1; "Harbour, Light"')
  expect(events[0]!.description).toBe(entry({}).description)
  expect(events[0]!.sequence).toBe(2)
  expect(events.map((event) => event.component.getFirstPropertyValue('status'))).toEqual([
    'CONFIRMED',
    'CANCELLED',
    'CONFIRMED',
  ])
  expect(events[2]!.startDate.isDate).toBe(true)
  expect(events[2]!.endDate.toString()).toBe('2026-05-05')
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(read([entry({})]).text).toBe(read([entry({})]).text)
})

test('SC-10 a calendar without entries is still a calendar, and explains no clock of any year', () => {
  const { calendar, events } = read([])
  expect(events).toEqual([])
  expect(calendar.getAllSubcomponents('vtimezone')).toEqual([])
  expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Europe/London')
})

interface Gap {
  zone: string
  local: string
  rfc5545: string
}

test.skipIf(!hasSharedData)(
  'SC-10 a wall time that is skipped or occurs twice is the instant the standard says',
  () => {
    const file = JSON.parse(readFileSync(sharedData('ical/timezone-gaps.json'), 'utf8')) as Record<string, Gap[]>
    const skipped = file['nonexistent_local'] ?? []
    const twice = file['ambiguous_local'] ?? []
    for (const { zone, local, rfc5545 } of [...skipped, ...twice]) {
      const [day, clock] = local.split('T') as [PlainDay, string]
      const from = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
      const { events } = read([
        entry({ time: { kind: 'timed', day, from, until: from + 300, zone: zone as ZoneName } }),
      ])
      const meant = Temporal.Instant.from(/\d{4}-[\d-]+T[\d:]+Z/.exec(rfc5545)![0])
      const written = events[0]!.startDate
      expect(instantOf(day, from, zone as ZoneName).toString(), `${zone} ${local}`).toBe(meant.toString())
      expect(written.toString()).toBe(meant.toZonedDateTimeISO(zone).toPlainDateTime().toString())
    }
    expect([skipped.length, twice.length]).toEqual([2, 2])
  },
)
