import type { Insertable, Selectable } from 'kysely'
import type { FileId, LinkId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/database.ts'
import { moment } from '../database/moment.ts'
import type { FileTable, UploadPartTable, UploadTable } from './upload.table.ts'

export type UploadRow = Selectable<UploadTable>
export type FileRow = Selectable<FileTable>

export const insert = (tx: Tx, upload: Insertable<UploadTable>) => tx.insertInto('upload').values(upload).execute()

/** Who sends a file: a signed-in person, or whoever holds a link. */
export type Sender = { readonly userId: UserId } | { readonly linkId: LinkId }

const senderColumn = (sender: Sender) =>
  'userId' in sender ? (['user_id', sender.userId] as const) : (['link_id', sender.linkId] as const)

export const senderOf = (sender: Sender): { user_id: UserId | null; link_id: LinkId | null } => ({
  user_id: 'userId' in sender ? sender.userId : null,
  link_id: 'linkId' in sender ? sender.linkId : null,
})

/** Only its sender may know of an upload. */
export const find = (db: Db, sender: Sender, id: FileId): Promise<UploadRow | undefined> => {
  const [column, value] = senderColumn(sender)
  return db.selectFrom('upload').selectAll().where('id', '=', id).where(column, '=', value).executeTakeFirst()
}

/** An upload whose bytes are all here and that is no file yet. */
export const findWhole = (db: Db, id: FileId): Promise<UploadRow | undefined> =>
  db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .whereRef('offset_bytes', '=', 'size_bytes')
    .executeTakeFirst()

export const lock = (tx: Tx, id: FileId): Promise<UploadRow | undefined> =>
  tx.selectFrom('upload').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const countUnfinished = async (db: Db, sender: Sender): Promise<number> => {
  const [column, value] = senderColumn(sender)
  const { many } = await db
    .selectFrom('upload')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where(column, '=', value)
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow()
  return many
}

export const declareSize = (tx: Tx, id: FileId, sizeBytes: number) =>
  tx.updateTable('upload').set({ size_bytes: sizeBytes }).where('id', '=', id).execute()

/** Adds the bytes from `from_byte` on, where nobody else has added them first. */
export async function addPart(tx: Tx, part: Insertable<UploadPartTable>): Promise<boolean> {
  const moved = await tx
    .updateTable('upload')
    .set({ offset_bytes: part.from_byte + part.size_bytes })
    .where('id', '=', part.upload_id)
    .where('offset_bytes', '=', part.from_byte)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (moved) await tx.insertInto('upload_part').values(part).execute()
  return moved !== undefined
}

export const partsOf = (db: Db, id: FileId): Promise<Selectable<UploadPartTable>[]> =>
  db.selectFrom('upload_part').selectAll().where('upload_id', '=', id).orderBy('from_byte').execute()

/** Files whose bytes are in the store already. */
export const insertFiles = (tx: Tx, files: Insertable<FileTable>[]) => tx.insertInto('file').values(files).execute()

/** The upload has become a file; its parts are no longer anybody's. */
export async function finish(tx: Tx, file: Insertable<FileTable>): Promise<void> {
  await insertFiles(tx, [file])
  await tx.deleteFrom('upload_part').where('upload_id', '=', file.id).execute()
  await tx.updateTable('upload').set({ finished_at: file.created_at }).where('id', '=', file.id).execute()
}

export const remove = (tx: Tx, id: FileId) => tx.deleteFrom('upload').where('id', '=', id).execute()

export const startedBefore = (db: Db, instant: Temporal.Instant): Promise<UploadRow[]> =>
  db
    .selectFrom('upload')
    .selectAll()
    .where('created_at', '<', moment(instant))
    .orderBy('created_at')
    .limit(1000)
    .execute()

/** Of these keys, the ones that belong to a part of some upload. */
export async function knownKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.selectFrom('upload_part').select('storage_key').where('storage_key', 'in', keys).execute()
  return new Set(rows.map(({ storage_key }) => storage_key))
}

export const findFile = (db: Db, id: FileId): Promise<FileRow | undefined> =>
  db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()

/** Rows of files that are no longer anybody's; their bytes are the caller's to delete. */
export async function forgetFiles(tx: Tx, ids: readonly FileId[]): Promise<string[]> {
  if (ids.length === 0) return []
  await tx
    .deleteFrom('upload')
    .where('id', 'in', [...ids])
    .execute()
  const gone = await tx
    .deleteFrom('file')
    .where('id', 'in', [...ids])
    .returning('storage_key')
    .execute()
  return gone.map(({ storage_key }) => storage_key)
}
