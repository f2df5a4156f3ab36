import { useCallback } from 'react'
import type { z } from 'zod'
import { browser } from '../../../client/react.ts'
import type { CallArgs } from '../../../client/call.ts'
import type { RouteContract } from '../../../kernel/route.ts'
import { isStale, problemOf } from '../../../ui/problem.ts'
import { toast } from '../../../ui/toast.tsx'
import type { ProductionId } from '../../../kernel/ids.ts'
import type { BoardId } from '../board.contract.ts'
import type { BoardView } from '../boards.contract.ts'
import type { Arranging } from './useArranging.ts'

/** The board a call is about. */
export interface BoardParams {
  readonly productionId: ProductionId
  readonly boardId: BoardId
}

/**
 * Any change on the board other than a move: made on the version that is shown, and what comes back is shown at once.
 * @returns whether it was done; a refusal is told, and `onProblem` may take it over by returning true
 */
export function useBoardChange(arranging: Arranging) {
  const { settle, settledVersion } = arranging
  return useCallback(
    async <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
      contract: RouteContract<P, Q, B, R>,
      args: Omit<CallArgs<P, Q, B>, 'ifMatch'>,
      onProblem?: (problem: ReturnType<typeof problemOf>) => boolean,
    ): Promise<boolean> => {
      try {
        settle((await browser.call(contract, { ...args, ifMatch: await settledVersion() })) as BoardView)
        return true
      } catch (error) {
        const problem = problemOf(error)
        if (onProblem?.(problem)) return false
        if (isStale(problem))
          toast.problem({
            ...problem,
            detail: 'Somebody else changed this board a moment ago. Look again, then repeat it.',
          })
        else toast.problem(error)
        return false
      }
    },
    [settle, settledVersion],
  )
}

export type BoardChange = ReturnType<typeof useBoardChange>
