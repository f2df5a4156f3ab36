/** How days and times are written for a reader. Everything planned is a wall clock at a place; see TimeText for zones. */

import { dayText, monthText, type PlainDay } from '../kernel/time.ts'

const plain = (onDate: string) => Temporal.PlainDate.from(onDate)

/** `Tue 12 May`; with the year when it is not this one or when asked for: `Tue 12 May 2026`. */
export const formatDay = (onDate: string, { year }: { year?: boolean } = {}): string =>
  dayText(onDate as PlainDay, { year: year ?? plain(onDate).year !== Temporal.Now.plainDateISO().year })

/** `12–14 May`, `30 May – 2 Jun`: a span of days, both ends included. */
export function formatDays(first: string, last: string): string {
  const [from, to] = [plain(first), plain(last)]
  if (from.equals(to)) return `${from.day} ${monthText(from)}`
  if (from.year === to.year && from.month === to.month) return `${from.day}–${to.day} ${monthText(to)}`
  return `${from.day} ${monthText(from)} – ${to.day} ${monthText(to)}`
}

export { zoneLetters } from '../kernel/zones.ts'

export const readerZone = () => Temporal.Now.timeZoneId()

/** Today where the reader sits. */
export const readersToday = (): PlainDay => Temporal.Now.plainDateISO().toString() as PlainDay

/** The day an instant falls on where the reader sits. */
export const readersDayOf = (instant: string): PlainDay =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(readerZone()).toPlainDate().toString() as PlainDay

/** `18:10`, on the clock of a zone. */
export function formatInstantTime(instant: string, zone = readerZone(), locale = 'en-GB'): string {
  const at = Temporal.Instant.from(instant).epochMilliseconds
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at)
}

/** `today 18:10`, `yesterday 09:00`, `Tue 12 May 18:10`: when something happened. */
export function formatInstant(instant: string, zone = readerZone(), now = Temporal.Now.instant()): string {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const time = formatInstantTime(instant, zone)
  const apart = day.until(today).total('days')
  if (apart === 0) return `today ${time}`
  if (apart === 1) return `yesterday ${time}`
  return `${formatDay(day.toString(), { year: day.year !== today.year })} ${time}`
}
