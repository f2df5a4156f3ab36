import { clockOf } from '../kernel/time.ts'
import { formatDay, formatDays, formatInstant, formatInstantTime, readerZone, zoneLetters } from './dates.ts'

/** A day: `Tue 12 May`, with its year when it is another. */
export const DateText = ({ on, year = false }: { on: string; year?: boolean }) => (
  <time dateTime={on}>{formatDay(on, year ? { year: true } : {})}</time>
)

/** A span of days, both ends in it: `12–14 May`. */
export const DaysText = ({ first, last }: { first: string; last: string }) => <span>{formatDays(first, last)}</span>

/** When something happened, on the reader's clock: `today 18:10`. */
export const MomentText = ({ at }: { at: string }) => (
  <time dateTime={at} title={Temporal.Instant.from(at).toZonedDateTimeISO(readerZone()).toLocaleString()}>
    {formatInstant(at)}
  </time>
)

const sameClock = (zone: string) => zone === readerZone()

interface TimeTextProps {
  /** `06:30`, or whole minutes from midnight of the shooting day. */
  at: string | number
  /** The clock it is on: named when it is not the reader's. */
  zone?: string | undefined
}

/** A planned time, on the clock of its place: `06:30`, or `06:30 BST` for a reader elsewhere. */
export function TimeText({ at, zone }: TimeTextProps) {
  const time = typeof at === 'number' ? clockOf(at) : at
  const nextDay = typeof at === 'number' && at >= 1440
  return (
    <time>
      {time}
      {nextDay && <sup title="The next morning">+1</sup>}
      {zone !== undefined && !sameClock(zone) && ` ${zoneLetters(zone)}`}
    </time>
  )
}

/** The time of an instant on a place's clock, named when it is not the reader's. */
export const InstantTimeText = ({ at, zone = readerZone() }: { at: string; zone?: string }) => (
  <time dateTime={at}>
    {formatInstantTime(at, zone)}
    {!sameClock(zone) && ` ${zoneLetters(zone, Temporal.Instant.from(at))}`}
  </time>
)
