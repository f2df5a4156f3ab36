import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { listPapers } from '../papers/papers.contract.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson } from '../people/person.contract.ts'
import { lookAtBank, lookAtTax } from '../vendors/bank.contract.ts'
import { getVendor, listVendorActivity, listVendors } from '../vendors/vendor.contract.ts'
import { bench, letters, memo, sign, tokenOf, type Bench } from './agreement.fixture.ts'
import * as contract from './agreement.contract.ts'
import * as envelope from './envelope.contract.ts'
import { giveAccount, giveTax } from './payment.contract.ts'
import { taxFaults } from './payment.rules.ts'
import { sweep } from './sweep.actions.ts'

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

/** The same production, with a deal of somebody else. */
async function another(name: string): Promise<Bench> {
  const person = await b.ana.call(createPerson, { body: { name } })
  const { departmentId } = await office.app.db
    .selectFrom('engagement')
    .select('department_id as departmentId')
    .where('id', '=', b.gaffer as never)
    .executeTakeFirstOrThrow()
  const engaged = await b.ana.call(createEngagement, {
    params: b.params,
    body: { personId: person.id, departmentId, title: 'Grip', kind: 'crew' },
  })
  return { ...b, gaffer: engaged.id }
}

/** A memo Sam alone signs, sent; and the words of his page. */
async function sentTo(change: object = {}, of: Bench = b) {
  const drafted = await memo(of)
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
  expect(first.match(/value="Sam Okoro"/g), 'the name just signed is not typed again').toHaveLength(2)
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
  expect(await asked.page()).toContain('Land, in dem Sie Steuern zahlen')
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

test('DO-14 who stops between signature and bank details is reminded until both have come, and the link stays open', async () => {
  const it = await sentTo({ asksPayment: true }, await another('Odile Renn'))
  await it.signIt()
  const before = (await letters(office)).length
  const sinceSigned = async () => (await letters(office)).slice(before).filter(({ key }) => key?.includes('payment'))
  const round = async (hours: number) => {
    office.clock.advance({ hours })
    await sweep(office.app)
  }
  const at = { params: { token: it.token } }
  const line = async () =>
    (await b.ana.call(contract.listAgreements, { params: b.params, query: {} })).items.find(
      ({ id }) => id === it.sent.id,
    )
  expect((await line())?.owed).toEqual(['tax', 'bank'])
  await round(73)
  expect((await sinceSigned()).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Still needed to pay you'),
  ])
  expect((await sinceSigned())[0]?.body_text).toContain('your tax form and your bank details are still missing')
  await sweep(office.app)
  expect(await sinceSigned(), 'a second round in the same minute').toHaveLength(1)

  await office.nobody.call(giveTax, { ...at, body: tax, idempotencyKey: 'late-1' })
  expect((await line())?.owed).toEqual(['bank'])
  await round(200)
  expect((await sinceSigned())[1]?.body_text).toContain('your bank details are still missing')
  const party = (await it.now()).parties[0]!
  expect(party.paymentReminders).toBe(2)

  // Longer than there was to sign: what the reminder says is still so.
  await round(24 * 12)
  expect(await it.page()).toContain('Bank details')
  for (let n = 0; n < 6; n++) await round(24 * 10)
  const most = (await sinceSigned()).length
  await round(24 * 30)
  expect(await sinceSigned(), 'no more than the cap').toHaveLength(most)
  expect((await office.nobody.refused(giveAccount, { ...at, body: account })).type).toBe('/problems/link-unusable')
  await b.ana.call(envelope.partyLink, {
    params: { ...b.params, agreementId: it.sent.id, partyId: party.id },
    body: {},
  })
  expect(await office.nobody.call(giveAccount, { ...at, body: account })).toEqual({ tax: true, bank: true })
  expect((await line())?.owed).toEqual([])
  await round(24 * 30)
  expect(await sinceSigned()).toHaveLength(most)
})

test('DO-14 what a deal asks for stands among the papers, and goes from there when the office takes it back', async () => {
  const ana = await office.as('coordinator')
  const it = await sentTo({ asksPayment: true, language: 'de' }, await another('Ines Vogel'))
  const at = { params: { ...b.params, agreementId: it.sent.id } }
  const papers = async () => {
    const { kinds, rows } = await ana.call(listPapers, { params: b.params })
    const cells = rows.find(({ name }) => name === 'Ines Vogel')?.cells ?? []
    return ['Tax form', 'Bank details'].map(
      (name) => cells.find(({ kindId }) => kinds.some((kind) => kind.id === kindId && kind.name === name))?.standing,
    )
  }
  await it.signIt()
  expect(await papers()).toEqual(['asked', 'asked'])
  await office.nobody.call(giveTax, { params: { token: it.token }, body: tax, idempotencyKey: 'ines-1' })
  expect(await papers()).toEqual(['in_order', 'asked'])

  const { version } = await it.now()
  const off = await b.ana.call(envelope.askHowToPay, { ...at, ifMatch: version, body: { asks: false } })
  expect(off.asksPayment).toBe(false)
  expect((await b.ana.refused(envelope.askHowToPay, { ...at, ifMatch: version, body: { asks: true } })).status).toBe(
    412,
  )
  expect(await papers()).toEqual(['in_order', undefined])
  office.clock.advance({ hours: 100 })
  const before = (await letters(office)).length
  await sweep(office.app)
  expect((await letters(office)).slice(before).filter(({ key }) => key?.includes('payment'))).toEqual([])

  await b.ana.call(envelope.askHowToPay, { ...at, ifMatch: off.version, body: { asks: true } })
  expect(await papers()).toEqual(['in_order', 'asked'])
  const reminded = await b.ana.call(envelope.remindParties, { params: b.params, body: { agreementIds: [it.sent.id] } })
  expect(reminded).toEqual({ reminded: 1, skipped: [] })
  expect((await letters(office)).at(-1)?.body_text).toContain('fehlt noch Ihre Bankverbindung')
  await office.nobody.call(giveAccount, { params: { token: it.token }, body: account })
  expect(await papers()).toEqual(['in_order', 'in_order'])
})
