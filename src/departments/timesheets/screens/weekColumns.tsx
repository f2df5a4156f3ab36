import { moneyText } from '../../../kernel/money.ts'
import { dayClockOf, type PlainDay } from '../../../kernel/time.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { Why } from '../../../ui/Why.tsx'
import type { TimesheetDay } from '../timesheet.contract.ts'

/** 630 → `10.5 h`; nothing where nothing is known. */
export const hours = (minutes: number | null): string =>
  minutes === null ? '' : `${(minutes / 60).toFixed(2).replace(/\.?0+$/, '')} h`

/** A day that is still to come waits for nobody. */
export const columnsOn = (today: PlainDay): Column<TimesheetDay>[] => [
  { key: 'day', head: 'Day', of: (it) => <DateText on={it.onDate} />, whole: true },
  { key: 'position', head: 'Position', of: (it) => it.position, quiet: true, phone: 'hide' },
  {
    key: 'booked',
    head: 'Booked',
    of: (it) => (it.isBooked ? hours(it.bookedMinutes) || 'yes' : 'not booked'),
    align: 'end',
    quiet: true,
    phone: 'hide',
  },
  {
    key: 'times',
    head: 'From – to',
    of: (it) =>
      it.startMinute === null || it.endMinute === null
        ? ''
        : `${dayClockOf(it.startMinute)} – ${dayClockOf(it.endMinute)}`,
    align: 'end',
  },
  {
    key: 'meal',
    head: 'Meal',
    of: (it) => (it.startMinute === null ? '' : `${it.mealMinutes} min`),
    align: 'end',
    quiet: true,
    phone: 'hide',
  },
  { key: 'worked', head: 'Worked', of: (it) => <b>{hours(it.workedMinutes)}</b>, align: 'end' },
  { key: 'invoice', head: 'To invoice', of: (it) => hours(it.toInvoiceMinutes), align: 'end', phone: 'hide' },
  { key: 'pay', head: 'Pays', of: (it) => <Pays of={it} />, align: 'end', phone: 'hide' },
  { key: 'state', head: 'State', of: (it) => <State of={it} today={today} /> },
]

function State({ of: it, today }: { of: TimesheetDay; today: PlainDay }) {
  if (it.approvedBy !== null) return <Status is="go">Approved</Status>
  if (it.startMinute === null)
    return it.onDate > today ? <Status is="off">To come</Status> : <Status is="waiting">No hours yet</Status>
  if (it.open !== null) return <Status is="attention">{it.open}</Status>
  return <Status is="daylight">{it.byLink ? 'Entered by them' : 'Entered'}</Status>
}

const Pays = ({ of: { pay, position } }: { of: TimesheetDay }) =>
  pay === null ? null : (
    <Why
      title={[position, pay.deal, pay.rate, pay.table].filter(Boolean).join(', ')}
      parts={pay.lines.map((line) => ({
        label: `${hours(line.fromMinutes)} to ${hours(line.untilMinutes)}, × ${line.percent / 100}`,
        value: moneyText(line.amount),
      }))}
      total={moneyText(pay.total)}
    >
      {moneyText(pay.total)}
    </Why>
  )
