import { subjectsIn } from '../../platform/subjects.ts'
import * as store from './scene.store.ts'

/** Scenes as documents name them: `12  INT. KITCHEN - DAY`. */
export const sceneSubjects = subjectsIn('scene', 'Scene', async (db, scope) =>
  (await store.all(db, scope)).map(({ id, number, heading }) => ({
    id,
    label: number === null ? heading : `${number}  ${heading}`,
  })),
)
