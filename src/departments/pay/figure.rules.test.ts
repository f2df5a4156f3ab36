import { expect, test } from 'vitest'
import { money } from '../../kernel/money.ts'
import { figureOn, mealsOfTrip, mileage, reachesThreshold, withheld } from './figure.rules.ts'

const threshold = [
  { key: 'us.1099_nec', thousandths: 600_000, validFrom: '2020-01-01' },
  { key: 'us.1099_nec', thousandths: 2_000_000, validFrom: '2026-01-01' },
]
const paid = (...amounts: number[]) =>
  amounts.map((amount) => ({ amount: money(Math.round(amount * 100), 'USD'), paidOn: '2026-06-01', counts: true }))

test('CR-15 a missing tax form withholds 24 % of an invoice of 2,000', () =>
  expect(withheld(money(2000_00, 'USD'), 24_000)).toEqual(money(480_00, 'USD')))

test('CR-15 1,200 and 799.99 in 2026 stay below the threshold, one cent more reaches it', () => {
  expect(reachesThreshold(paid(1200, 799.99), 2026, threshold, 'us.1099_nec')).toEqual({
    paid: money(1999_99, 'USD'),
    reaches: false,
  })
  expect(reachesThreshold(paid(1200, 800), 2026, threshold, 'us.1099_nec').reaches).toBe(true)
})

test('CR-15 the threshold is that of the year of payment, and card payments do not count', () => {
  const in2025 = [{ amount: money(700_00, 'USD'), paidOn: '2025-12-31', counts: true }]
  expect(reachesThreshold(in2025, 2025, threshold, 'us.1099_nec').reaches).toBe(true)
  expect(reachesThreshold(in2025, 2026, threshold, 'us.1099_nec').reaches).toBe(false)
  const byCard = paid(5000).map((it) => ({ ...it, counts: false }))
  expect(reachesThreshold(byCard, 2026, threshold, 'us.1099_nec').reaches).toBe(false)
})

test('CR-13 meals of three days at 68 are 170.00, of one day 51.00', () => {
  expect(mealsOfTrip(3, 68_000, 75_000, 'USD')).toEqual(money(170_00, 'USD'))
  expect(mealsOfTrip(1, 68_000, 75_000, 'USD')).toEqual(money(51_00, 'USD'))
})

test('CR-13 184 miles are 133.40', () => expect(mileage(184, 725, 'USD')).toEqual(money(133_40, 'USD')))

test('CR-13 a figure counts from its day on', () => {
  expect(figureOn(threshold, 'us.1099_nec', '2025-12-31')?.thousandths).toBe(600_000)
  expect(figureOn(threshold, 'us.1099_nec', '2026-01-01')?.thousandths).toBe(2_000_000)
  expect(figureOn(threshold, 'us.1099_nec', '2019-01-01')).toBeUndefined()
})
