import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { MarkDayRow } from '../../../ui/MarkDayRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { getCalendar, setCalendarDays, type CalendarDay, type CalendarDayKind } from '../calendar.contract.ts'
import { choicesOf } from './words.ts'

const words: Record<CalendarDayKind, string> = {
  holiday: 'Holiday',
  off: 'Day off',
  travel: 'Travel',
  hiatus: 'Hiatus',
  work: 'Working day',
}

/** Days that are not as their weekday says: a holiday, a travel day, a Saturday that works. */
export function CalendarSection({ productionId }: { productionId: string }) {
  const asked = useAsk(getCalendar, { params: { productionId } })
  const change = useChange(setCalendarDays)
  const put = (day: CalendarDay | (Omit<CalendarDay, 'kind'> & { kind: null }), onSuccess?: () => void) =>
    change.mutate(
      { params: { productionId }, body: { days: [day] } },
      { onError: toast.problem, ...(onSuccess && { onSuccess }) },
    )
  const clear = (day: CalendarDay) =>
    put({ ...day, kind: null }, () => toast.done('The day is as its weekday again', { undo: () => put(day) }))
  const columns: Column<CalendarDay>[] = [
    { key: 'day', head: 'Day', of: (it) => <DateText on={it.onDate} />, width: 160, sortBy: (it) => it.onDate },
    { key: 'kind', head: 'Is', of: (it) => words[it.kind], width: 140 },
    { key: 'label', head: 'Why', of: (it) => it.label, quiet: true },
    {
      key: 'clear',
      head: '',
      align: 'end',
      of: (it) => (
        <Button size="small" onClick={() => clear(it)}>
          Take out
        </Button>
      ),
    },
  ]
  return (
    <Section
      title="Days that differ"
      count={asked.data?.days.length}
      about="Weekdays off are above. Mark holidays, travel and hiatus here, or a day off that works after all."
    >
      <MarkDayRow choices={choicesOf(words)} usual="holiday" busy={change.isPending} onMark={(day) => put(day)} />
      <Loaded of={asked}>
        {({ days }) => (
          <Table
            label="Days that differ"
            rows={days}
            columns={columns}
            keyOf={(it) => it.onDate}
            empty={
              <EmptyState small title="Every day is as its weekday">
                The schedule counts on all days that are not off.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Section>
  )
}
