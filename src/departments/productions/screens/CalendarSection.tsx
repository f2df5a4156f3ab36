import { useState } from 'react'
import { browser, useAsk, useChange } from '../../../client/react.ts'
import { dayText } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConflictDialog } from '../../../ui/ConflictDialog.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { MarkDayRow } from '../../../ui/MarkDayRow.tsx'
import { overTheirs } from '../../../ui/overTheirs.ts'
import { Section } from '../../../ui/Section.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { getCalendar, setCalendarDays, type CalendarDay, type CalendarRead } from '../calendar.contract.ts'
import { comparedMarks, isSameMark, markNames, markOf, type CalendarMark } from '../calendar.rules.ts'
import { choicesOf } from './words.ts'

/** Days that are not as their weekday says: a holiday, a travel day, a Saturday that works. */
export function CalendarSection({ productionId }: { productionId: string }) {
  const params = { productionId }
  const asked = useAsk(getCalendar, { params })
  const change = useChange(setCalendarDays)
  const [met, setMet] = useState<{ mine: CalendarMark; theirs: CalendarRead }>()
  const send = (mine: CalendarMark, ifMatch: number) => change.mutateAsync({ params, body: { days: [mine] }, ifMatch })
  const put = async (mine: CalendarMark, seen: CalendarRead) => {
    const theirs = await overTheirs({
      seen,
      read: () => browser.call(getCalendar, { params }),
      isUntouched: (it) => isSameMark(markOf(it, mine.onDate), markOf(seen, mine.onDate)),
      send: (version) => send(mine, version),
    })
    setMet(theirs && { mine, theirs })
    return theirs === undefined
  }
  const clear = async (day: CalendarDay, seen: CalendarRead) => {
    const gone = { ...day, kind: null }
    if (!(await put(gone, seen))) return
    const undo = () => browser.call(getCalendar, { params }).then((now) => put(day, now))
    toast.done('The day is as its weekday again', { undo: () => undo().catch(toast.problem) })
  }
  const columns: Column<CalendarDay>[] = [
    { key: 'day', head: 'Day', of: (it) => <DateText on={it.onDate} />, width: 160, sortBy: (it) => it.onDate },
    { key: 'kind', head: 'Is', of: (it) => markNames[it.kind], width: 140 },
    { key: 'label', head: 'Why', of: (it) => it.label, quiet: true },
    {
      key: 'clear',
      head: '',
      align: 'end',
      of: (it) => (
        <Button size="small" onClick={() => asked.data && void clear(it, asked.data).catch(toast.problem)}>
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
      {met && (
        <ConflictDialog
          open
          isOnePress
          subject={dayText(met.mine.onDate)}
          fields={comparedMarks(met.mine, markOf(met.theirs, met.mine.onDate))}
          onKeepMine={() => {
            setMet(undefined)
            put(met.mine, met.theirs).catch(toast.problem)
          }}
          onTakeTheirs={() => setMet(undefined)}
          onClose={() => setMet(undefined)}
        />
      )}
    </Section>
  )
}
