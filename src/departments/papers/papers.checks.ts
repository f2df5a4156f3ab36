import type { Concern } from '../../kernel/concern.ts'
import { check } from '../../platform/department.ts'
import { matrixOf } from './matrix.actions.ts'
import { concernsOf } from './concerns.rules.ts'

/** Papers that are missing, about to end, or cover too little, on the production's front page and in previews. */
export const paperCheck = check(
  'papers',
  async (db, scope, now) => ({ ...(await matrixOf(db, scope, now)), productionId: scope.productionId as string }),
  (facts): Concern[] => concernsOf(facts),
)
