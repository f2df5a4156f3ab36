import { beforeAll, describe, expect, test } from 'vitest'
import { begunProduction, firstDraft, importScript, secondDraft } from '../../../tests/support/script.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { listLinks } from '../office/link.contract.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as access from './access.contract.ts'
import { allowedChannels, gateOf } from './channel.rules.ts'
import * as contract from './document.contract.ts'
import { searchDocuments } from './documentSearch.contract.ts'
import type { DocumentRow } from './document.contract.ts'
import { changeClass, listClasses } from './documentClass.contract.ts'
import { addVersion, restoreVersion } from './documentVersion.contract.ts'
import { pdfOf, put, upload } from './documents.fixture.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let params: { productionId: ProductionId }
let sides: DocumentRow

beforeAll(async () => {
  ;({ ana, productionId } = await begunProduction(office))
  params = { productionId }
  sides = await put(ana, productionId, 'Sides.pdf', pdfOf(['Page one of a secret', 'Page two']), {
    classCode: 'script',
  })
  await office.work()
})

const at = (days: number) =>
  office.clock
    .now()
    .add({ hours: 24 * days })
    .toString()
const one = () => ({ ...params, documentId: sides.id })
const fileOf = (who: TestActor) => who.fetch(`/v1/productions/${productionId}/documents/${sides.id}/versions/1/file`)

describe('rules of leaving', () => {
  test.each([
    ['attachment', ['attachment', 'personal_link', 'protected_link']],
    ['personal_link', ['personal_link', 'protected_link']],
    ['protected_link', ['protected_link']],
    ['nobody', []],
  ] as const)('CS-13 a class whose lowest grade is %s leaves by %j', (lowest, channels) =>
    expect(allowedChannels(lowest)).toEqual(channels),
  )

  test.each([
    [{ stage: 'none', hasPassword: true, needsCode: true, needsTerms: true, hasAgreed: false }, 'password'],
    [{ stage: 'inside', hasPassword: true, needsCode: true, needsTerms: true, hasAgreed: true }, 'code'],
    [{ stage: 'none', hasPassword: false, needsCode: true, needsTerms: false, hasAgreed: false }, 'code'],
    [{ stage: 'proved', hasPassword: true, needsCode: true, needsTerms: true, hasAgreed: false }, 'terms'],
    [{ stage: 'inside', hasPassword: true, needsCode: false, needsTerms: true, hasAgreed: false }, 'terms'],
    [{ stage: 'counted', hasPassword: true, needsCode: true, needsTerms: true, hasAgreed: true }, 'open'],
    [{ stage: 'none', hasPassword: false, needsCode: false, needsTerms: true, hasAgreed: true }, 'open'],
    [{ stage: 'none', hasPassword: false, needsCode: false, needsTerms: false, hasAgreed: false }, 'open'],
  ] as const)('DO-10 the holder owes in order: %j → %s', (owed, gate) => expect(gateOf(owed)).toBe(gate))
})

