import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { withoutIds } from '../../../tests/support/withoutIds.ts'
import { money } from '../../kernel/money.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { changeCompany, getCompany } from '../people/company.contract.ts'
import { mergeRecords } from '../people/merge.contract.ts'
import { createPerson } from '../people/person.contract.ts'
import { setPaperRule, listPaperRules } from '../papers/papers.contract.ts'
import * as bank from './bank.contract.ts'
import * as categoryContract from './category.contract.ts'
import * as priceContract from './price.contract.ts'
import * as contract from './vendor.contract.ts'

const office = useOffice()
const IBAN = 'GB82 WEST 1234 5698 7654 32'
let [ana, fin, own] = [] as unknown as [TestActor, TestActor, TestActor]

beforeAll(async () => {
  ana = await office.as('coordinator')
  fin = await office.as('finance')
  own = await office.as('owner')
})

const take = (name: string, more: object = {}) => ana.call(contract.createVendor, { body: { name, ...more } as never })
const at = (vendor: { id: string }) => ({ vendorId: vendor.id as contract.VendorId })
const look = (vendor: { id: string }, who = ana) => who.call(contract.getVendor, { params: at(vendor) })
const categories = () => ana.call(categoryContract.listVendorCategories)

describe('CR-14 the vendor record', () => {
  test('a new name becomes a company of the directory; a company of the directory becomes a vendor once', async () => {
    const quay = await take('Quay Lamps', { email: 'hire@quaylamps.example', phone: '+44 20 7946 0182' })
    expect(quay).toMatchObject({ kind: 'company', stage: 'profile', phones: ['+44 20 7946 0182'] })
    const company = await ana.call(getCompany, { params: { companyId: quay.companyId as never } })
    expect(company.kinds).toEqual(['vendor'])
    const again = await ana.refused(contract.createVendor, { body: { companyId: quay.companyId } })
    expect(again).toMatchObject({ status: 409, vendorId: quay.id })
    const freelancer = await take('Ines Roth', { isPerson: true })
    expect([freelancer.kind, freelancer.companyId]).toEqual(['person', null])
  })

  test('the same name, address or number of the directory is pointed at while one types', async () => {
    const { items } = await ana.call(contract.likelyVendors, { query: { name: 'QUAY LAMPS LTD' } })
    expect(items).toMatchObject([{ name: 'Quay Lamps', by: 'name' }])
    expect(items[0]?.vendorId).not.toBeNull()
    const byPhone = await ana.call(contract.likelyVendors, { query: { name: 'Other', phone: '+442079460182' } })
    expect(byPhone.items).toMatchObject([{ name: 'Quay Lamps', by: 'phone' }])
    expect((await ana.call(contract.likelyVendors, { query: { name: 'Nobody Has This' } })).items).toEqual([])
  })

  test('a list is found, filtered, sorted and paged by key; a renamed company is found by its new name', async () => {
    const [first, second] = (await categories()).items
    for (const [n, name] of ['Alder Grip', 'Birch Grip', 'Cedar Grip'].entries())
      await take(name, { categoryIds: [(n === 1 ? second : first)?.id] })
    const query = { q: 'grip', limit: 2 }
    const page = await ana.call(contract.listVendors, { query })
    expect([page.items.map(({ name }) => name), page.total]).toEqual([['Alder Grip', 'Birch Grip'], 3])
    const rest = await ana.call(contract.listVendors, { query: { ...query, after: page.next ?? '' } })
    expect([rest.items.map(({ name }) => name), rest.next]).toEqual([['Cedar Grip'], null])
    const newest = await ana.call(contract.listVendors, { query: { q: 'grip', sort: 'newest', limit: 1 } })
    const older = await ana.call(contract.listVendors, {
      query: { q: 'grip', sort: 'newest', limit: 1, after: newest.next ?? '' },
    })
    expect([newest.items[0]?.name, older.items[0]?.name]).toEqual(['Cedar Grip', 'Birch Grip'])
    const filtered = await ana.call(contract.listVendors, { query: { q: 'grip', categoryId: second?.id } })
    expect(filtered.items.map(({ name }) => name)).toEqual(['Birch Grip'])

    const companyId = (await look(page.items[0] as never)).companyId as never
    const { version } = await ana.call(getCompany, { params: { companyId } })
    await ana.call(changeCompany, { params: { companyId }, ifMatch: version, body: { name: 'Zelkova Rigging' } })
    const found = await ana.call(contract.listVendors, { query: { q: 'zélkova' } })
    expect(found.items.map(({ name }) => name)).toEqual(['Zelkova Rigging'])
  })

  test('two people at once: the second is told; contacts are people of the directory', async () => {
    const vendor = await take('Two Desks')
    const mara = await ana.call(createPerson, { body: { name: 'Mara Quill' } })
    const body = { paymentDays: 30, currency: 'GBP', contacts: [{ personId: mara.id, does: 'Bookings' }] }
    const saved = await ana.call(contract.changeVendor, { params: at(vendor), ifMatch: vendor.version, body })
    expect(saved.contacts).toMatchObject([{ name: 'Mara Quill', does: 'Bookings' }])
    const late = await ana.refused(contract.changeVendor, { params: at(vendor), ifMatch: vendor.version, body })
    expect(late.status).toBe(412)
    const stranger = { contacts: [{ personId: '01900000-0000-7000-8000-000000000000' }] }
    const lost = { params: at(vendor), ifMatch: saved.version, body: stranger }
    expect((await ana.refused(contract.changeVendor, lost)).status).toBe(422)
  })

  test('into use only with a category and the papers that block; out of use with a reason and its owner', async () => {
    const vendor = await take('Stage Door Studio')
    const move = (stage: string, version: number, reason = '') => ({
      params: at(vendor),
      ifMatch: version,
      body: { stage, reason },
    })
    const early = await ana.refused(contract.setStage, move('active', vendor.version))
    expect(early).toMatchObject({ status: 409 })
    expect((early['blockers'] as { code: string }[]).map(({ code }) => code)).toEqual(['no_category', 'paper', 'paper'])
    const { kinds } = await own.call(listPaperRules)
    for (const { id, perProduction, version: ifMatch } of kinds.filter((it) => !it.perProduction))
      if (!perProduction)
        await own.call(setPaperRule, { body: { kindId: id, engagementKind: 'vendor', effect: 'warn' }, ifMatch })
    const { version } = await ana.call(contract.changeVendor, {
      params: at(vendor),
      ifMatch: vendor.version,
      body: { categoryIds: [(await categories()).items[3]?.id as never] },
    })
    const used = await ana.call(contract.setStage, move('active', version) as never)
    expect(used.stage).toBe('active')
    expect((await ana.refused(contract.setStage, move('do_not_use', used.version))).status).toBe(422)
    const out = await ana.call(contract.setStage, move('do_not_use', used.version, 'Double invoiced twice') as never)
    expect(out).toMatchObject({ stageReason: 'Double invoiced twice', stageBy: expect.stringContaining('coordinator') })
    expect((await ana.refused(contract.setStage, move('active', out.version, 'Again'))).status).toBe(422)
  })

  test('two companies that are both vendors are not merged over each other’s heads', async () => {
    const [a, b] = [await take('North Light'), await take('Northlight')]
    const [keptId, otherId] = [a.companyId as string, b.companyId as string]
    const versions = async (id: string) => (await ana.call(getCompany, { params: { companyId: id as never } })).version
    const body = {
      kind: 'company',
      keptId,
      otherId,
      keptVersion: await versions(keptId),
      otherVersion: await versions(otherId),
      choices: {},
    }
    const refused = await ana.refused(mergeRecords, { body })
    expect(refused).toMatchObject({ status: 409, type: '/problems/both-vendors' })
    await ana.call(contract.archiveVendor, { params: at(b), ifMatch: b.version, body: { archived: true } })
    await ana.call(mergeRecords, { body: body as never })
    expect((await look(a)).companyId).toBe(keptId)
  })
})

