import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { ICalEventData } from 'ical-generator'
import { addDays, clockOf, daysOver } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import { vtimezone } from './timezone.ts'

/** Timed on the clock of a place, or a whole day that belongs to no clock. Both ends half-open. */
export type EntryTime =
  | { kind: 'timed'; day: PlainDay; from: DayMinute; until: DayMinute; zone: ZoneName }
  | { kind: 'days'; from: PlainDay; until: PlainDay }

export interface CalendarEntry {
  /** The same for ever: how a calendar knows that this is the entry it has. */
  uid: string
  /** Counts the changes; a calendar keeps the higher. */
  sequence: number
  summary: string
  description: string
  location: string
  time: EntryTime
  isCancelled: boolean
  /** Days that only inform leave the reader free. */
  isBusy: boolean
  changedAt: Temporal.Instant
  /** Where the entry can be read in full; empty without one. */
  url: string
}

export interface CalendarFile {
  name: string
  description: string
  zone: ZoneName
  entries: readonly CalendarEntry[]
}

/** How often a subscribed calendar is asked to look again; most programs look less often than they are asked. */
const refreshSeconds = 3600

/** A calendar people subscribe to (RFC 5545, RFC 7986): the same entries always give the same bytes. */
export function writeCalendar({ name, description, zone, entries }: CalendarFile): string {
  const years = entries.map(({ time }) => Number((time.kind === 'timed' ? time.day : time.from).slice(0, 4)))
  const calendar = ical({
    name,
    description,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'unitbase', product: 'schedule', language: 'EN' },
    ttl: refreshSeconds,
    timezone: {
      name: zone,
      // Without entries no time is said, so no clock has to be explained.
      generator: (wanted) =>
        years.length === 0 ? null : vtimezone(wanted as ZoneName, Math.min(...years), Math.max(...years)),
    },
  })
  for (const entry of entries) calendar.createEvent(eventOf(entry))
  return inUtc(calendar.toString(), entries)
}

export interface Mailbox {
  name: string
  email: string
}

export interface Invitation {
  /** REQUEST asks for the entry or moves it; CANCEL takes it away. */
  method: 'REQUEST' | 'CANCEL'
  organizer: Mailbox
  attendee: Mailbox
  zone: ZoneName
  entry: CalendarEntry
}

/**
 * One entry as an invitation by mail (RFC 5546). Calendars know it by its `uid` and take it when its `sequence` is higher
 * than what they have. No reply is asked for: the answer that counts is given elsewhere.
 */
export function writeInvitation({ method, organizer, attendee, zone, entry }: Invitation): string {
  const year = Number((entry.time.kind === 'timed' ? entry.time.day : entry.time.from).slice(0, 4))
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'unitbase', product: 'call sheets', language: 'EN' },
    timezone: { name: zone, generator: (wanted) => vtimezone(wanted as ZoneName, year, year) },
  })
  calendar.createEvent({
    ...eventOf({ ...entry, isCancelled: method === 'CANCEL' }),
    organizer,
    attendees: [{ ...attendee, rsvp: false, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION }],
  })
  return inUtc(calendar.toString(), [entry])
}

/** The moments of an entry are in UTC, whatever clock its times are on (RFC 5545, 3.8.7); the library writes them in the calendar's. */
function inUtc(text: string, entries: readonly CalendarEntry[]): string {
  let at = -1
  return text.replaceAll(/^(DTSTAMP|LAST-MODIFIED):.*$/gm, (_, name: string) => {
    if (name === 'DTSTAMP') at += 1
    const moment = entries[at]?.changedAt.round({ smallestUnit: 'second', roundingMode: 'trunc' }).toString() ?? ''
    return `${name}:${moment.replaceAll(/[-:]/g, '')}`
  })
}

function eventOf(entry: CalendarEntry): ICalEventData {
  return {
    id: entry.uid,
    sequence: entry.sequence,
    summary: entry.summary,
    ...(entry.description !== '' && { description: entry.description }),
    ...(entry.location !== '' && { location: entry.location }),
    ...(entry.url !== '' && { url: entry.url }),
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: entry.isBusy && !entry.isCancelled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    ...timesOf(entry.time),
  }
}

function timesOf(time: EntryTime): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'> & { start: unknown } {
  if (time.kind === 'days')
    return { allDay: true, start: Temporal.PlainDate.from(time.from), end: Temporal.PlainDate.from(time.until) }
  const { day, zone } = time
  return { timezone: zone, start: zoned(day, time.from, zone), end: zoned(day, time.until, zone) }
}

const zoned = (day: PlainDay, minute: DayMinute, zone: ZoneName): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(addDays(day, daysOver(minute))).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(clockOf(minute)),
  })
