import { IconPlus } from '@tabler/icons-react'
import { useAsk } from '../../../../client/react.ts'
import { longDayText, type PlainDay } from '../../../../kernel/time.ts'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { formatInstantTime, zoneLetters } from '../../../../ui/dates.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { plural } from '../../../../ui/words.ts'
import { useRowSteps } from '../../../../ui/useRowSteps.ts'
import { getMe } from '../../office.contract.ts'
import { getToday, type Today } from '../../today.contract.ts'
import type { TodayClock } from '../../today.rules.ts'
import { FirstDay } from './FirstDay.tsx'
import { Needs, Waits } from './Needs.tsx'
import { OpenConcerns } from './OpenConcerns.tsx'
import { Shoots } from './Shoots.tsx'
import { Timeline } from './Timeline.tsx'
import css from './TodayPage.module.css'
import { useMinute } from './useMinute.ts'

function Summary({ today }: { today: Today }) {
  const tomorrow = Temporal.PlainDate.from(today.date).add({ days: 1 }).toString()
  const shooting = today.shoots.filter((it) => it.onDate === tomorrow).length
  const { blocking } = today.concernCounts
  if (today.productions.length === 0) return null
  const parts = [
    plural(today.productions.length, 'production'),
    ...(shooting > 0 ? [`${shooting} shoot${shooting === 1 ? 's' : ''} tomorrow`] : []),
    ...(blocking > 0 ? [`${plural(blocking, 'concern')} ${blocking === 1 ? 'blocks' : 'block'} a shoot`] : []),
  ]
  return <>{parts.join(', ')}</>
}

function Desk({ today, clock }: { today: Today; clock: TodayClock }) {
  if (today.productions.length === 0) return <FirstDay />
  return (
    <div className={css.grid}>
      <div>
        <Needs today={today} clock={clock} />
        <Waits today={today} clock={clock} />
      </div>
      <div>
        <Shoots today={today} />
        <OpenConcerns today={today} />
      </div>
      <div className={css.wide}>
        <Timeline today={today} />
      </div>
    </div>
  )
}

/** What needs me, what is late, what waits on others, and the next shoots: over all productions. */
export function TodayPage() {
  const asked = useAsk(getToday)
  const me = useAsk(getMe)
  const now = useMinute()
  useRowSteps()
  const zone = asked.data?.timeZone ?? Temporal.Now.timeZoneId()
  const date = asked.data?.date ?? now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const clock = { date, timeZone: zone, now }
  return (
    <Page
      head="large"
      width="flush"
      title={longDayText(date as PlainDay)}
      summary={asked.data && <Summary today={asked.data} />}
      actions={
        <>
          <time>
            {formatInstantTime(now.toString(), zone)} {zoneLetters(zone, now)}
          </time>
          {me.data?.abilities.includes('productions.create') && (
            <ButtonLink to="/productions?new=1" icon={<IconPlus size={16} />}>
              New production
            </ButtonLink>
          )}
        </>
      }
      hints={[
        { keys: ['J', 'K'], does: 'next, previous' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['Ctrl', 'K'], does: 'find anything' },
      ]}
      status={
        <>
          <span>All productions</span>
          {asked.dataUpdatedAt > 0 && (
            <span>
              Checked {formatInstantTime(Temporal.Instant.fromEpochMilliseconds(asked.dataUpdatedAt).toString(), zone)}
            </span>
          )}
        </>
      }
    >
      <Loaded of={asked}>{(today) => <Desk today={today} clock={clock} />}</Loaded>
    </Page>
  )
}