describe('CR-14 accounts are sealed, masked, and count after a call to a number the office had', () => {
  let vendor: contract.Vendor
  const account = { holder: 'Harbour Rentals', account: IBAN }
  beforeAll(async () => {
    vendor = await take('Harbour Rentals', { phone: '+44 20 7946 0111', tax: { kind: 'VAT', id: 'GB123456789' } })
  })

  test('only those with the ability enter and see it; nobody finds it in the database or a list', async () => {
    expect((await ana.refused(bank.enterBank, { params: at(vendor), body: account })).status).toBe(403)
    const entered = { params: at(vendor), body: account, idempotencyKey: 'one press' }
    expect(await fin.call(bank.enterBank, entered)).toEqual(await fin.call(bank.enterBank, entered))
    const rows = await office.app.db.selectFrom('vendor_bank').select(['sealed', 'last4']).execute()
    const [row] = rows
    expect([rows.length, row?.last4]).toEqual([1, '5432'])
    expect(row?.sealed.toString('latin1')).not.toContain('12345698')
    const seen = await look(vendor)
    expect(seen.bank).toMatchObject([{ last4: '5432', state: 'waiting', knownNumbers: ['+44 20 7946 0111'] }])
    expect(seen.tax).toEqual({ kind: 'VAT', last: '6789' })
    expect(JSON.stringify(seen)).not.toContain('GB82')
    expect(seen.blockers).toContainEqual({ code: 'bank_waiting', last4: '5432' })
  })

  test('each look in full is on record with its reason', async () => {
    const bankId = (await look(vendor)).bank?.[0]?.id as bank.VendorBankId
    const call = { params: { ...at(vendor), bankId } as never, body: { reason: 'Pays the studio deposit' } }
    expect((await ana.refused(bank.lookAtBank, call)).status).toBe(403)
    expect((await fin.call(bank.lookAtBank, call)).account).toBe(IBAN)
    expect((await fin.call(bank.lookAtTax, { params: at(vendor), body: { reason: 'Invoice' } })).id).toBe('GB123456789')
    const entries = await office.app.db
      .selectFrom('audit_entry')
      .innerJoin('audit_change', 'audit_change.entry_id', 'audit_entry.id')
      .select(['verb', 'actor_name', 'after'])
      .where('subject_id', '=', vendor.id)
      .execute()
    expect(entries.filter(({ verb }) => verb === 'vendor.account_seen')).toMatchObject([
      { after: expect.stringContaining('Pays the studio deposit') },
    ])
    expect(JSON.stringify(entries)).not.toContain('123456789')
    expect(withoutIds(JSON.stringify(entries))).not.toContain('9876')
  })

  test('a call to a number that came with the account proves nothing; one that was known lets it count, once', async () => {
    const [waiting] = (await look(vendor)).bank ?? []
    const params = { ...at(vendor), bankId: waiting?.id as bank.VendorBankId } as never
    const settle = (body: object, ifMatch = waiting?.version ?? 0) => ({ params, ifMatch, body: body as never })
    const wrong = { counts: true, calledNumber: '+44 7700 900999', spokeWith: 'Somebody', numberSource: 'their mail' }
    expect(await fin.refused(bank.settleBank, settle(wrong))).toMatchObject({
      status: 422,
      detail: expect.stringContaining('+44 20 7946 0111'),
    })
    const right = { counts: true, calledNumber: '020 7946 0111', spokeWith: 'June Park, accounts' }
    await fin.call(bank.settleBank, settle(right))
    expect((await fin.refused(bank.settleBank, settle(right))).status).toBe(412)
    expect((await look(vendor)).bank).toMatchObject([
      { state: 'counted', called: { number: '020 7946 0111', spokeWith: 'June Park, accounts' } },
    ])
  })

  test('a newer account waits beside the one that counts, then takes its place; a third gives way to a fourth', async () => {
    const next = { ...account, account: 'DE89 3704 0044 0532 0130 00' }
    await fin.call(bank.enterBank, { params: at(vendor), body: next })
    await fin.call(bank.enterBank, { params: at(vendor), body: next })
    const states = async () => (await look(vendor)).bank?.map(({ state }) => state).toSorted()
    expect(await states()).toEqual(['counted', 'refused', 'waiting'])
    const waiting = (await look(vendor)).bank?.find(({ state }) => state === 'waiting')
    await fin.call(bank.settleBank, {
      params: { ...at(vendor), bankId: waiting?.id } as never,
      ifMatch: waiting?.version ?? 0,
      body: { counts: true, calledNumber: '+44 20 7946 0111', spokeWith: 'June Park' } as never,
    })
    expect(await states()).toEqual(['counted', 'refused', 'replaced'])
  })
})

