import type { Insertable } from 'kysely'
import type { FileId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { SceneFrameTable } from './frame.table.ts'
import type { SceneId } from './scene.contract.ts'

/** The frame of each scene that has one. */
export const current = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('scene_frame')
    .select(['scene_id as sceneId', 'file_id as fileId', 'width', 'height'])
    .where('production_id', '=', scope.productionId)
    .where('replaced_at', 'is', null)
    .orderBy('file_id')
    .execute()

/** Whether this file is, or once was, a frame of the production. */
export const known = (db: Db, scope: ProductionScope, fileId: FileId) =>
  db
    .selectFrom('scene_frame')
    .select('file_id')
    .where('production_id', '=', scope.productionId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()

/** @returns whether there was one */
export const replace = async (tx: Tx, scope: ProductionScope, sceneId: SceneId, at: string): Promise<boolean> =>
  (
    await tx
      .updateTable('scene_frame')
      .set({ replaced_at: at })
      .where('production_id', '=', scope.productionId)
      .where('scene_id', '=', sceneId)
      .where('replaced_at', 'is', null)
      .returning('file_id')
      .execute()
  ).length > 0

export const insert = (tx: Tx, frame: Insertable<SceneFrameTable>) =>
  tx.insertInto('scene_frame').values(frame).execute()

/** Two people who give a scene a frame take turns. */
export const lockScene = (tx: Tx, scope: ProductionScope, sceneId: SceneId) =>
  tx
    .selectFrom('scene')
    .select(['id', 'number', 'heading'])
    .where('production_id', '=', scope.productionId)
    .where('id', '=', sceneId)
    .forUpdate()
    .executeTakeFirst()
