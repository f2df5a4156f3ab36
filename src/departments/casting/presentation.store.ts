import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CandidateId } from './candidate.contract.ts'
import type { PresentationId, PresentationQuery, VoiceId } from './presentation.contract.ts'
import type {
  CastingDecisionTable,
  CastingPickTable,
  CastingPresentationItemTable,
  CastingPresentationTable,
  CastingViewLogTable,
  CastingVoiceTable,
} from './presentation.table.ts'

const columns = [
  'id',
  'title',
  'note',
  'group_by as groupBy',
  'fields',
  'state',
  'expires_at as expiresAt',
  'frozen_at as frozenAt',
  'version',
] as const

const of = (db: Db, scope: ProductionScope) =>
  db.selectFrom('casting_presentation').select(columns).where('production_id', '=', scope.productionId)

/** The newest first, and one row more where there is a next page. */
export const page = (db: Db, scope: ProductionScope, { after, limit }: PresentationQuery) =>
  of(db, scope)
    .$if(after !== undefined, (it) => it.where('id', '<', after as PresentationId))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
export type PresentationRow = Awaited<ReturnType<typeof page>>[number]

export const find = (db: Db, scope: ProductionScope, id: PresentationId) =>
  of(db, scope).where('id', '=', id).executeTakeFirst()

export const lock = (tx: Tx, scope: ProductionScope, id: PresentationId) =>
  of(tx, scope).where('id', '=', id).forUpdate().executeTakeFirst()

export const insert = (tx: Tx, row: Insertable<CastingPresentationTable>) =>
  tx.insertInto('casting_presentation').values(row).execute()

export const update = (
  tx: Tx,
  scope: ProductionScope,
  id: PresentationId,
  change: Partial<Omit<Insertable<CastingPresentationTable>, 'id' | 'version'>>,
) =>
  tx
    .updateTable('casting_presentation')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .execute()

export async function putItems(
  tx: Tx,
  id: PresentationId,
  items: readonly Insertable<CastingPresentationItemTable>[],
): Promise<void> {
  await tx.deleteFrom('casting_presentation_item').where('presentation_id', '=', id).execute()
  if (items.length > 0)
    await tx
      .insertInto('casting_presentation_item')
      .values([...items])
      .execute()
}

export const itemsOf = (db: Db, ids: readonly PresentationId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_presentation_item')
        .select(['presentation_id as presentationId', 'candidate_id as candidateId', 'group_name as group', 'note'])
        .where('presentation_id', 'in', [...ids])
        .orderBy('sort')
        .execute()

export const voicesOf = (db: Db, ids: readonly PresentationId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_voice')
        .select(['id', 'presentation_id as presentationId', 'link_id as linkId', 'name', 'email', 'seen_at as seenAt'])
        .where('presentation_id', 'in', [...ids])
        .orderBy('created_at')
        .orderBy('id')
        .execute()

export const insertVoice = (tx: Tx, row: Insertable<CastingVoiceTable>) =>
  tx.insertInto('casting_voice').values(row).execute()

export const saw = (tx: Tx, id: VoiceId, at: Temporal.Instant) =>
  tx
    .updateTable('casting_voice')
    .set({ seen_at: at.toString() })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute()

export const picksOf = (db: Db, ids: readonly PresentationId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_pick')
        .innerJoin('casting_voice', 'casting_voice.id', 'casting_pick.voice_id')
        .select(['presentation_id as presentationId', 'voice_id as voiceId', 'candidate_id as candidateId'])
        .select(['pick', 'rank', 'comment'])
        .where('presentation_id', 'in', [...ids])
        .orderBy('picked_at')
        .execute()

export const putPick = (tx: Tx, row: Insertable<CastingPickTable>) =>
  tx
    .insertInto('casting_pick')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['voice_id', 'candidate_id']).doUpdateSet({
        pick: row.pick ?? null,
        rank: row.rank ?? null,
        comment: row.comment ?? '',
        picked_at: row.picked_at,
      }),
    )
    .execute()

export const decisionsOf = (db: Db, ids: readonly PresentationId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_decision')
        .select(['presentation_id as presentationId', 'role_id as roleId', 'candidate_id as candidateId', 'choice'])
        .select(['candidate_number as candidateNumber', 'decided_by as decidedBy', 'decided_at as decidedAt'])
        .where('presentation_id', 'in', [...ids])
        .orderBy('choice')
        .execute()

export const decide = (tx: Tx, rows: readonly Insertable<CastingDecisionTable>[]) =>
  tx
    .insertInto('casting_decision')
    .values([...rows])
    .execute()

export const log = (tx: Tx, row: Insertable<CastingViewLogTable>) =>
  tx.insertInto('casting_view_log').values(row).execute()

/** The latest of each presentation; at most so many in all. */
export const logOf = (db: Db, ids: readonly PresentationId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_view_log')
        .select(['presentation_id as presentationId', 'who', 'what', 'at'])
        .where('presentation_id', 'in', [...ids])
        .orderBy('at', 'desc')
        .limit(500)
        .execute()

export const behindLink = (db: Db, productionId: ProductionId, linkId: LinkId) =>
  db
    .selectFrom('casting_voice')
    .innerJoin('casting_presentation', 'casting_presentation.id', 'casting_voice.presentation_id')
    .select([
      'casting_voice.id as voiceId',
      'casting_voice.name',
      'casting_presentation.id as presentationId',
      'fields',
    ])
    .where('casting_voice.link_id', '=', linkId)
    .where('casting_presentation.production_id', '=', productionId)
    .executeTakeFirst()

export const holds = async (db: Db, id: PresentationId, candidateId: CandidateId): Promise<boolean> =>
  (await db
    .selectFrom('casting_presentation_item')
    .select('id')
    .where('presentation_id', '=', id)
    .where('candidate_id', '=', candidateId)
    .executeTakeFirst()) !== undefined
export type VoiceRow = Awaited<ReturnType<typeof voicesOf>>[number]
