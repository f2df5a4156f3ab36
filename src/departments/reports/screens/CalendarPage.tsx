import { IconCalendarShare, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { dayAt, type PlainDay, type ZoneName } from '../../../kernel/time.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { readCalendar } from '../calendar.contract.ts'
import css from './Calendar.module.css'
import { DayDialog } from './DayDialog.tsx'
import { FeedsPanel } from './FeedsPanel.tsx'
import { isMonth, monthAfter, monthName, monthOf, weeksOf } from './month.rules.ts'
import { MonthGrid } from './MonthGrid.tsx'
import { useClashes } from './useClashes.ts'

const readersMonth = () => monthOf(dayAt(Temporal.Now.instant(), Temporal.Now.timeZoneId() as ZoneName))

/** A production's month: what is shot, who travels, what is closed, and the addresses other calendars subscribe to. */
export function CalendarPage() {
  const productionId = useParam('productionId')
  const [said, setMonth] = useSearchValue('month')
  const [panel, setPanel] = useSearchValue('panel')
  const [marking, setMarking] = useState<PlainDay>()
  const month = isMonth(said) ? said : readersMonth()
  const { from, until, days } = weeksOf(month)
  const asked = useAsk(readCalendar, { params: { productionId }, query: { from, until } })
  const clashes = useClashes(productionId)
  const opensAt = asked.data && monthOf(asked.data.opensOn)
  useEffect(() => {
    if (said === undefined && opensAt !== undefined && opensAt !== month) setMonth(opensAt)
  }, [said, opensAt, month, setMonth])
  const turn = (by: number) => setMonth(monthAfter(month, by))
  const now = () => setMonth(asked.data && monthOf(asked.data.today))
  useKeys({ '[': () => turn(-1), ']': () => turn(1), t: now })
  const sharing = panel === 'feeds' && asked.data?.can.manageFeeds === true
  return (
    <Page
      title="Calendar"
      of={asked.data?.production.title}
      width="flush"
      tools={
        <div className={css.turn}>
          <IconButton label="Month before" icon={<IconChevronLeft size={16} />} onClick={() => turn(-1)} />
          <h2 aria-live="polite">{monthName(month)}</h2>
          <IconButton label="Month after" icon={<IconChevronRight size={16} />} onClick={() => turn(1)} />
          <Button size="small" onClick={now}>
            Today
          </Button>
        </div>
      }
      actions={
        asked.data?.can.manageFeeds && (
          <Button
            icon={<IconCalendarShare size={16} />}
            aria-expanded={sharing}
            onClick={() => setPanel(sharing ? undefined : 'feeds')}
          >
            Subscribe
          </Button>
        )
      }
      {...(sharing && { aside: <FeedsPanel productionId={productionId} onClose={() => setPanel(undefined)} /> })}
      hints={[
        { keys: ['[', ']'], does: 'turn the month' },
        { keys: ['T'], does: 'today' },
        { keys: ['←', '↑', '↓', '→'], does: 'walk the days' },
        ...(asked.data?.can.edit ? [{ keys: ['Enter'], does: 'mark a day' }] : []),
      ]}
    >
      <Loaded of={asked}>
        {(calendar) => (
          <>
            <MonthGrid
              calendar={calendar}
              clashes={clashes}
              days={days}
              month={month}
              productionId={productionId}
              onMark={calendar.can.edit ? setMarking : undefined}
            />
            {marking !== undefined && (
              <DayDialog
                key={marking}
                day={marking}
                calendar={calendar}
                productionId={productionId}
                onClose={() => setMarking(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
