import { demandFresh, invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { officeSettings } from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { AlreadyAsked, AlreadyDecided, type AccessId, type AccessRequest } from './access.contract.ts'
import * as store from './access.store.ts'
import type { DocumentId } from './document.contract.ts'
import { seen, viewOf } from './documentSight.actions.ts'
import { groundOf, nameOf } from './ground.ts'
import { wordingFor } from './terms.rules.ts'

/** A grant lasts a year at most; whoever needs it longer asks again. */
const LONGEST_DAYS = 366

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

export const ask = (
  app: App,
  { scope, actor, id, body }: Write & { id: DocumentId; body: { reason: string; until: string } },
): Promise<AccessRequest> =>
  app.transaction(async (tx) => {
    if (actor.kind !== 'user') throw new Problem(NotFound, {}, 'Only somebody who signs in can ask.')
    const view = await viewOf(app, tx, scope)
    const line = await seen(tx, view, id)
    if (view.standingOf(line) !== 'ask') throw invalid('/reason', 'This document is open to you already.')
    refuseEnd(app, body.until, '/until')
    const accessId = app.ids.next<AccessId>()
    const row = { id: accessId, documentId: id, userId: actor.userId, ...body, at: app.clock.now() }
    if ((await store.insert(tx, row)) === undefined)
      throw new Problem(
        AlreadyAsked,
        {},
        `You have asked to open ${line.name}. The production office has not answered yet.`,
      )
    await record(
      app,
      tx,
      { scope, actor },
      { verb: 'document.access_asked', document: line, after: { reason: body.reason, until: body.until } },
    )
    return find(app, tx, scope, accessId)
  })

/** The undecided first. */
export async function list(app: App, scope: ProductionScope, documentId?: DocumentId): Promise<AccessRequest[]> {
  const now = app.clock.now()
  return (await store.all(app.db, scope.productionId, documentId)).map((row) => shown(row, now))
}

interface Deciding extends Write {
  readonly id: AccessId
  readonly expected: number
}

export const decide = (
  app: App,
  {
    scope,
    actor,
    id,
    expected,
    body,
  }: Deciding & { body: { granted: boolean; until?: string | undefined; note: string } },
): Promise<AccessRequest> =>
  app.transaction(async (tx) => {
    const row = await lockAs(tx, scope, id, expected, 'asked')
    const until = body.granted ? (body.until ?? row.wantedUntil.toString()) : null
    if (until !== null) refuseEnd(app, until, '/until')
    const state = body.granted ? 'granted' : 'refused'
    await store.decide(tx, id, { state, until, by: nameOf(actor), note: body.note, at: app.clock.now() })
    const subject = { id: row.documentId, name: row.documentName }
    await record(
      app,
      tx,
      { scope, actor },
      {
        verb: `document.access_${state}`,
        document: subject,
        after: {
          who: row.who,
          until,
          note: body.note || null,
        },
      },
    )
    return find(app, tx, scope, id)
  })

export const revoke = (app: App, { scope, actor, id, expected }: Deciding): Promise<AccessRequest> =>
  app.transaction(async (tx) => {
    const row = await lockAs(tx, scope, id, expected, 'granted')
    const until = row.grantedUntil?.toString() ?? null
    await store.decide(tx, id, { state: 'revoked', until, by: nameOf(actor), note: row.note, at: app.clock.now() })
    const subject = { id: row.documentId, name: row.documentName }
    await record(
      app,
      tx,
      { scope, actor },
      { verb: 'document.access_revoked', document: subject, after: { who: row.who } },
    )
    return find(app, tx, scope, id)
  })

function refuseEnd(app: App, until: string, pointer: string): void {
  const now = app.clock.now()
  const end = Temporal.Instant.from(until)
  if (Temporal.Instant.compare(end, now) <= 0) throw invalid(pointer, 'The end has to lie ahead.')
  if (Temporal.Instant.compare(end, now.add({ hours: 24 * LONGEST_DAYS })) > 0)
    throw invalid(pointer, 'A year at most; ask again after that.')
}

async function lockAs(tx: Tx, scope: ProductionScope, id: AccessId, expected: number, state: 'asked' | 'granted') {
  await store.lock(tx, id)
  const row = await store.find(tx, scope.productionId, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such request in this production.')
  if (row.state !== state)
    throw new Problem(AlreadyDecided, {}, `This request is ${row.state}${row.decidedBy ? ` by ${row.decidedBy}` : ''}.`)
  demandFresh({ expected, current: row.version }, 'this request')
  return row
}

async function find(app: App, db: Db, scope: ProductionScope, id: AccessId): Promise<AccessRequest> {
  const row = await store.find(db, scope.productionId, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such request in this production.')
  return shown(row, app.clock.now())
}

const shown = ({ userId: _, ...row }: store.RequestRow, now: Temporal.Instant): AccessRequest => ({
  ...row,
  state:
    row.state === 'granted' && row.grantedUntil !== null && Temporal.Instant.compare(row.grantedUntil, now) <= 0
      ? 'expired'
      : row.state,
  wantedUntil: row.wantedUntil.toString(),
  grantedUntil: row.grantedUntil?.toString() ?? null,
  askedAt: row.askedAt.toString(),
})

async function record(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, document: { id, name }, after }: { verb: string; document: { id: DocumentId; name: string }; after: object },
): Promise<void> {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'document', id, label: name },
    productionId: scope.productionId,
    after,
  })
  await app.announce(tx, { department: 'documents', productionId: scope.productionId, ids: [id] })
}

