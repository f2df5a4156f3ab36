import { sql } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { FolderId } from './folder.contract.ts'
import { inSight, type Sight } from './document.store.ts'
import './document.table.ts'

/** Every folder by name, with how many documents in sight lie in it: counts never tell of what is hidden. */
export const all = (db: Db, sight: Sight) =>
  db
    .selectFrom('document_folder')
    .select(['id', 'parent_id as parentId', 'name', 'version'])
    .select((eb) =>
      eb
        .selectFrom('document')
        .select((counting) => counting.fn.countAll<number>().as('count'))
        .whereRef('document.folder_id', '=', 'document_folder.id')
        .where('document.archived_at', 'is', null)
        .where((inner) => inSight(sight)(inner))
        .as('documents'),
    )
    .where('production_id', 'in', [...sight.productionIds])
    .where('archived_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .limit(1000)
    .$narrowType<{ documents: number }>()
    .execute()

/** These folders and every folder around them, of whatever production. */
export const pathsTo = async (db: Db, ids: readonly FolderId[]) => {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: FolderId; parentId: FolderId | null; name: string }>`
    with recursive path as (
      select id, parent_id, name from document_folder where id = any(${[...new Set(ids)]}::uuid[])
      union
      select f.id, f.parent_id, f.name from document_folder f join path on path.parent_id = f.id
    )
    select id, parent_id as "parentId", name from path`.execute(db)
  return rows
}

export const find = (db: Db, productionId: ProductionId, id: FolderId) =>
  db
    .selectFrom('document_folder')
    .select(['id', 'parent_id as parentId', 'name', 'version', 'archived_at as archivedAt'])
    .where('production_id', '=', productionId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Folders of a production take turns at being moved, so that two moves cannot close a ring. */
export const lockAll = (tx: Tx, productionId: ProductionId) =>
  tx
    .selectFrom('document_folder')
    .select(['id', 'parent_id as parentId', 'name', 'version', 'archived_at as archivedAt'])
    .where('production_id', '=', productionId)
    .orderBy('id')
    .forUpdate()
    .execute()

export const insert = (
  tx: Tx,
  it: { id: FolderId; productionId: ProductionId; parentId: FolderId | null; name: string; at: Temporal.Instant },
) =>
  tx
    .insertInto('document_folder')
    .values({
      id: it.id,
      production_id: it.productionId,
      parent_id: it.parentId,
      name: it.name,
      created_at: it.at.toString(),
      archived_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const change = (
  tx: Tx,
  id: FolderId,
  it: { name: string; parentId: FolderId | null; archivedAt: Temporal.Instant | null },
) =>
  tx
    .updateTable('document_folder')
    .set({
      name: it.name,
      parent_id: it.parentId,
      archived_at: it.archivedAt?.toString() ?? null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()

/** Everything that lies in a folder, seen or not: a folder is empty or it is not. */
export const contents = async (db: Db, id: FolderId): Promise<{ documents: number; folders: number }> => {
  const documents = await db
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('folder_id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  const folders = await db
    .selectFrom('document_folder')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('parent_id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { documents: documents.count, folders: folders.count }
}
