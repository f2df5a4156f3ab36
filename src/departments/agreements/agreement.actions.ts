import type { Updateable } from 'kysely'
import { NotFound, Problem, Stale, invalid } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { get as productionOf } from '../productions/index.ts'
import {
  NotInThisState,
  type Agreement,
  type AgreementChange,
  type AgreementId,
  type NewAgreement,
  type PartyDraft,
  type PartyId,
  type SubjectKind,
} from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow, PartyRow } from './agreement.store.ts'
import type { AgreementTable } from './agreement.table.ts'
import { isVoid, lineOf, partyOf } from './agreementLine.ts'
import { blockersToSending, may } from './envelope.rules.ts'
import { draw, subjectOf, type Drafting, type Drawn } from './facts.actions.ts'
import { kindWords, numberOf, type AgreementKind, type RolePlan } from './kinds.rules.ts'
import { emptyScope } from './scope.rules.ts'
import * as templates from './template.store.ts'
import type { TemplateId, TemplateVersionId } from './template.contract.ts'
import { bookedTerms } from './booked.actions.ts'
import { termsOf } from './terms.rules.ts'

export interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

export const nameOf = (actor: Actor): string => (actor.kind === 'user' ? actor.name : 'The office')

export async function list(db: Db, scope: ProductionScope, query: store.ListQuery) {
  const rows = await store.page(db, scope, query)
  const shown = rows.slice(0, query.limit)
  const parties = Map.groupBy(
    await store.parties(
      db,
      shown.map(({ id }) => id),
    ),
    (it) => it.agreement_id,
  )
  return {
    items: shown.map((row) => lineOf(row, parties.get(row.id) ?? [])),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    counts: await store.countByState(db, scope),
  }
}

export async function find(db: Db, scope: ProductionScope, id: AgreementId): Promise<AgreementRow> {
  const row = await store.find(db, scope.productionId, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such agreement on this production.')
  return row
}

const nameBy = (parties: readonly PartyRow[], test: (it: PartyRow) => boolean): string => parties.find(test)?.name ?? ''

export async function drafting(
  db: Db,
  scope: ProductionScope,
  row: AgreementRow,
  parties: readonly PartyRow[],
): Promise<Drafting> {
  const subject = await subjectOf(db, scope, row.subject_kind as SubjectKind, row.subject_id)
  const office = await officeLabels(db, row)
  return {
    language: row.language,
    templateVersionId: row.template_version_id as TemplateVersionId,
    subject,
    terms: termsOf(row.terms),
    scope: row.scope,
    extra: row.extra,
    onDate: row.on_date,
    sceneNumbers: row.scene_numbers,
    parties: {
      subject: nameBy(parties, (it) => (it.role === 'signer' || it.role === 'in_person') && !office.has(it.label)),
      office: nameBy(parties, (it) => office.has(it.label)),
      guardian: nameBy(parties, (it) => it.role === 'guardian'),
      minor: parties.find((it) => it.role === 'guardian')?.for_name ?? subject.name,
    },
  }
}

async function officeLabels(db: Db, row: AgreementRow): Promise<ReadonlySet<string>> {
  const template =
    row.template_version_id === null ? undefined : await templates.findVersion(db, row.template_version_id)
  return new Set((template?.roles ?? []).filter((it) => it.who === 'office').map((it) => it.label))
}

/** A draft reads as its facts are now; what was sent reads as it was sent. */
export async function drawNow(
  app: App,
  db: Db,
  scope: ProductionScope,
  row: AgreementRow,
  parties: readonly PartyRow[],
): Promise<Drawn | undefined> {
  if (row.content !== null || row.template_version_id === null) return undefined
  return draw(app, db, scope, await drafting(db, scope, row, parties))
}

export async function view(app: App, db: Db, scope: ProductionScope, id: AgreementId): Promise<Agreement> {
  const row = await find(db, scope, id)
  const parties = await store.parties(db, [id])
  const drawn = await drawNow(app, db, scope, row, parties)
  const template =
    row.template_version_id === null ? undefined : await templates.findVersion(db, row.template_version_id)
  const approvedBy =
    template &&
    (await templates.versions(db, template.templateId)).find((it) => it.number === template.number)?.approvedBy
  const [supersedes, successor] = [
    row.supersedes_id === null ? undefined : await store.byId(db, row.supersedes_id),
    await store.successorOf(db, id),
  ]
  const sealed = row.sealed_file_id === null ? undefined : await fileHash(db, row.sealed_file_id)
  const terms = termsOf(row.terms)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    language: row.language,
    state: row.state,
    isVoid: isVoid(row),
    channel: row.channel,
    subject: { kind: row.subject_kind, id: row.subject_id, label: row.subject_label },
    personId: row.person_id,
    companyId: row.company_id,
    locationId: row.location_id,
    onDate: row.on_date,
    sceneNumbers: row.scene_numbers,
    template: template
      ? { id: template.templateId, name: template.name, number: template.number, approvedBy: approvedBy ?? null }
      : null,
    terms,
    scope: row.scope,
    extra: row.extra,
    content: row.content ?? drawn?.content ?? null,
    contentSha256: row.content_sha256,
    asksCode: row.asks_code,
    parties: parties.map(partyOf),
    events: (await store.events(db, id)).map((it) => ({
      at: it.at.toString(),
      what: it.what,
      text: it.text,
      partyId: it.party_id,
    })),
    blockers:
      row.state === 'draft' && drawn
        ? blockersToSending({ kind: row.kind, terms, missing: drawn.missing, faults: drawn.faults, parties })
        : [],
    sentAt: row.sent_at?.toString() ?? null,
    signBy: row.sign_by?.toString() ?? null,
    completedAt: row.completed_at?.toString() ?? null,
    endedAt: row.ended_at?.toString() ?? null,
    endReason: row.end_reason,
    supersedes: supersedes ? { id: supersedes.id, number: supersedes.number } : null,
    supersededBy: successor ? { id: successor.id, number: successor.number } : null,
    effectiveFrom: row.effective_from,
    effectiveUntil: row.effective_until,
    renewal: row.renewal,
    noticeDays: row.notice_days,
    sealedSha256: sealed ?? null,
    sealedAt: row.sealed_at?.toString() ?? null,
    hasDocx: row.docx_file_id !== null,
    can: { edit: scope.can('agreements.edit') },
    version: row.version,
  }
}

