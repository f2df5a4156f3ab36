import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { neverArrived } from '../../platform/mail/index.ts'
import { findFile } from '../../platform/uploads/index.ts'
import type { Agreement, AgreementId, SubjectKind } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { PartyRow } from './party.store.ts'
import { isVoid, lineOf, partyOf } from './agreementLine.ts'
import { blockersToSending } from './envelope.rules.ts'
import { draw, type Drafting, type Drawn } from './facts.actions.ts'
import { subjectOf } from './subject.actions.ts'
import * as templates from './template.store.ts'
import type { TemplateVersionId } from './template.contract.ts'
import { termsOf } from './terms.rules.ts'

export async function list(db: Db, scope: ProductionScope, query: store.ListQuery) {
  const rows = await store.page(db, scope, query)
  const shown = rows.slice(0, query.limit)
  const parties = Map.groupBy(
    await partyStore.of(
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

async function drafting(
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
  const parties = await partyStore.of(db, [id])
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
  const sealed = row.sealed_file_id === null ? undefined : await findFile(db, row.sealed_file_id)
  const terms = termsOf(row.terms)
  const letters = await partyStore.newestLetters(
    db,
    parties.map((party) => party.id),
  )
  const unreached = new Set(letters.filter(({ state }) => neverArrived(state)).map(({ partyId }) => partyId))
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
    asksPayment: row.asks_payment,
    parties: parties.map((party) => partyOf(party, unreached)),
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
    sealedSha256: sealed?.sha256 ?? null,
    sealedAt: row.sealed_at?.toString() ?? null,
    sealFault: row.sealed_at === null ? row.seal_fault : null,
    hasDocx: row.docx_file_id !== null,
    can: { edit: scope.can('agreements.edit') },
    version: row.version,
  }
}
