import { getTimes } from 'suncalc'
import { instantOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'

/**
 * The sun on one date at one place, in minutes of that day's clock. `always` says what holds where it neither rises
 * nor sets; then the times are null.
 */
export interface SunDay {
  readonly civilDawn: DayMinute | null
  readonly sunrise: DayMinute | null
  readonly sunset: DayMinute | null
  readonly civilDusk: DayMinute | null
  readonly always: 'up' | 'down' | null
}

export interface Ground {
  readonly latitude: number
  readonly longitude: number
  readonly timeZone: ZoneName
}

/** Sunrise and sunset at −0.833°, civil twilight at −6°; good to two minutes against the almanac. */
export function sunOn(onDate: PlainDay, { latitude, longitude, timeZone }: Ground): SunDay {
  const noon = instantOf(onDate, 720, timeZone)
  const times = getTimes(new Date(noon.epochMilliseconds), latitude, longitude)
  const at = (time: Date | null): DayMinute | null => (time === null ? null : minuteOn(onDate, time, timeZone))
  return {
    civilDawn: at(times.dawn),
    sunrise: at(times.sunrise),
    sunset: at(times.sunset),
    civilDusk: at(times.dusk),
    always: times.sunrise !== null || times.sunset !== null ? null : times.alwaysUp ? 'up' : 'down',
  }
}

/** The wall clock the event shows, to the nearest minute; after midnight it goes on past 24:00. */
function minuteOn(onDate: PlainDay, time: Date, zone: ZoneName): DayMinute {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.round(time.getTime() / 60_000) * 60_000).toZonedDateTimeISO(
    zone,
  )
  const days = Temporal.PlainDate.from(onDate).until(local.toPlainDate(), { largestUnit: 'day' }).days
  return days * 1440 + local.hour * 60 + local.minute
}
