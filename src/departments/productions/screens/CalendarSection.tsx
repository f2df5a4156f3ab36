import { browser, useAsk, useChange } from '../../../client/react.ts'
import { dayText } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { MarkDayRow } from '../../../ui/MarkDayRow.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useOverTheirs } from '../../../ui/useOverTheirs.tsx'
import { getCalendar, setCalendarDays, type CalendarDay, type CalendarRead } from '../calendar.contract.ts'
import { comparedMarks, isSameMark, markNames, markOf, type CalendarMark } from '../calendar.rules.ts'
import { choicesOf } from './words.ts'

/** Days that are not as their weekday says: a holiday, a travel day, a Saturday that works. */
export function CalendarSection({ productionId }: { productionId: string }) {
  const params = { productionId }
  const asked = useAsk(getCalendar, { params })
  const change = useChange(setCalendarDays)
  const { put, bothSides } = useOverTheirs({
    read: () => browser.call(getCalendar, { params }),
    isUntouched: (it: CalendarRead, seen: CalendarRead, { onDate }: CalendarMark) =>
      isSameMark(markOf(it, onDate), markOf(seen, onDate)),
    send: (mine, ifMatch) => change.mutateAsync({ params, body: { days: [mine] }, ifMatch }),
    done: ({ kind, onDate }, seen, now) => {
      if (kind !== null) return
      toast.done('The day is as its weekday again', {
        undo: () => put(markOf(seen, onDate), now).catch(toast.problem),
      })
    },
    subject: ({ onDate }) => dayText(onDate),
    fields: (mine, theirs) => comparedMarks(mine, markOf(theirs, mine.onDate)),
  })
  const columns: Column<CalendarDay>[] = [
    { key: 'day', head: 'Day', of: (it) => <DateText on={it.onDate} />, width: 160, sortBy: (it) => it.onDate },
    { key: 'kind', head: 'Is', of: (it) => markNames[it.kind], width: 140 },
    { key: 'label', head: 'Why', of: (it) => it.label, quiet: true },
    {
      key: 'clear',
      head: '',
      align: 'end',
      of: (it) => (
        <Button
          size="small"
          onClick={() => asked.data && void put({ ...it, kind: null }, asked.data).catch(toast.problem)}
        >
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
      <MarkDayRow
        choices={choicesOf(markNames)}
        usual="holiday"
        busy={change.isPending}
        onMark={(day) => asked.data && void put(day, asked.data).catch(toast.problem)}
      />
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
      {bothSides}
    </Section>
  )
}
