import { addDays, daysBetween, dayText, weekdayOf, type PlainDay } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import { formatDays } from '../../../ui/dates.ts'
import { Go } from '../../../ui/Go.tsx'
import { hrefOf } from '../../../ui/navigation.ts'
import type { CalendarKind, OfficeCalendarRow } from '../calendar.contract.ts'
import { runsOf, type Run } from './timeline.rules.ts'
import css from './Timeline.module.css'

const kindWords: Record<CalendarKind, string> = {
  shoot: 'shoot',
  weather: 'weather cover',
  prep: 'prep',
  travel: 'travel',
  rehearsal: 'rehearsal',
  wrap: 'wrap',
  off: 'day off',
  holiday: 'holiday',
  hiatus: 'hiatus',
  event: 'event',
  milestone: 'date',
}

interface Frame {
  from: PlainDay
  days: number
}

function Bar({ run, frame, production }: { run: Run; frame: Frame; production: OfficeCalendarRow }) {
  const start = Math.max(0, daysBetween(frame.from, run.from))
  const end = Math.min(frame.days, daysBetween(frame.from, run.until))
  const text = `${kindWords[run.kind]}, ${formatDays(run.from, addDays(run.until, -1))}`
  return (
    <Go
      to={`${hrefOf('/productions/$productionId/calendar', { productionId: production.id })}?month=${run.from.slice(0, 7)}`}
      className={classes(css.bar, css[run.kind])}
      style={{ gridColumn: `${start + 1} / ${end + 1}` }}
      title={text}
      aria-label={`${production.title}: ${text}`}
    >
      {end - start > 1 ? kindWords[run.kind] : ''}
    </Go>
  )
}

/** From start to end, as far as they are known, behind the days themselves. */
function Span({ production: { startsOn, endsOn }, frame }: { production: OfficeCalendarRow; frame: Frame }) {
  if (startsOn === null) return null
  const start = Math.max(0, daysBetween(frame.from, startsOn))
  const end = Math.min(frame.days, daysBetween(frame.from, endsOn ?? startsOn) + 1)
  return end > start ? <i className={css.span} style={{ gridColumn: `${start + 1} / ${end + 1}` }} aria-hidden /> : null
}

function Head({ frame, today }: { frame: Frame; today: PlainDay }) {
  const weeks = Array.from({ length: frame.days / 7 }, (_, week) => addDays(frame.from, week * 7))
  const at = daysBetween(frame.from, today)
  return (
    <div className={css.row}>
      <span className={css.name} />
      <div className={css.track} style={{ gridTemplateColumns: `repeat(${frame.days}, minmax(11px, 1fr))` }}>
        {weeks.map((monday, week) => (
          <span key={monday} className={css.weekHead} style={{ gridColumn: `${week * 7 + 1} / span 7` }}>
            {dayText(monday).slice(4)}
          </span>
        ))}
        {at >= 0 && at < frame.days && (
          <b className={css.now} style={{ gridColumn: at + 1 }} title={`Today, ${dayText(today)}`} />
        )}
      </div>
    </div>
  )
}

const Weekends = ({ frame: { from, days } }: { frame: Frame }) =>
  Array.from({ length: days }, (_, at) => at)
    .filter((at) => weekdayOf(addDays(from, at)) === 6)
    .map((at) => <i key={at} className={css.weekend} style={{ gridColumn: `${at + 1} / span 2` }} aria-hidden />)

/** All productions under each other: solid is shooting, an outline is everything around it. */
export function OfficeTimeline({
  rows,
  from,
  days,
  today,
}: {
  rows: OfficeCalendarRow[]
  from: PlainDay
  days: number
  today: PlainDay
}) {
  const frame = { from, days }
  return (
    <div className={css.scroll}>
      <div className={css.grid} role="list" aria-label="Productions">
        <Head frame={frame} today={today} />
        {rows.map((production) => (
          <div key={production.id} className={css.row} role="listitem">
            <Go to={hrefOf('/productions/$productionId', { productionId: production.id })} className={css.name}>
              <b>{production.title}</b>
              <span>{production.code}</span>
            </Go>
            <div className={css.track} style={{ gridTemplateColumns: `repeat(${days}, minmax(11px, 1fr))` }}>
              <Weekends frame={frame} />
              <Span production={production} frame={frame} />
              {runsOf(production.days).map((run) => (
                <Bar key={run.from} run={run} frame={frame} production={production} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
