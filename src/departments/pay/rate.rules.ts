import type { Money } from '../../kernel/money.ts'

interface Dated {
  readonly id?: string
  readonly position: string
  readonly basis: string
  readonly market: string | null
  readonly validFrom: string
}

const sameKind = (a: Dated, b: Dated) =>
  a.position.toLowerCase() === b.position.toLowerCase() && a.basis === b.basis && a.market === b.market

/** Of rates with the latest first: whether this is the one in force for its position, basis and market. */
export const isCurrent = (rates: readonly Dated[], rate: Dated, today: string): boolean =>
  rates.find((other) => sameKind(other, rate) && other.validFrom <= today)?.id === rate.id

/** What a day of somebody costs by the latest word, in whatever position: the directory finds people by it. */
export const latestDayRate = <R extends Dated>(rates: readonly R[], today: string): R | undefined =>
  rates
    .filter((rate) => rate.basis === 'day' && rate.validFrom <= today)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]

/**
 * The rate a day of work is paid by: that of the position, else the person's only other position, in force on that day.
 * A day rate before an hourly one before a weekly one.
 */
export function rateFor<R extends Dated>(rates: readonly R[], position: string, day: string): R | undefined {
  const order = ['day', 'hour', 'week', 'flat']
  const inForce = rates
    .filter((rate) => rate.validFrom <= day && order.includes(rate.basis))
    .toSorted((a, b) => order.indexOf(a.basis) - order.indexOf(b.basis) || b.validFrom.localeCompare(a.validFrom))
  const exact = inForce.find((rate) => rate.position.toLowerCase() === position.toLowerCase())
  if (exact) return exact
  const positions = new Set(inForce.map((rate) => rate.position.toLowerCase()))
  return positions.size === 1 ? inForce[0] : undefined
}

/**
 * What somebody is paid by who comes through a company: their own rate where they have one, else the company's for exactly
 * this position. Its other rates are for other work, so none is guessed from them.
 */
export function rateThrough<R extends Dated>(
  { own, company }: { own: readonly R[]; company: readonly R[] },
  position: string,
  day: string,
): R | undefined {
  const theirs = company.filter((rate) => rate.position.toLowerCase() === position.toLowerCase())
  return rateFor(own, position, day) ?? rateFor(theirs, position, day)
}

/** 650/12: the amount for the hours it buys, as the trade writes it. */
export const notation = (amount: Money, guaranteedMinutes: number | null, decimals = 2): string => {
  const value = amount.minor / 10 ** decimals
  const text = Number.isInteger(value) ? String(value) : value.toFixed(decimals)
  return guaranteedMinutes === null ? text : `${text}/${guaranteedMinutes / 60}`
}
