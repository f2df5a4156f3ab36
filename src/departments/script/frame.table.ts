import type { ColumnType } from 'kysely'
import type { FileId, ProductionId } from '../../kernel/ids.ts'
import type { SceneId } from './scene.contract.ts'

/** A storyboard frame as we drew it anew. The one that counts has not been replaced. */
export interface SceneFrameTable {
  file_id: FileId
  scene_id: SceneId
  production_id: ProductionId
  width: number
  height: number
  created_at: ColumnType<Temporal.Instant, string, never>
  replaced_at: ColumnType<Temporal.Instant | null, string | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    scene_frame: SceneFrameTable
  }
}
