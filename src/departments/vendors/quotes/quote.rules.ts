import { decimalsOf, money, plus, timesFraction, type Money } from '../../../kernel/money.ts'

/** What was asked for, line by line. Quantities are thousandths, days tenths, percentages hundredths: all whole. */
export interface AskedLine {
  readonly id: string
  readonly item: string
  readonly unit: string
  readonly quantityThousandths: number
  readonly daysTenths: number | null
}

interface OfferedLine {
  readonly lineId: string
  readonly unitMinor: number
  readonly quantityThousandths: number
  readonly daysTenths: number | null
  readonly discountHundredths: number
}

export interface Offer {
  readonly id: string
  readonly currency: string
  readonly deliveryMinor: number
  readonly taxHundredths: number
  readonly lines: readonly OfferedLine[]
}

/** One unit of `currency` is so many millionths of the currency the request compares in. */
export interface Exchange {
  readonly currency: string
  readonly rateMillionths: number
}

/** Quantity × days × unit price less the discount, rounded once: 2 × 3 days × 800.00 less 10 % is 4,320.00. */
export const lineNet = (line: OfferedLine, currency: string): Money =>
  timesFraction(
    money(line.unitMinor, currency),
    line.quantityThousandths * (line.daysTenths ?? 10) * (10_000 - line.discountHundredths),
    1000 * 10 * 10_000,
  )

interface Totals {
  readonly lines: Money
  readonly delivery: Money
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
}

/** Tax is taken once, of the whole: three lines of 9.99 at 20 % are 29.97 and 5.99. */
export function totalsOf({ currency, lines, deliveryMinor, taxHundredths }: Offer): Totals {
  const sum = lines.reduce((total, line) => plus(total, lineNet(line, currency)), money(0, currency))
  const delivery = money(deliveryMinor, currency)
  const net = plus(sum, delivery)
  const tax = timesFraction(net, taxHundredths, 10_000)
  return { lines: sum, delivery, net, tax, gross: plus(net, tax) }
}

/** In the currency of the comparison; null where nobody stated a rate, because nothing is ever guessed. */
export function inCurrency(value: Money, currency: string, exchange: readonly Exchange[]): Money | null {
  if (value.currency === currency) return value
  const rate = exchange.find((it) => it.currency === value.currency)
  if (rate === undefined) return null
  const shift = decimalsOf(currency) - decimalsOf(value.currency)
  return timesFraction(
    money(value.minor, currency),
    rate.rateMillionths * 10 ** Math.max(0, shift),
    1_000_000 * 10 ** Math.max(0, -shift),
  )
}

interface Compared {
  readonly id: string
  readonly totals: Totals
  /** Lines that were asked for and not offered. */
  readonly missing: readonly string[]
  /** The total with tax, in the currency of the request. */
  readonly comparable: Money | null
  readonly isLowest: boolean
}

/** Offers side by side. The lowest is marked among those that offer everything and can be compared; a tie marks each. */
export function compare(
  { currency, lines }: { currency: string; lines: readonly AskedLine[] },
  offers: readonly Offer[],
  exchange: readonly Exchange[],
): Compared[] {
  const rows = offers.map((offer) => {
    const totals = totalsOf(offer)
    const missing = lines.filter(({ id }) => !offer.lines.some(({ lineId }) => lineId === id)).map(({ id }) => id)
    return { id: offer.id, totals, missing, comparable: inCurrency(totals.gross, currency, exchange) }
  })
  const whole = rows.flatMap(({ missing, comparable }) =>
    missing.length === 0 && comparable !== null ? [comparable.minor] : [],
  )
  const least = whole.length < 2 ? null : Math.min(...whole)
  return rows.map((row) => ({
    ...row,
    isLowest: row.missing.length === 0 && row.comparable !== null && row.comparable.minor === least,
  }))
}

/** Offers that offer this line at the least, by id; nobody where only one can be compared, or all ask the same. */
export function lowestOfLine(
  lineId: string,
  currency: string,
  offers: readonly Offer[],
  exchange: readonly Exchange[],
): string[] {
  const prices = offers.flatMap((offer) => {
    const line = offer.lines.find((it) => it.lineId === lineId)
    const net = line && inCurrency(lineNet(line, offer.currency), currency, exchange)
    return net ? [{ id: offer.id, minor: net.minor }] : []
  })
  const least = Math.min(...prices.map(({ minor }) => minor))
  const isTold = prices.some(({ minor }) => minor > least)
  return !isTold ? [] : prices.filter(({ minor }) => minor === least).map(({ id }) => id)
}

export type RequestState = 'draft' | 'sent' | 'decided' | 'withdrawn'
export type QuoteState = 'asked' | 'answered' | 'declined' | 'expired' | 'chosen' | 'not_chosen'

/** Why an answer cannot be taken any more; null while it can. */
export function closedBecause(
  request: RequestState,
  quote: QuoteState,
  { now, answerBy }: { now: Temporal.Instant; answerBy: Temporal.Instant },
): 'decided' | 'withdrawn' | 'late' | null {
  if (request === 'withdrawn') return 'withdrawn'
  if (request !== 'sent' || quote === 'chosen' || quote === 'not_chosen') return 'decided'
  return quote === 'expired' || Temporal.Instant.compare(now, answerBy) >= 0 ? 'late' : null
}

/**
 * A reminder leaves a day before the answer is due, once, and never within a day of the question. A day is no figure of the
 * trade an office would set: requests run for two to five days, and the letter says so where they are sent.
 */
export function isToRemind(
  {
    sentAt,
    remindedAt,
    answerBy,
  }: { sentAt: Temporal.Instant; remindedAt: Temporal.Instant | null; answerBy: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  const from = answerBy.subtract({ hours: 24 })
  return (
    remindedAt === null &&
    Temporal.Instant.compare(now, from) >= 0 &&
    Temporal.Instant.compare(now, answerBy) < 0 &&
    Temporal.Instant.compare(now, sentAt.add({ hours: 24 })) >= 0
  )
}

export const quoteStateWords: Record<QuoteState, string> = {
  asked: 'Asked',
  answered: 'Answered',
  declined: 'Declined',
  expired: 'No answer in time',
  chosen: 'Chosen',
  not_chosen: 'Not chosen',
}

/** `Q-003`, as people say it. */
export const requestNumber = (number: number): string => `Q-${String(number).padStart(3, '0')}`

/** How much is wanted, as people say it: `2 × 3 days`, or `18 × head` where days do not count. */
export const wantedText = (quantity: number, unit: string, days: number | null): string =>
  days === null ? `${quantity} × ${unit}` : `${quantity} × ${days} ${days === 1 ? 'day' : 'days'}`
