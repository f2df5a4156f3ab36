import { memo, type MouseEvent, type PointerEvent } from 'react'
import { clockOf } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import type { ShootDayId, StripElement, StripId } from '../board.contract.ts'
import { rowsOf } from '../board.rules.ts'
import type { BoardSheet, SheetDay, SheetRow } from '../board.rules.ts'
import { headerAgainst, laneText } from '../shown.rules.ts'
import { BoardRow } from './BoardRow.tsx'
import css from './board.module.css'
import { DayHead } from './DayHead.tsx'
import { Hole } from './Hole.tsx'
import { markOf } from './marking.ts'
import type { Marks } from './marking.ts'

/** What a pending move changes around the day; one object for the whole board, new only when the move is. */
export interface Against {
  readonly base: BoardSheet
  readonly shown: BoardSheet
  readonly moving: ReadonlySet<StripId>
  readonly oldStarts: ReadonlyMap<StripId, string>
}

interface DayBlockProps extends Marks {
  day: SheetDay
  sheet: BoardSheet
  cast: readonly StripElement[]
  /** Undefined while nothing is pending. */
  against: Against | undefined
  /** Strips in the hand would land on this day: before that strip, or at the end (null). */
  landing: StripId | null | undefined
  concernCount: number
  worst: 'blocks' | 'warns'
  raised: number
  cleared: number
  canEdit: boolean
  onPress: (event: MouseEvent, id: StripId) => void
  onOpen: (id: StripId) => void
  onGrab: (event: PointerEvent, id: StripId) => void
  onEditDay: (id: ShootDayId) => void
  onDayConcerns: (onDate: string) => void
}

/** One day: its black header and its strips. Drawn again only when something of this day changes. */
export const DayBlock = memo(function DayBlock(props: DayBlockProps) {
  const { day, sheet, cast, against, landing, canEdit, onPress, onOpen, onGrab, onEditDay, onDayConcerns } = props
  const { look } = sheet.facts.board
  const before = against?.base.days.find((other) => other.day.id === day.day.id)
  const gone = against && before ? goneFrom(before, day, against.moving) : []
  return (
    <section className={css.day} data-lane={day.day.id}>
      <DayHead
        day={day}
        change={headerAgainst(day.header, against && before?.header)}
        zone={sheet.facts.timeZone}
        concerns={props.concernCount === 0 ? undefined : { count: props.concernCount, worst: props.worst }}
        raised={props.raised}
        cleared={props.cleared}
        onEdit={canEdit ? () => onEditDay(day.day.id) : undefined}
        onConcerns={() => onDayConcerns(day.day.onDate)}
      />
      {withHoles(day.rows, gone).map((item) =>
        'row' in item ? (
          <BoardRow
            key={item.row.strip.id}
            row={item.row}
            look={look}
            shape={sheet.facts.layout}
            cast={cast}
            state={markOf(item.row.strip.id, props, against?.moving)}
            isCursor={props.cursor === item.row.strip.id}
            isLanding={landing === item.row.strip.id}
            oldStart={changedStart(item.row, against?.oldStarts)}
            onPress={onPress}
            onOpen={onOpen}
            onGrab={onGrab}
          />
        ) : (
          <Hole key={`gone-${item.gone.strip.id}`} row={item.gone} words={against ? goesTo(against, item.gone) : ''} />
        ),
      )}
      {day.rows.length === 0 && gone.length === 0 && (
        <p className={classes(css.emptyDay, landing !== undefined && css.landing)}>
          {day.header.number === null ? day.day.note || 'Nobody shoots' : 'Nothing on this day yet'}
        </p>
      )}
      {landing === null && day.rows.length > 0 && <div className={classes(css.dayEndDrop, css.landing)} />}
    </section>
  )
})

/** The old start, where the pending move changes it; a strip that is new on a day has none. */
function changedStart(row: SheetRow, oldStarts: ReadonlyMap<StripId, string> | undefined): string | null {
  if (!oldStarts || !row.clock) return null
  const old = oldStarts.get(row.strip.id)
  return old === clockOf(row.clock.from) ? null : (old ?? '–')
}

/** Strips the pending move takes off this day. */
const goneFrom = (before: SheetDay, now: SheetDay, moving: ReadonlySet<StripId>): SheetRow[] => {
  const here = new Set(now.rows.map((row) => row.strip.id))
  return before.rows.filter((row) => moving.has(row.strip.id) && !here.has(row.strip.id))
}

type Item = { row: SheetRow } | { gone: SheetRow }

/** Holes stand where their strips began. */
function withHoles(rows: readonly SheetRow[], gone: readonly SheetRow[]): Item[] {
  const items: Item[] = rows.map((row) => ({ row }))
  for (const row of gone) {
    const from = row.clock?.from ?? Number.POSITIVE_INFINITY
    const at = items.findIndex((item) => 'row' in item && (item.row.clock?.from ?? Number.POSITIVE_INFINITY) >= from)
    items.splice(at < 0 ? items.length : at, 0, { gone: row })
  }
  return items
}

/** `moves to day 3, 21:30`. */
function goesTo({ shown }: Against, { strip }: SheetRow): string {
  const now = rowsOf(shown).find((row) => row.strip.id === strip.id)
  const time = now?.clock ? `, ${clockOf(now.clock.from)}` : ''
  return `moves to ${laneText(shown, now?.strip.dayId ?? null)}${time}`
}
