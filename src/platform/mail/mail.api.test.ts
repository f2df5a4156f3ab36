import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { deliverDue } from './deliver.ts'
import { forgetLetters } from './forget.ts'
import { getMail, listOutbox, noticeMail, sendMail } from './mail.contract.ts'
import type { MailMessageId } from './mail.contract.ts'
import { claimNext } from './mail.store.ts'
import { queueLetters } from './outbox.ts'
import type { Letter } from './outbox.ts'

const box = await smtpServer()
const texts: { to: string; text: string; token: string | undefined }[] = []
const provider = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    const { to, text } = JSON.parse(body) as { to: string; text: string }
    if (to.endsWith('0')) return void response.writeHead(400).end('{"error":"invalid number"}')
    texts.push({ to, text, token: request.headers.authorization })
    response.writeHead(202, { 'content-type': 'application/json' }).end(`{"id":"sms-${texts.length}"}`)
  })
})
await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready))

const office = useOffice({
  now: '2026-05-12T17:00:00Z',
  env: {
    UNITBASE_SMTP_URL: `${box.url}?timeout=2000`,
    UNITBASE_SMS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/messages`,
    UNITBASE_SMS_TOKEN: 'secret',
    UNITBASE_SMS_FROM: 'SKERRY',
  },
})
const silent = useOffice({ now: '2026-05-12T17:00:00Z' })
afterAll(async () => {
  await box.close()
  await new Promise((done) => provider.close(done))
})
beforeEach(() => {
  box.mood = 'well'
  box.received.length = 0
})

let n = 0
const letter = (different: Partial<Letter> = {}): Letter => {
  n += 1
  return {
    key: `test:${n}`,
    channel: 'email',
    to: { name: 'Sinéad Roche', address: `sinead${n}@gaffers.example` },
    subject: 'Call 06:15',
    text: 'Your call is 06:15.',
    about: { kind: 'test', id: String(n) },
    ...different,
  }
}

async function put(at: typeof office, ...letters: Letter[]): Promise<MailMessageId[]> {
  const queued = await at.app.transaction((tx) => queueLetters(at.app, tx, letters))
  return queued.map((it) => it.id as MailMessageId)
}

async function stateOf(at: typeof office, id: MailMessageId) {
  return (await at.as('coordinator')).call(getMail, { params: { messageId: id } })
}

test('CS-1 a message queued twice under one key is one message', async () => {
  const one = letter()
  expect(await put(office, one)).toHaveLength(1)
  expect(await put(office, one)).toHaveLength(0)
  await deliverDue(office.app)
  expect(box.to(one.to.address)).toHaveLength(1)
})

test('CS-1 a message that nothing came of is rolled back with what caused it', async () => {
  await office.app
    .transaction(async (tx) => {
      await queueLetters(office.app, tx, [letter()])
      throw new Error('changed our mind')
    })
    .catch(() => undefined)
  await deliverDue(office.app)
  expect(box.received).toHaveLength(0)
})

test.each(['busy', 'hang', 'drop'] as const)(
  'CS-1 a mail server in the mood to %s is tried after 1, 5 and 30 minutes, then the message is dropped',
  async (mood) => {
    box.mood = mood
    const [id] = await put(office, letter())
    const states: string[] = []
    for (const minutes of [0, 1, 5, 30]) {
      office.clock.advance({ minutes })
      await deliverDue(office.app)
      const { state, tries } = await stateOf(office, id!)
      states.push(`${state} ${tries}`)
    }
    expect(states).toEqual(['deferred 1', 'deferred 2', 'deferred 3', 'dropped 4'])
    expect((await stateOf(office, id!)).remedy).toMatch(/phone/)
    box.mood = 'well'
    await (await office.as('coordinator')).call(sendMail, { params: { messageId: id! } })
    await deliverDue(office.app)
    expect(await stateOf(office, id!)).toMatchObject({ state: 'delivered', tries: 1 })
  },
  60_000,
)

test('CS-1 of two workers at once only one sends a message', async () => {
  await put(office, ...Array.from({ length: 10 }, () => letter()))
  await Promise.all([deliverDue(office.app), deliverDue(office.app), deliverDue(office.app)])
  expect(box.received).toHaveLength(10)
})

test('CS-1 a worker killed with a message in hand: it leaves when the hold has run out, and once', async () => {
  await put(office, letter())
  await office.app.transaction((tx) => claimNext(tx, office.clock.now()))
  expect(await deliverDue(office.app)).toBe(0)
  office.clock.advance({ minutes: 8 })
  expect(await deliverDue(office.app)).toBe(1)
  expect(await deliverDue(office.app)).toBe(0)
  expect(box.received).toHaveLength(1)
})

test('CS-1 without a mail server everything stays in the outbox, and nothing is called sent', async () => {
  const [id] = await put(silent, letter())
  await deliverDue(silent.app)
  expect(await stateOf(silent, id!)).toMatchObject({ state: 'unsent', tries: 0, attempts: [] })
  const outbox = await (await silent.as('coordinator')).call(listOutbox)
  expect(outbox.carries).toEqual({ email: false, sms: false })
  expect(outbox.items[0]).toMatchObject({ id, reply: expect.stringMatching(/No mail server is set up/) })
})

test('CS-1 sign-in mail is read by nobody in the outbox', async () => {
  const [id] = await put(silent, letter({ sealed: true, text: 'https://office.example/sign-in/secret' }))
  expect((await stateOf(silent, id!)).text).toBeNull()
})

describe('notices of a provider', () => {
  test('CS-1 a bounce that comes back later is told by Message-ID, once, and a late receipt does not undo it', async () => {
    const ana = await office.as('coordinator')
    const [id] = await put(office, letter())
    await deliverDue(office.app)
    office.clock.advance({ minutes: 1 })
    const bounce = { messageId: `<${id}@localhost>`, state: 'bounced' as const, code: 550, text: '5.1.1 No such user' }
    expect(
      await ana.call(noticeMail, { body: { notices: [bounce, { messageId: 'unheard-of', state: 'bounced' }] } }),
    ).toEqual({
      taken: 1,
      unknown: 1,
    })
    await ana.call(noticeMail, { body: { notices: [bounce, { messageId: id!, state: 'delivered' }] } })
    const record = await stateOf(office, id!)
    expect(record).toMatchObject({ state: 'bounced', remedy: expect.stringMatching(/does not exist/) })
    expect(record.attempts.map((it) => it.state)).toEqual(['delivered', 'bounced'])
  })

  test('CS-1 nobody without the ability may report', async () => {
    const finance = await office.as('finance')
    const refusal = await finance.refused(noticeMail, {
      body: { notices: [{ messageId: 'x', state: 'bounced' }] },
    })
    expect(refusal.status).toBe(403)
    expect((await office.nobody.refused(noticeMail, { body: { notices: [] } })).status).toBe(401)
  })
})

test('CS-2 a text message is sent when the provider takes it, delivered when it says so, and a refused number bounces', async () => {
  const good = letter({ channel: 'sms', to: { name: 'Teo', address: '+447700900241' }, text: 'D2 – YOUR CALL 06:15' })
  const wrong = letter({ channel: 'sms', to: { name: 'Teo', address: '+447700900240' } })
  const [sent, bounced] = await put(office, good, wrong)
  await deliverDue(office.app)
  expect(texts).toEqual([{ to: '+447700900241', text: 'D2 - YOUR CALL 06:15', token: 'Bearer secret' }])
  expect((await stateOf(office, sent!)).state).toBe('sent')
  expect((await stateOf(office, bounced!)).state).toBe('bounced')
  await (
    await office.as('coordinator')
  ).call(noticeMail, { body: { notices: [{ messageId: 'sms-1', state: 'delivered' }] } })
  expect((await stateOf(office, sent!)).state).toBe('delivered')
})

test('a letter that is forgotten keeps neither its words nor what it carried, nor what a server said of the address', async () => {
  const attachments = [{ fileName: 'planted.pdf', contentType: 'application/pdf', base64: 'cGxhbnRlZA==' }]
  const planted = letter({ to: { name: 'Planted', address: 'planted@gaffers.example' }, text: 'planted', attachments })
  box.mood = 'busy'
  const [id] = await put(office, planted)
  await deliverDue(office.app)
  await office.app.transaction((tx) => forgetLetters(tx, { kind: 'test', ids: [planted.about.id] }))
  const { db } = office.app
  const left = [
    await db.selectFrom('mail_message').selectAll().where('id', '=', id!).executeTakeFirstOrThrow(),
    await db.selectFrom('mail_attempt').selectAll().where('message_id', '=', id!).execute(),
  ]
  expect(left[1]).toHaveLength(1)
  expect(left[0]).toMatchObject({ attachments: [], reply: null, to_address: 'erased' })
  expect(JSON.stringify(left).toLowerCase()).not.toMatch(/planted|cgxhbnrlz/)
})
