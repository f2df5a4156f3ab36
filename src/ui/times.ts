/** What people type for a time and a length of time, read the way the trade means it. */

const inRange = (hours: number, minutes: number) => minutes < 60 && hours < 48

const two = (value: number) => String(value).padStart(2, '0')

/**
 * A time on the clock: `6`, `06`, `630`, `0630`, `6:30`, `6.30`, `6h30`, `6:30 pm`, `6p`. Hours from 24 stand for the
 * small hours after the shooting day: `25:30` is half past one at night. Undefined when it is no time.
 */
export function parseTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?m?\.?\s*$/i.exec(text)
  if (!match) return undefined
  const [, hour = '', minute = '00', half] = match
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  if (half && (Number(hour) > 12 || Number(hour) === 0)) return undefined
  return inRange(hours, Number(minute)) ? `${two(hours)}:${two(Number(minute))}` : undefined
}

/** A length of time in minutes: `45`, `0:45`, `1:30`, `1h`, `1h30`, `90 min`, `1.5h`. Undefined when it is none. */
export function parseLength(text: string): number | undefined {
  const plain = text.trim().toLowerCase().replace(',', '.')
  const clock = /^(\d{1,3})(?::|h\s*)(\d{1,2})(?:\s*min?)?$/.exec(plain)
  if (clock) return Number(clock[2]) < 60 ? Number(clock[1]) * 60 + Number(clock[2]) : undefined
  const hours = /^(\d{1,3}(?:\.\d+)?)\s*h(?:ours?|rs?)?$/.exec(plain)
  if (hours) return Math.round(Number(hours[1]) * 60)
  const minutes = /^(\d{1,4})\s*(?:m|min|mins|minutes?)?$/.exec(plain)
  return minutes ? Number(minutes[1]) : undefined
}

/** A minute of a shooting day: `22:00` is 1320, `24:30` and `00:30 +1` are 1470; half past five the next morning at most. */
export function parseDayMinute(text: string): number | undefined {
  const next = /\s*\+1$/
  const time = parseTime(text.trim().replace(next, ''))
  if (time === undefined) return undefined
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + (next.test(text.trim()) ? 1440 : 0)
  return minute <= 1800 ? minute : undefined
}
