import { addDays, mondayOf, monthNames, weekdayOf, type PlainDay } from '../../../kernel/time.ts'

/** `2026-06` as the address says it; anything else is no month. */
export const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '')

export const monthOf = (day: string): string => day.slice(0, 7)

export const monthAfter = (month: string, by: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months: by }).toString()

/** `June 2026`. */
export const monthName = (month: string): string => `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

/** Whole weeks, Monday to Sunday, that hold every day of a month: the first date and the one after the last. */
export function weeksOf(month: string): { from: PlainDay; until: PlainDay; days: PlainDay[] } {
  const first = `${month}-01` as PlainDay
  const after = `${monthAfter(month, 1)}-01` as PlainDay
  const from = mondayOf(first)
  const last = weekdayOf(addDays(after, -1))
  const until = addDays(after, 7 - last)
  const days: PlainDay[] = []
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day)
  return { from, until, days }
}
