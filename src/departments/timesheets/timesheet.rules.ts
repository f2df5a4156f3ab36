/** Days are `2026-05-12` and compare as text. */
const before = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** 1 for the first day of work in a row; 6 and 7 have pay of their own. After seven it begins again. */
export function dayInRow(worked: ReadonlySet<string>, day: string): number {
  let run = 1
  for (let at = before(day); worked.has(at) && run < 60; at = before(at)) run += 1
  return ((run - 1) % 7) + 1
}

export const workedMinutes = (day: { startMinute: number; endMinute: number; mealMinutes: number }): number =>
  day.endMinute - day.startMinute - day.mealMinutes

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, until: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${until}T00:00:00Z`); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** `25:30` → 1530, `7:05` → 425; undefined for what is no time. */
export function minuteOfText(text: string): number | undefined {
  const found = /^(\d{1,2})[:.]?([0-5]\d)$/.exec(text.trim())
  const minute = found ? Number(found[1]) * 60 + Number(found[2]) : undefined
  return minute !== undefined && minute <= 2880 ? minute : undefined
}

/** 1530 → `25:30`: hours past midnight go on counting, so that a night belongs to the day of its call. */
export const textOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(((minute % 60) + 60) % 60).padStart(2, '0')}`
