import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { picturesAbout } from './pictures.actions.ts'

/**
 * Storyboard frames and other pictures tied to scenes, by scene id and in their order; scenes without one are absent.
 * Only what every crew member may open is given, so they may stand on a call sheet.
 * @example (await documents.picturesOf(db, scope, sceneIds)).get(sceneId)?.[0]?.key // then pictureBytes(app, [key])
 */
export const picturesOf = (db: Db, scope: ProductionScope, sceneIds: readonly string[]) =>
  picturesAbout(db, scope, 'scene', sceneIds)

export { pictureBytes } from './pictures.actions.ts'

/** For the sample: a folder, and one document for one person. */
export { add as addFolder } from './folder.actions.ts'
export { share } from './share.actions.ts'
export { NewShare } from './access.contract.ts'
export type { FolderId } from './folder.contract.ts'

/** Files something this office made or keeps as a document, once per origin; another call is its next version. */
export { fileOwn } from './fileOwn.actions.ts'