const fileHash = async (db: Db, id: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('file')
      .select('sha256')
      .where('id', '=', id as never)
      .executeTakeFirst()
  )?.sha256

/** What every write ends in: an audit entry, an announcement, the paper as it is now. */
export async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  verb: string,
  id: AgreementId,
  before: object | null,
): Promise<Agreement> {
  const after = await find(tx, scope, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'agreement', id, label: after.number },
    productionId: scope.productionId,
    before: before && told(before as AgreementRow, before as AgreementRow),
    after: told(after, (before ?? after) as AgreementRow),
  })
  await app.announce(tx, { department: 'agreements', productionId: scope.productionId, ids: [id] })
  return view(app, tx, scope, id)
}

/** More people read the history than may read a rate: of terms and wording only that they changed. */
const told = (now: AgreementRow, before: AgreementRow): object => {
  const same = (field: keyof AgreementRow) =>
    JSON.stringify(now[field]) === JSON.stringify(before[field]) ? 'as it was' : 'changed'
  return {
    title: now.title,
    state: now.state,
    effectiveFrom: now.effective_from,
    effectiveUntil: now.effective_until,
    renewal: now.renewal,
    endReason: now.end_reason,
    terms: same('terms'),
    extra: same('extra'),
    scope: same('scope'),
    content: now.content_sha256,
  }
}

/** Parties of a template's plan, filled with whom the paper is about and who signs for the office. */
function partiesOf(
  app: App,
  id: AgreementId,
  roles: readonly RolePlan[],
  subject: Awaited<ReturnType<typeof subjectOf>>,
  office: NewAgreement['office'],
) {
  return roles.map((plan, sort) => ({
    id: app.ids.next<PartyId>(),
    agreement_id: id,
    role: plan.role,
    label: plan.label,
    turn: plan.turn,
    person_id: plan.who === 'subject' ? subject.personId : null,
    name:
      plan.who === 'subject' && plan.role !== 'guardian'
        ? subject.name
        : plan.who === 'office'
          ? (office?.name ?? '')
          : '',
    email: plan.who === 'subject' ? subject.email : plan.who === 'office' ? (office?.email ?? null) : null,
    phone: plan.who === 'subject' ? subject.phone : null,
    for_name: plan.role === 'guardian' ? subject.name : null,
    answers: '{}',
    sort,
    ...blank,
  }))
}

export const blank = {
  link_id: null,
  sent_at: null,
  opened_at: null,
  acted_at: null,
  signed_name: null,
  name_reason: null,
  signature: null,
  signature_file_id: null,
  photo_file_id: null,
  photo_taken_at: null,
  decline_reason: null,
  identified_by: null,
  ip: null,
  device: null,
  seen_sha256: null,
  signed_where: null,
  code_hash: null,
  code_expires_at: null,
  code_given_at: null,
  next_reminder_at: null,
}

export const emptyPaper = {
  template_version_id: null,
  point_id: null,
  content: null,
  content_sha256: null,
  sent_at: null,
  sign_by: null,
  completed_at: null,
  ended_at: null,
  end_reason: null,
  supersedes_id: null,
  effective_from: null,
  effective_until: null,
  notice_days: null,
  docx_file_id: null,
  sealed_file_id: null,
  sealed_at: null,
  submission_key: null,
}

