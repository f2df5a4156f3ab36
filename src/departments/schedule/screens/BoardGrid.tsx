import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Concern } from '../../../kernel/concern.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { ShootDayId, StripId } from '../board.contract.ts'
import { startTimes } from '../shown.rules.ts'
import { BoardHeads } from './BoardHeads.tsx'
import { rowDomId } from './BoardRow.tsx'
import css from './board.module.css'
import { DayBlock } from './DayBlock.tsx'
import type { Against } from './DayBlock.tsx'
import { gridOf } from './layout.ts'
import { marksOf, pressing } from './marking.ts'
import type { Arranging } from './useArranging.ts'
import type { Selection } from './useSelection.ts'
import type { StripDrag } from './useStripDrag.ts'

interface BoardGridProps {
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

/** Days with their strips on one grid; while a move is pending, old and new stand side by side. */
export function BoardGrid(props: BoardGridProps) {
  const { arranging, selection, drag, concerns, canEdit, onKeyDown, onAddDays } = props
  const { shown, pending } = arranging
  const shape = shown.facts.layout
  const frame = useRef<HTMLDivElement>(null)
  // A strip picked in the boneyard is picked for the keys too, and they are heard here.
  const isPending = pending !== undefined
  useEffect(() => frame.current?.focus({ preventScroll: true }), [isPending, selection.cursor])
  const cast = shown.castColumns
  const labels = useMemo(() => cast.map((element) => element.boardNumber ?? element.name.slice(0, 2)), [cast])
  const grid = useMemo(() => gridOf(shape, labels), [shape, labels])
  const against = useAgainst(arranging)
  const { only, toggle, extendTo } = selection
  const press = useMemo(() => pressing({ only, toggle, extendTo }), [only, toggle, extendTo])
  const own = useMemo(() => countByDate(concerns), [concerns])
  const raised = useMemo(() => countByDate(pending?.preview?.raises ?? []), [pending])
  const cleared = useMemo(() => countByDate(pending?.preview?.clears ?? []), [pending])
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
        <BoardHeads labels={labels} names={cast.map((element) => element.playedBy ?? element.name)} shape={shape} />
        {shown.days.map((day) => (
          <DayBlock
            key={day.day.id}
            day={day}
            sheet={shown}
            cast={cast}
            against={against}
            landing={drag?.spot?.dayId === day.day.id ? drag.spot.before : undefined}
            concernCount={own.get(day.day.onDate)?.count ?? 0}
            worst={own.get(day.day.onDate)?.worst ?? 'warns'}
            raised={raised.get(day.day.onDate)?.count ?? 0}
            cleared={cleared.get(day.day.onDate)?.count ?? 0}
            canEdit={canEdit}
            onPress={press}
            onOpen={props.onOpen}
            onGrab={props.onGrab}
            onEditDay={props.onEditDay}
            onDayConcerns={props.onDayConcerns}
            {...marksOf(day.rows, props)}
          />
        ))}
        {shown.days.length === 0 && (
          <EmptyState
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

function useAgainst({ base, shown, pending }: Arranging): Against | undefined {
  const moves = pending?.moves
  return useMemo(
    () =>
      moves && {
        base,
        shown,
        moving: new Set(moves.flatMap((move) => move.stripIds)),
        oldStarts: startTimes(base),
      },
    [base, moves, shown],
  )
}

interface Count {
  readonly count: number
  readonly worst: 'blocks' | 'warns'
}

/** Pressing concerns by date; what is only good to know is not counted. */
function countByDate(concerns: readonly Concern[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>()
  for (const { onDate, severity } of concerns) {
    if (onDate === undefined || severity === 'notes') continue
    const known = counts.get(onDate)
    const isBlocked = severity === 'blocks' || known?.worst === 'blocks'
    counts.set(onDate, { count: (known?.count ?? 0) + 1, worst: isBlocked ? 'blocks' : 'warns' })
  }
  return counts
}
