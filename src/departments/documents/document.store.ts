import { sql, type ExpressionBuilder } from 'kysely'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { Schema } from '../../platform/database/schema.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { DocumentId, DocumentKind, Subject } from './document.contract.ts'
import type { FolderId } from './folder.contract.ts'
import './document.table.ts'

/** What limits every question: the production, the classes seen there, and what is one's own or was granted. */
export interface Sight {
  readonly productionIds: readonly ProductionId[]
  readonly userId: UserId | null
  readonly classes: readonly string[]
  /** Documents somebody was let into, whatever their class. */
  readonly granted: readonly DocumentId[]
}

/** Across productions: one of these holds. */
export type Sights = Sight | readonly Sight[]

export const inSight = (sights: Sights) => {
  const each = [sights].flat() as readonly Sight[]
  return (eb: ExpressionBuilder<Schema, 'document'>) => eb.or([...each.map((it) => inOne(eb, it)), sql<boolean>`false`])
}

const inOne = (eb: ExpressionBuilder<Schema, 'document'>, { productionIds, userId, classes, granted }: Sight) =>
  eb.and([
    eb('document.production_id', 'in', [...productionIds]),
    eb.or([
      ...(classes.length > 0 ? [eb('document.class_code', 'in', [...classes])] : []),
      ...(userId === null ? [] : [eb('document.created_by', '=', userId)]),
      ...(granted.length > 0 ? [eb('document.id', 'in', [...granted])] : []),
      sql<boolean>`false`,
    ]),
  ])

export interface Filter {
  readonly folder?: FolderId | 'top' | undefined
  readonly subject?: Subject | undefined
  readonly kind?: DocumentKind | undefined
  readonly classCode?: string | undefined
  readonly archived: boolean
}

const filtered = (db: Db, sight: Sights, filter: Filter) =>
  db
    .selectFrom('document')
    .innerJoin('document_version as current', (join) =>
      join.onRef('current.document_id', '=', 'document.id').onRef('current.number', '=', 'document.current_number'),
    )
    .where((eb) => inSight(sight)(eb))
    .where('document.archived_at', filter.archived ? 'is not' : 'is', null)
    .$if(filter.folder === 'top', (query) => query.where('document.folder_id', 'is', null))
    .$if(filter.folder !== undefined && filter.folder !== 'top', (query) =>
      query.where('document.folder_id', '=', filter.folder as FolderId),
    )
    .$if(filter.kind !== undefined, (query) => query.where('current.kind', '=', filter.kind ?? 'other'))
    .$if(filter.classCode !== undefined, (query) => query.where('document.class_code', '=', filter.classCode ?? ''))
    .$if(filter.subject !== undefined, (query) =>
      query.where('document.id', 'in', (eb) =>
        eb
          .selectFrom('document_subject')
          .select('document_id')
          .where('kind', '=', filter.subject?.kind ?? '')
          .where('subject_id', '=', filter.subject?.id ?? ''),
      ),
    )

const lines = (query: ReturnType<typeof filtered>) =>
  query
    .select(['document.id', 'document.name', 'document.folder_id as folderId', 'document.class_code as classCode'])
    .select(['document.origin', 'document.version', 'document.created_by as createdBy', 'current.id as versionId'])
    .select(['document.changed_at as changedAt', 'document.archived_at as archivedAt', 'current.number'])
    .select('document.production_id as productionId')
    .select(['current.kind', 'current.is_disguised as isDisguised', 'current.size_bytes as sizeBytes'])
    .select(['current.pages', 'current.state', 'current.problem', 'current.added_by as addedBy'])
    .select((eb) => eb('current.thumbnail_key', 'is not', null).as('hasThumbnail'))

export type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

/** One page, the latest change first. Keys are `changed_at|id`. */
export const page = (db: Db, sight: Sights, filter: Filter & { after?: string | undefined; limit: number }) =>
  lines(filtered(db, sight, filter))
    .$if(filter.after !== undefined, (query) => {
      const [at = '', id = ''] = (filter.after ?? '').split('|')
      return query.where(sql<boolean>`(document.changed_at, document.id) < (${at}::timestamptz, ${id}::uuid)`)
    })
    .orderBy('document.changed_at', 'desc')
    .orderBy('document.id', 'desc')
    .limit(filter.limit + 1)
    .execute()

