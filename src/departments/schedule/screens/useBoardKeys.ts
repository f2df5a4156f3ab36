import { useCallback, useRef, type KeyboardEvent } from 'react'
import { keyName } from '../../../ui/useKeys.ts'
import { step } from '../arrange.rules.ts'
import type { Move } from '../arrange.rules.ts'
import type { ShootDayId, StripId } from '../board.contract.ts'
import type { BoardSheet } from '../board.rules.ts'
import { laidOut } from '../shown.rules.ts'
import { rowDomId } from './BoardRow.tsx'
import type { Arranging } from './useArranging.ts'
import type { Selection } from './useSelection.ts'

interface Options {
  readonly arranging: Arranging
  readonly selection: Selection
  readonly canEdit: boolean
  readonly onOpen: (id: StripId | undefined) => void
}

/**
 * The board by keyboard: arrows walk, Shift picks more, Alt moves at once, Space grabs: then arrows move what is
 * grabbed with a preview of each place, Enter lays it down, Esc takes it back.
 */
export function useBoardKeys({ arranging, selection, canEdit, onOpen }: Options) {
  const { shown, base, pending, propose, carryOut, apply, cancel } = arranging
  const grabbed = useRef<readonly Move[]>([])

  const lanes = useCallback((): (ShootDayId | null)[] => [...shown.days.map((day) => day.day.id), null], [shown.days])
  const show = (id: StripId | undefined) =>
    id !== undefined &&
    requestAnimationFrame(() => document.getElementById(rowDomId(id))?.scrollIntoView({ block: 'nearest' }))

  const stepped = (by: -1 | 1): Move | null =>
    selection.inOrder.length === 0 ? null : step(laidOut(shown.facts), lanes(), selection.inOrder, by)

  const move = (by: -1 | 1) => {
    const next = stepped(by)
    if (next) carryOut([next])
    show(selection.cursor)
  }
  /** While grabbed, every step is added to what would be done. */
  const carry = (by: -1 | 1) => {
    const next = stepped(by)
    if (!next) return
    grabbed.current = [...grabbed.current, next]
    propose(grabbed.current)
    show(selection.cursor)
  }
  const toLane = (dayId: ShootDayId | null) => {
    if (selection.inOrder.length > 0) carryOut([{ stripIds: selection.inOrder, dayId, before: null }])
  }
  const grab = () => {
    if (pending) return cancel()
    grabbed.current = []
    if (selection.inOrder.length > 0) propose([stay(base, selection.inOrder)])
  }
  const isHeld = pending !== undefined

  const handlers: Record<string, () => void> = {
    ArrowUp: () => (isHeld ? carry(-1) : show(selection.step(-1, 'move'))),
    ArrowDown: () => (isHeld ? carry(1) : show(selection.step(1, 'move'))),
    'Shift+ArrowUp': () => show(selection.step(-1, 'extend')),
    'Shift+ArrowDown': () => show(selection.step(1, 'extend')),
    Escape: () => (isHeld ? cancel() : (selection.clear(), onOpen(undefined))),
    Enter: () => (isHeld ? apply() : selection.cursor !== undefined && onOpen(selection.cursor)),
    ...(canEdit && {
      'Alt+ArrowUp': () => move(-1),
      'Alt+ArrowDown': () => move(1),
      Space: grab,
      b: () => toLane(null),
      ...Object.fromEntries(dayKeys(shown).map(([key, dayId]) => [key, () => toLane(dayId)])),
    }),
  }
  return (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).closest('input, textarea, select, button, a')) return
    const handler = handlers[keyName(event.nativeEvent)]
    if (!handler) return
    event.preventDefault()
    handler()
  }
}

/** `Alt+1` to `Alt+9` for the days of these numbers; where units count apart, the main unit's, which come first on a date. */
function dayKeys({ days }: BoardSheet): [string, ShootDayId][] {
  const numbered = new Map<string, ShootDayId>()
  for (const { day, header } of days)
    if (header.number !== null && header.number <= 9 && !numbered.has(`Alt+${header.number}`))
      numbered.set(`Alt+${header.number}`, day.id)
  return [...numbered]
}

/** The move that changes nothing: what is grabbed lies where it lay. */
function stay(sheet: Arranging['base'], stripIds: readonly StripId[]): Move {
  for (const [dayId, ids] of laidOut(sheet.facts)) {
    const at = ids.findIndex((id) => stripIds.includes(id))
    if (at >= 0) return { stripIds, dayId, before: ids.slice(at).find((id) => !stripIds.includes(id)) ?? null }
  }
  return { stripIds, dayId: null, before: null }
}
