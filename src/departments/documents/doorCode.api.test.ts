import { beforeAll, describe, expect, test } from 'vitest'
import { masked } from '../../kernel/words.ts'
import { createProduction } from '../../../tests/support/production.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import * as access from './access.contract.ts'
import { codeStanding, MOST_TRIES } from './code.rules.ts'
import { getDocument, type DocumentRow } from './document.contract.ts'
import { pdfOf, put } from './documents.fixture.ts'

const office = useOffice()
let ana: TestActor
let plan: DocumentRow
let params: { productionId: Awaited<ReturnType<typeof createProduction>>; documentId: DocumentRow['id'] }

beforeAll(async () => {
  ana = await office.as('coordinator')
  const productionId = await createProduction(office)
  plan = await put(ana, productionId, 'Plan.pdf', pdfOf(['Where the treasure lies']))
  params = { productionId, documentId: plan.id }
  await office.work()
})

const asked = { holderName: 'Dana', holderEmail: 'dana@example.com', needsCode: true }
let shares = 0
const share = (body: object = {}) =>
  ana.call(access.shareDocument, {
    params,
    body: { ...asked, channel: 'personal_link', ...body },
    idempotencyKey: `code-${++shares}`,
  })

const visit = (url: string | null, init?: RequestInit) => office.nobody.fetch(new URL(url!).pathname, init)
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
})
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')

const letters = () =>
  office.app.db
    .selectFrom('mail_message')
    .select(['subject', 'body_text as text', 'to_address as to', 'sealed'])
    .where('key', 'like', 'document-code-%')
    .orderBy('id', 'desc')
    .execute()
const codeIn = (subject: string | undefined) => /\d{6}/.exec(subject ?? '')?.[0] ?? ''
const newest = async () => codeIn((await letters())[0]?.subject)
/** A code that is surely another. */
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('rules of a code', () => {
  const now = Temporal.Instant.from('2026-05-04T09:00:00Z')
  const kept = { codeHash: 'x', codeExpiresAt: now.add({ minutes: 10 }), codeWrong: 0 }
  test.each([
    ['just sent', kept, 'waiting'],
    ['a second before its end', { ...kept, codeExpiresAt: now.add({ seconds: 1 }) }, 'waiting'],
    ['at its end', { ...kept, codeExpiresAt: now }, 'none'],
    ['guessed at once less than is allowed', { ...kept, codeWrong: MOST_TRIES - 1 }, 'waiting'],
    ['guessed at too often', { ...kept, codeWrong: MOST_TRIES }, 'none'],
    ['used', { ...kept, codeHash: null }, 'none'],
  ])('a code that is %s', (_, it, standing) => expect(codeStanding(it, now)).toBe(standing))

  test.each([
    ['dana@example.com', 'd•••@example.com'],
    ['x@y.de', 'x•••@y.de'],
  ])('%s is shown as %s', (address, shown) => expect(masked(address)).toBe(shown))
})

test('a code goes to the address of the share alone, is sealed in the outbox, and opens once', async () => {
  const { url, share: made } = await share()
  expect(made).toMatchObject({ needsCode: true, hasPassword: false })
  const before = await (await visit(url)).text()
  expect(before).toContain('d•••@example.com')
  expect(before).not.toContain('dana@example.com')
  expect(before).not.toContain('/pages/1')
  expect((await visit(`${url}/pages/1`)).status).not.toBe(200)
  await visit(url, form({ send: '1', to: 'eve@example.com' }))
  const [letter] = await letters()
  expect([letter?.to, letter?.sealed]).toEqual(['dana@example.com', true])
  const code = await newest()
  expect((await visit(url, form({ code: other(code) }))).status).toBe(403)
  const inside = await visit(url, form({ code: `${code.slice(0, 3)} ${code.slice(3)}` }))
  expect(inside.status).toBe(303)
  const page = await visit(url, { headers: { cookie: cookieOf(inside) } })
  expect(await page.text()).toContain('/pages/1')
  // The same code, the link passed on, and a sitting made up open nothing.
  expect((await visit(url, form({ code }))).status).toBe(403)
  expect(await (await visit(url)).text()).not.toContain('/pages/1')
  const forged = cookieOf(inside).replace(/\.[^.]+$/, '.AAAA')
  expect(await (await visit(url, { headers: { cookie: forged } })).text()).not.toContain('/pages/1')
  const { items } = await ana.call(access.listVisits, { params: { ...params, shareId: made.id } })
  expect(items.map(({ what }) => what)).toEqual(['opened', 'proved', 'wrong_code', 'code_sent'])
})

