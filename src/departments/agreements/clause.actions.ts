import { sql } from 'kysely'
import { NotFound, Problem, Stale } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { approval } from './template.actions.ts'
import { ClauseKeyTaken, type Clause, type ClauseBody, type ClauseId } from './template.contract.ts'
import * as store from './template.store.ts'
import { canonical } from './text.rules.ts'
import { nameOf } from './writing.actions.ts'

interface Write {
  readonly actor: Actor
}

const shownClause = ({
  approvedBy,
  approvedAt,
  writtenAt,
  archivedAt,
  versionId: _,
  ...row
}: store.ClauseRow): Clause => ({
  ...row,
  writtenAt: writtenAt.toString(),
  approved: approval(approvedBy, approvedAt),
  archivedAt: archivedAt?.toString() ?? null,
})

export const all = async (db: Db): Promise<Clause[]> => (await store.clauses(db)).map(shownClause)

const getClause = async (db: Db, id: ClauseId): Promise<Clause> => {
  const found = (await all(db)).find((it) => it.id === id)
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no such clause.')
  return found
}

const clauseVersion = (
  app: App,
  actor: Actor,
  id: ClauseId,
  number: number,
  body: Pick<ClauseBody, 'texts' | 'note'>,
) => ({
  id: app.ids.next<string>(),
  clause_id: id,
  number,
  texts: JSON.stringify(body.texts),
  note: body.note,
  created_by_name: nameOf(actor),
  created_at: app.clock.now().toString(),
  approved_by_name: null,
  approved_at: null,
})

async function settleClause(
  app: App,
  tx: Tx,
  actor: Actor,
  verb: string,
  id: ClauseId,
  before: Clause | null,
): Promise<Clause> {
  const after = await getClause(tx, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'agreement_clause', id, label: after.title },
    before,
    after,
  })
  await app.announce(tx, { department: 'agreements', productionId: null, ids: [id] })
  return after
}

export const create = (app: App, { actor, body }: Write & { body: ClauseBody }): Promise<Clause> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<ClauseId>()
    const made = await tx
      .insertInto('agreement_clause')
      .values({ id, key: body.key, title: body.title, created_at: app.clock.now().toString(), archived_at: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) throw new Problem(ClauseKeyTaken, {}, `There is already a clause called ${body.key}.`)
    await tx
      .insertInto('agreement_clause_version')
      .values(clauseVersion(app, actor, id, 1, body))
      .execute()
    return settleClause(app, tx, actor, 'agreement_clause.added', id, null)
  })

interface ClauseChange extends Write {
  readonly id: ClauseId
  readonly expected: number
  readonly body: { [K in 'title' | 'texts' | 'note']?: ClauseBody[K] | undefined } & {
    approvedBy?: string | undefined
    archived?: boolean | undefined
  }
}

export const change = (app: App, { actor, id, expected, body }: ClauseChange): Promise<Clause> =>
  app.transaction(async (tx) => {
    const locked = await store.lockClause(tx, id)
    const before = await getClause(tx, id)
    if (locked?.version !== expected)
      throw new Problem(
        Stale,
        { expected, current: before.version },
        `Somebody changed ${before.title} in the meantime.`,
      )
    await tx
      .updateTable('agreement_clause')
      .set({
        title: body.title ?? before.title,
        ...(body.archived !== undefined && { archived_at: body.archived ? app.clock.now().toString() : null }),
        version: sql<number>`version + 1`,
      })
      .where('id', '=', id)
      .execute()
    if (body.texts !== undefined && canonical(body.texts) !== canonical(before.texts))
      await tx
        .insertInto('agreement_clause_version')
        .values(clauseVersion(app, actor, id, before.number + 1, { texts: body.texts, note: body.note ?? '' }))
        .execute()
    if (body.approvedBy !== undefined)
      await tx
        .updateTable('agreement_clause_version')
        .set({ approved_by_name: body.approvedBy, approved_at: app.clock.now().toString() })
        .where('clause_id', '=', id)
        .where('number', '=', (await getClause(tx, id)).number)
        .execute()
    return settleClause(app, tx, actor, 'agreement_clause.changed', id, before)
  })