/** The words to agree to, for this production. */
export async function wordingOf(db: Db, scope: ProductionScope): Promise<string> {
  const { title } = await productions.get(db, scope)
  const { name } = await officeSettings(db)
  return wordingFor(title, name)
}

export async function terms(app: App, scope: ProductionScope) {
  const { userId, productionId } = groundOf(scope)
  const agreedAt = await store.agreed(app.db, productionId, { userId })
  return { wording: await wordingOf(app.db, scope), agreedAt: agreedAt?.toString() ?? null }
}

/** Kept with the very words, once: agreeing again changes nothing. */
export const agree = (app: App, { scope, actor, name }: Write & { name: string }): Promise<{ agreedAt: string }> =>
  app.transaction(async (tx) => {
    if (actor.kind !== 'user') throw new Problem(NotFound, {}, 'Only somebody who signs in can agree here.')
    const { userId } = actor
    const before = await store.agreed(tx, scope.productionId, { userId })
    if (before !== null) return { agreedAt: before.toString() }
    const at = app.clock.now()
    const wording = await wordingOf(tx, scope)
    await store.insertTerms(tx, {
      id: app.ids.next(),
      productionId: scope.productionId,
      userId,
      how: 'agreed',
      name,
      wording,
      at,
    })
    await app.audit.record(tx, actor, 'document.terms_agreed', {
      subject: { kind: 'production', id: scope.productionId, label: 'Confidentiality terms' },
      productionId: scope.productionId,
      after: { typedName: name },
    })
    await app.announce(tx, { department: 'documents', productionId: scope.productionId, ids: [] })
    return { agreedAt: at.toString() }
  })

/** A signed NDA opens what the terms would have opened. Heard from whoever keeps agreements. */
export async function ndaSigned(
  app: App,
  tx: Tx,
  news: { kind: string; personId: string | null; productionId: string; agreementId: string },
): Promise<void> {
  if (news.kind !== 'nda' || news.personId === null) return
  const productionId = news.productionId as ProductionId
  const personId = news.personId as never
  if ((await store.agreed(tx, productionId, { personId })) !== null) return
  await store.insertTerms(tx, {
    id: app.ids.next(),
    productionId,
    personId,
    how: 'signed',
    name: 'As signed',
    wording: `Agreement ${news.agreementId}`,
    at: app.clock.now(),
  })
}
