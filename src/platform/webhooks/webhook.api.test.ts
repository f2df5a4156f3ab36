import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hookReceiver, type HookReceiver } from '../../../tests/support/hookReceiver.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { bench, memo, sign, tokenOf, type Bench } from '../../departments/agreements/agreement.fixture.ts'
import { sendAgreement, voidAgreement } from '../../departments/agreements/envelope.contract.ts'
import { declinePaper } from '../../departments/agreements/party.contract.ts'
import { deliver, sweep } from './deliver.ts'
import { publish } from './publish.ts'
import * as contract from './webhook.contract.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { withoutIds } from '../../../tests/support/withoutIds.ts'

const receiver: HookReceiver = await hookReceiver()
const office = useOffice({ env: { UNITBASE_PRIVATE_HOSTS: receiver.host } })
let owner: TestActor
let b: Bench
beforeAll(async () => {
  b = await bench(office)
  owner = await office.as('owner')
})
afterAll(() => receiver.close())

const add = (more: object = {}) =>
  owner.call(contract.createWebhook, {
    body: { name: 'Payroll', url: receiver.url, events: ['agreement.completed'], ...more },
  })
const log = async (id: contract.WebhookId) =>
  (await owner.call(contract.listDeliveries, { params: { webhookId: id } })).items
const remove = async (id: contract.WebhookId) => {
  const found = (await owner.call(contract.listWebhooks)).items.find((it) => it.id === id)!
  await owner.call(contract.removeWebhook, { params: { webhookId: id }, ifMatch: found.version })
}
const samAlone = [
  { role: 'signer' as const, label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' },
]
async function sent() {
  const draft = await memo(b, { parties: samAlone })
  return b.ana.call(sendAgreement, { params: { ...b.params, agreementId: draft.id }, ifMatch: draft.version, body: {} })
}

describe('DO-13 events others listen to', () => {
  test('DO-13 one has signed, all have signed, declined and void are told, each to who listens, signed and without terms', async () => {
    receiver.answers(200, 'thank you')
    const events = ['agreement.signed_by_one', 'agreement.completed', 'agreement.declined', 'agreement.void']
    const { webhook, secret } = await add({ events })
    const one = await sent()
    await sign(office.nobody, await tokenOf(office, 'sam@example.com'), one.contentSha256!, 'Sam Okoro')
    const two = await sent()
    const token = await tokenOf(office, 'sam@example.com')
    await office.nobody.call(declinePaper, { params: { token }, body: { reason: 'Rate is private: 123' } })
    const three = await sent()
    await b.ana.call(voidAgreement, {
      params: { ...b.params, agreementId: three.id },
      ifMatch: three.version,
      body: { reason: 'Wrong' },
    })
    await office.work()
    const told = receiver.heard.map(({ body }) => JSON.parse(body) as { id: string; event: string; data: object })
    expect(told.map(({ event }) => event).sort()).toEqual([...events].sort())
    expect(told.find(({ event }) => event === 'agreement.completed')!.data).toMatchObject({
      number: one.number,
      state: 'executed',
      kind: 'deal_memo',
      productionCode: 'HLT',
    })
    expect(told.find(({ event }) => event === 'agreement.declined')!.data).toMatchObject({ number: two.number })
    for (const { headers, body } of receiver.heard) {
      const [, time, mark] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['unitbase-signature']))!
      expect(mark).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'))
      expect(headers['unitbase-delivery']).toBe((JSON.parse(body) as { id: string }).id)
      expect(withoutIds(body)).not.toMatch(/sam@example|650|65000|private: 123/)
    }
    expect((await log(webhook.id)).every((it) => it.state === 'delivered' && it.status === 200)).toBe(true)
    await remove(webhook.id)
  })

  test('DO-13 what is rolled back is not told, and who is switched off or listens to other things hears nothing', async () => {
    receiver.heard.length = 0
    const { webhook } = await add()
    const off = await add({ active: false })
    const other = await add({ events: ['agreement.declined'] })
    const one = await sent()
    await office.app
      .transaction(async (tx) => {
        const it = office.app.departments().flatMap((each) => each.webhooks ?? [])
        await publish(
          office.app,
          tx,
          it.find(({ name }) => name === 'agreement.completed')!,
          {
            agreementId: one.id,
            productionId: b.productionId,
          } as never,
        )
        throw new Error('no')
      })
      .catch(() => undefined)
    await office.work()
    expect(receiver.heard).toEqual([])
    await sign(office.nobody, await tokenOf(office, 'sam@example.com'), one.contentSha256!, 'Sam Okoro')
    await office.work()
    expect(receiver.heard).toHaveLength(1)
    for (const it of [webhook, off.webhook, other.webhook]) await remove(it.id)
  })
})

