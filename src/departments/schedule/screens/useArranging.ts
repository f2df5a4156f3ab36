import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Preview } from '../../../kernel/concern.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { browser, keyOf, refresh } from '../../../client/react.ts'
import { isStale, problemOf } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import { inverseOf } from '../arrange.rules.ts'
import type { Move } from '../arrange.rules.ts'
import type { BoardId } from '../board.contract.ts'
import { sheetOf } from '../board.rules.ts'
import type { BoardSheet } from '../board.rules.ts'
import { readBoard } from '../boards.contract.ts'
import type { BoardView } from '../boards.contract.ts'
import { factsAfter, laneText, laidOut, movedText } from '../shown.rules.ts'
import { arrangeBoard } from '../strips.contract.ts'

/** Holding an arrow key asks once, where it stops. */
const ASK_AFTER_MS = 120

/** A move that is shown and not done yet, with what the office says it would do. */
export interface Pending {
  readonly moves: readonly Move[]
  readonly title: string
  readonly preview: Preview | undefined
  readonly problem: unknown
  /** The office is still looking; what is shown belongs to the place before. */
  readonly isAsking: boolean
}

interface Step {
  readonly title: string
  readonly inverse: readonly Move[]
}

export interface Arranging {
  /** The board as it lies on the server. */
  readonly base: BoardSheet
  /** The board as it is shown: with moves on their way and the pending one. */
  readonly shown: BoardSheet
  readonly pending: Pending | undefined
  /** Moves refused because somebody else changed the board first; kept until a person chooses. */
  readonly stuck: readonly Move[] | undefined
  readonly canUndo: boolean
  /** Shows what a move would do and waits for a decision. */
  propose(moves: readonly Move[]): void
  /** Does a move at once. */
  carryOut(moves: readonly Move[]): void
  apply(): void
  cancel(): void
  undo(): void
  retryStuck(): void
  dropStuck(): void
  /** What any other change on the board answers with. */
  settle(view: BoardView): void
  /** The version the next change is made on, once the moves on their way have arrived. */
  settledVersion(): Promise<number>
}

const titleOf = (sheet: BoardSheet, moves: readonly Move[]): string => {
  const last = moves[moves.length - 1]
  if (!last) return ''
  return `${movedText(
    sheet.facts,
    moves.flatMap((move) => move.stripIds),
  )} to ${laneText(sheet, last.dayId)}`
}

/**
 * Arranging a board: what is shown is the server's board with the moves on their way laid over it, so a strip never
 * jumps back while it is saved. Moves leave one after the other, each on the version the one before it made.
 */
export function useArranging(view: BoardView, productionId: ProductionId): Arranging {
  const client = useQueryClient()
  const boardId = view.facts.board.id
  const [sending, setSending] = useState<readonly Move[]>([])
  const [pending, setPending] = useState<Pending>()
  const [stuck, setStuck] = useState<readonly Move[]>()
  const [history, setHistory] = useState<readonly Step[]>([])
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(view)
  useEffect(() => {
    if (view.facts.board.id !== latest.current.facts.board.id || view.version >= latest.current.version)
      latest.current = view
  }, [view])
  useEffect(() => {
    setPending(undefined)
    setHistory([])
  }, [boardId])

  const settle = useCallback(
    (next: BoardView) => {
      latest.current = next
      const params = { productionId, boardId: next.facts.board.id }
      client.setQueryData(keyOf(readBoard, { params }), next)
      void refresh(client, productionId)
    },
    [client, productionId],
  )

  const send = useCallback(
    (moves: readonly Move[], step?: Step) => {
      setSending((now) => [...now, ...moves])
      line.current = line.current.then(async () => {
        try {
          const next = await browser.call(arrangeBoard, {
            params: { productionId, boardId: boardId as BoardId },
            ifMatch: latest.current.version,
            body: { moves: moves.map((move) => ({ ...move, stripIds: [...move.stripIds] })) },
          })
          settle(next)
          if (step) setHistory((steps) => [...steps.slice(-99), step])
        } catch (error) {
          // Moves that waited behind a refused one were made on the same board: they are refused and asked about together.
          if (isStale(problemOf(error))) setStuck((now) => [...(now ?? []), ...moves])
          else toast.problem(error)
          void refresh(client, productionId)
        }
        setSending((now) => now.slice(moves.length))
      })
    },
    [boardId, client, productionId, settle],
  )

  const base = useMemo(() => sheetOf(view.facts), [view.facts])
  const settled = useMemo(() => factsAfter(view.facts, sending), [view.facts, sending])
  const shown = useMemo(
    () => (sending.length === 0 && !pending ? base : sheetOf(factsAfter(settled, pending?.moves ?? []))),
    [base, settled, sending, pending],
  )

  const carryOut = useCallback(
    (moves: readonly Move[]) => {
      if (moves.length === 0) return
      send(moves, { title: titleOf(base, moves), inverse: inverseOf(laidOut(settled), moves) })
    },
    [base, send, settled],
  )

  const asking = useRef<{ stop: AbortController; timer: ReturnType<typeof setTimeout> }>(undefined)
  const stopAsking = useCallback(() => {
    clearTimeout(asking.current?.timer)
    asking.current?.stop.abort()
  }, [])
  const propose = useCallback(
    (moves: readonly Move[]) => {
      stopAsking()
      setPending((now) => ({
        moves,
        title: titleOf(base, moves),
        preview: now?.preview,
        problem: undefined,
        isAsking: true,
      }))
      const stop = new AbortController()
      const ask = () =>
        browser
          .preview(arrangeBoard, {
            params: { productionId, boardId: boardId as BoardId },
            ifMatch: latest.current.version,
            body: { moves: moves.map((move) => ({ ...move, stripIds: [...move.stripIds] })) },
            signal: stop.signal,
          })
          .then(
            (preview) => !stop.signal.aborted && setPending((now) => now && { ...now, preview, isAsking: false }),
            (problem: unknown) =>
              !stop.signal.aborted && setPending((now) => now && { ...now, problem, isAsking: false }),
          )
      asking.current = { stop, timer: setTimeout(ask, ASK_AFTER_MS) }
    },
    [base, boardId, productionId, stopAsking],
  )

  const cancel = useCallback(() => {
    stopAsking()
    setPending(undefined)
  }, [stopAsking])
  const apply = useCallback(() => {
    if (!pending) return
    cancel()
    carryOut(pending.moves)
  }, [cancel, carryOut, pending])
  const undo = useCallback(() => {
    const step = history[history.length - 1]
    if (!step) return
    setHistory((steps) => steps.slice(0, -1))
    send(step.inverse)
    toast.done(`Took back ${step.title}`)
  }, [history, send])
  const retryStuck = useCallback(() => {
    if (!stuck) return
    setStuck(undefined)
    carryOut(stuck)
  }, [carryOut, stuck])

  return {
    base,
    shown,
    pending,
    stuck,
    canUndo: history.length > 0,
    propose,
    carryOut,
    apply,
    cancel,
    undo,
    retryStuck,
    dropStuck: () => setStuck(undefined),
    settle,
    settledVersion: () => line.current.then(() => latest.current.version),
  }
}
