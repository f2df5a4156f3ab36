import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import type { Concern } from '../../../kernel/concern.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { ShootDayId, StripId } from '../board.contract.ts'
import type { SheetDay, SheetRow } from '../board.rules.ts'
import { headerAgainst, laneText, startTimes } from '../shown.rules.ts'
import { clockOf } from '../../../kernel/time.ts'
import { BoardRow, rowDomId } from './BoardRow.tsx'
import css from './board.module.css'
import { DayHead } from './DayHead.tsx'
import { Hole } from './Hole.tsx'
import { gridOf } from './layout.ts'
import type { Arranging } from './useArranging.ts'
import type { Selection } from './useSelection.ts'
import type { StripDrag } from './useStripDrag.ts'

export interface BoardGridProps {
  arranging: Arranging
  selection: Selection
  drag: StripDrag | undefined
  dimmed: ReadonlySet<StripId> | undefined
  concerns: readonly Concern[]
  canEdit: boolean
  onGrab: (event: PointerEvent, id: StripId) => void
  onOpen: (id: StripId) => void
  onKeyDown: (event: KeyboardEvent) => void
  onEditDay: (id: ShootDayId) => void
  onDayConcerns: (onDate: string) => void
  onAddDays: () => void
}

/** Picks with the mouse as lists do: alone, with Ctrl added or taken out, with Shift up to here. */
export const pressing = (selection: Selection) => (event: MouseEvent, id: StripId) => {
  if (event.shiftKey) selection.extendTo(id)
  else if (event.ctrlKey || event.metaKey) selection.toggle(id)
  else selection.only(id)
}

/** Days with their strips on one grid; while a move is pending, old and new stand side by side. */
export function BoardGrid(props: BoardGridProps) {
  const { arranging, selection, onKeyDown, canEdit, onAddDays } = props
  const { shown } = arranging
  const { look } = shown.facts.board
  const frame = useRef<HTMLDivElement>(null)
  // A strip picked in the boneyard is picked for the keys too, and they are heard here.
  const isHeld = arranging.pending !== undefined
  useEffect(() => frame.current?.focus({ preventScroll: true }), [isHeld, selection.cursor])
  const cast = shown.castColumns
  const labels = useMemo(() => cast.map((element) => element.boardNumber ?? element.name.slice(0, 2)), [cast])
  const grid = useMemo(() => gridOf(look, labels), [look, labels])
  return (
    <div
      ref={frame}
      className={css.board}
      style={grid}
      tabIndex={0}
      role="listbox"
      aria-label="Strip board"
      aria-multiselectable
      aria-activedescendant={selection.cursor === undefined ? undefined : rowDomId(selection.cursor)}
      data-board
      onKeyDown={onKeyDown}
    >
      <div className={css.inner}>
        <Heads labels={labels} names={cast.map((element) => element.playedBy ?? element.name)} columns={look.columns} />
        {shown.days.map((day) => (
          <DayBlock key={day.day.id} day={day} cast={cast} {...props} />
        ))}
        {shown.days.length === 0 && (
          <EmptyState
            small
            title="No days yet"
            actions={
              canEdit && (
                <Button kind="accent" onClick={onAddDays}>
                  Add days
                </Button>
              )
            }
          >
            Add the days you shoot, then drag scenes from the boneyard onto them.
          </EmptyState>
        )}
      </div>
    </div>
  )
}

interface HeadsProps {
  labels: readonly string[]
  names: readonly string[]
  columns: readonly string[]
}

const Heads = ({ labels, names, columns }: HeadsProps) => (
  <div className={css.heads} aria-hidden>
    <span className={css.number}>Sc.</span>
    <span />
    <span className={css.set}>Set</span>
    <span />
    <span className={css.synopsis}>{columns.includes('synopsis') ? 'Synopsis' : ''}</span>
    <span className={css.small}>{columns.includes('scriptDay') ? 'SD' : ''}</span>
    <span className={css.cast}>
      {labels.map((label, at) => (
        <i key={label + String(at)} title={names[at]}>
          {label}
        </i>
      ))}
    </span>
    <span className={css.pages}>
      <b />
      Pages
    </span>
    <span className={css.small}>{columns.includes('location') ? 'Loc' : ''}</span>
    <span className={classes(css.small, css.estimate)}>{columns.includes('estimate') ? 'Est.' : ''}</span>
  </div>
)

interface DayBlockProps extends BoardGridProps {
  day: SheetDay
  cast: Arranging['shown']['castColumns']
}

