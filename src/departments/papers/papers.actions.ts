import type { PersonId } from '../../kernel/ids.ts'
import { demandFresh, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import { plural } from '../../kernel/words.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import { cover, uploaded } from './certificate.actions.ts'
import { dayOf } from './matrix.actions.ts'
import { noticeOf } from './chasing.store.ts'
import { standingOf } from './matrix.rules.ts'
import type * as contract from './papers.contract.ts'
import type { PaperId } from './papers.contract.ts'
import * as store from './papers.store.ts'

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

/** Puts a paper on file that the office has in hand: accepted at once, by whoever put it there. */
export const record = (app: App, { scope, actor, body }: Write & { body: BodyOf<typeof contract.recordPaper> }) =>
  app.transaction(async (tx) => {
    const member = (await people.engagementsOf(tx, scope)).find(({ id }) => id === body.engagementId)
    if (member === undefined) throw invalid('/engagementId', 'They are not on this production any more.')
    const kind = (await store.kinds(tx)).find(({ id }) => id === body.kindId)
    if (kind === undefined) throw invalid('/kindId', 'There is no such kind of paper.')
    if (kind.expires && body.expiresOn === null)
      throw invalid('/expiresOn', `Say when the ${kind.name.toLowerCase()} ends.`)
    const id = app.ids.next<PaperId>()
    const now = app.clock.now().toString()
    await store.insert(tx, {
      id,
      kind_id: body.kindId,
      person_id: member.personId,
      company_id: member.personId === null ? member.companyId : null,
      production_id: kind.perProduction ? scope.productionId : null,
      state: 'accepted',
      file_id: await uploaded(app, tx, actor, body.fileId),
      expires_on: body.expiresOn,
      reason: null,
      agreement_id: null,
      link_id: null,
      asked_at: null,
      chased_at: null,
      reviewed_by: actor.kind === 'user' ? actor.name : actor.kind,
      created_at: now,
      archived_at: null,
    })
    await cover(app, tx, id, { actor, ...body })
    await note(app, tx, { scope, actor }, { verb: 'paper.recorded', id, label: `${kind.name}, ${member.name}` })
    return { paperId: id }
  })

interface Review extends Write {
  readonly paperId: PaperId
  readonly expected: number
  readonly body: BodyOf<typeof contract.reviewPaper>
}

/** What was handed in counts only once somebody of the office has looked at it. */
export const review = (app: App, { scope, actor, paperId, expected, body }: Review) =>
  app.transaction(async (tx) => {
    const before = await store.lock(tx, scope, paperId)
    if (before === undefined) throw new Problem(NotFound, {}, 'This paper is not there any more.')
    demandFresh({ expected, current: before.version }, 'this paper')
    if (!body.accept && body.reason === '')
      throw invalid('/reason', 'Say what is wrong with it; they are told in these words.')
    if (body.accept && before.state !== 'in_review') throw invalid('/accept', 'Nothing was handed in yet.')
    await store.update(tx, paperId, expected, {
      state: body.accept ? 'accepted' : 'rejected',
      reason: body.accept ? null : body.reason,
      reviewed_by: actor.kind === 'user' ? actor.name : actor.kind,
      ...(body.expiresOn !== null && { expires_on: body.expiresOn }),
    })
    if (body.accept && body.coverages.length > 0)
      await cover(app, tx, paperId, { actor, coverages: body.coverages, endorsementIds: [] })
    await note(
      app,
      tx,
      { scope, actor },
      { verb: body.accept ? 'paper.accepted' : 'paper.sent_back', id: paperId, label: body.reason },
    )
    return { paperId, version: expected + 1 }
  })

/** What insurance the production demands, as one list. @throws Stale */
export const setRequirements = (
  app: App,
  { scope, actor, expected, body }: Write & { expected: number; body: BodyOf<typeof contract.setRequirements> },
) =>
  app.transaction(async (tx) => {
    const current = await store.nextRequirementsVersion(tx, scope)
    demandFresh({ expected, current }, 'what this production demands')
    await store.putRequirements(tx, scope, body.items, () => app.ids.next())
    await note(
      app,
      tx,
      { scope, actor },
      { verb: 'paper.insurance_required', id: scope.productionId, label: plural(body.items.length, 'coverage') },
    )
    return { ...body, version: current + 1 }
  })

async function note(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, label }: { verb: string; id: string; label: string },
) {
  await app.audit.record(tx, actor, verb, { subject: { kind: 'paper', id, label }, productionId: scope.productionId })
  await app.announce(tx, { department: 'papers', productionId: scope.productionId, ids: [id] })
}

export async function ofPerson(app: { db: Db; clock: App['clock'] }, personId: PersonId) {
  const when = { today: dayOf(app.clock.now()), noticeDays: await noticeOf(app.db) }
  const rows = await store.ofPerson(app.db, personId)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    productionId: row.productionId,
    standing: standingOf(row, when),
    expiresOn: row.expiresOn,
  }))
}

/** A signed agreement ticks the paper it is; hearing it twice ticks it once. */
export async function tickSigned(
  app: App,
  tx: Tx,
  news: { agreementId: string; kind: string; personId: string | null; companyId: string | null; productionId: string },
): Promise<void> {
  const kind = (await store.kinds(tx)).find(({ agreementKind }) => agreementKind === news.kind)
  if (kind === undefined || (news.personId === null && news.companyId === null)) return
  if (await store.ofAgreement(tx, news.agreementId)) return
  const id = app.ids.next<PaperId>()
  await store.insert(tx, {
    id,
    kind_id: kind.id,
    person_id: news.personId as PersonId | null,
    company_id: news.personId === null ? news.companyId : null,
    production_id: kind.perProduction ? (news.productionId as never) : null,
    state: 'accepted',
    file_id: null,
    expires_on: null,
    reason: null,
    agreement_id: news.agreementId,
    link_id: null,
    asked_at: null,
    chased_at: null,
    reviewed_by: 'signed',
    created_at: app.clock.now().toString(),
    archived_at: null,
  })
  await app.announce(tx, { department: 'papers', productionId: news.productionId, ids: [id] })
}
