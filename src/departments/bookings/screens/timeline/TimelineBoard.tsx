import { IconAlertTriangle } from '@tabler/icons-react'
import { memo, useRef, type CSSProperties } from 'react'
import { dayText, weekdayOf, type PlainDay } from '../../../../kernel/time.ts'
import { classes } from '../../../../ui/classes.ts'
import type { Bar, Gap } from '../../timeline.contract.ts'
import type { ColourOf } from './colours.ts'
import { GapLine } from './GapLine.tsx'
import { daysOf, visible, type PersonRow, type Row, type Window } from './layout.rules.ts'
import { PersonLine } from './PersonLine.tsx'
import css from './TimelineBoard.module.css'
import { useCursor } from './useCursor.ts'
import { useInSight } from './useInSight.ts'

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
  /** Opens the record of a row, where there is one beside the board. */
  onWho?: ((row: PersonRow) => void) | undefined
  /** What the rows are, in the corner. */
  heading?: string
}

/** People down, days across. Only the rows in sight are in the page, however many there are. */
export function TimelineBoard(props: TimelineBoardProps) {
  const { rows, window: shown, today } = props
  const board = useRef<HTMLDivElement>(null)
  const { from, until, onScroll } = useInSight(board)
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
      aria-label={`Bookings by ${(props.heading ?? 'person').toLowerCase()} and day`}
      aria-rowcount={rows.length}
      tabIndex={0}
      style={{ '--n': shown.days } as CSSProperties}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div className={css.head} role="row">
        <div className={css.corner} role="columnheader">
          {props.heading ?? 'People'} <span>{people}</span>
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
        {visible(rows, from, until).map((row) => (
          <TimelineRow key={row.key} row={row} cursor={cursor?.key === row.key ? cursor : undefined} {...props} />
        ))}
      </div>
    </div>
  )
}

export interface RowProps extends Omit<TimelineBoardProps, 'rows'> {
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
