import type { Db, Tx } from '../../platform/database/database.ts'
import type { SceneId } from './scene.contract.ts'
import './script.table.ts'

/** Keys of proposals somebody said are no elements of this scene. */
export const of = async (db: Db, sceneId: SceneId): Promise<Set<string>> =>
  new Set(
    (await db.selectFrom('proposal_dismissal').select('key').where('scene_id', '=', sceneId).execute()).map(
      ({ key }) => key,
    ),
  )

export const put = (tx: Tx, sceneId: SceneId, key: string, at: Temporal.Instant) =>
  tx
    .insertInto('proposal_dismissal')
    .values({ scene_id: sceneId, key, at: at.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const drop = (tx: Tx, sceneId: SceneId, key: string) =>
  tx.deleteFrom('proposal_dismissal').where('scene_id', '=', sceneId).where('key', '=', key).execute()
