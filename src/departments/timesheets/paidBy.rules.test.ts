import { describe, expect, test } from 'vitest'
import { money } from '../../kernel/money.ts'
import type { Deal } from '../agreements/index.ts'
import { payOfDay } from '../pay/index.ts'
import { byDeal, byRate, dealFor, isPaid, type PaidBy } from './paidBy.rules.ts'

const flat = {
  hourly: 'flat' as const,
  steps: [{ fromMinutes: 600, percent: 150 }],
  sixthDay: null,
  seventhDay: null,
  weekly: null,
  night: null,
  incrementMinutes: 1,
}
const deal = (it: Partial<Deal> = {}): Deal => ({
  number: 'HLT-DM-001',
  personId: 'p',
  position: 'Gaffer',
  amount: money(650_00, 'GBP'),
  basis: 'daily',
  guaranteedMinutes: 600,
  table: { name: 'UK commercials', profile: flat },
  ...it,
})

describe('CR-13 one rate and one table for the paper, the timesheet and the invoice', () => {
  test('650/10 flat: twelve hours are 650 and two at time and a half of 65', () => {
    const by = byDeal(deal()) as PaidBy
    expect(by).toMatchObject({ rate: 'GBP 650/10', deal: 'HLT-DM-001', table: 'UK commercials' })
    expect(payOfDay(by.profile, by, { workedMinutes: 720 }).total.minor).toBe(845_00)
  })

  test.each([
    [null, 60, 30_00, 30],
    [240, 240, 120_00, 60],
  ])('by the hour with %s minutes guaranteed, at least %d are paid', (guaranteedMinutes, paid, minor, worked) => {
    const by = byDeal(deal({ basis: 'hourly', amount: money(30_00, 'GBP'), guaranteedMinutes })) as PaidBy
    expect(by.rate).toBe('GBP 30 an hour')
    expect(payOfDay(by.profile, by, { workedMinutes: worked })).toMatchObject({ paidMinutes: paid, total: { minor } })
  })

  test.each<[Partial<Deal>, string]>([
    [{ amount: null }, 'HLT-DM-001 says no rate.'],
    [{ table: null }, 'HLT-DM-001 names no overtime table.'],
    [{ guaranteedMinutes: null }, 'HLT-DM-001 does not say for how many hours.'],
    [{ basis: 'weekly' }, 'HLT-DM-001 is not by the hour, the day or the week; it is invoiced by hand.'],
  ])('what a deal leaves open is said: %o', (part, why) => {
    const by = byDeal(deal(part))
    expect(isPaid(by)).toBe(false)
    expect(by).toEqual({ why })
  })

  const weekly = {
    minor: 2500_00,
    currency: 'USD',
    basis: 'week',
    guaranteedMinutes: 3000,
    terms: { daysOfWeek: 5 },
    hourly: flat.hourly,
    rules: flat,
    profileName: 'Commercials',
  }
  test('2,500 for a week of five days and 50 hours: each day is 500 for ten hours, an eleventh is paid by the table', () => {
    const by = byRate(weekly) as PaidBy
    expect(by).toMatchObject({ rate: 'USD 2,500/50 a week of 5 days', guaranteedMinutes: 600 })
    const paid = [600, 600, 660].map((workedMinutes) => payOfDay(by.profile, by, { workedMinutes }).total.minor)
    expect(paid).toEqual([500_00, 500_00, 575_00])
  })

  test.each([{ guaranteedMinutes: null }, { terms: {} }])('a week without %o is not guessed', (part) =>
    expect(byRate({ ...weekly, ...part })).toEqual({
      why: 'Their rate does not say how many hours and days make its week.',
    }),
  )

  test('nobody signed and no rate kept: it says so', () =>
    expect(byRate(undefined)).toEqual({ why: 'No rate for this position is on their record or their company’s.' }))

  test('the deal of the position, else the only one, else none', () => {
    const [driver, gaffer] = [deal({ position: 'Driver', number: '2' }), deal()]
    expect(dealFor([driver, gaffer], 'gaffer')).toBe(gaffer)
    expect(dealFor([gaffer], 'Electrician')).toBe(gaffer)
    expect(dealFor([driver, gaffer], 'Electrician')).toBeUndefined()
  })
})
