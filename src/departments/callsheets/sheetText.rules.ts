import { clockOf, daysOver } from '../../kernel/time.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type { CallSheetView, CallWord, Timed } from './callsheet.view.ts'

type HourCycle = CallSheetView['hourCycle']

/** `06:10`, `6:10 AM`; past midnight `01:30 +1`, because it still belongs to the day of its call. */
export function timeText(minute: DayMinute | null, hourCycle: HourCycle = 'h23'): string {
  if (minute === null) return '—'
  const clock = clockOf(minute)
  const over = daysOver(minute)
  const mark = over === 0 ? '' : over > 0 ? ` +${over}` : ` −${-over}`
  if (hourCycle === 'h23') return `${clock}${mark}`
  const hour = Number(clock.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}:${clock.slice(3)} ${hour < 12 ? 'AM' : 'PM'}${mark}`
}

export const callWords: Record<CallWord, string> = {
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

/** `Wednesday 13 May 2026`, as it stands on the band. */
export function longDate(day: PlainDay): string {
  const date = Temporal.PlainDate.from(day)
  const weekday = date.toLocaleString('en-GB', { weekday: 'long' })
  return `${weekday} ${date.day} ${date.toLocaleString('en-GB', { month: 'long' })} ${date.year}`
}

/** `1 person`, `3 people`. */
export const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** Parts of a line with what stands between them; what is not known leaves no gap. */
export const joined = (parts: (string | null | undefined)[], by = '. '): string =>
  parts
    .filter((part): part is string => part !== null && part !== undefined && part !== '')
    .map((part, at, all) => (by.startsWith('.') && at < all.length - 1 ? part.replace(/\.+$/, '') : part))
    .join(by)
