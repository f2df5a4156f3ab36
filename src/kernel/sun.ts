import { getTimes } from 'suncalc'
import { instantOf, minuteAt } from './time.ts'
import type { DayMinute, PlainDay, ZoneName } from './time.ts'

/** Sun times of one day at one place, as minutes of that day on its clock; null where the event does not happen. */
export interface SunTimes {
  readonly civilDawn: DayMinute | null
  readonly sunrise: DayMinute | null
  readonly sunset: DayMinute | null
  readonly civilDusk: DayMinute | null
  /** `up`: the sun does not set that day; `down`: it does not rise. */
  readonly polar: 'up' | 'down' | null
}

interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

/**
 * When the sun rises and sets (altitude −0.833°) and civil twilight begins and ends (−6°), within about two minutes.
 * Computed from place and date alone, so it needs no service. `Date` is met here because the library speaks it.
 *
 * @example sunTimes({ latitude: 51.5074, longitude: -0.1278 }, '2026-06-21', 'Europe/London').sunrise // 283 = 04:43
 * @see docs/domain, daylight; the handbook's table is this function's test
 */
export function sunTimes({ latitude, longitude }: Coordinates, day: PlainDay, zone: ZoneName): SunTimes {
  const noon = instantOf(day, 720, zone)
  const times = getTimes(new Date(noon.epochMilliseconds), latitude, longitude)
  const minute = (at: Date | null): DayMinute | null => (at === null ? null : minuteAt(roundedToMinute(at), day, zone))
  return {
    civilDawn: minute(times.dawn),
    sunrise: minute(times.sunrise),
    sunset: minute(times.sunset),
    civilDusk: minute(times.dusk),
    polar: times.alwaysUp ? 'up' : times.alwaysDown ? 'down' : null,
  }
}

const roundedToMinute = (at: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(at.getTime() / 60_000) * 60_000)
