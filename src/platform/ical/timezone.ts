import { zoneLetters } from '../../kernel/zones.ts'
import type { ZoneName } from '../../kernel/time.ts'

/**
 * The clock changes of a zone over some years, as VTIMEZONE (RFC 5545, 3.6.5). Every change is written out instead of a
 * rule: rules describe what a law says now, and calendars have to be right on the dates they hold.
 *
 * @param fromYear first year that has events
 * @param untilYear last year that has events, included
 */
export function vtimezone(zone: ZoneName, fromYear: number, untilYear: number): string {
  const blocks = observances(zone, fromYear, untilYear).map(({ isDaylight, startsAt, before, after, name }) => {
    const kind = isDaylight ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${kind}`,
      `DTSTART:${startsAt}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(after)}`,
      `TZNAME:${name}`,
      `END:${kind}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...blocks.flat(), 'END:VTIMEZONE'].join('\r\n')
}

interface Observance {
  isDaylight: boolean
  /** Local time at which it begins, on the clock that ran until then. */
  startsAt: string
  before: number
  after: number
  name: string
}

const nanosecondsPerMinute = 60_000_000_000

function observances(zone: ZoneName, fromYear: number, untilYear: number): Observance[] {
  const start = Temporal.ZonedDateTime.from({ year: fromYear - 1, month: 1, day: 1, timeZone: zone })
  const end = Temporal.ZonedDateTime.from({ year: untilYear + 2, month: 1, day: 1, timeZone: zone })
  const standing = minutesOf(start)
  // What holds when the years begin; without it a reader would have no offset before the first change.
  const found: Observance[] = [
    {
      isDaylight: isDaylight(start),
      startsAt: '19700101T000000',
      before: standing,
      after: standing,
      name: nameOf(start),
    },
  ]
  let change = start.getTimeZoneTransition('next')
  while (change !== null && Temporal.ZonedDateTime.compare(change, end) < 0) {
    const before = minutesOf(change.subtract({ nanoseconds: 1 }))
    const onOldClock = change.toInstant().add({ minutes: before }).toZonedDateTimeISO('UTC').toPlainDateTime()
    found.push({
      isDaylight: isDaylight(change),
      startsAt: onOldClock.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, ''),
      before,
      after: minutesOf(change),
      name: nameOf(change),
    })
    change = change.getTimeZoneTransition('next')
  }
  return found
}

const minutesOf = (at: Temporal.ZonedDateTime): number => Math.round(at.offsetNanoseconds / nanosecondsPerMinute)

/** Ahead of the clock of the same year's other half. */
function isDaylight(at: Temporal.ZonedDateTime): boolean {
  const halves = [1, 7].map((month) => minutesOf(at.with({ month, day: 1, hour: 12 })))
  return minutesOf(at) > Math.min(...halves)
}

/** `+0100`, `-0330`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

/** The letters people there use, as far as one of these languages has them; else the offset. */
function nameOf(at: Temporal.ZonedDateTime): string {
  const letters = zoneLetters(at.timeZoneId, at.toInstant())
  return /^(GMT|UTC)[+−-]/.test(letters) ? offsetText(minutesOf(at)) : letters
}
