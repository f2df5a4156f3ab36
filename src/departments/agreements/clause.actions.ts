import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as store from './clause.store.ts'
import { approval } from './template.actions.ts'
import { ClauseKeyTaken, type Clause, type ClauseBody, type ClauseId } from './template.contract.ts'
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

export const all = async (db: Db): Promise<Clause[]> => (await store.all(db)).map(shownClause)

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
  { verb, id, before }: { verb: string; id: ClauseId; before: Clause | null },
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
    const row = { id, key: body.key, title: body.title, created_at: app.clock.now().toString(), archived_at: null }
    if (!(await store.insert(tx, row)))
      throw new Problem(ClauseKeyTaken, {}, `There is already a clause called ${body.key}.`)
    await store.insertVersion(tx, clauseVersion(app, actor, id, 1, body))
    return settleClause(app, tx, actor, { verb: 'agreement_clause.added', id, before: null })
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
    const locked = await store.lock(tx, id)
    const before = await getClause(tx, id)
    demandFresh({ expected, current: locked?.version ?? before.version }, before.title)
    const at = app.clock.now()
    await store.update(tx, id, {
      title: body.title ?? before.title,
      ...(body.archived !== undefined && { archived_at: body.archived ? at.toString() : null }),
    })
    if (body.texts !== undefined && canonical(body.texts) !== canonical(before.texts)) {
      const wording = { texts: body.texts, note: body.note ?? '' }
      await store.insertVersion(tx, clauseVersion(app, actor, id, before.number + 1, wording))
    }
    if (body.approvedBy !== undefined) await store.approveNewest(tx, id, { by: body.approvedBy, at })
    return settleClause(app, tx, actor, { verb: 'agreement_clause.changed', id, before })
  })
