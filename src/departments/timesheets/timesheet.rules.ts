import { addDays, type PlainDay } from '../../kernel/time.ts'

/** As far back as a run of days is followed: longer ones are told from their end all the same, seven by seven. */
export const LONGEST_RUN_DAYS = 60

/** 1 for the first day of work in a row; 6 and 7 have pay of their own. After seven it begins again. */
export function dayInRow(worked: ReadonlySet<PlainDay>, day: PlainDay): number {
  let run = 1
  for (let at = addDays(day, -1); worked.has(at) && run < LONGEST_RUN_DAYS; at = addDays(at, -1)) run += 1
  return ((run - 1) % 7) + 1
}

export const workedMinutes = (day: { startMinute: number; endMinute: number; mealMinutes: number }): number =>
  day.endMinute - day.startMinute - day.mealMinutes

/** `25:30` → 1530, `7:05` → 425; undefined for what is no time. */
export function minuteOfText(text: string): number | undefined {
  const found = /^(\d{1,2})[:.]?([0-5]\d)$/.exec(text.trim())
  const minute = found ? Number(found[1]) * 60 + Number(found[2]) : undefined
  return minute !== undefined && minute <= 2880 ? minute : undefined
}