test('a code runs out by time, by a newer one, and by guesses, also when many guess at once', async () => {
  const { url } = await share()
  await visit(url, form({ send: '1' }))
  const first = await newest()
  await visit(url, form({ send: '1' }))
  const second = await newest()
  if (first !== second) expect((await visit(url, form({ code: first }))).status).toBe(403)
  office.clock.advance({ minutes: 10 })
  const late = await visit(url, form({ code: second }))
  expect(late.status).toBe(403)
  expect(await late.text()).toContain('has run out')
  await visit(url, form({ send: '1' }))
  const third = await newest()
  await Promise.all(Array.from({ length: 12 }, () => visit(url, form({ code: other(third) }))))
  expect((await visit(url, form({ code: third }))).status).toBe(403)
  const { items } = await ana.call(access.listShares, { params })
  const visits = await ana.call(access.listVisits, { params: { ...params, shareId: items[0]!.id } })
  const wrong = visits.items.filter(({ what }) => what === 'wrong_code').length
  // One wrong guess may lie before the last code: the first code, tried after the second was sent.
  expect(wrong).toBe(MOST_TRIES + (first === second ? 0 : 1))
})

test('five codes an hour and no more; an hour later there is one again', async () => {
  const { url } = await share()
  for (let sent = 0; sent < 5; sent++) expect((await visit(url, form({ send: '1' }))).status).toBe(200)
  const many = (await letters()).length
  const refused = await visit(url, form({ send: '1' }))
  expect(refused.status).toBe(429)
  expect(await refused.text()).toContain('Wait an hour')
  expect((await letters()).length).toBe(many)
  office.clock.advance({ minutes: 61 })
  expect((await visit(url, form({ send: '1' }))).status).toBe(200)
})

test('page and letter speak German to whoever reads German', async () => {
  const { url } = await share()
  const german = { 'accept-language': 'de-AT,de;q=0.9' }
  expect(await (await visit(url, { headers: german })).text()).toContain('Zeigen Sie, dass Sie es sind')
  await visit(url, form({ send: '1' }, german))
  const [letter] = await letters()
  expect(letter?.subject).toMatch(/^\d{6} öffnet „Plan“$/)
  expect(letter?.text).toContain('Guten Tag Dana')
})

test('a protected link is protected by a password, by a code, or by both, one after the other', async () => {
  const bare = { ...asked, needsCode: false, channel: 'protected_link' as const }
  const refused = await ana.refused(access.shareDocument, { params, body: bare, idempotencyKey: 'bare' })
  expect(refused['errors']).toMatchObject([{ pointer: '/password' }])
  const nowhere = { holderName: 'Dana', needsCode: true, channel: 'personal_link' as const }
  const noAddress = await ana.refused(access.shareDocument, { params, body: nowhere, idempotencyKey: 'nowhere' })
  expect(noAddress['errors']).toMatchObject([{ pointer: '/holderEmail' }])
  const attached = { ...asked, channel: 'attachment' as const }
  const noPage = await ana.refused(access.shareDocument, { params, body: attached, idempotencyKey: 'attached' })
  expect(noPage['errors']).toMatchObject([{ pointer: '/needsCode' }])
  expect((await share({ channel: 'protected_link' })).share.state).toBe('open')
  const { url } = await share({ channel: 'protected_link', password: 'tugboat' })
  expect(await (await visit(url)).text()).toContain('has a password')
  const known = await visit(url, form({ password: 'tugboat' }))
  const cookie = cookieOf(known)
  expect(await (await visit(url, { headers: { cookie } })).text()).toContain('Show that it is you')
  await visit(url, form({ send: '1' }, { cookie }))
  const inside = await visit(url, form({ code: await newest() }, { cookie }))
  expect(await (await visit(url, { headers: { cookie: cookieOf(inside) } })).text()).toContain('/pages/1')
})

test('a link that ends at midnight where the production is ends with the day before, and no page of a long text is passed over', async () => {
  const productionId = await createProduction(office, { timeZone: 'America/Los_Angeles' })
  const long = await put(ana, productionId, 'Log.txt', Buffer.from('a line\n'.repeat(205 * 60)))
  await office.work()
  const { url } = await ana.call(access.shareDocument, {
    params: { productionId, documentId: long.id },
    body: { holderName: 'Dana', channel: 'personal_link', expiresAt: '2026-05-09T07:00:00Z' },
    idempotencyKey: 'until',
  })
  const page = await (await visit(url)).text()
  expect(page).toContain('For Dana, until Fri 8 May 2026')
  const { pages } = await ana.call(getDocument, { params: { productionId, documentId: long.id } })
  expect(page).toContain(`${(pages ?? 0) - 200} more page`)
})
