import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Concern } from '../../kernel/concern.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BoardId } from './board.contract.ts'
import { sheetOf } from './board.rules.ts'
import type { BoardSheet } from './board.rules.ts'
import { issued, sheet } from './board.reads.actions.ts'
import * as store from './board.store.ts'
import { clashFacts } from './clash.actions.ts'
import { clashes } from './clash.rules.ts'
import { compareSheets } from './compare.rules.ts'
import * as issues from './issues.store.ts'

/** Everything that clashes on a board, as if it were the active one. */
export async function concerns(app: App, db: Db, scope: ProductionScope, boardId: BoardId): Promise<Concern[]> {
  const facts = await clashFacts(db, scope, app.clock.now(), boardId)
  return facts ? clashes(facts) : []
}

/** From the other (what people have now) to this board (what they would get): scenes, days, people, clashes. */
export async function compare(
  app: App,
  scope: ProductionScope,
  boardId: BoardId,
  other: BoardId | 'active' | 'published',
) {
  const after = await sheet(app.db, scope, boardId)
  const { before, name, id } = await otherSide(app.db, scope, other)
  const [was, is] = [
    id === undefined ? [] : await concerns(app, app.db, scope, id),
    id === undefined ? [] : await concerns(app, app.db, scope, boardId),
  ]
  const known = (list: readonly Concern[]) => new Set(list.map((concern) => concern.key))
  return {
    ...compareSheets(before, after),
    beforeName: name,
    afterName: after.facts.board.name,
    raises: is.filter((concern) => !known(was).has(concern.key)),
    clears: was.filter((concern) => !known(is).has(concern.key)),
  }
}

async function otherSide(
  db: Db,
  scope: ProductionScope,
  other: BoardId | 'active' | 'published',
): Promise<{ before: BoardSheet; name: string; id: BoardId | undefined }> {
  if (other === 'published') {
    const last = (await issues.all(db, scope))[0]
    if (!last) throw new Problem(NotFound, {}, 'Nothing has been published yet.')
    const { facts } = await issued(db, scope, last.id)
    return { before: sheetOf(facts), name: `${last.colour.name}, as published`, id: undefined }
  }
  const active = (await store.all(db, scope)).find((board) => board.state === 'active' && !board.runsAlongside)
  const id = other === 'active' ? active?.id : other
  if (id === undefined) throw new Problem(NotFound, {}, 'No board is active yet.')
  const before = await sheet(db, scope, id)
  return { before, name: before.facts.board.name, id }
}
