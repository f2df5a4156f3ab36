import { z } from 'zod'

/** A day is a date, never midnight: `2026-05-12`. */
export const PlainDay = z
  .string()
  .refine(isPlainDay, { error: 'Give a date like 2026-05-12.' })
  .brand<'PlainDay'>()
  .meta({ format: 'date', example: '2026-05-12' })
export type PlainDay = z.infer<typeof PlainDay>

/** A time on the clock of a place: `06:30`. */
export const WallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Give a time like 06:30.' })
  .brand<'WallTime'>()
export type WallTime = z.infer<typeof WallTime>

/**
 * Whole minutes from midnight of the shooting day, on the clock of the place. A night shoot goes on past 1440: 25:30
 * is half past one the next morning, and still belongs to the day of its call.
 */
export const DayMinute = z.number().int().min(-720).max(2880)
export type DayMinute = z.infer<typeof DayMinute>

export const ZoneName = z.string().refine(isZone, { error: 'Give a time zone like Europe/London.' }).brand<'ZoneName'>()
export type ZoneName = z.infer<typeof ZoneName>

/** What happened, in UTC: `2026-05-12T18:10:00Z`. */
export const InstantText = z.iso.datetime({ offset: true })

function isPlainDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function isZone(text: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(text).timeZoneId.length > 0
  } catch {
    return false
  }
}

const pad = (n: number) => String(n).padStart(2, '0')

/** 390 → `06:30`; 1530 → `01:30` (the next morning's clock). */
export function clockOf(minute: DayMinute): WallTime {
  const within = ((minute % 1440) + 1440) % 1440
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}` as WallTime
}

/** How many days after (or before) the shooting day the minute falls: 1530 → 1, -30 → -1. */
export const daysOver = (minute: DayMinute): number => Math.floor(minute / 1440)

/** 390 → `06:30`; 1530 → `25:30`: the clock of the shooting day goes on past midnight, as people type it. */
export const dayClockOf = (minute: DayMinute): string =>
  minute < 1440 ? clockOf(minute) : `${Math.floor(minute / 60)}:${pad(minute % 60)}`

/** `06:30` → 390; `25:30` → 1530. */
export const minuteOf = (time: string): DayMinute => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** 95 → `1:35`, as durations are written on a board. */
export const durationText = (minutes: number): string =>
  `${minutes < 0 ? '−' : ''}${Math.floor(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`

export const addDays = (day: PlainDay, days: number): PlainDay =>
  Temporal.PlainDate.from(day).add({ days }).toString() as PlainDay

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: PlainDay, b: PlainDay): number =>
  Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'day' }).days

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: PlainDay): number => Temporal.PlainDate.from(day).dayOfWeek

/** Monday of the week a day lies in. */
export const mondayOf = (day: PlainDay): PlainDay => addDays(day, 1 - weekdayOf(day))

/** Every day from the first to the last, both included; none where the last lies before the first. */
export const daysThrough = (first: PlainDay, last: PlainDay): PlainDay[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, ahead) => addDays(first, ahead))

/**
 * The instant of a planned minute, on the clock that ran: in a night when clocks change, minutes after the change
 * still name the wall clock. A wall time that does not exist is taken as the later one (RFC 5545, 3.3.5).
 */
export function instantOf(day: PlainDay, minute: DayMinute, zone: ZoneName): Temporal.Instant {
  const date = Temporal.PlainDate.from(day).add({ days: daysOver(minute) })
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clockOf(minute)) }).toInstant()
}

/** Today's date in a zone. */
export const dayAt = (instant: Temporal.Instant, zone: ZoneName): PlainDay =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString() as PlainDay

/** By ISO weekday, of which Monday is 1: the first is Monday's. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
/** January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `Sep`: three letters, where browsers write `Sept`. */
export const monthText = ({ month }: { month: number }): string => monthNames[month - 1]?.slice(0, 3) ?? ''

/** `Tue 12 May`, or with the year `Tue 12 May 2026` as documents need it. */
export function dayText(day: PlainDay, { year = false }: { year?: boolean } = {}): string {
  const date = Temporal.PlainDate.from(day)
  return `${weekdays[date.dayOfWeek - 1]} ${date.day} ${monthText(date)}${year ? ` ${date.year}` : ''}`
}

/** What the clocks of a place show at an instant: `18:10`. */
export const clockAt = (instant: Temporal.Instant, zone: ZoneName): WallTime =>
  instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) as WallTime

/** `Tuesday 12 May`, or with the year `Tuesday 12 May 2026`. */
export function longDayText(day: PlainDay, { year = false }: { year?: boolean } = {}): string {
  const date = Temporal.PlainDate.from(day)
  const words = `${weekdayNames[date.dayOfWeek - 1]} ${date.day} ${monthNames[date.month - 1]}`
  return year ? `${words} ${date.year}` : words
}

/** The minute of a shooting day at which an instant falls: the inverse of `instantOf`. */
export function minuteAt(instant: Temporal.Instant, day: PlainDay, zone: ZoneName): DayMinute {
  const local = instant.toZonedDateTimeISO(zone).toPlainDateTime()
  return daysBetween(day, local.toPlainDate().toString() as PlainDay) * 1440 + local.hour * 60 + local.minute
}
