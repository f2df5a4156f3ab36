import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { z } from 'zod'
import { useAsk } from '../../../client/react.ts'
import { addDays, dayText, mondayOf, PlainDay } from '../../../kernel/time.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button, ButtonLink, IconButton } from '../../../ui/Button.tsx'
import { formatDays, readersToday } from '../../../ui/dates.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { readOfficeCalendar } from '../calendar.contract.ts'
import css from './Calendar.module.css'
import { OfficeTimeline } from './OfficeTimeline.tsx'

const weeksShown = 8

const statusOf = ({ today, rows, isWhole }: z.output<typeof readOfficeCalendar.response>) =>
  `Today is ${dayText(today)}${isWhole ? '' : `. The first ${rows.length} productions are shown; archive those that are over.`}`

/** Every production at once: where shoots meet, and where there is room. */
export function OfficeCalendarPage() {
  const [said, setFrom] = useSearchValue('from')
  const start = PlainDay.safeParse(said)
  const from = mondayOf(start.success ? start.data : readersToday())
  const until = addDays(from, weeksShown * 7)
  const asked = useAsk(readOfficeCalendar, { query: { from, until } })
  const turn = (weeks: number) => setFrom(addDays(from, weeks * 7))
  const now = () => setFrom(undefined)
  useKeys({ '[': () => turn(-4), ']': () => turn(4), t: now })
  return (
    <Page
      title="Calendar"
      width="flush"
      tools={
        <div className={css.turn}>
          <IconButton label="Four weeks earlier" icon={<IconChevronLeft size={16} />} onClick={() => turn(-4)} />
          <h2 aria-live="polite">{formatDays(from, addDays(until, -1))}</h2>
          <IconButton label="Four weeks later" icon={<IconChevronRight size={16} />} onClick={() => turn(4)} />
          <Button size="small" onClick={now}>
            Today
          </Button>
        </div>
      }
      hints={[
        { keys: ['[', ']'], does: 'four weeks' },
        { keys: ['T'], does: 'today' },
      ]}
      status={asked.data && statusOf(asked.data)}
    >
      <Loaded of={asked}>
        {({ rows, today }) =>
          rows.length === 0 ? (
            <EmptyState
              title="No productions yet"
              icon={<IconCalendar size={24} stroke={1.5} />}
              actions={<ButtonLink to="/productions?new=1">New production</ButtonLink>}
            >
              Here all productions stand under each other, with the days they prepare, travel and shoot.
            </EmptyState>
          ) : (
            <OfficeTimeline rows={rows} from={from} days={weeksShown * 7} today={today} />
          )
        }
      </Loaded>
    </Page>
  )
}
