/** Meals: when they are due, what a late one costs, how many plates. */

/** What a late meal costs a performer: whole currency units per started step, then the same for every further one. */
export interface MealPenalty {
  readonly stepMinutes: number
  readonly amounts: readonly number[]
  readonly then: number
  readonly currency: string
}

type Steps = Pick<MealPenalty, 'stepMinutes' | 'amounts' | 'then'>

interface Penalty {
  lateMinutes: number
  parts: number
  amount: number
}

/**
 * @param due latest start of the meal, minutes of the day
 * @param begins when it starts
 * @param table of the working-time profile; without one a late meal costs nothing by agreement
 * @example mealPenalty(780, 850, { stepMinutes: 30, amounts: [25, 35], then: 50 }) // 70 min late, 3 parts, 25 + 35 + 50 = 110
 */
export function mealPenalty(due: number, begins: number, table: Steps): Penalty {
  const lateMinutes = Math.max(0, begins - due)
  const parts = Math.ceil(lateMinutes / table.stepMinutes)
  let amount = 0
  for (let part = 0; part < parts; part++) amount += table.amounts[part] ?? table.then
  return { lateMinutes, parts, amount }
}

interface Heads {
  crew: number
  cast: number
  background: number
  client: number
  drivers: number
}

/** Plates to order: everybody plus the spare, rounded up. @example 34 + 6 + 12 + 5 at 10 % → 63 */
export function platesToOrder(heads: Heads, sparePercent: number): number {
  const eaters = heads.crew + heads.cast + heads.background + heads.client + heads.drivers
  return Math.ceil((eaters * (100 + sparePercent)) / 100)
}
