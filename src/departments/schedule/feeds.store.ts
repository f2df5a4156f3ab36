import type { LinkId, PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type {} from '../../platform/link.table.ts'
import type { FeedEntry } from './feedEntries.rules.ts'
import type { FeedAudience } from './feeds.contract.ts'
import type { ToldEntry } from './feeds.rules.ts'
import './feeds.table.ts'

export interface FeedLink {
  id: LinkId
  label: string
  audience: FeedAudience
  personId: PersonId | null
  createdAt: Temporal.Instant
  createdBy: string | null
}

/** A feed is a link like any other; whom it is for stands in the kind of its subject. */
export const subjectKind = (audience: FeedAudience): string => `feed_${audience}`
export const audienceOf = (kind: string): FeedAudience => kind.replace(/^feed_/, '') as FeedAudience

const columns = [
  'link.id',
  'link.label',
  'link.subject_kind',
  'link.person_id',
  'link.created_at',
  'creator.name',
] as const

const open = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('link')
    .leftJoin('auth.user as creator', 'creator.id', 'link.created_by')
    .where('link.purpose', '=', 'feed')
    .where('link.production_id', '=', scope.productionId)
    .where('link.revoked_at', 'is', null)

/** Feeds of the production that are not withdrawn, newest first. */
export async function all(db: Db, scope: ProductionScope): Promise<FeedLink[]> {
  const rows = await open(db, scope).select(columns).orderBy('link.id', 'desc').execute()
  return rows.map(({ subject_kind, person_id, created_at, name, ...row }) => ({
    ...row,
    audience: audienceOf(subject_kind),
    personId: person_id,
    createdAt: created_at,
    createdBy: name,
  }))
}

export const subjectOf = (db: Db, id: LinkId) =>
  db.selectFrom('link').select(['subject_kind', 'label']).where('id', '=', id).executeTakeFirstOrThrow()

/** What a calendar was told last. */
export async function toldTo(db: Db, id: LinkId): Promise<ToldEntry[]> {
  const rows = await db
    .selectFrom('schedule_feed_entry')
    .select(['uid', 'sequence', 'is_cancelled as isCancelled', 'entry', 'changed_at as changedAt'])
    .where('link_id', '=', id)
    .execute()
  return rows.map(({ entry, ...row }) => ({ ...entry, ...row }))
}

/** Two that read one calendar at the same moment wait for each other, so that no sequence is given twice. */
export const lock = (tx: Tx, id: LinkId) =>
  tx.selectFrom('link').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

export async function putTold(tx: Tx, id: LinkId, news: readonly ToldEntry[]): Promise<void> {
  if (news.length === 0) return
  await tx
    .insertInto('schedule_feed_entry')
    .values(
      news.map(({ uid, sequence, isCancelled, changedAt, ...entry }) => ({
        link_id: id,
        uid,
        sequence,
        is_cancelled: isCancelled,
        entry: JSON.stringify(entry satisfies FeedEntry),
        changed_at: changedAt.toString(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['link_id', 'uid']).doUpdateSet(({ ref }) => ({
        sequence: ref('excluded.sequence'),
        is_cancelled: ref('excluded.is_cancelled'),
        entry: ref('excluded.entry'),
        changed_at: ref('excluded.changed_at'),
      })),
    )
    .execute()
}

/** Nobody is told anything by a calendar that was withdrawn. */
export const forget = (tx: Tx, id: LinkId) => tx.deleteFrom('schedule_feed_entry').where('link_id', '=', id).execute()
