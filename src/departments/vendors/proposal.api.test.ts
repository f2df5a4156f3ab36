import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { somebodyWaits } from '../../../tests/support/waiting.ts'
import { getCompany } from '../people/company.contract.ts'
import * as bank from './bank.contract.ts'
import * as paperContract from './paper.contract.ts'
import * as contract from './proposal.contract.ts'
import { createVendor, getVendor, type Vendor, type VendorId } from './vendor.contract.ts'

const office = useOffice()
const IBAN = 'GB82 WEST 1234 5698 7654 32'
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF')
let [ana, fin] = [] as unknown as [TestActor, TestActor]
let vendor: Vendor

beforeAll(async () => {
  ana = await office.as('coordinator')
  fin = await office.as('finance')
  const body = { name: 'Tideline Grip', email: 'hire@tideline.example', phone: '+44 20 7946 0111' }
  vendor = await ana.call(createVendor, { body })
})

const params = () => ({ vendorId: vendor.id as VendorId })
const look = () => ana.call(getVendor, { params: params() })
const invite = (more: object = {}) =>
  ana.call(contract.inviteVendor, {
    params: params(),
    body: { email: 'hire@tideline.example', ...more },
    idempotencyKey: office.app.ids.next(),
  })
const open = async () => {
  const { invitation } = await ana.call(contract.getInvitation, { params: params() })
  if (invitation === null) throw new Error('No invitation is open')
  return invitation
}
const tokenOf = (page: string | null) => page?.split('/v/')[1] ?? ''
const fill = (token: string, body: object) =>
  office.nobody.fetch(`/v1/vendor-links/${token}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const review = async (decisions: object[]) =>
  ana.call(contract.reviewProposal, {
    params: params(),
    ifMatch: (await open()).version,
    body: { decisions } as never,
  })
const letters = () => office.app.db.selectFrom('mail_message').select(['subject', 'body_text']).orderBy('id').execute()

describe('CR-14 a vendor fills in their own details by a link, and nothing counts before the office has looked', () => {
  test('one letter with a link; looking at the page moves them on; a stranger’s token opens nothing', async () => {
    const { invitation } = await invite({ locale: 'de', message: 'Bitte bis Freitag' })
    expect(invitation).toMatchObject({ state: 'sent', items: [] })
    expect((await look()).stage).toBe('invited')
    const [letter] = await letters()
    expect(letter?.body_text).toContain(invitation?.page)
    expect(letter?.body_text).toContain('Bitte bis Freitag')
    expect(letter?.subject).toContain('Ihre Angaben')
    const page = await office.nobody.fetch(new URL(invitation?.page ?? '').pathname)
    expect(page.status).toBe(200)
    const german = await office.nobody.fetch(new URL(invitation?.page ?? '').pathname, {
      headers: { 'accept-language': 'de' },
    })
    expect(await german.text()).toContain('Eure Angaben')
    expect((await look()).stage).toBe('invited')
    await office.nobody.fetch(`/v1/vendor-links/${tokenOf(invitation?.page ?? null)}/opened`, { method: 'POST' })
    expect([(await look()).stage, (await open()).state]).toEqual(['profile', 'opened'])
    const token = tokenOf(invitation?.page ?? null)
    const bent = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA')
    expect((await office.nobody.fetch(`/v/${bent}`)).status).toBe(404)
    expect((await fill(bent, { legalName: 'Mine now' })).status).toBe(410)
  })

  test('each wrong field is named; what is sent is a proposal beside what is on file', async () => {
    const token = tokenOf((await open()).page)
    const wrong = await fill(token, {
      email: 'no',
      bank: { holder: 'T', account: 'GB82WEST12345698765423' },
      tax: { id: '123456' },
    })
    const { errors } = (await wrong.json()) as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toContain('/email')
    const slipped = await fill(token, {
      bank: { holder: 'T', account: 'GB82WEST12345698765423' },
      tax: { id: '123456' },
    })
    expect(
      ((await slipped.json()) as typeof wrong & { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer),
    ).toEqual(['/bank/account', '/tax/kind'])
    expect((await fill(token, {})).status).toBe(422)

    const answers = {
      legalName: 'Tideline Grip Ltd',
      phone: '+44 7700 900999',
      contact: { name: 'June Park', does: 'Accounts', email: 'june@tideline.example' },
      paymentDays: 30,
      currency: 'gbp',
      tax: { kind: 'VAT', id: 'GB123456789' },
      bank: { holder: 'Tideline Grip Ltd', account: IBAN },
      note: 'New bank since May',
    }
    expect((await fill(token, answers)).status).toBe(200)
    expect((await fill(token, answers)).status).toBe(200)
    const { items, state } = await open()
    expect(state).toBe('filled')
    expect(Object.fromEntries(items.map(({ field, theirs }) => [field, theirs]))).toEqual({
      legalName: 'Tideline Grip Ltd',
      phone: '+44 7700 900999',
      contact: 'June Park, Accounts, june@tideline.example',
      terms: 'Net 30, GBP',
      tax: 'VAT •••• 6789',
      bank: '•••• 5432, Tideline Grip Ltd',
    })
    expect(items.find(({ field }) => field === 'phone')?.ours).toBe('+44 20 7946 0111')
    const now = await look()
    expect([now.stage, now.legalName, now.tax, now.bank, now.paymentDays]).toEqual(['in_review', null, null, [], null])
    expect(now.blockers).toContainEqual({ code: 'proposal_open' })
    const row = await office.app.db.selectFrom('vendor_invitation').select('answers_sealed').executeTakeFirst()
    expect(row?.answers_sealed?.toString('latin1')).not.toContain('june@')
  })

  test('a forwarded link shows nothing in full: no account, no number, no address', async () => {
    const page = await (await office.nobody.fetch(`/v/${tokenOf((await open()).page)}`)).text()
    for (const secret of [IBAN, '5698', '123456789', '+44 20 7946 0111', 'june@tideline.example', '900999'])
      expect(page).not.toContain(secret)
    expect(page).toContain('•••111')
  })

  test('accepted fields are written where they belong; returned ones are told once everything was looked at', async () => {
    await review([
      { field: 'phone', accept: true },
      { field: 'contact', accept: true },
      { field: 'terms', accept: true },
      { field: 'tax', accept: true },
      { field: 'bank', accept: true },
    ])
    const before = (await letters()).length
    const without = await ana.refused(contract.reviewProposal, {
      params: params(),
      ifMatch: (await open()).version,
      body: { decisions: [{ field: 'legalName', accept: false }] },
    })
    expect(without.status).toBe(422)
    await review([{ field: 'legalName', accept: false, reason: 'The register says Tideline Lighting Ltd' }])
    expect((await open()).state).toBe('returned')
    const told = (await letters()).slice(before)
    expect(told).toHaveLength(1)
    expect(told[0]?.body_text).toContain('Legal name: The register says Tideline Lighting Ltd')
    const now = await look()
    expect(now).toMatchObject({
      paymentDays: 30,
      currency: 'GBP',
      tax: { kind: 'VAT', last: '6789' },
      legalName: null,
      contacts: [{ name: 'June Park', does: 'Accounts', email: 'june@tideline.example' }],
    })
    const company = await ana.call(getCompany, { params: { companyId: now.companyId as never } })
    expect(company.phones?.map(({ value }) => value)).toEqual(['+44 7700 900999', '+44 20 7946 0111'])
  })

  test('the account waits, and the number that came by the same link is no number to call', async () => {
    const [waiting] = (await look()).bank ?? []
    expect(waiting).toMatchObject({ state: 'waiting', cameFrom: 'link', knownNumbers: ['+44 20 7946 0111'] })
    const settle = (calledNumber: string) => ({
      params: { vendorId: vendor.id, bankId: waiting?.id } as never,
      ifMatch: waiting?.version ?? 0,
      body: { counts: true, calledNumber, spokeWith: 'June', numberSource: 'their page' } as never,
    })
    expect((await fin.refused(bank.settleBank, settle('+44 7700 900999'))).status).toBe(422)
    await fin.call(bank.settleBank, settle('+44 20 7946 0111'))
  })

  test('they come back by the same link: what is new is open again, what stands stays', async () => {
    const token = tokenOf((await open()).page)
    expect(await (await office.nobody.fetch(`/v/${token}`)).text()).toContain('The register says Tideline Lighting Ltd')
    await fill(token, { legalName: 'Tideline Lighting Ltd' })
    const { items, state } = await open()
    expect(state).toBe('filled')
    expect(items.filter((it) => it.state === 'open').map(({ field }) => field)).toEqual(['legalName'])
    await review([{ field: 'legalName', accept: true }])
    expect([(await open()).state, (await look()).legalName]).toEqual(['settled', 'Tideline Lighting Ltd'])
    expect((await look()).bank).toHaveLength(1)
  })

  test('CR-15 papers by the same page: a wrong file is refused in words, a right one is looked at and counts', async () => {
    const token = tokenOf((await open()).page)
    const papers = async () => (await ana.call(paperContract.listVendorPapers, { params: params() })).items
    const tax = (await papers()).find(({ kind }) => kind === 'Tax form')
    const send = (bytes: Buffer, kind = tax?.kindId ?? '', ends = '') => {
      const form = new FormData()
      form.set('kind', kind)
      form.set('file', new File([new Uint8Array(bytes)], 'w9.pdf'))
      if (ends) form.set('ends', ends)
      return office.nobody.fetch(`/v/${token}`, { method: 'POST', body: form })
    }
    const evil = await send(Buffer.from('<svg onload="alert(1)">'))
    expect([evil.status, (await evil.text()).includes('not a JPEG, PNG')]).toEqual([422, true])
    const insurance = (await papers()).find(({ expires }) => expires)
    expect((await send(pdf, insurance?.kindId)).status).toBe(422)
    expect((await send(pdf, office.app.ids.next())).status).toBe(422)
    // Pressed twice on a slow line: one paper, and each press is kept or replaced, none is said to have come and lost.
    const pressed = await office.app.transaction(async (tx) => {
      await sql`lock table paper in share mode`.execute(tx)
      const both = Promise.all([send(pdf), send(pdf)])
      await somebodyWaits(office.app.db, 2)
      return { both }
    })
    expect((await pressed.both).map(({ status }) => status)).toEqual([200, 200])
    const [handed, ...others] = (await papers()).filter(({ standing }) => standing === 'in_review')
    expect([handed?.kind, handed?.version, others]).toEqual(['Tax form', 2, []])
    const address = `/v1/vendors/${vendor.id}/papers/${handed?.paperId}/file`
    expect(await (await ana.fetch(address)).text()).toBe(pdf.toString())
    expect((await fin.fetch(address)).status).toBe(403)
    const accept = {
      params: { vendorId: vendor.id, paperId: handed?.paperId } as never,
      ifMatch: handed?.version ?? 0,
      body: { accept: true } as never,
    }
    await ana.call(paperContract.reviewVendorPaper, accept)
    expect((await ana.refused(paperContract.reviewVendorPaper, accept)).status).toBe(422)
    expect((await papers()).find(({ kind }) => kind === 'Tax form')?.standing).toBe('in_order')
  })

  test('two reviewers at once: the second is told; a new link ends the old one; a closed or late one opens nothing', async () => {
    const first = await open()
    const token = tokenOf(first.page)
    await fill(token, { website: 'tideline.example' })
    const stale = {
      params: params(),
      ifMatch: first.version,
      body: { decisions: [{ field: 'website', accept: true }] },
    }
    expect((await ana.refused(contract.reviewProposal, stale)).status).toBe(412)
    await invite()
    const gone = await office.nobody.fetch(`/v/${token}`)
    expect([gone.status, (await gone.text()).includes('withdrawn')]).toEqual([410, true])
    expect((await fill(token, { website: 'x' })).status).toBe(410)
    const next = await open()
    await ana.call(contract.closeInvitation, { params: params(), ifMatch: next.version })
    expect((await office.nobody.fetch(`/v/${tokenOf(next.page)}`)).status).toBe(410)
    await invite()
    const late = await open()
    office.clock.advance({ hours: 24 * 31 })
    expect((await office.nobody.fetch(`/v/${tokenOf(late.page)}`)).status).toBe(410)
  })

  test('one freelancer goes the same way, and their details land on the person', async () => {
    vendor = await ana.call(createVendor, { body: { name: 'Ines Roth', isPerson: true } })
    await invite({ email: 'ines@example.com' })
    await fill(tokenOf((await open()).page), { legalName: 'Ines Maria Roth', email: 'ines@example.com' })
    await review([
      { field: 'legalName', accept: true },
      { field: 'email', accept: true },
    ])
    expect(await look()).toMatchObject({ kind: 'person', legalName: 'Ines Maria Roth', emails: ['ines@example.com'] })
  })
})
