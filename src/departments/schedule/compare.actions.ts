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
import { planAmong } from './counting.rules.ts'
import * as issues from './issues.store.ts'

/** Everything that clashes on a board, as if it were the active one. */
export async function concerns(app: App, scope: ProductionScope, boardId: BoardId): Promise<Concern[]> {
  const facts = await clashFacts(app.db, scope, app.clock.now(), boardId)
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
  // What was published no longer has facts of its own to clash: then nothing is raised and nothing cleared.
  const was = id === undefined ? [] : await concerns(app, scope, id)
  const is = id === undefined ? [] : await concerns(app, scope, boardId)
  const keysBefore = new Set(was.map(({ key }) => key))
  const keysAfter = new Set(is.map(({ key }) => key))
  return {
    ...compareSheets(before, after),
    beforeName: name,
    afterName: after.facts.board.name,
    raises: is.filter(({ key }) => !keysBefore.has(key)),
    clears: was.filter(({ key }) => !keysAfter.has(key)),
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
  const active = planAmong(await store.all(db, scope))
  const id = other === 'active' ? active?.id : other
  if (id === undefined) throw new Problem(NotFound, {}, 'No board is active yet.')
  const before = await sheet(db, scope, id)
  return { before, name: before.facts.board.name, id }
}
