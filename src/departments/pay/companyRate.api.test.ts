import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { CompanyId, PersonId } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createCompany } from '../people/company.contract.ts'
import { createPerson, listPeople } from '../people/person.contract.ts'
import { rateThrough } from './rate.rules.ts'
import * as contract from './rate.contract.ts'

const office = useOffice()
let ana: TestActor
let companyId: CompanyId
let personId: PersonId
beforeAll(async () => {
  ana = await office.as('coordinator')
  companyId = (await ana.call(createCompany, { body: { name: 'Quill Camera Ltd' } })).id
  personId = (await ana.call(createPerson, { body: { name: 'Mara Quill', companyName: 'Quill Camera Ltd' } })).id
})

const rate = (position: string, amount: number, validFrom: string): contract.NewRate => ({
  position,
  basis: 'day',
  amount: money(amount * 100, 'GBP'),
  guaranteedMinutes: 600,
  validFrom: validFrom as PlainDay,
})

test('CR-13 a company has rates of its own, from a day on, with its history; people are not found by them', async () => {
  const params = { companyId }
  const add = (...it: Parameters<typeof rate>) => ana.call(contract.addCompanyRate, { params, body: rate(...it) })
  await add('Director of photography', 1000, '2025-01-01')
  await add('Director of photography', 1100, '2026-01-01')
  const wrong = await add('Focus puller', 1, '2026-01-01')
  const { items, can } = await ana.call(contract.listCompanyRates, { params })
  expect(items.map((it) => [it.position, it.amount?.minor, it.isCurrent])).toEqual([
    ['Director of photography', 1100_00, true],
    ['Director of photography', 1000_00, false],
    ['Focus puller', 1_00, true],
  ])
  expect(can.edit).toBe(true)
  const of = { companyId, rateId: wrong.id }
  await ana.call(contract.withdrawCompanyRate, { params: of, ifMatch: 1, body: { withdrawn: true } })
  const again = { params: of, ifMatch: 1, body: { withdrawn: false } }
  expect((await ana.refused(contract.withdrawCompanyRate, again)).status).toBe(412)
  expect((await ana.call(contract.listCompanyRates, { params })).items).toHaveLength(2)
  expect((await ana.call(contract.listRates, { params: { personId } })).items).toEqual([])
  expect((await ana.call(listPeople, { query: { maxDayRate: '2000 GBP' } })).items).toEqual([])
  const theirs = { personId, rateId: items[0]!.id }
  expect(
    (await ana.refused(contract.withdrawRate, { params: theirs, ifMatch: 1, body: { withdrawn: true } })).status,
  ).toBe(404)
})

test('CR-13 whoever may not see what people cost sees no rate of a company either', async () => {
  const member = await office.as('member')
  expect((await member.refused(contract.listCompanyRates, { params: { companyId } })).status).toBe(403)
  const finance = await office.as('finance')
  const { items, can } = await finance.call(contract.listCompanyRates, { params: { companyId } })
  expect([items[0]?.amount?.minor, can.edit]).toEqual([1100_00, false])
})

const dated = (position: string, amount: number, validFrom = '2026-01-01') => ({
  position,
  basis: 'day',
  market: null,
  validFrom,
  amount,
})

test.each([
  ['their own goes before the company’s', [dated('Gaffer', 1)], [dated('Gaffer', 2)], 1],
  ['none of their own: the company’s for the position', [], [dated('gaffer', 2), dated('Grip', 3)], 2],
  ['their own begins later than the day', [dated('Gaffer', 1, '2026-07-01')], [dated('Gaffer', 2)], 2],
  ['the company has only other work', [], [dated('Grip', 3)], undefined],
  ['neither has any', [], [], undefined],
])('CR-13 through a company: %s', (_, own, company, amount) => {
  expect(rateThrough({ own, company }, 'Gaffer', '2026-06-10')?.amount).toBe(amount)
})