describe('access for a time', () => {
  test('DO-12 asked with a reason, granted with an end, and it ends by itself', async () => {
    const client = await office.member(productionId, 'client')
    expect((await fileOf(client)).status).toBe(403)
    const asked = await client.call(access.askForAccess, {
      params: one(),
      body: { reason: 'Legal check', until: at(5) },
    })
    expect(asked).toMatchObject({ state: 'asked', documentName: 'Sides' })
    const again = await client.refused(access.askForAccess, { params: one(), body: { reason: 'Please', until: at(5) } })
    expect(again.type).toBe('/problems/document-access-already-asked')
    const late = {
      params: { ...params, accessId: asked.id },
      ifMatch: asked.version,
      body: { granted: true, until: at(-1) },
    }
    expect((await ana.refused(access.decideAccess, late)).status).toBe(422)
    const granted = await ana.call(access.decideAccess, { ...late, body: { granted: true, until: at(2) } })
    expect(granted.state).toBe('granted')
    expect((await ana.refused(access.decideAccess, { ...late, ifMatch: 2, body: { granted: false } })).status).toBe(409)
    expect((await fileOf(client)).status).toBe(403)
    await client.call(access.agreeToTerms, { params, body: { name: 'Cleo Client' } })
    expect((await fileOf(client)).status).toBe(200)
    office.clock.advance({ hours: 49 })
    expect((await fileOf(client)).status).toBe(403)
    const { items } = await ana.call(access.listAccess, { params, query: { documentId: sides.id } })
    expect(items.map(({ state }) => state)).toEqual(['expired'])
  })

  test('DO-12 a grant is taken back before its time', async () => {
    const vendor = await office.member(productionId, 'vendor')
    const asked = await vendor.call(access.askForAccess, { params: one(), body: { reason: 'Quote', until: at(5) } })
    const by = { params: { ...params, accessId: asked.id } }
    const granted = await ana.call(access.decideAccess, { ...by, ifMatch: asked.version, body: { granted: true } })
    await vendor.call(access.agreeToTerms, { params, body: { name: 'Val Vendor' } })
    expect((await fileOf(vendor)).status).toBe(200)
    await ana.call(access.revokeAccess, { ...by, ifMatch: granted.version })
    expect((await fileOf(vendor)).status).toBe(403)
  })

  test('DO-10 crew agree to the terms once, and what they download carries their name', async () => {
    const crew = await office.member(productionId, 'crew')
    const before = await crew.call(contract.getDocument, { params: one() })
    expect([before.standing, before.versions]).toEqual(['terms', []])
    expect((await crew.call(access.readTerms, { params })).agreedAt).toBeNull()
    await crew.call(access.agreeToTerms, { params, body: { name: 'Kit Crew' } })
    const { pages } = await pdfText(new Uint8Array(await (await fileOf(crew)).arrayBuffer()))
    expect(pages).toHaveLength(2)
    expect(pages[0]?.text).toContain('Page one of a secret')
    expect(pages[0]?.text.replaceAll(/\s+/g, ' ')).toMatch(/member \d+, Wed 6 May 2026/)
    const own = await pdfText(new Uint8Array(await (await fileOf(ana)).arrayBuffer()))
    expect(own.pages[0]?.text.trim()).toBe('Page one of a secret')
  })

  test('DO-10 a signed NDA stands for the terms', async () => {
    const { id: personId } = await office.app.db
      .selectFrom('person')
      .select('id')
      .limit(1)
      .executeTakeFirstOrThrow()
      .catch(() => ({ id: null }))
    const linkless = personId ?? (await somebody())
    await office.app.transaction((tx) =>
      office.app.emit(tx, 'agreements.completed', {
        agreementId: office.app.ids.next(),
        kind: 'nda',
        subjectKind: 'production',
        subjectId: productionId,
        personId: linkless,
        companyId: null,
        productionId,
      }),
    )
    const body = { holderName: 'Signed Sam', channel: 'personal_link' as const, personId: linkless }
    const { url } = await ana.call(access.shareDocument, { params: one(), body, idempotencyKey: 'nda' })
    const page = await office.nobody.fetch(new URL(url!).pathname)
    expect(await page.text()).toContain('/pages/1')
  })
})

async function somebody(): Promise<string> {
  const { addPerson } = await import('../people/index.ts')
  const { systemOfficeScope } = await import('../../platform/access/scope.ts')
  const scope = systemOfficeScope('test')
  const made = await addPerson(office.app, { scope, actor: scope.actor, body: { name: 'Signed Sam' } })
  return (made as { id: string }).id
}