describe('DO-13 when the other side does not take it', () => {
  test('DO-13 it is tried again on its ladder with the same words, and stops when it is taken', async () => {
    receiver.heard.length = 0
    receiver.answers(503, 'down for tea')
    const { webhook } = await add()
    const one = await sent()
    await sign(office.nobody, await tokenOf(office, 'sam@example.com'), one.contentSha256!, 'Sam Okoro')
    await office.work()
    expect((await log(webhook.id))[0]).toMatchObject({
      state: 'waiting',
      tries: 1,
      status: 503,
      answer: 'It has a fault of its own. down for tea',
      nextTryAt: office.clock.now().add({ minutes: 1 }).toString(),
    })
    await office.work()
    expect(receiver.heard).toHaveLength(1)
    office.clock.advance({ minutes: 1 })
    await office.work()
    receiver.answers(200)
    office.clock.advance({ minutes: 5 })
    await office.work()
    office.clock.advance({ hours: 50 })
    await office.work()
    expect(receiver.heard).toHaveLength(3)
    expect(new Set(receiver.heard.map(({ body }) => body)).size).toBe(1)
    expect(new Set(receiver.heard.map(({ headers }) => headers['unitbase-signature'])).size).toBe(3)
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'delivered', tries: 3, nextTryAt: null })
    await remove(webhook.id)
  })

  test('DO-13 after the last try it is given up, said on the front page, and sent again by hand', async () => {
    receiver.answers(410)
    const { webhook } = await add()
    const one = await sent()
    await sign(office.nobody, await tokenOf(office, 'sam@example.com'), one.contentSha256!, 'Sam Okoro')
    for (let i = 0; i < 9; i += 1) {
      await office.work()
      office.clock.advance({ hours: 25 })
    }
    const [given] = await log(webhook.id)
    expect(given).toMatchObject({ state: 'given_up', tries: 8, nextTryAt: null })
    const { getToday } = await import('../../departments/office/today.contract.ts')
    expect(JSON.stringify(await owner.call(getToday))).toContain('Payroll is no longer told')
    expect(JSON.stringify(await b.ana.call(getToday))).not.toContain('Payroll is no longer told')
    receiver.answers(200)
    await owner.call(contract.redeliver, { params: { webhookId: webhook.id, deliveryId: given!.id }, body: {} })
    await office.work()
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'delivered', tries: 1 })
    await remove(webhook.id)
  })

  test('DO-13 two workers send it once, and what a worker died over is sent by the next', async () => {
    receiver.heard.length = 0
    receiver.answers(200)
    const { webhook } = await add()
    const one = await sent()
    await sign(office.nobody, await tokenOf(office, 'sam@example.com'), one.contentSha256!, 'Sam Okoro')
    const [waiting] = await log(webhook.id)
    // As a worker leaves it that took the delivery and was killed while it asked.
    await office.app.transaction((tx) =>
      tx
        .updateTable('webhook_delivery')
        .set({ claimed_until: office.clock.now().add({ seconds: 60 }).toString(), tries: 1 })
        .where('id', '=', waiting!.id)
        .execute(),
    )
    await deliver(office.app, waiting!.id)
    expect(receiver.heard).toEqual([])
    office.clock.advance({ minutes: 2 })
    await sweep(office.app)
    await Promise.all([deliver(office.app, waiting!.id), deliver(office.app, waiting!.id)])
    await office.work()
    expect(receiver.heard).toHaveLength(1)
    await remove(webhook.id)
  })

  test('DO-13 a redirect is not followed, and says what to do', async () => {
    receiver.heard.length = 0
    receiver.answers(307, '', { location: `http://${receiver.host}/elsewhere` })
    const { webhook } = await add()
    const answer = await owner.call(contract.testWebhook, { params: { webhookId: webhook.id }, body: {} })
    expect(answer).toMatchObject({ event: 'test', status: 307, answer: expect.stringContaining('redirects') as string })
    expect(receiver.heard.map(({ path }) => path)).toEqual(['/hook'])
    await remove(webhook.id)
  })
})

describe('DO-13 who may, and where to', () => {
  test.each([
    ['http://127.0.0.1:1/hook', 'https'],
    ['https://10.0.0.4/hook', 'private network'],
    ['https://metadata.internal/latest', 'private network'],
    ['javascript:alert(1)', 'https'],
  ])('DO-13 %s is refused', async (url, says) => {
    const body = { name: 'X', url, events: ['agreement.completed'] }
    const refused = await owner.refused(contract.createWebhook, { body })
    expect([refused.status, JSON.stringify(refused['errors'])]).toEqual([422, expect.stringContaining(says) as string])
  })

  test('DO-13 an event nobody raises is refused, the secret is shown once, a new one signs from then on', async () => {
    const body = { name: 'X', url: receiver.url, events: ['agreement.eaten'] }
    expect((await owner.refused(contract.createWebhook, { body })).status).toBe(422)
    receiver.answers(200)
    receiver.heard.length = 0
    const { webhook, secret } = await add()
    expect(JSON.stringify(await owner.call(contract.listWebhooks))).not.toContain(secret)
    const fresh = await owner.call(contract.renewSecret, {
      params: { webhookId: webhook.id },
      ifMatch: webhook.version,
      body: {},
    })
    expect(fresh.secret).not.toBe(secret)
    await owner.call(contract.testWebhook, { params: { webhookId: webhook.id }, body: {} })
    const [{ headers, body: said }] = receiver.heard as [(typeof receiver.heard)[number]]
    const [, time, mark] = /^t=(\d+),v1=(\w+)$/.exec(String(headers['unitbase-signature']))!
    expect(mark).toBe(createHmac('sha256', fresh.secret).update(`${time}.${said}`).digest('hex'))
    const stale = await owner.refused(contract.changeWebhook, {
      params: { webhookId: webhook.id },
      ifMatch: webhook.version,
      body: { active: false },
    })
    expect(stale.status).toBe(412)
    await remove(webhook.id)
    expect((await b.ana.refused(contract.listWebhooks)).status).toBe(403)
  })
})
