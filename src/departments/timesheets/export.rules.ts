import { amountOf } from '../../kernel/money.ts'
import type { TimesheetDay } from './timesheet.contract.ts'
import { dayClockOf } from '../../kernel/time.ts'

interface Column {
  readonly title: string
  readonly holds: 'text' | 'number' | 'day'
}

export const columns: readonly Column[] = [
  { title: 'Date', holds: 'day' },
  { title: 'Name', holds: 'text' },
  { title: 'Position', holds: 'text' },
  { title: 'Booked hours', holds: 'number' },
  { title: 'Start', holds: 'text' },
  { title: 'End', holds: 'text' },
  { title: 'Meal minutes', holds: 'number' },
  { title: 'Worked hours', holds: 'number' },
  { title: 'Hours to invoice', holds: 'number' },
  { title: 'Amount', holds: 'number' },
  { title: 'Currency', holds: 'text' },
  { title: 'Rate', holds: 'text' },
  { title: 'Overtime table', holds: 'text' },
  { title: 'Deal', holds: 'text' },
  { title: 'Approved by', holds: 'text' },
  { title: 'Note', holds: 'text' },
]

const hours = (minutes: number | null) => (minutes === null ? null : Math.round((minutes / 60) * 100) / 100)
const clock = (minute: number | null) => (minute === null ? null : dayClockOf(minute))

/** One line a person and day; money only where the reader was given any. */
export const rowOf = (it: TimesheetDay): (string | number | null)[] => [
  it.onDate,
  it.name,
  it.position,
  hours(it.bookedMinutes),
  clock(it.startMinute),
  clock(it.endMinute),
  it.startMinute === null ? null : it.mealMinutes,
  hours(it.workedMinutes),
  hours(it.toInvoiceMinutes),
  it.pay && amountOf(it.pay.total),
  it.pay && it.pay.total.currency,
  it.pay && it.pay.rate,
  it.pay && it.pay.table,
  it.pay && it.pay.deal,
  it.approvedBy,
  it.note,
]
