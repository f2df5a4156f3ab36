import type { Concern } from '../../kernel/concern.ts'
import { clockOf } from '../../kernel/time.ts'
import type { ClashDay, ClashFacts, ClashPlace, ClashStrip } from './clash.facts.rules.ts'
import { clock, daySubject, laneOf, on } from './clash.words.rules.ts'
import { sunOn } from './sun.rules.ts'
import type { SunDay } from './sun.rules.ts'

/** Light is only sure half an hour inside sunrise and sunset, and dark half an hour outside. */
const MARGIN = 30

/**
 * Exteriors against the sun: day between sunrise and sunset, night in the dark, dawn and dusk near the twilight they
 * are named after. A strip that is shot day for night is left alone, and so is one whose place has no coordinates.
 */
export function daylight({ days }: ClashFacts): Concern[] {
  return days.flatMap((day) => day.strips.flatMap((strip) => outOfLight(day, strip)))
}

function outOfLight(day: ClashDay, strip: ClashStrip): Concern[] {
  const { place, from, until, bucket } = strip
  if (strip.isOmitted || strip.cheatsLight || strip.intExt === 'int' || strip.intExt === null) return []
  if (bucket === null || from === null || until === null || !place) return []
  if (place.latitude === null || place.longitude === null) return []
  const sun = sunOn(day.onDate, { latitude: place.latitude, longitude: place.longitude, timeZone: place.timeZone })
  const wanted = fits(bucket, sun, from, until, nextDawn(day, place))
  return wanted === undefined ? [] : [concern(day, strip, wanted, from, until, sun)]
}

/** The following morning's sunrise on this day's clock, for nights that run over midnight. */
function nextDawn(day: ClashDay, place: ClashPlace): number | null {
  const next = Temporal.PlainDate.from(day.onDate).add({ days: 1 }).toString() as ClashDay['onDate']
  const sun = sunOn(next, { latitude: place.latitude ?? 0, longitude: place.longitude ?? 0, timeZone: place.timeZone })
  return sun.sunrise === null ? null : sun.sunrise + 1440
}

/** What light was wanted and missed, or undefined when the strip fits. */
function fits(
  bucket: 'day' | 'night' | 'dawn_dusk',
  sun: SunDay,
  from: number,
  until: number,
  nextSunrise: number | null,
): string | undefined {
  if (bucket === 'day') {
    if (sun.always === 'up') return undefined
    if (sun.sunrise === null || sun.sunset === null) return 'daylight'
    return from >= sun.sunrise + MARGIN && until <= sun.sunset - MARGIN ? undefined : 'daylight'
  }
  if (bucket === 'night') {
    if (sun.always === 'down') return undefined
    if (sun.sunrise === null || sun.sunset === null) return 'dark'
    const isBeforeDawn = until <= sun.sunrise - MARGIN
    const isAfterDusk = from >= sun.sunset + MARGIN && (nextSunrise === null || until <= nextSunrise - MARGIN)
    return isBeforeDawn || isAfterDusk ? undefined : 'dark'
  }
  return nearTwilight(sun, from, until) ? undefined : 'twilight'
}

/** Dawn and dusk scenes must touch the hour around sunrise or sunset; where there is none, twilight lasts all day. */
function nearTwilight(sun: SunDay, from: number, until: number): boolean {
  const edges = [sun.sunrise, sun.sunset].filter((edge) => edge !== null)
  if (edges.length === 0) return sun.civilDawn !== null
  return edges.some((edge) => from < edge + MARGIN && edge - MARGIN < until)
}

const says: Record<string, string> = {
  daylight: 'is planned outside daylight',
  dark: 'is planned before it is dark',
  twilight: 'misses dawn and dusk',
}

function concern(day: ClashDay, strip: ClashStrip, wanted: string, from: number, until: number, sun: SunDay): Concern {
  return {
    code: 'schedule.daylight',
    key: `schedule.daylight:${strip.label}:${day.onDate}:${laneOf(day.plan)}`,
    severity: 'warns',
    subject: { ...daySubject(day), kind: 'strip', id: strip.stripId, label: `Scene ${strip.label}` },
    message: `Scene ${strip.label} ${says[wanted] ?? ''} on ${on(day.onDate)}`,
    causes: [`Planned ${clockOf(from)}–${clock(until)}${strip.place ? ` at ${strip.place.name}` : ''}`, sunText(sun)],
    remedy:
      wanted === 'dark'
        ? 'Move it to after dark, or mark it as shot day for night.'
        : wanted === 'daylight'
          ? 'Move it into daylight, or mark the light as cheated.'
          : 'Move it to the hour around sunrise or sunset.',
    onDate: day.onDate,
  }
}

function sunText(sun: SunDay): string {
  if (sun.always === 'up') return 'The sun does not set'
  if (sun.sunrise === null || sun.sunset === null) return 'The sun does not rise'
  return `Sunrise ${clockOf(sun.sunrise)}, sunset ${clockOf(sun.sunset)}`
}
