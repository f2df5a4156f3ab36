import type { LinkId, PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type {} from '../../platform/link.table.ts'
import type { FeedAudience } from './feeds.contract.ts'

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
