import { IconAlertTriangle, IconBus, IconPlus, IconUserQuestion } from '@tabler/icons-react'
import { memo, useEffect, useRef, useState, type CSSProperties, type PointerEvent } from 'react'
import { dayText, weekdayOf, type PlainDay } from '../../../../kernel/time.ts'
import { Avatar } from '../../../../ui/Avatar.tsx'
import { classes } from '../../../../ui/classes.ts'
import type { Bar, Gap } from '../../timeline.contract.ts'
import { ABSENCE_WORDS } from '../crewGrid.rules.ts'
import type { ColourOf } from './colours.ts'
import {
  barWords,
  daysOf,
  ordinal,
  visible,
  type PersonRow,
  type Placed,
  type Row,
  type Window,
} from './layout.rules.ts'
import css from './Timeline.module.css'
import { useCursor } from './useCursor.ts'

export interface TimelineBoardProps {
  rows: readonly Row[]
  window: Window
  today: PlainDay
  codeOf: (bar: Pick<Bar, 'productionId' | 'holder'>) => string
  colourOf: ColourOf
  chosen: string | undefined
  mayEdit: boolean
  onBar: (bar: Bar) => void
  onGap: (gap: Gap) => void
  /** Days were swept on a person's free time, by mouse or keyboard. */
  onSweep: (row: PersonRow, days: PlainDay[]) => void
  onExtend: (bar: Bar, until: number) => void
}

const OVERSCAN = 300
/** Rows are chosen anew each time so many pixels have passed, not at every one. */
const STEP = 120
const stepAt = (top: number) => Math.floor(top / STEP) * STEP

