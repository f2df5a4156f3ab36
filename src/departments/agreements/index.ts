import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as pay from '../pay/index.ts'
import type { AgreementId } from './agreement.contract.ts'
import * as store from './agreement.store.ts'
import { dealOf, type Deal } from './deal.rules.ts'
import type { AgreementState } from './kinds.rules.ts'

/** What was signed about pay with people of the production, the latest first. */
export async function dealsOf(db: Db, scope: ProductionScope): Promise<Deal[]> {
  const signed = await store.deals(db, scope)
  if (signed.length === 0) return []
  const tables = await pay.overtimeTables(db)
  return signed.map((it) => dealOf(it, tables))
}
export type { Deal } from './deal.rules.ts'

/**
 * Draws up a release for somebody on the production and sends it to be signed by link. What is still missing keeps it a
 * draft, and `blockers` says what.
 * @example (await sendRelease(app, { scope, actor, engagementId, guardian: null, use })).state // 'pending'
 */
export { sendRelease } from './release.actions.ts'

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
