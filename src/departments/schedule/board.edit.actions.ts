import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Board, BoardId } from './board.contract.ts'
import { view } from './board.reads.actions.ts'
import * as store from './board.store.ts'
import { bookShootDays } from './crewDays.actions.ts'
import type { BoardView } from './boards.contract.ts'

/** Who changes which board, and the version they saw. */
export interface OnBoard {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly boardId: BoardId
  readonly expected: number
}

/** What was done, for the record: the verb, and the fields before and after. */
interface Done {
  readonly verb: string
  readonly label?: string
  readonly before?: object
  readonly after?: object
  /** Dates may be shot that were not, or the other way round: crew who work every shoot day are booked anew. */
  readonly changesShootDays?: true
}

/** Holds the board in the version the person saw. @throws NotFound, Stale */
export async function hold(tx: Tx, { scope, boardId, expected }: OnBoard): Promise<Board> {
  const board = await store.lock(tx, scope, boardId)
  if (!board) throw new Problem(NotFound, {}, 'There is no such board here. It may have been put away.')
  demandFresh({ expected, current: board.version }, 'this board')
  return board
}

/**
 * Every change on a board, its days and its strips goes the same way: hold it, do the work, take the next version,
 * record, tell open pages, and answer with the board as it is now.
 */
export const edit = (app: App, on: OnBoard, work: (tx: Tx, board: Board) => Promise<Done>): Promise<BoardView> =>
  app.transaction(async (tx) => {
    const board = await hold(tx, on)
    const done = await work(tx, board)
    await store.touch(tx, on.scope, [board.id])
    await settle(app, tx, on, { ...done, label: done.label ?? board.name })
    return view(tx, on.scope, board.id)
  })

/** The record and the announcement alone, for what changes a board's standing. */
export async function settle(app: App, tx: Tx, { scope, actor, boardId }: Omit<OnBoard, 'expected'>, done: Done) {
  await app.audit.record(tx, actor, done.verb, {
    subject: { kind: 'board', id: boardId, ...(done.label !== undefined && { label: done.label }) },
    productionId: scope.productionId,
    before: done.before ?? {},
    after: done.after ?? {},
  })
  if (done.changesShootDays) await bookShootDays(app, tx, scope)
  await app.announce(tx, { department: 'schedule', productionId: scope.productionId, ids: [boardId] })
}