describe('sharing', () => {
  const share = (body: object, key: string) =>
    ana.call(access.shareDocument, { params: one(), body: body as never, idempotencyKey: key })
  const visit = (url: string | null, init?: RequestInit) => office.nobody.fetch(new URL(url!).pathname, init)
  const form = (fields: Record<string, string>, cookie = '') => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams(fields).toString(),
  })
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((it) => it.split(';')[0])
      .join('; ')

  test('CS-13 what a class forbids is refused with what it allows', async () => {
    const body = { holderName: 'Dana', holderEmail: 'dana@example.com', channel: 'attachment', send: true }
    const refused = await ana.refused(access.shareDocument, { params: one(), body, idempotencyKey: 'a' })
    expect(refused).toMatchObject({ status: 409, allowed: ['personal_link', 'protected_link'] })
    expect(refused.detail).toContain('by a personal link')
    const bare = { holderName: 'Dana', channel: 'protected_link' }
    const noPassword = await ana.refused(access.shareDocument, { params: one(), body: bare, idempotencyKey: 'b' })
    expect(noPassword['errors']).toMatchObject([{ pointer: '/password' }])
    const take = { holderName: 'Dana', channel: 'personal_link', mayDownload: true }
    const download = await ana.refused(access.shareDocument, { params: one(), body: take, idempotencyKey: 'c' })
    expect(download['errors']).toMatchObject([{ pointer: '/mayDownload' }])
  })

  test('DO-10 terms come first on the link, then its pages carry the holder; every visit is kept; revoked means gone', async () => {
    const { share: made, url } = await share({ holderName: 'Dana Okafor', channel: 'personal_link' }, 'd')
    const gate = await visit(url)
    const words = await gate.text()
    expect(words).toContain('Before you open it')
    expect(words).not.toContain('/pages/1')
    expect((await visit(`${url}/pages/1`)).status).not.toBe(200)
    expect((await visit(url, form({ name: '' }))).status).toBe(422)
    expect((await visit(url, form({ name: 'Dana Okafor' }))).status).toBe(303)
    const page = await visit(url)
    expect(await page.text()).toContain('/pages/2')
    const picture = await visit(`${url}/pages/1`, { headers: { cookie: cookieOf(page) } })
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect((await visit(`${url}/file`, { headers: { cookie: cookieOf(page) } })).status).not.toBe(200)
    const { items } = await ana.call(access.listVisits, { params: { ...one(), shareId: made.id } })
    expect(items.map(({ what }) => what)).toEqual(['opened', 'agreed'])
    const register = await (await office.as('owner')).call(listLinks, { query: { purpose: 'document' } })
    expect(register.items.map(({ label }) => label)).toContain('Sides, Dana Okafor')
    await ana.call(access.revokeShare, { params: { ...one(), shareId: made.id } })
    expect((await visit(url)).status).toBe(410)
    expect((await visit(`${url}/pages/1`, { headers: { cookie: cookieOf(page) } })).status).toBe(410)
  })

  test('a protected link asks for its password, waits after too many wrong ones, and counts a sitting once', async () => {
    const body = { holderName: 'Lee', channel: 'protected_link', password: 'tugboat', maxUses: 1 }
    const { url } = await share(body, 'e')
    expect(await (await visit(url)).text()).toContain('has a password')
    expect((await visit(url, form({ password: 'wrong' }))).status).toBe(403)
    const inside = await visit(url, form({ password: 'tugboat' }))
    expect(inside.status).toBe(303)
    expect((await visit(url, form({ name: 'Lee Wong' }, cookieOf(inside)))).status).toBe(303)
    const page = await visit(url, { headers: { cookie: cookieOf(inside) } })
    expect(page.status).toBe(200)
    const sitting = cookieOf(page)
    expect((await visit(url, { headers: { cookie: sitting } })).status).toBe(200)
    expect((await visit(url, form({ password: 'tugboat' }))).status).toBe(410)
    const { url: other } = await share({ ...body, maxUses: null }, 'f')
    for (let tries = 0; tries < 8; tries++) await visit(other, form({ password: `guess ${tries}` }))
    expect((await visit(other, form({ password: 'tugboat' }))).status).toBe(429)
    const forged = sitting.replace(/\.[^.]+$/, '.AAAA')
    expect((await visit(url, { headers: { cookie: forged } })).status).toBe(410)
  })

  test('CS-13 an attachment of an open class leaves by mail, and is listed as sent', async () => {
    const map = await put(ana, productionId, 'Map.pdf', pdfOf(['Gate 4']), { classCode: 'open' })
    const body = {
      holderName: 'Ray',
      holderEmail: 'ray@example.com',
      channel: 'attachment' as const,
      mayDownload: true,
    }
    const { share: made, url } = await ana.call(access.shareDocument, {
      params: { ...params, documentId: map.id },
      body,
      idempotencyKey: 'g',
    })
    expect([made.state, url]).toEqual(['sent', null])
    const letter = await office.app.db
      .selectFrom('mail_message')
      .select(['to_address', 'attachments'])
      .where('about_id', '=', map.id)
      .executeTakeFirstOrThrow()
    expect(letter.to_address).toBe('ray@example.com')
    expect(letter.attachments.map(({ fileName }) => fileName)).toEqual(['Map.pdf'])
  })

  test('CS-13 what is attached is the current version, under the holder’s name where it is watermarked', async () => {
    const map = await put(ana, productionId, 'Gates.pdf', pdfOf(['Gate 4']), { classCode: 'open' })
    const documentId = map.id
    const fileId = await upload(ana, 'Gates.pdf', pdfOf(['Gate 9']))
    const newer = await ana.call(addVersion, {
      params: { ...params, documentId },
      ifMatch: map.version,
      body: { fileId },
    })
    await ana.call(restoreVersion, { params: { ...params, documentId }, ifMatch: newer.version, body: { number: 1 } })
    await office.work()
    await ana.call(access.shareDocument, {
      params: { ...params, documentId },
      body: { holderName: 'Ray', holderEmail: 'ray@example.com', channel: 'attachment', isWatermarked: true },
      idempotencyKey: 'current',
    })
    const { attachments } = await office.app.db
      .selectFrom('mail_message')
      .select('attachments')
      .where('about_id', '=', documentId)
      .executeTakeFirstOrThrow()
    const { pages } = await pdfText(new Uint8Array(Buffer.from(attachments[0]!.base64, 'base64')))
    const text = pages.map((it) => it.text).join(' ')
    expect(text).toContain('Gate 4')
    expect(text).toContain('Ray')
  })

  test('CS-13 tightening a class closes links that are out', async () => {
    const plan = await put(ana, productionId, 'Plan.pdf', pdfOf(['Plan']), { classCode: 'unit' })
    await office.work()
    const { url } = await ana.call(access.shareDocument, {
      params: { ...params, documentId: plan.id },
      body: { holderName: 'Ray', channel: 'personal_link' },
      idempotencyKey: 'h',
    })
    expect((await visit(url)).status).toBe(200)
    const owner = await office.as('owner')
    const unit = (await owner.call(listClasses)).items.find(({ code }) => code === 'unit')!
    const change = {
      params: { code: 'unit' },
      ifMatch: unit.version,
      body: { lowestChannel: 'protected_link' as const },
    }
    expect((await ana.refused(changeClass, change)).status).toBe(403)
    const stricter = await owner.call(changeClass, change)
    expect((await visit(url)).status).toBe(410)
    expect((await owner.refused(changeClass, change)).status).toBe(412)
    await owner.call(changeClass, { ...change, ifMatch: stricter.version, body: { lowestChannel: 'attachment' } })
    expect((await visit(url)).status).toBe(200)
  })
})

test('ST-15 every committed draft of the script stands among the documents, each a version with a small picture', async () => {
  await importScript(ana, productionId, firstDraft)
  await importScript(ana, productionId, secondDraft)
  await office.work()
  await office.work()
  const { items } = await ana.call(contract.listDocuments, { params, query: { classCode: 'script' } })
  const filed = items.filter(({ origin }) => origin === 'script')
  expect(filed).toMatchObject([{ name: 'Script, The Night Tram', number: 2, kind: 'pdf', hasThumbnail: true }])
  const found = await ana.call(searchDocuments, { params, query: { q: 'harbour gulls' } })
  expect(found.items.map(({ name }) => name)).toEqual(['Script, The Night Tram'])
})
