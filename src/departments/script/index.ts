import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as categoryStore from './category.store.ts'
import * as elementStore from './element.store.ts'
import * as sceneStore from './scene.store.ts'
import type { Scene } from './scene.contract.ts'
import './frame.table.ts'
import * as frameStore from './frame.store.ts'
import './script.events.ts'

/**
 * Every scene in script order with all a strip shows: heading taken apart, eighths that count (override before
 * measure, 0 when omitted), cast with their numbers. Entries of a shot list come after the screenplay's scenes.
 * @example (await script.scenes(db, scope)).find((scene) => scene.number === '12')?.eighths // 11
 */
export async function scenes(db: Db, scope: ProductionScope): Promise<Scene[]> {
  const [rows, cast] = await Promise.all([sceneStore.all(db, scope), sceneStore.castOf(db, scope)])
  return rows.map((row) => sceneStore.shown(row, cast.get(row.id)))
}

/** Every element in use: characters with their board numbers first, with links and the scenes each is on. */
export const elements = (db: Db, scope: ProductionScope) => elementStore.all(db, scope)

/** What stands on every breakdown sheet; `via` names the element that brings a row along (a minor, her teacher). */
export const sceneElements = (db: Db, scope: ProductionScope) => elementStore.sheetRows(db, scope)

/** Breakdown categories in the order of the sheet, with colour, mark and icon. */
export const categories = (db: Db) => categoryStore.categories(db)

/** The storyboard frame of each scene that has one. */
export const frames = (db: Db, scope: ProductionScope) => frameStore.current(db, scope)

/** The bytes of a frame, also of one that has been replaced since. @throws NotFound */
export { picture as framePicture } from './frame.actions.ts'

/** Drafts that were committed, oldest first, and each as a screenplay on paper. @example printedDraft(app, scope, draft.id) */
export { committedDrafts, printedDraft } from './screenplay.actions.ts'