export const count = async (db: Db, sight: Sights, filter: Filter): Promise<number> =>
  (
    await filtered(db, sight, filter)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** Documents by id, wherever they lie, archived or not; those out of sight are absent. */
export const byIds = (db: Db, sight: Sight, ids: readonly DocumentId[]): Promise<Line[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : lines(
        db
          .selectFrom('document')
          .innerJoin('document_version as current', (join) =>
            join
              .onRef('current.document_id', '=', 'document.id')
              .onRef('current.number', '=', 'document.current_number'),
          )
          .where((eb) => inSight(sight)(eb))
          .where('document.id', 'in', ids),
      ).execute()

export const lock = (tx: Tx, productionId: ProductionId, ids: readonly DocumentId[]) =>
  tx
    .selectFrom('document')
    .select(['id', 'name', 'class_code as classCode', 'folder_id as folderId', 'current_number as currentNumber'])
    .select(['version', 'archived_at as archivedAt', 'created_by as createdBy', 'origin'])
    .where('production_id', '=', productionId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()

interface NewDocument {
  readonly id: DocumentId
  readonly productionId: ProductionId
  readonly folderId: FolderId | null
  readonly classCode: string
  readonly name: string
  readonly searchText: string
  readonly origin?: { readonly of: string; readonly key: string }
  readonly createdBy: UserId | null
  readonly at: Temporal.Instant
}

export const insert = (tx: Tx, it: NewDocument) =>
  tx
    .insertInto('document')
    .values({
      id: it.id,
      production_id: it.productionId,
      folder_id: it.folderId,
      class_code: it.classCode,
      name: it.name,
      search_text: it.searchText,
      origin: it.origin?.of ?? 'added',
      origin_key: it.origin?.key ?? null,
      created_at: it.at.toString(),
      created_by: it.createdBy,
      changed_at: it.at.toString(),
      archived_at: null,
    })
    .execute()

interface Change {
  readonly name?: string | undefined
  readonly searchText?: string | undefined
  readonly folderId?: FolderId | null | undefined
  readonly classCode?: string | undefined
  readonly currentNumber?: number | undefined
  readonly archivedAt?: Temporal.Instant | null | undefined
}

export const change = (tx: Tx, id: DocumentId, at: Temporal.Instant, it: Change) =>
  tx
    .updateTable('document')
    .set({
      ...(it.name !== undefined && { name: it.name }),
      ...(it.searchText !== undefined && { search_text: it.searchText }),
      ...(it.folderId !== undefined && { folder_id: it.folderId }),
      ...(it.classCode !== undefined && { class_code: it.classCode }),
      ...(it.currentNumber !== undefined && { current_number: it.currentNumber }),
      ...(it.archivedAt !== undefined && { archived_at: it.archivedAt?.toString() ?? null }),
      changed_at: at.toString(),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()

export const subjectsOf = (db: Db, ids: readonly DocumentId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('document_subject')
        .select(['document_id as documentId', 'kind', 'subject_id as id'])
        .where('document_id', 'in', ids)
        .orderBy('position')
        .execute()

export async function putSubjects(tx: Tx, id: DocumentId, subjects: readonly Subject[]): Promise<void> {
  await tx.deleteFrom('document_subject').where('document_id', '=', id).execute()
  if (subjects.length === 0) return
  await tx
    .insertInto('document_subject')
    .values(subjects.map((it, position) => ({ document_id: id, kind: it.kind, subject_id: it.id, position })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findByOrigin = (db: Db, productionId: ProductionId, of: string, key: string) =>
  db
    .selectFrom('document')
    .select(['id', 'name', 'current_number as currentNumber', 'version'])
    .where('production_id', '=', productionId)
    .where('origin', '=', of)
    .where('origin_key', '=', key)
    .executeTakeFirst()