export async function nextNumber(tx: Tx, scope: ProductionScope, kind: AgreementKind): Promise<string> {
  const { code } = await productionOf(tx, scope)
  return numberOf(code, kind, await store.nextSeries(tx, scope.productionId, kind))
}

export const create = (app: App, { scope, actor, body }: Write & { body: NewAgreement }): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const template = await templates.find(tx, body.templateId as TemplateId)
    if (template === undefined) throw invalid('/templateId', 'This template is not there.')
    const subject = await subjectOf(tx, scope, body.subject.kind, body.subject.id)
    const production = await productionOf(tx, scope)
    const id = app.ids.next<AgreementId>()
    const title = template.texts[body.language]?.title ?? template.name
    const terms = termsOf({
      position: subject.values['engagement.position'] ?? '',
      startsOn: production.startsOn,
      endsOn: production.endsOn,
      ...(await bookedTerms(tx, scope, body.kind, subject.personId)),
    })
    await store.insert(tx, {
      ...emptyPaper,
      id,
      production_id: scope.productionId,
      kind: body.kind,
      number: await nextNumber(tx, scope, body.kind),
      title: title.includes('{{') ? kindWords[body.kind].one : title,
      language: body.language,
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject_label: subject.label,
      person_id: subject.personId,
      company_id: subject.companyId,
      location_id: subject.locationId,
      on_date: body.onDate,
      scene_numbers: body.sceneNumbers,
      template_version_id: template.versionId,
      terms: JSON.stringify(terms),
      scope: kindWords[body.kind].isRelease ? JSON.stringify(emptyScope) : null,
      extra: '{}',
      created_at: app.clock.now().toString(),
      created_by_name: nameOf(actor),
    })
    await store.insertParties(tx, partiesOf(app, id, template.roles, subject, body.office))
    return settle(app, tx, { scope, actor }, 'agreement.drawn_up', id, null)
  })

export interface Change extends Write {
  readonly id: AgreementId
  readonly expected: number
}

export async function lockFresh(
  tx: Tx,
  scope: ProductionScope,
  id: AgreementId,
  expected: number,
): Promise<AgreementRow> {
  await find(tx, scope, id)
  const row = (await store.lock(tx, id)) as AgreementRow
  if (row.version !== expected)
    throw new Problem(
      Stale,
      { expected, current: row.version },
      `Somebody changed ${row.number} in the meantime. Look at it again.`,
    )
  return row
}

export const refuseState = (row: AgreementRow, detail: string) =>
  new Problem(NotInThisState, { state: row.state }, detail)

export const change = (
  app: App,
  { scope, actor, id, expected, body }: Change & { body: AgreementChange },
): Promise<Agreement> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (!may.edit(before.state))
      throw refuseState(before, `${before.number} was sent and stays as it is. Supersede it with a new paper instead.`)
    const until = body.effectiveUntil === undefined ? before.effective_until : body.effectiveUntil
    const from = body.effectiveFrom === undefined ? before.effective_from : body.effectiveFrom
    if (from !== null && until !== null && until < from)
      throw invalid('/effectiveUntil', 'It cannot end before it begins.')
    await store.update(tx, id, columnsOf(body, before))
    if (body.parties !== undefined) await replaceParties(app, tx, id, body.parties)
    return settle(app, tx, { scope, actor }, 'agreement.changed', id, before)
  })

function columnsOf(body: AgreementChange, before: AgreementRow): Updateable<AgreementTable> {
  const all = {
    title: body.title,
    language: body.language,
    terms: body.terms && JSON.stringify(termsOf({ ...before.terms, ...body.terms })),
    scope: body.scope === undefined ? undefined : body.scope === null ? null : JSON.stringify(body.scope),
    extra: body.extra && JSON.stringify(body.extra),
    asks_code: body.asksCode,
    on_date: body.onDate,
    scene_numbers: body.sceneNumbers,
    effective_from: body.effectiveFrom,
    effective_until: body.effectiveUntil,
    renewal: body.renewal,
    notice_days: body.noticeDays,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

async function replaceParties(app: App, tx: Tx, id: AgreementId, drafts: readonly PartyDraft[]): Promise<void> {
  await store.removeParties(tx, id)
  await store.insertParties(
    tx,
    drafts.map((it, sort) => ({
      ...blank,
      id: app.ids.next<PartyId>(),
      agreement_id: id,
      role: it.role,
      label: it.label,
      turn: it.turn,
      person_id: it.personId,
      name: it.name,
      email: it.email === '' ? null : it.email,
      phone: it.phone,
      for_name: it.forName,
      answers: '{}',
      sort,
    })),
  )
}
