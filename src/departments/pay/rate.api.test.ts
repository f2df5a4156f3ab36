import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createPerson, listPeople } from '../people/person.contract.ts'
import { payOfDay } from './overtime.rules.ts'
import { figures } from './rate.store.ts'
import { rateFor } from './rate.rules.ts'
import * as contract from './rate.contract.ts'

const office = useOffice()
let ana: TestActor
let personId: PersonId
beforeAll(async () => {
  ana = await office.as('coordinator')
  personId = (await ana.call(createPerson, { body: { name: 'Mara Quill' } })).id
})

const day = (text: string) => text as PlainDay
const profileOf = async (name: string) => {
  const { items } = await ana.call(contract.listPayProfiles)
  const found = items.find((it) => it.name === name)
  if (!found) throw new Error(`No table called ${name}`)
  return found
}

describe('CR-13 rates by position with their history', () => {
  test('a new rate from a day on makes the one before it history, and people are found by it', async () => {
    const params = { personId }
    const california = await profileOf('California daily, non-union')
    const add = (amount: number, validFrom: string, position = 'Gaffer') =>
      ana.call(contract.addRate, {
        params,
        body: {
          position,
          basis: 'day',
          amount: money(amount * 100, 'USD'),
          guaranteedMinutes: 720,
          profileId: california.id,
          validFrom: day(validFrom),
        },
      })
    await add(600, '2025-01-01')
    await add(650, '2026-01-01')
    const next = await add(700, '2026-09-01')
    expect(next.isCurrent).toBe(false)
    const { items } = await ana.call(contract.listRates, { params })
    expect(items.map(({ amount, isCurrent }) => [amount?.minor, isCurrent])).toEqual([
      [700_00, false],
      [650_00, true],
      [600_00, false],
    ])
    const found = async (maxDayRate: string, who = ana) =>
      (await who.call(listPeople, { query: { maxDayRate } })).items.map(({ name }) => name)
    expect(await found('650 USD')).toEqual(['Mara Quill'])
    expect(await found('649.99 usd')).toEqual([])
    expect(await found('900 EUR')).toEqual([])
  })

  test('people are found by their latest day rate, in whatever position it is', async () => {
    const { id } = await ana.call(createPerson, { body: { name: 'Ada Twice' } })
    for (const [position, amount, validFrom] of [
      ['Best boy', 300_00, '2024-01-01'],
      ['Gaffer', 800_00, '2026-02-01'],
    ] as const)
      await ana.call(contract.addRate, {
        params: { personId: id },
        body: {
          position,
          basis: 'day',
          amount: money(amount, 'NOK'),
          guaranteedMinutes: 600,
          validFrom: day(validFrom),
        },
      })
    const [line] = (await ana.call(listPeople, { query: { maxDayRate: '800 NOK' } })).items
    expect(line).toMatchObject({ name: 'Ada Twice', dayRate: { minor: 800_00 } })
  })

  test('the table of a rate computes the day, from the database to the cent', async () => {
    const california = await profileOf('California daily, non-union')
    const rate = { amount: money(650_00, 'USD'), guaranteedMinutes: 720 }
    expect(payOfDay({ hourly: california.hourly, ...california.rules }, rate, { workedMinutes: 840 }).total.minor).toBe(
      835_71,
    )
    const commercial = await profileOf('US commercial, 10 hours flat')
    const ten = { amount: money(650_00, 'USD'), guaranteedMinutes: 600 }
    expect(payOfDay({ hourly: commercial.hourly, ...commercial.rules }, ten, { workedMinutes: 780 }).total.minor).toBe(
      942_50,
    )
  })

  test('a day rate says how many hours it buys; an amount below nothing is refused', async () => {
    const body = { position: 'Grip', basis: 'day', amount: money(500_00, 'EUR'), validFrom: day('2026-01-01') } as const
    expect(await ana.refused(contract.addRate, { params: { personId }, body })).toMatchObject({ status: 422 })
  })

  test('what was never right is withdrawn and leaves history and search', async () => {
    const params = { personId }
    const body = {
      position: 'Boom',
      basis: 'day',
      amount: money(1_00, 'USD'),
      guaranteedMinutes: 600,
      validFrom: day('2026-05-01'),
    } as const
    const wrong = await ana.call(contract.addRate, { params, body })
    const of = { ...params, rateId: wrong.id }
    await ana.call(contract.withdrawRate, { params: of, ifMatch: 1, body: { withdrawn: true } })
    const { items } = await ana.call(contract.listRates, { params })
    expect(items.map(({ position }) => position)).not.toContain('Boom')
    expect(
      await ana.refused(contract.withdrawRate, { params: of, ifMatch: 1, body: { withdrawn: false } }),
    ).toMatchObject({ status: 412 })
  })
})