function DayBlock({ day, cast, ...props }: DayBlockProps) {
  const { arranging, selection, drag, dimmed, concerns, canEdit, onGrab, onOpen, onEditDay, onDayConcerns } = props
  const { base, shown, pending } = arranging
  const { look } = shown.facts.board
  const before = base.days.find((other) => other.day.id === day.day.id)
  const oldTimes = useMemo(() => (pending ? startTimes(base) : undefined), [base, pending])
  const moving = useMemo(() => new Set(pending?.moves.flatMap((move) => move.stripIds)), [pending])
  const gone = pending && before ? goneFrom(before, day, moving) : []
  const press = pressing(selection)
  const isLandingHere = drag?.spot !== undefined && drag.spot.dayId === day.day.id
  const own = concerns.filter((concern) => concern.onDate === day.day.onDate)
  return (
    <section className={css.day} data-lane={day.day.id}>
      <DayHead
        day={day}
        change={headerAgainst(day.header, pending && before?.header)}
        palette={look.palette}
        zone={shown.facts.timeZone}
        concerns={worstOf(own)}
        raised={countOn(pending?.preview?.raises, day.day.onDate)}
        cleared={countOn(pending?.preview?.clears, day.day.onDate)}
        onEdit={canEdit ? () => onEditDay(day.day.id) : undefined}
        onConcerns={() => onDayConcerns(day.day.onDate)}
      />
      {withHoles(day.rows, gone).map((item) =>
        'row' in item ? (
          <BoardRow
            key={item.row.strip.id}
            row={item.row}
            look={look}
            cast={cast}
            state={stateOf(item.row.strip.id, { moving, drag, dimmed, selection })}
            isCursor={selection.cursor === item.row.strip.id}
            isLanding={isLandingHere && drag?.spot?.before === item.row.strip.id}
            oldStart={changedStart(item.row, oldTimes)}
            onPress={press}
            onOpen={onOpen}
            onGrab={onGrab}
          />
        ) : (
          <Hole key={`gone-${item.gone.strip.id}`} row={item.gone} words={goesTo(arranging, item.gone)} />
        ),
      )}
      {day.rows.length === 0 && gone.length === 0 && (
        <p className={classes(css.emptyDay, isLandingHere && css.landing)}>
          {day.header.number === null ? day.day.note || 'Nobody shoots' : 'Nothing on this day yet'}
        </p>
      )}
      {isLandingHere && drag?.spot?.before === null && day.rows.length > 0 && (
        <div className={classes(css.dayEndDrop, css.landing)} />
      )}
    </section>
  )
}

interface Standing {
  moving: ReadonlySet<StripId>
  drag: StripDrag | undefined
  dimmed: ReadonlySet<StripId> | undefined
  selection: Selection
}

export function stateOf(id: StripId, { moving, drag, dimmed, selection }: Standing) {
  if (moving.has(id)) return 'pending'
  if (drag?.stripIds.includes(id) || dimmed?.has(id)) return 'held'
  return selection.ids.has(id) ? 'selected' : 'plain'
}

const worstOf = (concerns: readonly Concern[]) => {
  const pressing_ = concerns.filter((concern) => concern.severity !== 'notes')
  if (pressing_.length === 0) return undefined
  return {
    count: pressing_.length,
    worst: pressing_.some((concern) => concern.severity === 'blocks') ? ('blocks' as const) : ('warns' as const),
  }
}

const countOn = (concerns: readonly Concern[] | undefined, onDate: string): number =>
  concerns?.filter((concern) => concern.onDate === onDate && concern.severity !== 'notes').length ?? 0

/** The old start, where the pending move changes it; a strip that is new on a day has none. */
function changedStart(row: SheetRow, oldTimes: ReadonlyMap<StripId, string> | undefined): string | null {
  if (!oldTimes || !row.clock) return null
  const old = oldTimes.get(row.strip.id)
  return old === clockOf(row.clock.from) ? null : (old ?? '–')
}

/** Strips the pending move takes off this day, each behind the one it lay behind. */
const goneFrom = (before: SheetDay, now: SheetDay, moving: ReadonlySet<StripId>): SheetRow[] => {
  const here = new Set(now.rows.map((row) => row.strip.id))
  return before.rows.filter((row) => moving.has(row.strip.id) && !here.has(row.strip.id))
}

type Item = { row: SheetRow } | { gone: SheetRow }

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
function goesTo({ shown }: Arranging, { strip }: SheetRow): string {
  const now = [...shown.days.flatMap((day) => day.rows), ...shown.boneyard].find((row) => row.strip.id === strip.id)
  const time = now?.clock ? `, ${clockOf(now.clock.from)}` : ''
  return `moves to ${laneText(shown, now?.strip.dayId ?? null)}${time}`
}
