import { subjectsIn } from '../../platform/subjects.ts'
import { all } from './location.actions.ts'

/** Places as documents name them. */
export const locationSubjects = subjectsIn('location', 'Location', async (db, scope) =>
  (await all(db, scope)).map(({ id, name }) => ({ id, label: name })),
)
