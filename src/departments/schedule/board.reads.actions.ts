import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Board, BoardFacts, BoardId, ScheduleIssue, ScheduleIssueId } from './board.contract.ts'
import type { BoardSheet } from './board.rules.ts'
import * as store from './board.store.ts'
import type { BoardSummary, BoardView } from './boards.contract.ts'
import { unplacedScenes } from './clashdays.rules.ts'
import { thawed } from './issued.rules.ts'
import * as issues from './issues.store.ts'
import { sheetsOf } from './load.actions.ts'

const can = (scope: ProductionScope) => ({ edit: scope.can('schedule.edit'), publish: scope.can('schedule.publish') })

/** @throws NotFound */
export async function get(db: Db, scope: ProductionScope, id: BoardId): Promise<Board> {
  const board = await store.find(db, scope, id)
  if (!board) throw new Problem(NotFound, {}, 'There is no such board here. It may have been put away.')
  return board
}

/** The board with everything computed. @throws NotFound */
export async function sheet(db: Db, scope: ProductionScope, id: BoardId): Promise<BoardSheet> {
  const board = await get(db, scope, id)
  return (await sheetsOf(db, scope, [board])).get(id) as BoardSheet
}

export async function view(db: Db, scope: ProductionScope, id: BoardId): Promise<BoardView> {
  const { facts } = await sheet(db, scope, id)
  const published = await issues.all(db, scope)
  return {
    version: facts.board.version,
    facts,
    lastIssue: published.find((issue) => issue.boardId === id) ?? null,
    can: can(scope),
  }
}

export async function list(db: Db, scope: ProductionScope): Promise<{ items: BoardSummary[]; can: BoardView['can'] }> {
  const boards = await store.all(db, scope)
  const sheets = await sheetsOf(db, scope, boards)
  const published = await issues.all(db, scope)
  const items = boards.map((board) => {
    const laid = sheets.get(board.id)
    return {
      ...board,
      dayCount: laid?.days.filter((day) => day.header.number !== null).length ?? 0,
      unplacedCount: laid ? unplacedScenes(laid).length : 0,
      lastIssue: published.find((issue) => issue.boardId === board.id) ?? null,
    }
  })
  return { items, can: can(scope) }
}

/** @throws NotFound */
export async function issued(
  db: Db,
  scope: ProductionScope,
  id: ScheduleIssueId,
): Promise<{ issue: ScheduleIssue; facts: BoardFacts }> {
  const found = await issues.find(db, scope, id)
  if (!found) throw new Problem(NotFound, {}, 'No schedule was published under this number.')
  return { issue: found.issue, facts: thawed(found.snapshot) }
}
