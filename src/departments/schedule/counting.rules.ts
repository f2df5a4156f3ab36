import type { Board, BoardId } from './board.contract.ts'
import type { Plan } from './clash.facts.rules.ts'

/** The board that drives everything: of those that are active the one that does not run alongside. */
export const planAmong = <B extends Pick<Board, 'state' | 'runsAlongside'>>(boards: readonly B[]): B | undefined =>
  boards.find((board) => board.state === 'active' && !board.runsAlongside)

/** The boards that count: the active one, or another as if it were, and everything published that runs alongside. */
export function countingBoards(boards: readonly Board[], asIfActive?: BoardId): Board[] {
  const focus = boards.find((board) => board.id === asIfActive)
  const alongside = boards.filter(
    (board) => board.runsAlongside && (board.state !== 'draft' || board.id === asIfActive),
  )
  const plan = focus && !focus.runsAlongside ? focus : planAmong(boards)
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