describe('CR-25 what a voice costs by market', () => {
  test('a usage rate is for a market, media and a term', async () => {
    const params = { personId }
    const usage = {
      position: 'Voice',
      basis: 'usage',
      amount: money(1200_00, 'GBP'),
      validFrom: day('2026-01-01'),
    } as const
    expect(await ana.refused(contract.addRate, { params, body: usage })).toMatchObject({ status: 422 })
    const made = await ana.call(contract.addRate, {
      params,
      body: { ...usage, market: 'United Kingdom', media: 'Online and social', termMonths: 12 },
    })
    const other = await ana.call(contract.addRate, {
      params,
      body: { ...usage, market: 'Germany', media: 'Television', termMonths: 6 },
    })
    expect([made, other].map(({ market, isCurrent }) => [market, isCurrent])).toEqual([
      ['United Kingdom', true],
      ['Germany', true],
    ])
  })
})

describe('CR-13 tables and figures are the office’s to edit', () => {
  test('finance and those who run the office change them; a coordinator does not; the version decides', async () => {
    const admin = await office.as('admin')
    const table = await profileOf('UK commercials, 10 hours')
    const params = { profileId: table.id }
    const body = { source: 'Terms of 2027', asOf: day('2027-01-01') }
    expect(await ana.refused(contract.changePayProfile, { params, ifMatch: 1, body })).toMatchObject({ status: 403 })
    expect(await admin.call(contract.changePayProfile, { params, ifMatch: 1, body })).toMatchObject({
      source: 'Terms of 2027',
      version: 2,
    })
    expect(await admin.refused(contract.changePayProfile, { params, ifMatch: 1, body })).toMatchObject({ status: 412 })
    expect(
      await admin.refused(contract.changePayProfile, { params, ifMatch: 2, body: { name: 'Flat day, no overtime' } }),
    ).toMatchObject({ status: 422 })
  })

  test('a figure is added from a day on, once', async () => {
    const finance = await office.as('finance')
    const body = {
      key: 'us.mileage',
      label: 'Own car, a mile',
      thousandths: 740,
      unit: 'USD',
      validFrom: day('2027-01-01'),
      source: 'Notice of 2026',
    }
    await finance.call(contract.addFigure, { body })
    expect(await finance.refused(contract.addFigure, { body })).toMatchObject({ status: 422 })
    expect((await figures(office.app.db)).filter(({ key }) => key === 'us.mileage')).toHaveLength(3)
  })
})

test.each([
  ['the rate of the position', 'Gaffer', '2026-05-01', 650],
  ['as it was on that day', 'Gaffer', '2025-05-01', 600],
  ['none before the first', 'Gaffer', '2024-05-01', undefined],
  ['none where two other positions could be meant', 'Rigger', '2026-05-01', undefined],
])('CR-13 a day is paid by %s', (_, position, on, amount) => {
  const one = { position: 'Gaffer', basis: 'day', market: null }
  const rates = [
    { ...one, validFrom: '2026-01-01', amount: 650 },
    { ...one, validFrom: '2025-01-01', amount: 600 },
    { ...one, position: 'Grip', validFrom: '2026-01-01', amount: 500 },
  ]
  expect(rateFor(rates, position, on)?.amount).toBe(amount)
})
