import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { lookAtBank, lookAtTax } from '../vendors/bank.contract.ts'
import { getVendor, listVendorActivity, listVendors } from '../vendors/vendor.contract.ts'
import { bench, memo, sign, tokenOf, type Bench } from './agreement.fixture.ts'
import * as contract from './agreement.contract.ts'
import * as envelope from './envelope.contract.ts'
import { giveAccount, giveTax } from './payment.contract.ts'
import { taxFaults } from './payment.rules.ts'

const office = useOffice()
let b: Bench
beforeAll(async () => {
  b = await bench(office)
})

const IBAN = 'DE89 3704 0044 0532 0130 00'
const tax = {
  country: 'US',
  legalName: 'Samuel Okoro',
  standing: 'individual' as const,
  address: '7 Quay Street, Portland',
  kind: 'SSN',
  id: '123-45-6789',
  certified: true,
}
const account = { holder: 'Sam Okoro', account: IBAN }
const sam = (personId: string | null) => ({
  role: 'signer' as const,
  label: 'Crew member',
  turn: 1,
  personId,
  name: 'Sam Okoro',
  email: 'sam@example.com',
})

/** A memo Sam alone signs, sent; and the words of his page. */
async function sentTo(change: object = {}) {
  const drafted = await memo(b)
  const subject = drafted.parties.find(({ personId }) => personId !== null)?.personId ?? null
  const at = { params: { ...b.params, agreementId: drafted.id } }
  const ready = await b.ana.call(contract.changeAgreement, {
    ...at,
    ifMatch: drafted.version,
    body: { parties: [sam(subject)] as never, ...change },
  })
  const sent = await b.ana.call(envelope.sendAgreement, { ...at, ifMatch: ready.version, body: {} })
  const token = await tokenOf(office, 'sam@example.com')
  const page = async () => (await office.nobody.fetch(`/a/${token}`)).text()
  const now = () => b.ana.call(contract.getAgreement, at)
  return { drafted, sent, token, page, now, signIt: () => sign(office.nobody, token, sent.contentSha256!, 'Sam Okoro') }
}

test('DO-14 once signed, tax form and bank details are asked in the same link, one step each, and never shown again', async () => {
  const it = await sentTo()
  expect(it.drafted.asksPayment).toBe(true)
  const at = { params: { token: it.token } }
  expect((await office.nobody.refused(giveTax, { ...at, body: tax })).type).toBe('/problems/agreement-not-your-turn')
  expect(await it.page()).toContain('After you sign, we ask for your tax form')
  await it.signIt()
  const first = await it.page()
  expect(first).toContain(`data-send="/v1/agreement-links/${it.token}/tax"`)
  expect(first).not.toContain('Received.')

  const slipped = await office.nobody.refused(giveTax, { ...at, body: { ...tax, id: '12-34', certified: false } })
  expect(slipped['errors']).toEqual([
    { pointer: '/id', message: 'A US tax number has nine digits.' },
    { pointer: '/certified', message: 'Confirm that it is true.' },
  ])
  expect(await office.nobody.call(giveTax, { ...at, body: tax, idempotencyKey: 'one-1' })).toEqual({
    tax: true,
    bank: false,
  })
  // They stop here: what was given stays, and the link goes on with the next step, also when the office sends it again.
  const { url } = await b.ana.call(envelope.partyLink, {
    params: { ...b.params, agreementId: it.sent.id, partyId: it.sent.parties[0]!.id },
    body: {},
  })
  expect(url).toContain(it.token)
  const second = await it.page()
  expect(second.match(/Received\./g)).toHaveLength(1)
  for (const secret of ['6789', '123-45', 'Samuel', 'Quay Street, Portland']) expect(second).not.toContain(secret)

  const wrong = await office.nobody.refused(giveAccount, {
    ...at,
    body: { ...account, account: 'DE89 3704 0044 0532 0130 01' },
  })
  expect(wrong['errors']).toMatchObject([{ pointer: '/account' }])
  const once = { ...at, body: account, idempotencyKey: 'two-2' }
  expect(await office.nobody.call(giveAccount, once)).toEqual({ tax: true, bank: true })
  expect(await office.nobody.call(giveAccount, once), 'a retry from a van').toEqual({ tax: true, bank: true })
  const last = await it.page()
  expect(last).toContain('That is all.')
  expect(last).not.toContain('3000')
  expect((await it.now()).parties[0]).toMatchObject({ taxGivenAt: expect.any(String), bankGivenAt: expect.any(String) })

  const { items } = await b.ana.call(listVendors, { query: { q: 'Okoro' } })
  const vendor = await b.ana.call(getVendor, { params: { vendorId: items[0]!.id } })
  expect([vendor.stage, vendor.tax, vendor.bank?.map(({ last4, state }) => [last4, state])]).toEqual([
    'in_review',
    { kind: 'SSN', last: '6789' },
    [['3000', 'waiting']],
  ])
  expect(vendor.blockers.map((it) => JSON.stringify(it)).join()).not.toContain('Tax form')
  const of = { vendorId: vendor.id }
  const why = { reason: 'First invoice' }
  expect((await b.ana.refused(lookAtTax, { params: of, body: why })).status).toBe(403)
  const finance = await office.as('finance')
  expect((await finance.refused(lookAtTax, { params: of, body: { reason: '' } })).status).toBe(422)
  expect(await finance.call(lookAtTax, { params: of, body: why })).toMatchObject({
    kind: 'SSN',
    id: '123-45-6789',
    form: { country: 'US', legalName: 'Samuel Okoro', standing: 'individual', address: '7 Quay Street, Portland' },
  })
  const bankId = vendor.bank![0]!.id
  expect((await finance.call(lookAtBank, { params: { ...of, bankId }, body: why })).account).toBe(IBAN)
  const looks = JSON.stringify(await b.ana.call(listVendorActivity, { params: of, query: {} }))
  expect(looks).toContain('ending in 6789: First invoice')
  expect(looks).not.toContain('123-45')
  const everything = JSON.stringify(await office.app.db.selectFrom('vendor').selectAll().execute())
  expect(everything).not.toContain('Samuel')

  expect((await memo(b)).asksPayment, 'both are on file').toBe(false)
})

test('DO-14 a paper in German asks in German; where the office does not ask, nothing can be given', async () => {
  const asked = await sentTo({ asksPayment: true, language: 'de' })
  await asked.signIt()
  expect(await asked.page()).toContain('Land, in dem du Steuern zahlst')
  const silent = await sentTo({ asksPayment: false })
  await silent.signIt()
  expect(await silent.page()).not.toContain('data-step')
  const refused = await office.nobody.refused(giveAccount, { params: { token: silent.token }, body: account })
  expect(refused.type).toBe('/problems/agreement-not-your-turn')
})

test.each([
  ['whole', {}, []],
  ['a country in words', { country: 'Germany' }, ['country']],
  ['eight digits in the US', { id: '12345678' }, ['id_us']],
  ['letters elsewhere', { country: 'DE', id: 'DE123456789' }, []],
  [
    'nothing at all',
    { country: '', legalName: '', address: '', kind: '', id: '', certified: false },
    ['country', 'legalName', 'address', 'kind', 'id', 'certified'],
  ],
])('DO-14 a tax form: %s', (_, change, codes) => {
  expect(taxFaults({ ...tax, ...change }).map(({ code }) => code)).toEqual(codes)
})
