import type { MouseEvent } from 'react'
import type { StripId } from '../board.contract.ts'
import type { SheetRow } from '../board.rules.ts'
import type { RowState } from './BoardRow.tsx'
import type { Selection } from './useSelection.ts'
import type { StripDrag } from './useStripDrag.ts'

/**
 * How the strips of one lane are marked, as plain words: lanes whose words stay the same are not drawn again, however
 * many strips the board holds.
 */
export interface Marks {
  /** Ids, joined by spaces. */
  readonly selected: string
  /** In the hand, or not what the filter asks for. */
  readonly faint: string
  readonly cursor: StripId | undefined
}

interface Standing {
  readonly selection: Selection
  readonly drag: StripDrag | undefined
  readonly dimmed: ReadonlySet<StripId> | undefined
}

export function marksOf(rows: readonly SheetRow[], { selection, drag, dimmed }: Standing): Marks {
  const ids = rows.map((row) => row.strip.id)
  const inHand = new Set(drag?.stripIds)
  return {
    selected: ids.filter((id) => selection.ids.has(id)).join(' '),
    faint: ids.filter((id) => inHand.has(id) || dimmed?.has(id)).join(' '),
    cursor: selection.cursor !== undefined && ids.includes(selection.cursor) ? selection.cursor : undefined,
  }
}

export function markOf(id: StripId, { selected, faint }: Marks, moving: ReadonlySet<StripId> | undefined): RowState {
  if (moving?.has(id)) return 'pending'
  if (faint.includes(id)) return 'held'
  return selected.includes(id) ? 'selected' : 'plain'
}

/** Picks with the mouse as lists do: alone, with Ctrl added or taken out, with Shift up to here. */
export const pressing =
  ({ only, toggle, extendTo }: Pick<Selection, 'only' | 'toggle' | 'extendTo'>) =>
  (event: MouseEvent, id: StripId) => {
    if (event.shiftKey) extendTo(id)
    else if (event.ctrlKey || event.metaKey) toggle(id)
    else only(id)
  }
