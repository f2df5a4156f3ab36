import forge from 'node-forge'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { timestampServer, type TimestampServer } from '../../../tests/support/timestampServer.ts'
import { getToday } from '../office/today.contract.ts'
import { getAgreement, type AgreementId } from './agreement.contract.ts'
import { bench, letters, memo, sign, tokenOf, type Bench } from './agreement.fixture.ts'
import { sendAgreement } from './envelope.contract.ts'
import * as contract from './seal.contract.ts'
import { makeKey, pemOf } from './seal/index.ts'
import { sweep } from './sweep.actions.ts'

const authority: TimestampServer = await timestampServer(() => office.clock.now())
const office = useOffice({ env: { UNITBASE_PRIVATE_HOSTS: authority.host } })
let owner: TestActor
let b: Bench
beforeAll(async () => {
  b = await bench(office)
  owner = await office.as('owner')
})
afterAll(() => authority.close())

const setAuthority = async (url: string | null, more: object = {}) => {
  const { timestamp } = await owner.call(contract.listSeals)
  const body = { url, waitHours: 24, ...more }
  return owner.call(contract.changeTimestamp, { body, ifMatch: timestamp!.version })
}
const get = (id: AgreementId) => b.ana.call(getAgreement, { params: { ...b.params, agreementId: id } })
async function signed() {
  const parties = [{ role: 'signer' as const, label: 'Crew', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' }]
  const draft = await memo(b, { parties })
  const at = { params: { ...b.params, agreementId: draft.id } }
  const sent = await b.ana.call(sendAgreement, { ...at, ifMatch: draft.version, body: {} })
  await sign(office.nobody, await tokenOf(office, 'sam@example.com'), sent.contentSha256!, 'Sam Okoro')
  return sent
}
async function verified(id: AgreementId) {
  const pdf = await b.ana.fetch(`/v1/productions/${b.productionId}/agreements/${id}/pdf`)
  const body = { pdf: Buffer.from(await pdf.arrayBuffer()).toString('base64') }
  return b.ana.call(contract.verifyPdf, { body })
}
const copiesOf = async (number: string) =>
  (await letters(office)).filter((it) => it.key.startsWith('agreement-copy:') && it.subject.startsWith(number)).length

describe('DO-5 a time stamp authority', () => {
  test('DO-5 without one a seal carries the server’s time; with one its word, by name and password where it asks', async () => {
    const plain = await signed()
    await office.work()
    expect(await verified(plain.id)).toMatchObject({ verdict: 'ours', timeStamp: null })
    const { timestamp } = await setAuthority(authority.url, { userName: 'lane', password: 'open' })
    expect(timestamp).toMatchObject({ url: authority.url, hasPassword: true, waiting: 0 })
    const stamped = await signed()
    await office.work()
    expect(await verified(stamped.id)).toMatchObject({
      verdict: 'ours',
      timeStamp: { at: office.clock.now().toString(), by: 'Harbour Clock Authority' },
    })
    expect(authority.asked.at(-1)?.authorization).toBe(`Basic ${Buffer.from('lane:open').toString('base64')}`)
    expect(JSON.stringify(await b.ana.call(contract.listSeals))).not.toContain(authority.host)
  })

  test('DO-5 while it is away the paper is in force and says what its seal waits for; when it is back it is sealed once', async () => {
    await setAuthority(authority.url)
    authority.mood('down')
    const paper = await signed()
    await office.work()
    expect(await get(paper.id)).toMatchObject({
      state: 'executed',
      sealedAt: null,
      sealFault: 'It answered with 503.',
    })
    expect((await owner.call(contract.listSeals)).timestamp).toMatchObject({
      fault: 'It answered with 503.',
      waiting: 1,
    })
    expect(await copiesOf(paper.number)).toBe(0)
    authority.mood('good')
    office.clock.advance({ minutes: 6 })
    await sweep(office.app)
    await office.work()
    expect(await get(paper.id)).toMatchObject({ sealFault: null, sealedAt: office.clock.now().toString() })
    expect(await verified(paper.id)).toMatchObject({ timeStamp: { by: 'Harbour Clock Authority' } })
    expect((await owner.call(contract.listSeals)).timestamp).toMatchObject({ fault: null, waiting: 0 })
    expect(await copiesOf(paper.number)).toBe(1)
  })

  test('DO-5 after the time it is waited for, the server’s time will do, and the paper says so', async () => {
    await setAuthority(authority.url, { waitHours: 1 })
    authority.mood('refuses')
    const paper = await signed()
    await office.work()
    office.clock.advance({ hours: 2 })
    await sweep(office.app)
    await office.work()
    const done = await get(paper.id)
    expect(done.sealedAt).not.toBeNull()
    expect(done.events.at(-1)?.text).toMatch(/by the server’s time: .* gave no time stamp within 1 hours\. It refused/)
    expect(await verified(paper.id)).toMatchObject({ verdict: 'ours', timeStamp: null })
    authority.mood('good')
    await setAuthority(null)
  })

  test('DO-5 an address inside is refused, and a change somebody else made is not written over', async () => {
    const { timestamp } = await owner.call(contract.listSeals)
    const inside = { body: { url: 'http://10.0.0.3/tsa', waitHours: 1 }, ifMatch: timestamp!.version }
    expect((await owner.refused(contract.changeTimestamp, inside)).status).toBe(422)
    const stale = { body: { url: null, waitHours: 1 }, ifMatch: timestamp!.version + 1 }
    expect((await owner.refused(contract.changeTimestamp, stale)).status).toBe(412)
    expect((await b.ana.refused(contract.changeTimestamp, inside)).status).toBe(403)
  })
})

/** A certificate as a trust service hands it out, made at this moment and good for ten years. */
async function p12(password: string, at: Temporal.Instant): Promise<string> {
  const key = await makeKey('Harbour Lane Ltd', at)
  const info = forge.asn1.fromDer(Buffer.from(key.privateKey).toString('binary')).value as forge.asn1.Asn1[]
  const rsa = forge.pki.privateKeyFromAsn1(forge.asn1.fromDer(info[2]!.value as string))
  const certificate = forge.pki.certificateFromPem(pemOf(key.certificate))
  const bag = forge.pkcs12.toPkcs12Asn1(rsa, [certificate], password, { algorithm: '3des' })
  return Buffer.from(forge.asn1.toDer(bag).getBytes(), 'binary').toString('base64')
}

test('DO-5 an own certificate seals from now on, warns before it ends, and the office’s own key comes back', async () => {
  const now = office.clock.now()
  const before = await owner.call(contract.testSeal, { body: {} })
  expect(before).toMatchObject({ isWhole: true, timeStamp: null, fault: null })
  const file = await p12('open', now.subtract({ hours: 24 * (365 * 10 - 30) }))
  const wrong = await owner.refused(contract.importSeal, { body: { p12: file, password: 'shut' } })
  expect(wrong).toMatchObject({
    type: '/problems/seal-unreadable',
    detail: expect.stringContaining('password') as string,
  })
  const brought = await owner.call(contract.importSeal, { body: { p12: file, password: 'open' } })
  expect(brought.items.filter((it) => it.retiredAt === null)).toMatchObject([{ source: 'imported' }])
  expect(brought.endsInDays).toBeGreaterThan(20)
  expect(JSON.stringify(await owner.call(getToday))).toContain('The certificate of the seal ends in')
  expect((await owner.call(contract.testSeal, { body: {} })).subject).toContain('Harbour Lane Ltd')
  const again = await owner.call(contract.importSeal, { body: { p12: file, password: 'open' } })
  expect(again.items).toHaveLength(brought.items.length)
  const back = await owner.call(contract.ownSeal, { body: {} })
  expect(back.items[0]).toMatchObject({ source: 'made', retiredAt: null })
  expect(back.endsInDays).toBeNull()
  await owner.call(contract.importSeal, { body: { p12: file, password: 'open' } })
  office.clock.advance({ hours: 24 * 40 })
  const paper = await signed()
  await office.work()
  expect(await verified(paper.id)).toMatchObject({ verdict: 'ours', seal: { source: 'made' } })
  expect((await owner.refused(contract.importSeal, { body: { p12: file, password: 'open' } })).detail).toContain(
    'ran out',
  )
})
