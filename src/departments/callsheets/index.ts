import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { list as listSheets } from './sheetList.actions.ts'

/** The call sheets of a production by day, with what is out and what is wrong; for the front page and Today. */
export const sheetsOf = (db: Db, scope: ProductionScope) => listSheets(db, scope)

/** Makes the call sheet of a day. @example create(app, { scope, actor, onDate: '2026-05-13', unit: 'Main unit', variant: '' }) */
export { create } from './sheetCreate.actions.ts'

/** The verbs of a sheet, for the sample production and commands: each under the version the caller saw. */
export { changeBlocks, get, markReady, revertOverride, setOverride } from './sheet.actions.ts'

/** Issues a sheet and writes to exactly those it touches. @throws NotReady, Stale */
export { publish } from './sheetIssue.actions.ts'

/** A sheet as PDF, as it stands or as it was issued: `{ bytes, fileName }`. */
export { paper, personalPapers } from './paper.actions.ts'
