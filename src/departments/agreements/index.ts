import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as pay from '../pay/index.ts'
import type { AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import { dealOf, type Deal } from './deal.rules.ts'
import type { AgreementState } from './kinds.rules.ts'

/** What happens to papers, for `listeners` of other departments: `on('agreements.completed', …)`. */
export type { AgreementNews } from './agreement.events.ts'

/**
 * The non-disclosure agreement a person has signed for this production, in force now; undefined when there is none.
 * @example (await signedNda(db, scope, personId))?.number // 'HLT-NDA-003'
 */
export async function signedNda(
  db: Db,
  scope: ProductionScope,
  personId: string,
): Promise<{ id: string; number: string } | undefined> {
  return (await store.signedBy(db, personId, 'nda')).find((it) => it.productionId === scope.productionId)
}

/** Every paper of the production that is more than a draft, with its sealed file, for binders and matrices. */
export async function agreementsOf(db: Db, scope: ProductionScope) {
  return (await store.standing(db, scope)).map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    state: row.state,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    label: row.subject_label,
    personId: row.person_id,
    companyId: row.company_id,
    locationId: row.location_id,
    scope: row.scope,
    completedAt: row.completed_at?.toString() ?? null,
    effectiveUntil: row.effective_until,
    /** The sealed PDF, or the scan of what was signed by hand; null while it is being sealed. */
    fileId: row.sealed_file_id,
  }))
}

/** What was signed about pay with people of the production, the latest first. */
export async function dealsOf(db: Db, scope: ProductionScope): Promise<Deal[]> {
  const signed = await store.deals(db, scope)
  if (signed.length === 0) return []
  const tables = await pay.overtimeTables(db)
  return signed.map((it) => dealOf(it, tables))
}
export type { Deal } from './deal.rules.ts'

/** Whether a release covers a use, as sentences of what it does not. Pure. */
export { outsideScope, Scope, type Use } from './scope.rules.ts'

/**
 * Draws up a release for somebody on the production and sends it to be signed by link. What is still missing keeps it a
 * draft, and `blockers` says what.
 * @example (await sendRelease(app, { scope, actor, engagementId, guardian: null, use })).state // 'pending'
 */
export { sendRelease, type Releasing } from './release.actions.ts'

/**
 * For the sample and commands: draw up, fill in, send, act as the one behind a link, read, and call letters back.
 */
export { change as changeDraft, create as drawUp } from './draft.actions.ts'
export { send as sendPaper } from './send.actions.ts'
export { view as readPaper } from './reading.actions.ts'
export { actAs, hush } from './acting.actions.ts'
export { all as paperTemplates } from './template.store.ts'
export { paperRules } from './paperRules.actions.ts'
export type { Agreement } from './agreement.contract.ts'

/** Number and state of papers of the production, by id; unknown ids are absent. */
export async function papersByIds(db: Db, scope: ProductionScope, ids: readonly string[]) {
  const rows = ids.length === 0 ? [] : await store.byIds(db, scope, [...ids] as AgreementId[])
  return new Map<string, { id: AgreementId; number: string; state: AgreementState }>(rows.map((row) => [row.id, row]))
}