describe('CR-14 price history', () => {
  test('prices of one item stand together, the newest first, with what changed; a wrong one is taken out and put back', async () => {
    const vendor = await take('Lens Loft')
    const add = (minor: number, pricedOn: string, item = 'Alexa 35 body') =>
      ana.call(priceContract.addPrice, {
        params: at(vendor),
        body: { item, unit: 'day', price: money(minor, 'EUR'), pricedOn: pricedOn as PlainDay, source: 'Price list' },
      })
    await add(800_00, '2025-03-01')
    const second = await add(880_00, '2026-03-01', 'ALEXA-35 body')
    await add(90_00, '2026-03-01', 'Zoom 25–250')
    const list = async () => (await ana.call(priceContract.listPrices, { params: at(vendor) })).items
    expect((await list()).map(({ price, changePercent }) => [price?.minor, changePercent])).toEqual([
      [880_00, 10],
      [800_00, null],
      [90_00, null],
    ])
    const page = await ana.call(priceContract.listPrices, { params: at(vendor), query: { limit: 1 } })
    const rest = await ana.call(priceContract.listPrices, { params: at(vendor), query: { after: page.next ?? '' } })
    expect(rest.items.map(({ price }) => price?.minor)).toEqual([800_00, 90_00])
    const params = { ...at(vendor), priceId: second.id }
    const gone = await ana.call(priceContract.withdrawPrice, { params, ifMatch: 1, body: { withdrawn: true } })
    expect(await list()).toHaveLength(2)
    await ana.call(priceContract.withdrawPrice, { params, ifMatch: gone.version, body: { withdrawn: false } })
    expect(await list()).toHaveLength(3)
  })

  test('categories are the office’s own table: renamed, reordered, left out, and used names come back', async () => {
    const { items: before, version } = await categories()
    const swap = [before[1], before[0]].map((it, at) => ({ id: it?.id ?? null, name: before[at]?.name ?? '' }))
    const items = [...swap, { id: null, name: 'Puppet workshop' }]
    const set = { ifMatch: version, body: { items, source: 'House list, May' } }
    expect((await ana.refused(categoryContract.setVendorCategories, set)).status).toBe(403)
    const after = await own.call(categoryContract.setVendorCategories, set)
    expect(after.items.map(({ name }) => name)).toEqual([before[0]?.name, before[1]?.name, 'Puppet workshop'])
    expect((await own.refused(categoryContract.setVendorCategories, set)).status, 'somebody was first').toBe(412)
    const twice = { items: [...items, { id: null, name: 'puppet WORKSHOP' }], source: 'x' }
    const again = { ifMatch: after.version, body: twice }
    expect((await own.refused(categoryContract.setVendorCategories, again)).status).toBe(422)
  })
})
