import type { Board, BoardId } from './board.contract.ts'
import type { Plan } from './clash.facts.rules.ts'

/** The boards that count: the active one, or another as if it were, and everything published that runs alongside. */
export function countingBoards(boards: readonly Board[], asIfActive?: BoardId): Board[] {
  const focus = boards.find((board) => board.id === asIfActive)
  const alongside = boards.filter(
    (board) => board.runsAlongside && (board.state !== 'draft' || board.id === asIfActive),
  )
  const active = boards.find((board) => board.state === 'active' && !board.runsAlongside)
  const plan = focus && !focus.runsAlongside ? focus : active
  return [...(plan ? [plan] : []), ...alongside]
}

/** The plan a board stands for, of which other productions learn the code alone. */
export const planOf = (
  productionId: string,
  productionCode: string,
  board: Board,
  whose: 'ours' | 'theirs' = 'ours',
): Omit<Plan, 'unit'> => ({
  productionId,
  productionCode,
  boardId: board.id,
  boardName: board.name,
  lane: board.runsAlongside ? board.id : 'plan',
  isOurs: whose === 'ours',
})
