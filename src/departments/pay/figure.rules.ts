import { money, plus, timesFraction, type Money } from '../../kernel/money.ts'

/** A figure of the law or the trade from a day on: a threshold, a rate, a share. In thousandths of its unit. */
interface Figure {
  readonly key: string
  readonly thousandths: number
  readonly validFrom: string
}

/** The figure in force on a day; undefined before the first. Days are `2026-03-01` and compare as text. */
export const figureOn = <F extends Figure>(figures: readonly F[], key: string, day: string): F | undefined =>
  figures
    .filter((figure) => figure.key === key && figure.validFrom <= day)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]

const inMoney = (thousandths: number, currency: string): Money => timesFraction(money(100, currency), thousandths, 1000)

/** So many miles at so much: 184 × 0.725 is 133.40. */
export const mileage = (miles: number, thousandthsPerMile: number, currency: string): Money =>
  timesFraction(money(100, currency), Math.round(miles * 10) * thousandthsPerMile, 10_000)

/**
 * Meals of a trip: the first and the last day at a share, the days between in full. Three days at 68 and 75 % are
 * 51 + 68 + 51 = 170. A trip of one day is a first day.
 */
export function mealsOfTrip(
  days: number,
  dailyThousandths: number,
  firstLastThousandths: number,
  currency: string,
): Money {
  const daily = inMoney(dailyThousandths, currency)
  const edge = timesFraction(daily, firstLastThousandths, 100_000)
  const edges = Math.min(days, 2)
  return money(edge.minor * edges + daily.minor * Math.max(0, days - 2), currency)
}

/** What an invoice of somebody whose tax form is missing comes to: it stops, or a share is withheld. */
export const withheld = (invoice: Money, percentThousandths: number): Money =>
  timesFraction(invoice, percentThousandths, 100_000)

interface Payment {
  readonly amount: Money
  readonly paidOn: string
  /** Card payments are reported by the processor; expenses with receipts are no services. */
  readonly counts: boolean
}

/** Whether a year's payments for services reach the threshold of that year: 1,999.99 does not reach 2,000. */
export function reachesThreshold(payments: readonly Payment[], year: number, figures: readonly Figure[], key: string) {
  const limit = figureOn(figures, key, `${year}-12-31`)
  const ofYear = payments.filter(({ counts, paidOn }) => counts && paidOn.startsWith(`${year}-`))
  const paid = ofYear
    .map(({ amount }) => amount)
    .reduce((a, b) => plus(a, b), money(0, ofYear[0]?.amount.currency ?? 'USD'))
  return { paid, reaches: limit !== undefined && paid.minor * 10 >= limit.thousandths }
}
