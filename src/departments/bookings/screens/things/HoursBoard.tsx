import type { CSSProperties } from 'react'
import { ordinal } from '../../../../kernel/revisions.ts'
import { clockOf, dayText, type DayMinute, type PlainDay } from '../../../../kernel/time.ts'
import { classes } from '../../../../ui/classes.ts'
import type { Bookable, BookableTimeline } from '../../bookable.contract.ts'
import type { Bar } from '../../timeline.contract.ts'
import type { ColourOf } from '../timeline/colours.ts'
import { across, Ghost } from '../timeline/lane.tsx'
import { barWords } from '../timeline/layout.rules.ts'
import timeline from '../timeline/Timeline.module.css'
import { useSweep } from '../timeline/useSweep.ts'
import { inLanes, inSlots, openText, shownHours, SLOT, thingText, type Hours } from './things.rules.ts'
import css from './Things.module.css'

interface HoursBoardProps {
  day: PlainDay
  things: BookableTimeline
  codeOf: (bar: Pick<Bar, 'productionId' | 'holder'>) => string
  colourOf: ColourOf
  chosen: string | undefined
  mayBook: boolean
  onBar: (bar: Bar) => void
  onThing: (thing: Bookable) => void
  onSweep: (thing: Bookable, hours: Hours) => void
}

/** One day by the hour: what is free when, of every room, vehicle and thing. */
export function HoursBoard({ day, things, ...props }: HoursBoardProps) {
  const shown = shownHours(things)
  const hours = Array.from({ length: (shown.until - shown.from) / 60 }, (_, at) => shown.from + at * 60)
  return (
    <div
      className={css.board}
      role="table"
      aria-label={`Booked on ${dayText(day)} by the hour`}
      style={{ '--n': hours.length } as CSSProperties}
    >
      <div className={css.head} role="row">
        <div className={css.corner} role="columnheader">
          {dayText(day)}
        </div>
        <div className={css.hours} role="presentation">
          {hours.map((minute) => (
            <div key={minute} role="columnheader">
              {clockOf(minute as DayMinute)}
            </div>
          ))}
        </div>
      </div>
      {things.items.map((thing) => (
        <HoursLine
          key={thing.id}
          thing={thing}
          shown={shown}
          bars={things.bars.filter(({ resourceId }) => resourceId === thing.id)}
          out={things.outOfService.filter(({ resourceId }) => resourceId === thing.id)}
          {...props}
        />
      ))}
    </div>
  )
}

type LineProps = Omit<HoursBoardProps, 'day' | 'things'> & {
  thing: Bookable
  shown: Hours
  bars: readonly Bar[]
  out: BookableTimeline['outOfService']
}

const MARGIN = 6
const LANE = 25

function HoursLine({ thing, shown, bars, out, codeOf, colourOf, chosen, mayBook, ...does }: LineProps) {
  const columns = (shown.until - shown.from) / SLOT
  const sweep = useSweep(
    columns,
    (from, until) => does.onSweep(thing, { from: shown.from + from * SLOT, until: shown.from + until * SLOT }),
    mayBook && !thing.isArchived,
  )
  const placed = inLanes(bars.map((of) => ({ of, ...inSlots(of.hours, shown) })))
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1))
  const closed = [
    ...(thing.opens === null ? [] : [{ from: shown.from, until: thing.opens as number }]),
    ...(thing.closes === null ? [] : [{ from: thing.closes as number, until: shown.until }]),
  ].filter(({ from, until }) => until > from)
  return (
    <div className={css.row} role="row" style={{ height: Math.max(44, lanes * LANE + 2 * MARGIN) }}>
      <div className={css.who} role="rowheader">
        <button type="button" onClick={() => does.onThing(thing)}>
          {thing.name}
        </button>
        <small>{[thingText(thing), openText(thing)].filter(Boolean).join(', ')}</small>
      </div>
      <div className={css.lane} role="cell" {...sweep.handlers}>
        {closed.map((span) => (
          <span key={span.from} className={css.closed} style={across(inSlots(span, shown), columns)} aria-hidden />
        ))}
        {out.map((span) => (
          <span
            key={span.id}
            className={classes(timeline.bar, timeline.off)}
            style={{ ...across(inSlots(span, shown), columns), top: MARGIN }}
            title={span.note || 'Out of service'}
          >
            {span.note || 'Out of service'}
          </span>
        ))}
        {placed.map(({ of: bar, lane, ...stretch }) => (
          <button
            key={`${bar.bookingId}${bar.hours?.from}`}
            type="button"
            className={classes(
              timeline.bar,
              lookOf(bar),
              bar.outside !== null && timeline.outside,
              chosen === bar.bookingId && timeline.chosen,
            )}
            style={{ ...across(stretch, columns), ...colourOf(bar.productionId), top: MARGIN + lane * LANE }}
            title={hoursWords(bar, codeOf(bar))}
            aria-label={hoursWords(bar, codeOf(bar))}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => does.onBar(bar)}
          >
            {bar.state === 'hold' && <u>{ordinal(bar.rank ?? 1)}</u>}
            <b>{codeOf(bar)}</b> <span className={timeline.does}>{bar.purpose || bar.title}</span>
          </button>
        ))}
        {sweep.range && <Ghost of={sweep.range} columns={columns} />}
      </div>
    </div>
  )
}

const lookOf = ({ state, rank }: Bar) =>
  state === 'confirmed'
    ? timeline.confirmed
    : state === 'planning'
      ? timeline.pencil
      : rank === 1
        ? timeline.first
        : timeline.later

const hoursWords = (bar: Bar, code: string): string =>
  bar.hours === null
    ? `${barWords(bar, code)}, all day`
    : `${barWords(bar, code)}, ${clockOf(bar.hours.from ?? (0 as DayMinute))} to ${clockOf(bar.hours.until ?? (1440 as DayMinute))}`
