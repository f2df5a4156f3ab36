import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { money } from '../../kernel/money.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { changeAgreement, createAgreement } from '../agreements/agreement.contract.ts'
import { sign, tokenOf } from '../agreements/agreement.fixture.ts'
import { sendAgreement } from '../agreements/envelope.contract.ts'
import { listTemplates } from '../agreements/template.contract.ts'
import { addCompanyRate, addRate, changePayProfile, listPayProfiles } from '../pay/rate.contract.ts'
import { createCompany } from '../people/company.contract.ts'
import { changeEngagement, createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import { enterHours } from './timesheet.contract.ts'

const office = useOffice()
const day = (text: string) => text as PlainDay

test('CR-13 DO-14 a memo begins with the rate on record; once signed, the timesheet pays by what was signed', async () => {
  const ana = await office.as('owner')
  const { id: productionId } = await ana.call(createProduction, {
    body: {
      code: 'DEAL',
      title: 'Signed Terms',
      kind: 'commercial',
      timeZone: 'Europe/London',
      startsOn: day('2026-04-27'),
      endsOn: day('2026-05-03'),
    },
  })
  const params = { productionId }
  const { id: personId } = await ana.call(createPerson, {
    body: { name: 'Odile Farrow', emails: [{ label: null, value: 'odile@example.com' }] },
  })
  const table = (await ana.call(listPayProfiles)).items.find(({ name }) => name.startsWith('UK commercials'))!
  await ana.call(addRate, {
    params: { personId },
    body: {
      position: 'Best boy',
      basis: 'day',
      amount: money(500_00, 'GBP'),
      guaranteedMinutes: 600,
      profileId: table.id,
      validFrom: day('2026-01-01'),
      terms: { kitFee: { per: 'day', amount: money(40_00, 'GBP'), cap: null } },
    },
  })
  const departmentId = (await ana.call(listDepartments)).items[0]?.id as never
  const engaged = await ana.call(createEngagement, {
    params,
    body: { personId, departmentId, title: 'Best boy', works: 'listed_days' },
  })
  const hours = (onDate: string, ifMatch = 0) =>
    ana.call(enterHours, {
      params: { ...params, engagementId: engaged.id, onDate: day(onDate) },
      ifMatch,
      body: { startMinute: 420, endMinute: 1200, mealMinutes: 60, note: '' },
    })
  const [first, second] = table.rules.steps
  expect(first, 'the table pays overtime after the hours of a day').toBeDefined()
  const before = (await hours('2026-04-28')).pay!
  expect(before).toMatchObject({ rate: 'GBP 500/10', deal: null, table: table.name })

  const template = (await ana.call(listTemplates)).items.find(({ kind }) => kind === 'deal_memo')!
  const drafted = await ana.call(createAgreement, {
    params,
    body: { kind: 'deal_memo', templateId: template.id, subject: { kind: 'engagement', id: engaged.id } },
  })
  expect(drafted.terms).toMatchObject({
    rateMinor: 500_00,
    currency: 'GBP',
    basis: 'daily',
    guaranteedHours: 10,
    kitFee: '40.00 GBP a day',
    overtime: { name: table.name },
  })
  const at = { params: { ...params, agreementId: drafted.id } }
  const changed = await ana.call(changeAgreement, {
    ...at,
    ifMatch: drafted.version,
    body: {
      terms: { rateMinor: 600_00 },
      parties: [{ role: 'signer', label: 'Crew member', turn: 1, name: 'Odile Farrow', email: 'odile@example.com' }],
    },
  })
  const sent = await ana.call(sendAgreement, { ...at, ifMatch: changed.version, body: {} })
  expect((await hours('2026-04-28', 1)).pay, 'a paper that is only out pays nothing yet').toEqual(before)
  await sign(office.nobody, await tokenOf(office, 'odile@example.com'), sent.contentSha256!, 'Odile Farrow')
  const signed = (await hours('2026-04-28', 2)).pay!
  expect(signed).toMatchObject({ rate: 'GBP 600/10', deal: sent.number, table: table.name })
  expect(signed.total.minor * 5, 'by the same table, at the rate that was signed').toBe(before.total.minor * 6)

  await ana.call(changePayProfile, {
    params: { profileId: table.id },
    ifMatch: table.version,
    body: { rules: { ...table.rules, steps: [{ ...first!, percent: 300 }, ...(second ? [second] : [])] } },
  })
  expect((await hours('2026-04-29')).pay?.total, 'nobody signed the table as it is now').toEqual(signed.total)
})

test('CR-13 who comes through a company and has no rate of their own is paid by the company’s, on paper too', async () => {
  const ana = await office.as('owner')
  const { id: productionId } = await ana.call(createProduction, {
    body: { code: 'THRU', title: 'Through', kind: 'commercial', timeZone: 'Europe/London' },
  })
  const params = { productionId }
  const { id: companyId } = await ana.call(createCompany, { body: { name: 'Quill Camera Ltd' } })
  const { id: personId } = await ana.call(createPerson, { body: { name: 'Pim Vane' } })
  const table = (await ana.call(listPayProfiles)).items.find(({ name }) => name.startsWith('UK commercials'))!
  const rate = {
    position: 'Focus puller',
    basis: 'day' as const,
    amount: money(480_00, 'GBP'),
    guaranteedMinutes: 600,
    profileId: table.id,
    validFrom: day('2026-01-01'),
  }
  await ana.call(addCompanyRate, { params: { companyId }, body: rate })
  const departmentId = (await ana.call(listDepartments)).items[0]?.id as never
  const body = { personId, departmentId, title: 'Focus puller', works: 'listed_days' as const }
  const engaged = await ana.call(createEngagement, { params, body })
  const hours = (onDate: string) =>
    ana.call(enterHours, {
      params: { ...params, engagementId: engaged.id, onDate: day(onDate) },
      ifMatch: 0,
      body: { startMinute: 420, endMinute: 1080, mealMinutes: 60, note: '' },
    })
  expect((await hours('2026-04-27')).open).toContain('No rate for this position')
  const one = { ...params, engagementId: engaged.id }
  const through = await ana.call(changeEngagement, { params: one, ifMatch: engaged.version, body: { companyId } })
  expect([through.companyName, through.throughCompanyId]).toEqual(['Quill Camera Ltd', companyId])
  expect((await hours('2026-04-28')).pay).toMatchObject({
    rate: 'GBP 480/10, Quill Camera Ltd',
    total: { minor: 480_00 },
  })
  const template = (await ana.call(listTemplates)).items.find(({ kind }) => kind === 'deal_memo')!
  const subject = { kind: 'engagement' as const, id: engaged.id }
  const memo = () =>
    ana.call(createAgreement, { params, body: { kind: 'deal_memo', templateId: template.id, subject } })
  expect((await memo()).terms).toMatchObject({ rateMinor: 480_00, guaranteedHours: 10, overtime: { name: table.name } })
  await ana.call(addRate, { params: { personId }, body: { ...rate, amount: money(520_00, 'GBP') } })
  expect((await hours('2026-04-29')).pay).toMatchObject({ rate: 'GBP 520/10', total: { minor: 520_00 } })
  expect((await memo()).terms).toMatchObject({ rateMinor: 520_00 })
})