/** People down, days across. Only the rows in sight are in the page, however many there are. */
export function TimelineBoard(props: TimelineBoardProps) {
  const { rows, window: shown, today } = props
  const board = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(900)
  useEffect(() => {
    const box = board.current
    if (!box) return undefined
    const look = () => {
      setTop(stepAt(box.scrollTop))
      setHeight(box.clientHeight)
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  const days = daysOf(shown)
  const { cursor, onKeyDown } = useCursor(props, board)
  const last = rows.at(-1)
  const whole = last === undefined ? 0 : last.top + last.height
  const people = rows.filter(({ kind }) => kind === 'person').length
  return (
    <div
      ref={board}
      className={classes(css.board, css.wide, shown.days > 21 && css.dense)}
      role="grid"
      aria-label="Bookings by person and day"
      aria-rowcount={rows.length}
      tabIndex={0}
      style={{ '--n': shown.days } as CSSProperties}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => setTop(stepAt(currentTarget.scrollTop))}
    >
      <div className={css.head} role="row">
        <div className={css.corner} role="columnheader">
          People <span>{people}</span>
        </div>
        <div className={css.days} role="presentation">
          {days.map((day) => (
            <div
              key={day}
              role="columnheader"
              aria-label={dayText(day)}
              className={classes(css.day, weekdayOf(day) > 5 && css.rest, day === today && css.today)}
            >
              <i>{dayText(day).slice(0, shown.days > 21 ? 2 : 3)}</i>
              <b>{Number(day.slice(8))}</b>
            </div>
          ))}
        </div>
      </div>
      <div className={css.rows} style={{ height: whole }} role="presentation">
        {visible(rows, top - OVERSCAN, top + STEP + height + OVERSCAN).map((row) => (
          <TimelineRow key={row.key} row={row} cursor={cursor?.key === row.key ? cursor : undefined} {...props} />
        ))}
      </div>
    </div>
  )
}

interface RowProps extends Omit<TimelineBoardProps, 'rows'> {
  row: Row
  cursor: { from: number; until: number } | undefined
}

/** Kept as it is while others come and go: scrolling draws only what was not there. */
const TimelineRow = memo(function TimelineRow({ row, cursor, ...props }: RowProps) {
  const box = { top: row.top, height: row.height }
  if (row.kind === 'group')
    return (
      <div className={css.group} style={box} role="row">
        {row.label} <span>{row.people}</span>
        {row.gaps > 0 && (
          <em>
            <IconAlertTriangle size={13} aria-hidden /> {row.gaps} not filled
          </em>
        )}
      </div>
    )
  if (row.kind === 'gap') return <GapLine row={row} box={box} cursor={cursor} {...props} />
  return <PersonLine row={row} box={box} cursor={cursor} {...props} />
})

const across = ({ left, width }: { left: number; width: number }, days: number): CSSProperties => ({
  left: `calc(${(left / days) * 100}% + 2px)`,
  width: `calc(${(width / days) * 100}% - 4px)`,
})

type LineProps<Kind extends Row['kind']> = Omit<RowProps, 'row'> & {
  row: Extract<Row, { kind: Kind }>
  box: CSSProperties
}

function GapLine({ row, box, cursor, window: shown, colourOf, onGap }: LineProps<'gap'>) {
  const { gap, bars } = row
  return (
    <div className={classes(css.row, css.gap, cursor && css.current)} style={box} role="row" id={row.key}>
      <div className={css.who} role="rowheader">
        <span className={css.none}>
          <IconUserQuestion size={14} aria-hidden />
        </span>
        <div>
          <b>{gap.title}</b>
          <small>{gap.dates.length === 1 ? '1 day' : `${gap.dates.length} days`}</small>
        </div>
      </div>
      <div className={css.lane} role="gridcell">
        {bars.map((placed) => (
          <button
            key={placed.left}
            type="button"
            tabIndex={-1}
            className={classes(css.bar, css.open)}
            style={{ ...across(placed, shown.days), ...colourOf(gap.productionId), top: 6 }}
            onClick={() => onGap(gap)}
          >
            <IconPlus size={13} aria-hidden /> {gap.title} not filled
          </button>
        ))}
        {cursor && <Ghost of={cursor} days={shown.days} />}
      </div>
    </div>
  )
}

const Ghost = ({ of, days }: { of: { from: number; until: number }; days: number }) => (
  <span className={css.ghost} style={across({ left: of.from, width: of.until - of.from }, days)} aria-hidden />
)

function PersonLine({ row, box, cursor, window: shown, mayEdit, onSweep, ...props }: LineProps<'person'>) {
  const { person, bars, away, clashes, full } = row
  const days = daysOf(shown)
  const sweep = useSweep(shown.days, (from, until) => onSweep(row, days.slice(from, until)), mayEdit)
  const first = clashes[0]
  return (
    <div
      className={classes(css.row, first !== undefined && css.clashing, cursor && css.current)}
      style={box}
      role="row"
      id={row.key}
    >
      <div className={css.who} role="rowheader">
        <Avatar name={person.name} />
        <div>
          <b>{person.name}</b>
          <small>{[person.position, person.homeBase].filter(Boolean).join(', ')}</small>
          {first !== undefined ? (
            <em>Booked twice on {dayText(days[first] as PlainDay)}</em>
          ) : (
            full[0] && (
              <em className={css.heavy}>
                {full[0].days} days in the week of {dayText(days[full[0].left] as PlainDay)}
              </em>
            )
          )}
        </div>
      </div>
      <div className={css.lane} role="gridcell" {...sweep.handlers}>
        {away.map((placed) => (
          <span
            key={`${placed.of.from}${placed.of.kind}`}
            className={classes(css.bar, placed.of.kind === 'travel' ? css.travel : css.off)}
            style={{ ...across(placed, shown.days), top: 6 + placed.lane * 25 }}
            title={`${ABSENCE_WORDS[placed.of.kind]}${placed.of.note ? `: ${placed.of.note}` : ''}`}
          >
            {placed.of.kind === 'travel' ? (
              <IconBus size={13} aria-label="Travelling" />
            ) : (
              ABSENCE_WORDS[placed.of.kind]
            )}
          </span>
        ))}
        {bars.map((placed) => (
          <BookingBar
            key={`${placed.of.bookingId}${placed.of.from}${placed.of.hours?.from}`}
            placed={placed}
            days={shown.days}
            mayEdit={mayEdit}
            {...props}
          />
        ))}
        {clashes.map((day) => (
          <span key={day} className={css.clash} style={across({ left: day, width: 1 }, shown.days)} aria-hidden />
        ))}
        {full.map(({ left }) => (
          <span key={`full${left}`} className={css.full} style={across({ left, width: 7 }, shown.days)} aria-hidden />
        ))}
        {(sweep.range ?? cursor) && <Ghost of={(sweep.range ?? cursor)!} days={shown.days} />}
      </div>
    </div>
  )
}

interface BarProps extends Pick<
  TimelineBoardProps,
  'codeOf' | 'colourOf' | 'chosen' | 'mayEdit' | 'onBar' | 'onExtend'
> {
  placed: Placed<Bar>
  days: number
}

function BookingBar({ placed, days, codeOf, colourOf, chosen, mayEdit, onBar, onExtend }: BarProps) {
  const { of: bar, lane } = placed
  const [width, setWidth] = useState<number>()
  const code = codeOf(bar)
  const pull = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation()
    event.preventDefault()
    const lane = event.currentTarget.closest(`.${css.lane}`)!.getBoundingClientRect()
    const widthAt = (x: number) =>
      Math.min(days - placed.left, Math.max(1, Math.ceil(((x - lane.left) / lane.width) * days) - placed.left))
    const move = (it: globalThis.PointerEvent) => setWidth(widthAt(it.clientX))
    const drop = (it: globalThis.PointerEvent) => {
      removeEventListener('pointermove', move)
      setWidth(undefined)
      const next = widthAt(it.clientX)
      if (next !== placed.width) onExtend(bar, placed.left + next)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', drop, { once: true })
  }
  const look =
    bar.state === 'confirmed'
      ? css.confirmed
      : bar.state === 'planning'
        ? css.pencil
        : bar.rank === 1
          ? css.first
          : css.later
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={barWords(bar, code)}
      title={barWords(bar, code)}
      className={classes(
        css.bar,
        look,
        placed.width === 1 && css.slim,
        bar.waits && css.waits,
        chosen === bar.bookingId && css.chosen,
      )}
      style={{
        ...across({ left: placed.left, width: width ?? placed.width }, days),
        ...colourOf(bar.productionId),
        top: 6 + lane * 25,
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => onBar(bar)}
    >
      {bar.state === 'hold' && <u>{ordinal(bar.rank ?? 1)}</u>}
      <b>{code}</b> {placed.width > 1 && <span className={css.does}>{bar.purpose || bar.title}</span>}
      {mayEdit && bar.productionId !== null && <span className={css.edge} onPointerDown={pull} aria-hidden />}
    </button>
  )
}

/** A stretch of days drawn on an empty lane. */
function useSweep(days: number, onDone: (from: number, until: number) => void, on: boolean) {
  const [range, setRange] = useState<{ from: number; until: number }>()
  const anchor = useRef<number>(undefined)
  const dayAt = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return Math.min(days - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * days)))
  }
  const spanTo = (day: number) => ({
    from: Math.min(anchor.current ?? day, day),
    until: Math.max(anchor.current ?? day, day) + 1,
  })
  const handlers = !on
    ? {}
    : {
        onPointerDown: (event: PointerEvent<HTMLElement>) => {
          if (event.button !== 0 || event.pointerType === 'touch') return
          event.currentTarget.setPointerCapture(event.pointerId)
          anchor.current = dayAt(event)
          setRange(spanTo(anchor.current))
        },
        onPointerMove: (event: PointerEvent<HTMLElement>) => {
          if (anchor.current !== undefined) setRange(spanTo(dayAt(event)))
        },
        onPointerUp: (event: PointerEvent<HTMLElement>) => {
          if (anchor.current === undefined) return
          const { from, until } = spanTo(dayAt(event))
          anchor.current = undefined
          setRange(undefined)
          onDone(from, until)
        },
        onPointerCancel: () => {
          anchor.current = undefined
          setRange(undefined)
        },
      }
  return { range, handlers }
}
