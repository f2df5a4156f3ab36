import type { Concern } from '../../kernel/concern.ts'
import type { Range } from '../../kernel/ranges.ts'
import { sunTimes, type SunTimes } from '../../kernel/sun.ts'
import { addDays, clockOf } from '../../kernel/time.ts'
import type { Bucket } from './board.contract.ts'
import type { ClashDay, ClashFacts, ClashPlace, ClashStrip } from './clash.facts.rules.ts'
import { clock, daySubject, laneOf, on } from './clash.words.rules.ts'

/**
 * Exteriors against the sun: day between sunrise and sunset, night in the dark, dawn and dusk near the twilight they
 * are named after. A strip that is shot day for night is left alone, and so is one whose place has no coordinates.
 */
export function daylight({ days, lightMarginMinutes }: ClashFacts): Concern[] {
  return days.flatMap((day) => day.strips.flatMap((strip) => outOfLight(day, strip, lightMarginMinutes)))
}

function outOfLight(day: ClashDay, strip: ClashStrip, margin: number): Concern[] {
  const { place, from, until, bucket } = strip
  if (strip.isOmitted || strip.cheatsLight || strip.intExt === 'int' || strip.intExt === null) return []
  if (bucket === null || from === null || until === null || !place) return []
  const sun = sunAt(place, day.onDate)
  if (sun === null) return []
  const wanted = missed(bucket, { from, until }, { ...sun, nextSunrise: nextDawn(day, place) }, margin)
  return wanted === undefined ? [] : [concern({ day, strip, wanted, from, until, sun })]
}

/** The following morning's sunrise on this day's clock, for nights that run over midnight. */
function nextDawn(day: ClashDay, place: ClashPlace): number | null {
  const sunrise = sunAt(place, addDays(day.onDate, 1))?.sunrise ?? null
  return sunrise === null ? null : sunrise + 1440
}

/** Null for a place nobody has put on the map. */
const sunAt = ({ latitude, longitude, timeZone }: ClashPlace, onDate: ClashDay['onDate']): SunTimes | null =>
  latitude === null || longitude === null ? null : sunTimes({ latitude, longitude }, onDate, timeZone)

type Light = 'daylight' | 'dark' | 'twilight'

/** The light that was wanted and missed, or undefined when the strip fits. */
function missed(
  bucket: Bucket,
  { from, until }: Range<number>,
  sun: SunTimes & { nextSunrise: number | null },
  margin: number,
): Light | undefined {
  if (bucket === 'day') {
    if (sun.polar === 'up') return undefined
    if (sun.sunrise === null || sun.sunset === null) return 'daylight'
    return from >= sun.sunrise + margin && until <= sun.sunset - margin ? undefined : 'daylight'
  }
  if (bucket === 'night') {
    if (sun.polar === 'down') return undefined
    if (sun.sunrise === null || sun.sunset === null) return 'dark'
    const isBeforeDawn = until <= sun.sunrise - margin
    const isAfterDusk = from >= sun.sunset + margin && (sun.nextSunrise === null || until <= sun.nextSunrise - margin)
    return isBeforeDawn || isAfterDusk ? undefined : 'dark'
  }
  return nearTwilight(sun, { from, until }, margin) ? undefined : 'twilight'
}

/** Dawn and dusk scenes must touch the hour around sunrise or sunset; where there is none, twilight lasts all day. */
function nearTwilight(sun: SunTimes, { from, until }: Range<number>, margin: number): boolean {
  const edges = [sun.sunrise, sun.sunset].filter((edge) => edge !== null)
  if (edges.length === 0) return sun.civilDawn !== null
  return edges.some((edge) => from < edge + margin && edge - margin < until)
}

const says: Record<Light, string> = {
  daylight: 'is planned outside daylight',
  dark: 'is planned before it is dark',
  twilight: 'misses dawn and dusk',
}

const remedies: Record<Light, string> = {
  daylight: 'Move it into daylight, or mark the light as cheated.',
  dark: 'Move it to after dark, or mark it as shot day for night.',
  twilight: 'Move it to the hour around sunrise or sunset.',
}

interface OutOfLight extends Range<number> {
  readonly day: ClashDay
  readonly strip: ClashStrip
  readonly wanted: Light
  readonly sun: SunTimes
}

function concern({ day, strip, wanted, from, until, sun }: OutOfLight): Concern {
  return {
    code: 'schedule.daylight',
    key: `schedule.daylight:${strip.label}:${day.onDate}:${laneOf(day.plan)}`,
    severity: 'warns',
    subject: { ...daySubject(day), kind: 'strip', id: strip.stripId, label: `Scene ${strip.label}` },
    message: `Scene ${strip.label} ${says[wanted]} on ${on(day.onDate)}`,
    causes: [`Planned ${clockOf(from)}–${clock(until)}${strip.place ? ` at ${strip.place.name}` : ''}`, sunText(sun)],
    remedy: remedies[wanted],
    onDate: day.onDate,
  }
}

function sunText(sun: SunTimes): string {
  if (sun.polar === 'up') return 'The sun does not set'
  if (sun.sunrise === null || sun.sunset === null) return 'The sun does not rise'
  return `Sunrise ${clockOf(sun.sunrise)}, sunset ${clockOf(sun.sunset)}`
}
