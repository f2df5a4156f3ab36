import { demandFresh, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { get as productionOf } from '../productions/index.ts'
import { NotInThisState, type Agreement, type AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { numberOf, type AgreementKind } from './kinds.rules.ts'
import { find, view } from './reading.actions.ts'

export interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

export const nameOf = (actor: Actor): string => (actor.kind === 'user' ? actor.name : 'The office')

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
  demandFresh({ expected, current: row.version }, row.number)
  return row
}

export const refuseState = (row: AgreementRow, detail: string) =>
  new Problem(NotInThisState, { state: row.state }, detail)

export async function nextNumber(tx: Tx, scope: ProductionScope, kind: AgreementKind): Promise<string> {
  const { code } = await productionOf(tx, scope)
  return numberOf(code, kind, await store.nextSeries(tx, scope.productionId, kind))
}

/** What every write ends in: an audit entry, an announcement, the paper as it is now. */
export async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, before }: { verb: string; id: AgreementId; before: object | null },
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
    asksPayment: now.asks_payment,
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
  next_payment_reminder_at: null,
  tax_given_at: null,
  bank_given_at: null,
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
  seal_fault: null,
  seal_tried_at: null,
  submission_key: null,
}
