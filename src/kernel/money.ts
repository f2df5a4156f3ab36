import { z } from 'zod'

/** ISO 4217, upper case: `EUR`. */
export const Currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, 'A currency is three letters, like EUR.')
export type Currency = z.infer<typeof Currency>

/** Whole minor units (cents, yen) of one currency. */
export const Money = z.object({ minor: z.number().int().safe(), currency: Currency })
export type Money = z.infer<typeof Money>

/** @example money(650_00, 'USD') is 650.00 dollars; money(650, 'JPY') is 650 yen */
export const money = (minor: number, currency: string): Money => ({ minor, currency })

const decimalsKnown = new Map<string, number>()

/** How many decimals the currency has: 2 for USD, 0 for JPY, 3 for KWD. Codes nobody uses have 2. @throws RangeError for what is no code */
export function decimalsOf(currency: string): number {
  const known = decimalsKnown.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  decimalsKnown.set(currency, maximumFractionDigits)
  return maximumFractionDigits
}

/** @throws RangeError when the currencies differ: there is no sum of dollars and euros */
export function plus(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be added.`)
  return money(a.minor + b.minor, a.currency)
}

/**
 * Times a fraction, rounded half up to the minor unit once, at the end: `timesFraction(money(650_00, 'USD'), 18, 14)` is
 * 835.71. Numerator and denominator are whole numbers; the product is exact whatever their size.
 */
export function timesFraction({ minor, currency }: Money, numerator: number, denominator: number): Money {
  const [product, by] = [BigInt(minor) * BigInt(numerator), BigInt(denominator)]
  const half = product >= 0n ? by : -by
  return money(Number((2n * product + half) / (2n * by)), currency)
}

/**
 * Splits without losing or making a cent; the largest remainders take the odd ones.
 * @example allocate(money(100_00, 'USD'), [1, 1, 1])   // 33.34, 33.33, 33.33
 */
export function allocate({ minor, currency }: Money, weights: readonly number[]): Money[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all <= 0) throw new RangeError('Shares need a weight above zero.')
  const exact = weights.map((weight) => (minor * weight) / all)
  const parts = exact.map(Math.floor)
  let left = minor - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order) {
    if (left <= 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  return parts.map((part) => money(part, currency))
}

/** As people read it, without the currency's sign: `1,234.50`, in `de-DE` `1.234,50`, `1,235` for yen. */
export function amountText({ minor, currency }: Money, locale = 'en-GB'): string {
  const decimals = decimalsOf(currency)
  return (minor / 10 ** decimals).toLocaleString(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
}

/** As a field takes it, without separators: `1234.50`. */
export const plainText = (value: Money): string => amountOf(value).toFixed(decimalsOf(value.currency))

/** `USD 835.71`. */
export const moneyText = (value: Money): string => `${value.currency} ${amountText(value)}`

/** `moneyOf(650.5, 'USD')` is 650.50; for what people type into a number field. */
export const moneyOf = (amount: number, currency: string): Money =>
  money(Math.round(amount * 10 ** decimalsOf(currency)), currency)

/** The same the other way, to fill a number field. */
export const amountOf = ({ minor, currency }: Money): number => minor / 10 ** decimalsOf(currency)
