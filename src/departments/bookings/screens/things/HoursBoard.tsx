import { useMemo, useRef, type CSSProperties } from 'react'
import { ordinal } from '../../../../kernel/revisions.ts'
import { clockOf, dayText, type DayMinute, type PlainDay } from '../../../../kernel/time.ts'
import { classes } from '../../../../ui/classes.ts'
import type { Bookable, BookableTimeline } from '../../bookable.contract.ts'
import type { Bar } from '../../timeline.contract.ts'
import type { ColourOf } from '../timeline/colours.ts'
import { across, Ghost, laneTop, lookOf } from '../timeline/lane.tsx'
import { barWords, visible } from '../timeline/layout.rules.ts'
import barCss from '../timeline/BookingBar.module.css'
import { useInSight } from '../timeline/useInSight.ts'
import { useSweep } from '../timeline/useSweep.ts'
import { hourRows, inSlots, openText, shownHours, SLOT, thingText, type HourRow, type Hours } from './things.rules.ts'
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
  const board = useRef<HTMLDivElement>(null)
  const { from, until, onScroll } = useInSight(board)
  const shown = useMemo(() => shownHours(things), [things])
  const rows = useMemo(() => hourRows(things, shown), [things, shown])
  const last = rows.at(-1)
  const hours = Array.from({ length: (shown.until - shown.from) / 60 }, (_, at) => shown.from + at * 60)
  return (
    <div
      ref={board}
      className={css.board}
      role="table"
      aria-label={`Booked on ${dayText(day)} by the hour`}
      aria-rowcount={rows.length}
      style={{ '--n': hours.length } as CSSProperties}
      onScroll={onScroll}
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
      <div className={css.rows} style={{ height: last === undefined ? 0 : last.top + last.height }} role="presentation">
        {visible(rows, from, until).map((row) => (
          <HoursLine key={row.thing.id} row={row} shown={shown} {...props} />
        ))}
      </div>
    </div>
  )
}

type LineProps = Omit<HoursBoardProps, 'day' | 'things'> & {
  row: HourRow
  shown: Hours
}

function HoursLine({ row, shown, codeOf, colourOf, chosen, mayBook, ...does }: LineProps) {
  const { thing, bars, out, top, height } = row
  const columns = (shown.until - shown.from) / SLOT
  const sweep = useSweep(
    columns,
    (from, until) => does.onSweep(thing, { from: shown.from + from * SLOT, until: shown.from + until * SLOT }),
    mayBook && !thing.isArchived,
  )
  const closed = [
    ...(thing.opens === null ? [] : [{ from: shown.from, until: thing.opens as number }]),
    ...(thing.closes === null ? [] : [{ from: thing.closes as number, until: shown.until }]),
  ].filter(({ from, until }) => until > from)
  return (
    <div className={css.row} role="row" style={{ top, height }}>
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
            className={classes(barCss.bar, barCss.off)}
            style={{ ...across(inSlots(span, shown), columns), top: laneTop(0) }}
            title={span.note || 'Out of service'}
          >
            {span.note || 'Out of service'}
          </span>
        ))}
        {bars.map(({ of: bar, lane, ...stretch }) => (
          <button
            key={`${bar.bookingId}${bar.hours?.from}`}
            type="button"
            className={classes(
              barCss.bar,
              lookOf(bar),
              bar.outside !== null && barCss.outside,
              chosen === bar.bookingId && barCss.chosen,
            )}
            style={{ ...across(stretch, columns), ...colourOf(bar.productionId), top: laneTop(lane) }}
            title={hoursWords(bar, codeOf(bar))}
            aria-label={hoursWords(bar, codeOf(bar))}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => does.onBar(bar)}
          >
            {bar.state === 'hold' && <u>{ordinal(bar.rank ?? 1)}</u>}
            <b>{codeOf(bar)}</b> <span className={barCss.does}>{bar.purpose || bar.title}</span>
          </button>
        ))}
        {sweep.range && <Ghost of={sweep.range} columns={columns} />}
      </div>
    </div>
  )
}

const hoursWords = (bar: Bar, code: string): string =>
  bar.hours === null
    ? `${barWords(bar, code)}, all day`
    : `${barWords(bar, code)}, ${clockOf(bar.hours.from ?? (0 as DayMinute))} to ${clockOf(bar.hours.until ?? (1440 as DayMinute))}`
