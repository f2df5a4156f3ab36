import type { AnyContract } from '../kernel/route.ts'
import { houseRoutes, type HouseParts } from '../platform/http/house.routes.ts'
import { departments } from './departments.ts'

/** Every contract of the office, without opening it: its parts are needed only when a route is called. */
export function everyContract(): AnyContract[] {
  const house = houseRoutes({} as HouseParts)
  return [...house, ...departments.flatMap(({ routes }) => routes)].map(({ contract }) => contract)
}
