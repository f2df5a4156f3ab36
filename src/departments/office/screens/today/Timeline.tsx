import { classes } from '../../../../ui/classes.ts'
import { formatDays } from '../../../../ui/dates.ts'
import { Go } from '../../../../ui/Go.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { Today } from '../../today.contract.ts'
import { placed, timelineFrom, type PlacedBar, type TimelineDay } from '../../today.rules.ts'
import css from './Timeline.module.css'

const Key = () => (
  <span className={css.key} aria-hidden>
    <i /> prep
    <i className={css.keyShoot} /> shoot
    <i className={css.keyPost} /> post
    <i className={css.keyDue} /> due
  </span>
)

const lastDay = (until: string) => Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()

const Bar = ({ bar }: { bar: PlacedBar }) => (
  <span
    className={classes(css.bar, css[bar.kind])}
    style={{ gridColumn: `${bar.start + 1} / ${bar.end + 1}`, gridRow: bar.lane + 1 }}
    title={`${bar.label}, ${formatDays(bar.from, lastDay(bar.until))}`}
  >
    <span>{bar.text}</span>
  </span>
)

function Weekends({ days, lanes }: { days: TimelineDay[]; lanes: number }) {
  return days.map(({ date, weekend }, at) =>
    weekend ? <i key={date} className={css.off} style={{ gridColumn: at + 1, gridRow: `1 / ${lanes + 1}` }} /> : null,
  )
}

function Row({ today, id, days }: { today: Today; id: string; days: TimelineDay[] }) {
  const production = today.productions.find((it) => it.id === id)
  const bars = placed(
    today.bars.filter((bar) => bar.productionId === id),
    today.date,
  )
  const lanes = Math.max(1, ...bars.map((bar) => bar.lane + 1))
  return (
    <div className={css.row}>
      <Go to={`/productions/${id}`} className={css.name}>
        <b>{production?.title}</b>
        <span>{production?.kind}</span>
      </Go>
      <div className={css.track}>
        <Weekends days={days} lanes={lanes} />
        {bars.map((bar) => (
          <Bar key={`${bar.kind}${bar.from}${bar.label}`} bar={bar} />
        ))}
      </div>
    </div>
  )
}

/** Two weeks of every production that has something on: solid is shooting, hatched is post, a diamond is due. */
export function Timeline({ today }: { today: Today }) {
  const days = timelineFrom(today.date)
  const busy = today.productions.filter(
    ({ id }) =>
      placed(
        today.bars.filter((it) => it.productionId === id),
        today.date,
      ).length > 0,
  )
  if (busy.length === 0) return null
  return (
    <Section title="Next 14 days" right={<Key />}>
      <div className={css.scroll}>
        <div className={css.grid}>
          <div className={css.head}>
            <span />
            <div className={css.days}>
              {days.map(({ date, weekday, day, weekend }) => (
                <span key={date} className={classes(weekend && css.weekend, date === today.date && css.now)}>
                  {weekday} <b>{day}</b>
                </span>
              ))}
            </div>
          </div>
          {busy.map(({ id }) => (
            <Row key={id} today={today} id={id} days={days} />
          ))}
        </div>
      </div>
    </Section>
  )
}
