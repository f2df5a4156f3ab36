import { dayText } from '../../kernel/time.ts'
import { subjectsIn } from '../../platform/subjects.ts'
import * as store from './sheet.store.ts'

/** Call sheets as documents name them: `Call sheet Tue 12 May`. */
export const sheetSubjects = subjectsIn('callsheet', 'Call sheet', async (db, scope) =>
  (await store.list(db, scope)).map(({ id, onDate, variant }) => ({
    id,
    label: `Call sheet ${dayText(onDate)}${variant === '' ? '' : `, ${variant}`}`,
  })),
)
