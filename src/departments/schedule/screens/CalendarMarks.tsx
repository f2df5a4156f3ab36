import { capitalised } from '../../../ui/words.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { MarkedDay, OwnCalendar, WorkCalendar } from '../board.contract.ts'
import { calendarWith, markWords } from '../boardcalendar.rules.ts'

interface CalendarMarksProps {
  base: WorkCalendar
  own: OwnCalendar
  onMark: (day: MarkedDay) => void
  onChange: (own: OwnCalendar) => void
}

/** Every marked date that holds on this board, and whose it is. */
export function CalendarMarks({ base, own, onMark, onChange }: CalendarMarksProps) {
  const isOwn = (day: MarkedDay) => own.days.some((it) => it.onDate === day.onDate)
  const was = new Map(base.days.map((day) => [day.onDate, day]))
  const columns: Column<MarkedDay>[] = [
    { key: 'day', head: 'Day', of: (it) => <DateText on={it.onDate} year />, width: 150, sortBy: (it) => it.onDate },
    { key: 'kind', head: 'Is', of: (it) => capitalised(markWords[it.kind]), width: 120 },
    { key: 'label', head: 'Why', of: (it) => it.label, quiet: true, phone: 'hide' },
    { key: 'whose', head: 'Set by', of: (it) => (isOwn(it) ? <b>This board</b> : 'The production'), width: 110 },
    {
      key: 'act',
      head: '',
      align: 'end',
      width: 150,
      of: (it) =>
        isOwn(it) ? (
          <Button
            size="small"
            onClick={() => onChange({ ...own, days: own.days.filter((day) => day.onDate !== it.onDate) })}
          >
            {was.has(it.onDate) ? 'As the production' : 'Take out'}
          </Button>
        ) : (
          it.kind !== 'work' && (
            <Button size="small" onClick={() => onMark({ onDate: it.onDate, kind: 'work', label: '' })}>
              Works here
            </Button>
          )
        ),
    },
  ]
  return (
    <Table
      label="Marked days"
      rows={calendarWith(base, own).days}
      columns={columns}
      keyOf={(it) => it.onDate}
      empty={
        <EmptyState small title="No date is marked">
          Every day is as its weekday. Mark a holiday, a hiatus, or a day off that works after all.
        </EmptyState>
      }
    />
  )
}
