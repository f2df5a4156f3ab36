import { useCallback, useMemo, useState } from 'react'
import type { StripId } from '../board.contract.ts'
import { rowsOf } from '../board.rules.ts'
import type { BoardSheet } from '../board.rules.ts'

export interface Selection {
  readonly ids: ReadonlySet<StripId>
  /** Where the keys are. */
  readonly cursor: StripId | undefined
  /** Selected strips in the order they lie. */
  readonly inOrder: readonly StripId[]
  only(id: StripId): void
  toggle(id: StripId): void
  extendTo(id: StripId): void
  step(by: -1 | 1, how: 'move' | 'extend'): StripId | undefined
  clear(): void
}

interface Picked {
  readonly ids: ReadonlySet<StripId>
  readonly anchor: StripId | undefined
  readonly cursor: StripId | undefined
}

const nothing: Picked = { ids: new Set(), anchor: undefined, cursor: undefined }

/** Which strips are picked, over days and boneyard as one long list. */
export function useSelection(sheet: BoardSheet): Selection {
  const [picked, setPicked] = useState<Picked>(nothing)
  const order = useMemo(() => rowsOf(sheet).map((row) => row.strip.id), [sheet])
  const between = useCallback(
    (a: StripId | undefined, b: StripId): StripId[] => {
      const [from, to] = [order.indexOf(a ?? b), order.indexOf(b)]
      if (from < 0 || to < 0) return [b]
      return order.slice(Math.min(from, to), Math.max(from, to) + 1)
    },
    [order],
  )
  const only = useCallback((id: StripId) => setPicked({ ids: new Set([id]), anchor: id, cursor: id }), [])
  const toggle = useCallback(
    (id: StripId) =>
      setPicked((now) => {
        const ids = new Set(now.ids)
        if (!ids.delete(id)) ids.add(id)
        return { ids, anchor: id, cursor: id }
      }),
    [],
  )
  const extendTo = useCallback(
    (id: StripId) =>
      setPicked((now) => ({ ids: new Set(between(now.anchor, id)), anchor: now.anchor ?? id, cursor: id })),
    [between],
  )
  const step = useCallback(
    (by: -1 | 1, how: 'move' | 'extend') => {
      const at = picked.cursor === undefined ? (by === 1 ? -1 : order.length) : order.indexOf(picked.cursor)
      const next = order[Math.min(order.length - 1, Math.max(0, at + by))]
      if (next === undefined) return undefined
      if (how === 'extend') extendTo(next)
      else only(next)
      return next
    },
    [extendTo, only, order, picked.cursor],
  )
  const ids = useMemo(() => new Set(order.filter((id) => picked.ids.has(id))), [order, picked.ids])
  const inOrder = useMemo(() => [...ids], [ids])
  return { ids, cursor: picked.cursor, inOrder, only, toggle, extendTo, step, clear: () => setPicked(nothing) }
}
