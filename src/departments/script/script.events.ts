import type { ProductionId } from '../../kernel/ids.ts'
import type { SceneId } from './scene.contract.ts'

/**
 * What a committed draft, or scenes added by hand, mean for others. Scenes keep their ids over drafts, so what is
 * not named here is as it was. `omitted` scenes keep their sheets and strips; `restored` ones are back.
 */
export interface ScriptCommitted {
  readonly productionId: ProductionId
  readonly added: readonly SceneId[]
  readonly changed: readonly SceneId[]
  readonly omitted: readonly SceneId[]
  readonly restored: readonly SceneId[]
}

declare module '../../platform/events.ts' {
  interface Events {
    'script.committed': ScriptCommitted
  }
}
