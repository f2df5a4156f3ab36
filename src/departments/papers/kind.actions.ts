import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { addPaperKind, changePaperKind, PaperKindId, PaperKindRecord, setPaperRule } from './papers.contract.ts'
import * as store from './papers.store.ts'

/** Kinds of paper in the order of the settings; which agreement ticks one is the house's to know. */
export const all = async (db: Db): Promise<PaperKindRecord[]> =>
  (await store.kinds(db)).map(({ agreementKind: _, ...kind }) => kind)

const taken = () => invalid('/name', 'There is a kind of paper of this name already.')

export const add = (app: App, { actor, body }: { actor: Actor; body: BodyOf<typeof addPaperKind> }) =>
  app.transaction(async (tx) => {
    const id = app.ids.next<PaperKindId>()
    const isNew = await store.insertKind(tx, {
      id,
      name: body.name,
      agreement_kind: null,
      per_production: body.perProduction,
      expires: body.expires,
      is_insurance: body.isInsurance,
      keep_after_start_years: null,
      keep_after_end_years: null,
      source: body.source,
      as_of: body.asOf,
    })
    if (!isNew) throw taken()
    return settle(app, tx, { actor, id, verb: 'paper.kind_added', before: null })
  })

interface Change {
  readonly actor: Actor
  readonly id: PaperKindId
  readonly expected: number
  readonly body: BodyOf<typeof changePaperKind>
}

interface Ruling {
  readonly actor: Actor
  readonly expected: number
  readonly body: BodyOf<typeof setPaperRule>
}

/** Requires it of a kind of engagement, or no longer. Whom it is required of is a part of the kind, and changes its version. */
export const setRule = (app: App, { actor, expected, body }: Ruling): Promise<PaperKindRecord> =>
  app.transaction(async (tx) => {
    const id = body.kindId
    const kind = await lockFresh(tx, id, expected)
    const before = (await store.rules(tx)).find((it) => it.kindId === id && it.engagementKind === body.engagementKind)
    await store.putRule(tx, { id: app.ids.next(), ...body })
    await store.updateKind(tx, id, {})
    await app.audit.record(tx, actor, 'paper.rule_set', {
      subject: { kind: 'paper_kind', id, label: kind.name },
      before: { [body.engagementKind]: before?.effect ?? null },
      after: { [body.engagementKind]: body.effect },
    })
    await app.announce(tx, { department: 'papers', productionId: null, ids: [id] })
    return { ...kind, version: kind.version + 1 }
  })

/** @throws NotFound, Stale */
async function lockFresh(tx: Tx, id: PaperKindId, expected: number): Promise<PaperKindRecord> {
  await store.lockKind(tx, id)
  const kind = (await all(tx)).find((it) => it.id === id)
  if (kind === undefined) throw new Problem(NotFound, {}, 'There is no such kind of paper.')
  demandFresh({ expected, current: kind.version }, kind.name)
  return kind
}

export const change = (app: App, { actor, id, expected, body }: Change): Promise<PaperKindRecord> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, id, expected)
    const { name, perProduction, expires, source, asOf } = body
    if ((await all(tx)).some((it) => it.id !== id && it.name.toLowerCase() === name?.toLowerCase())) throw taken()
    await store.updateKind(tx, id, {
      ...(name !== undefined && { name }),
      ...(perProduction !== undefined && { per_production: perProduction }),
      ...(expires !== undefined && { expires }),
      ...(source !== undefined && { source }),
      ...(asOf !== undefined && { as_of: asOf }),
    })
    return settle(app, tx, { actor, id, verb: 'paper.kind_changed', before })
  })

interface Settled {
  readonly actor: Actor
  readonly id: PaperKindId
  readonly verb: string
  readonly before: PaperKindRecord | null
}

async function settle(app: App, tx: Tx, { actor, id, verb, before }: Settled): Promise<PaperKindRecord> {
  const after = (await all(tx)).find((it) => it.id === id)
  if (after === undefined) throw new Error(`Kind of paper ${id} is gone within its own transaction.`)
  await app.audit.record(tx, actor, verb, { subject: { kind: 'paper_kind', id, label: after.name }, before, after })
  await app.announce(tx, { department: 'papers', productionId: null, ids: [id] })
  return after
}
