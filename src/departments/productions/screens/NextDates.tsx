import { useAsk } from '../../../client/react.ts'
import { formatDay, formatDays } from '../../../ui/dates.ts'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { getToday, type Today } from '../../office/today.contract.ts'
import css from './OverviewPage.module.css'

interface NextDate {
  key: string
  when: string
  from: string
  what: string
  to?: string
}

const lastDay = (until: string) => Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()

/** Shoots with their call, then the stretches and due dates that are not shoots, by day. */
function datesOf(today: Today, productionId: string): NextDate[] {
  const shoots = today.shoots
    .filter((it) => it.productionId === productionId)
    .map((it) => ({
      key: it.href,
      from: it.onDate,
      when: formatDay(it.onDate),
      what: [it.label, it.generalCall && `call ${it.generalCall}`, it.place].filter(Boolean).join(', '),
      to: it.href,
    }))
  const bars = today.bars
    .filter((it) => it.productionId === productionId && (it.kind !== 'shoot' || shoots.length === 0))
    .map((it) => ({
      key: `${it.kind}${it.from}${it.label}`,
      from: it.from,
      when: formatDays(it.from, lastDay(it.until)),
      what: it.label,
    }))
  return [...shoots, ...bars].toSorted((a, b) => a.from.localeCompare(b.from))
}

/** What is next on this production's calendar. */
export function NextDates({ productionId }: { productionId: string }) {
  const asked = useAsk(getToday)
  return (
    <Section title="Next dates">
      <Loaded of={asked}>
        {(today) => {
          const dates = datesOf(today, productionId)
          if (dates.length === 0) return <p className={css.quiet}>No dates yet. They come from the schedule.</p>
          return (
            <ul className={css.dates}>
              {dates.map(({ key, when, what, to }) => (
                <li key={key}>
                  <b>{when}</b>
                  <span>{to === undefined ? what : <Go to={to}>{what}</Go>}</span>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Section>
  )
}
