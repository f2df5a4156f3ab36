import { subjectsIn } from '../../platform/subjects.ts'
import * as store from './sheet.store.ts'
import { sheetLabel } from './sheetUnits.rules.ts'

/** Call sheets as documents name them: `Call sheet Tue 12 May`. */
export const sheetSubjects = subjectsIn('callsheet', 'Call sheet', async (db, scope) =>
  (await store.list(db, scope)).map((sheet) => ({ id: sheet.id, label: sheetLabel(sheet) })),
)
