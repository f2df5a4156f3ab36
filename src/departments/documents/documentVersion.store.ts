import type { FileId, ProductionId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { DocumentId, DocumentKind, ReadingState, VersionId } from './document.contract.ts'
import './document.table.ts'

const columns = [
  'document_version.id',
  'document_version.document_id as documentId',
  'document_version.number',
  'document_version.file_id as fileId',
  'document_version.file_name as fileName',
  'document_version.kind',
  'document_version.media_type as mediaType',
  'document_version.is_disguised as isDisguised',
  'document_version.size_bytes as sizeBytes',
  'document_version.sha256',
  'document_version.note',
  'document_version.added_at as addedAt',
  'document_version.added_by as addedBy',
  'document_version.state',
  'document_version.problem',
  'document_version.pages',
  'document_version.thumbnail_key as thumbnailKey',
] as const

export const ofDocument = (db: Db, id: DocumentId) =>
  db
    .selectFrom('document_version')
    .select(columns)
    .where('document_id', '=', id)
    .orderBy('number', 'desc')
    .limit(500)
    .execute()

export type VersionRow = Awaited<ReturnType<typeof ofDocument>>[number]

export const find = (db: Db, id: DocumentId, number: number): Promise<VersionRow | undefined> =>
  db
    .selectFrom('document_version')
    .select(columns)
    .where('document_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()

export const findById = (db: Db, id: VersionId) =>
  db
    .selectFrom('document_version')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .select(columns)
    .select('document.production_id as productionId')
    .where('document_version.id', '=', id)
    .executeTakeFirst()

interface NewVersion {
  readonly id: VersionId
  readonly documentId: DocumentId
  readonly number: number
  readonly fileId: FileId
  readonly fileName: string
  readonly kind: DocumentKind
  readonly mediaType: string
  readonly isDisguised: boolean
  readonly sizeBytes: number
  readonly sha256: string
  readonly note: string
  readonly addedBy: string
  readonly at: Temporal.Instant
}

export const insert = (tx: Tx, it: NewVersion) =>
  tx
    .insertInto('document_version')
    .values({
      id: it.id,
      document_id: it.documentId,
      number: it.number,
      file_id: it.fileId,
      file_name: it.fileName,
      kind: it.kind,
      media_type: it.mediaType,
      is_disguised: it.isDisguised,
      size_bytes: it.sizeBytes,
      sha256: it.sha256,
      note: it.note,
      added_at: it.at.toString(),
      added_by: it.addedBy,
      problem: null,
      pages: null,
      thumbnail_key: null,
      thumbnail_width: null,
      thumbnail_height: null,
    })
    .execute()

export const highestNumber = async (tx: Tx, id: DocumentId): Promise<number> => {
  const { highest } = await tx
    .selectFrom('document_version')
    .select((eb) => eb.fn.max('number').as('highest'))
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow()
  return highest ?? 0
}

interface Outcome {
  readonly state: ReadingState
  readonly kind: DocumentKind
  readonly mediaType: string
  readonly isDisguised: boolean
  readonly problem: string | null
  readonly pages: number | null
  readonly thumbnail: { readonly key: string; readonly width: number; readonly height: number } | null
}

export const settle = (tx: Tx, id: VersionId, it: Outcome) =>
  tx
    .updateTable('document_version')
    .set({
      state: it.state,
      kind: it.kind,
      media_type: it.mediaType,
      is_disguised: it.isDisguised,
      problem: it.problem,
      pages: it.pages,
      thumbnail_key: it.thumbnail?.key ?? null,
      thumbnail_width: it.thumbnail?.width ?? null,
      thumbnail_height: it.thumbnail?.height ?? null,
    })
    .where('id', '=', id)
    .execute()

/** The newest pictures tied to records of a kind, for many records at once. */
export const picturesOf = (
  db: Db,
  productionId: ProductionId,
  kind: string,
  ids: readonly string[],
  classes: readonly string[],
) =>
  ids.length === 0 || classes.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('document_subject')
        .innerJoin('document', 'document.id', 'document_subject.document_id')
        .innerJoin('document_version as current', (join) =>
          join.onRef('current.document_id', '=', 'document.id').onRef('current.number', '=', 'document.current_number'),
        )
        .select(['document_subject.subject_id as subjectId', 'document.id as documentId', 'document.name'])
        .select(['current.number', 'current.thumbnail_key as thumbnailKey'])
        .select(['current.thumbnail_width as width', 'current.thumbnail_height as height'])
        .where('document.production_id', '=', productionId)
        .where('document.archived_at', 'is', null)
        .where('document.class_code', 'in', [...classes])
        .where('document_subject.kind', '=', kind)
        .where('document_subject.subject_id', 'in', [...ids])
        .where('current.kind', '=', 'picture')
        .where('current.thumbnail_key', 'is not', null)
        .orderBy('document_subject.subject_id')
        .orderBy('document_subject.position')
        .orderBy('document.name')
        .orderBy('document.id')
        .execute()

/** The words of pages from one on. */
export const pagesOf = (db: Db, id: DocumentId, number: number, from: number, limit: number) =>
  db
    .selectFrom('document_page')
    .innerJoin('document_version', 'document_version.id', 'document_page.version_id')
    .select(['document_page.number', 'document_page.label', 'document_page.text'])
    .where('document_version.document_id', '=', id)
    .where('document_version.number', '=', number)
    .where('document_page.number', '>=', from)
    .orderBy('document_page.number')
    .limit(limit)
    .execute()

/** The current version of each. */
export const currentOf = (db: Db, ids: readonly DocumentId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('document_version')
        .innerJoin('document', (join) =>
          join
            .onRef('document.id', '=', 'document_version.document_id')
            .onRef('document.current_number', '=', 'document_version.number'),
        )
        .select(columns)
        .where('document.id', 'in', ids)
        .execute()
