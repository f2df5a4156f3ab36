import { lazy, Suspense, useMemo, type PointerEvent } from 'react'
import type { Concern } from '../../../kernel/concern.ts'
import type { ShootDayId, StripId } from '../board.contract.ts'
import type { SheetRow } from '../board.rules.ts'
import { BoardRow } from './BoardRow.tsx'
import { marksOf, markOf, pressing } from './marking.ts'
import { Boneyard } from './Boneyard.tsx'
import css from './side.module.css'
import { ConcernsPanel } from './ConcernsPanel.tsx'
import type { Arranging } from './useArranging.ts'
import type { BoardChange, BoardParams } from './useBoardChange.ts'
import type { Selection } from './useSelection.ts'
import type { StripDrag } from './useStripDrag.ts'

/** Loaded once the board stands: neither is there at first sight. */
const PreviewPanel = lazy(async () => ({ default: (await import('./PreviewPanel.tsx')).PreviewPanel }))
const StripPanel = lazy(async () => ({ default: (await import('./StripPanel.tsx')).StripPanel }))

interface BoardSideProps {
  boardName: string
  arranging: Arranging
  selection: Selection
  drag: StripDrag | undefined
  row: SheetRow | undefined
  params: BoardParams
  concerns: readonly Concern[]
  aboutDate: string | undefined
  canEdit: boolean
  change: BoardChange
  dimmed: ReadonlySet<StripId> | undefined
  onGrab: (event: PointerEvent, id: StripId) => void
  onOpen: (id: StripId | undefined) => void
  onShowAll: () => void
}

/** Beside the board: what a move would do, else the strip that is open, else what clashes; and the boneyard. */
export function BoardSide(props: BoardSideProps) {
  const { arranging, selection, drag, dimmed, onGrab, onOpen } = props
  const { shown, pending } = arranging
  const moving = useMemo(() => new Set(pending?.moves.flatMap((move) => move.stripIds)), [pending])
  const { only, toggle, extendTo } = selection
  const press = useMemo(() => pressing({ only, toggle, extendTo }), [only, toggle, extendTo])
  const marks = marksOf(shown.boneyard, { selection, drag, dimmed })
  const isLanding = drag?.spot !== undefined && drag.spot.dayId === null
  return (
    <aside className={css.side}>
      <Suspense>
        <BoardTop {...props} />
      </Suspense>
      <Boneyard rows={shown.boneyard} isLanding={isLanding}>
        {shown.boneyard.map((row) => (
          <BoardRow
            key={row.strip.id}
            row={row}
            look={shown.facts.board.look}
            shape={shown.facts.layout}
            cast={shown.castColumns}
            state={markOf(row.strip.id, marks, moving)}
            isCursor={selection.cursor === row.strip.id}
            isLanding={isLanding && drag?.spot?.before === row.strip.id}
            oldStart={null}
            mini
            onPress={press}
            onOpen={onOpen}
            onGrab={onGrab}
          />
        ))}
      </Boneyard>
    </aside>
  )
}

function BoardTop(props: BoardSideProps) {
  const { arranging, row, params, change, canEdit, onOpen, boardName, concerns, aboutDate, onShowAll } = props
  if (arranging.pending)
    return (
      <PreviewPanel
        pending={arranging.pending}
        boardName={boardName}
        onApply={arranging.apply}
        onCancel={arranging.cancel}
      />
    )
  if (row) {
    const moveTo = (dayId: ShootDayId | null) => arranging.propose([{ stripIds: [row.strip.id], dayId, before: null }])
    return (
      <StripPanel
        key={row.strip.id}
        row={row}
        sheet={arranging.shown}
        params={params}
        canEdit={canEdit}
        change={change}
        onMoveTo={moveTo}
        onClose={() => onOpen(undefined)}
      />
    )
  }
  return (
    <ConcernsPanel productionId={params.productionId} concerns={concerns} onDate={aboutDate} onShowAll={onShowAll} />
  )
}
