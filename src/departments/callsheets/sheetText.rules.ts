import { clockAt, clockOf, dayAt, daysOver, dayText, longDayText } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { CallSheetView, CallWord, Timed } from './callsheet.view.ts'

type HourCycle = CallSheetView['hourCycle']

/** `06:30`, `6:30 AM` where the production counts to twelve: what a clock shows then, whichever day it is. */
export function clockText(minute: DayMinute, hourCycle: HourCycle): string {
  const clock = clockOf(minute)
  if (hourCycle === 'h23') return clock
  const hour = Number(clock.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}${clock.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** The same on paper: past midnight `01:30 +1`, because it still belongs to the day of its call. */
export function timeText(minute: DayMinute | null, hourCycle: HourCycle = 'h23'): string {
  if (minute === null) return '—'
  const over = daysOver(minute)
  const mark = over === 0 ? '' : over > 0 ? ` +${over}` : ` −${-over}`
  return `${clockText(minute, hourCycle)}${mark}`
}

const callWords: Record<CallWord, string> = {
  on_call: 'O/C',
  will_notify: 'W/N',
  per_hod: 'Per HOD',
}

/** What stands in a call column: the time, or the word in its place. */
export const timedText = (timed: Timed, hourCycle: HourCycle = 'h23'): string =>
  timed.word === null ? timeText(timed.minutes, hourCycle) : callWords[timed.word]

/** `1 h 40`, `45 min`. */
export function spanText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** `Tue 12 May 18:10`, on the clock of the place. */
export function momentText(at: Temporal.Instant, zone: ZoneName): string {
  return `${dayText(dayAt(at, zone))} ${clockAt(at, zone)}`
}

/** `Tue 12 May 2026, 18:10`: when a version was issued, which is read long after. */
export const issuedText = (at: Temporal.Instant, zone: ZoneName): string =>
  `${dayText(dayAt(at, zone), { year: true })}, ${clockAt(at, zone)}`

/** `Wednesday 13 May 2026`, as it stands on the band. */
export const longDate = (day: PlainDay): string => longDayText(day, { year: true })

/** Parts of a line with what stands between them; what is not known leaves no gap. */
export const joined = (parts: (string | null | undefined)[], by = '. '): string =>
  parts
    .filter((part): part is string => part !== null && part !== undefined && part !== '')
    .map((part, at, all) => (by.startsWith('.') && at < all.length - 1 ? part.replace(/\.+$/, '') : part))
    .join(by)
