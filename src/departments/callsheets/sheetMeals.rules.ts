/** Meals: when they are due, what a late one costs, how many plates. */

/** `amounts` in whole currency units per started step; later steps cost `beyond`. A table of an agreement, kept as data. */
interface PenaltyTable {
  stepMinutes: number
  amounts: number[]
  beyond: number
  currency: string
  source: string
}

/** Late meals of US screen performers, per half hour or part of one. */
export const screenPerformers: PenaltyTable = {
  stepMinutes: 30,
  amounts: [25, 35],
  beyond: 50,
  currency: 'USD',
  source: 'US screen performers: 25, 35, then 50 per half hour or part',
}

interface Penalty {
  lateMinutes: number
  parts: number
  amount: number
}

/**
 * @param due latest start of the meal, minutes of the day
 * @param begins when it starts
 * @example mealPenalty(780, 850, screenPerformers) // 70 min late, 3 parts, 25 + 35 + 50 = 110
 */
export function mealPenalty(due: number, begins: number, table: PenaltyTable): Penalty {
  const lateMinutes = Math.max(0, begins - due)
  const parts = Math.ceil(lateMinutes / table.stepMinutes)
  let amount = 0
  for (let part = 0; part < parts; part++) amount += table.amounts[part] ?? table.beyond
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
