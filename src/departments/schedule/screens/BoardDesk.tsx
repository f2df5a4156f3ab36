import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import type { Concern } from '../../../kernel/concern.ts'
import type { ShootDayId, Strip, StripId } from '../board.contract.ts'
import { rowsOf } from '../board.rules.ts'
import type { BoardSheet } from '../board.rules.ts'
import { useKeys } from '../../../ui/useKeys.ts'
import { BoardGrid } from './BoardGrid.tsx'
import { BoardSide } from './BoardSide.tsx'
import css from './board.module.css'
import { dressedIn } from './colours.ts'
import { matchesFilter } from './FilterField.tsx'
import type { Arranging } from './useArranging.ts'
import type { BoardChange, BoardParams } from './useBoardChange.ts'
import { useBoardKeys } from './useBoardKeys.ts'
import { useDayInAddress } from './useDayInAddress.ts'
import { useSelection } from './useSelection.ts'
import { useStripDrag } from './useStripDrag.ts'

interface BoardDeskProps {
  arranging: Arranging
  params: BoardParams
  boardName: string
  change: BoardChange
  canEdit: boolean
  filter: string
  concerns: { all: readonly Concern[]; open: readonly Concern[] }
  /** Where the keys are, for what is added from the toolbar. */
  cursor: RefObject<Strip | undefined>
  onEditDay: (id: ShootDayId) => void
  onAddDays: () => void
}

/**
 * The board and what lies beside it. Picking and dragging live here and not in the page around it, so that a step of
 * the pointer draws strips and nothing else.
 */
export function BoardDesk(props: BoardDeskProps) {
  const { arranging, params, boardName, change, canEdit, filter, concerns, cursor, onEditDay, onAddDays } = props
  const { shown, base } = arranging
  const selection = useSelection(shown)
  useDayInAddress(base.days)
  const [opened, setOpened] = useState<StripId>()
  const [aboutDate, setAboutDate] = useState<string>()
  const { ids, inOrder } = selection
  const takes = useCallback((id: StripId) => (ids.has(id) ? inOrder : [id]), [ids, inOrder])
  const { grab, drag } = useStripDrag({
    takes,
    onDrop: (move) => arranging.propose([move]),
    enabled: canEdit && arranging.pending === undefined,
  })
  const askAbout = useCallback((date: string) => {
    setOpened(undefined)
    setAboutDate(date)
  }, [])
  const showAll = useCallback(() => setAboutDate(undefined), [])
  const keys = useBoardKeys({ arranging, selection, canEdit, onOpen: setOpened })
  useKeys({
    ...(canEdit && { 'Ctrl+z': () => arranging.undo() }),
    Escape: () => (arranging.pending ? arranging.cancel() : setOpened(undefined)),
  })
  const dressed = useMemo(() => dressedIn(base.facts.colours), [base.facts.colours])
  const dimmed = useMemo(() => (filter === '' ? undefined : matchesFilter(shown, filter)), [filter, shown])
  const openRow = opened === undefined ? undefined : rowOf(shown, opened)
  useEffect(() => {
    cursor.current = selection.cursor === undefined ? undefined : rowOf(shown, selection.cursor)?.strip
  }, [cursor, selection.cursor, shown])
  return (
    <div className={css.frame} style={dressed}>
      <BoardGrid
        arranging={arranging}
        selection={selection}
        drag={drag}
        dimmed={dimmed}
        concerns={concerns.open}
        canEdit={canEdit}
        onGrab={grab}
        onOpen={setOpened}
        onKeyDown={keys}
        onEditDay={onEditDay}
        onDayConcerns={askAbout}
        onAddDays={onAddDays}
      />
      <BoardSide
        boardName={boardName}
        arranging={arranging}
        selection={selection}
        drag={drag}
        row={openRow}
        params={params}
        concerns={concerns.all}
        aboutDate={aboutDate}
        canEdit={canEdit}
        change={change}
        dimmed={dimmed}
        onGrab={grab}
        onOpen={setOpened}
        onShowAll={showAll}
      />
      {drag && (
        <div ref={drag.ghost} className={css.ghost} aria-hidden>
          {drag.stripIds.length === 1 ? ghostText(base, drag.stripIds[0]) : `${drag.stripIds.length} strips`}
        </div>
      )}
    </div>
  )
}

const rowOf = (sheet: BoardSheet, id: StripId) => rowsOf(sheet).find((row) => row.strip.id === id)

function ghostText(sheet: BoardSheet, id: StripId | undefined): string {
  const row = id && rowOf(sheet, id)
  if (!row) return ''
  return row.scene ? `${row.scene.number} ${row.scene.setName}` : row.strip.title || 'Banner'
}
