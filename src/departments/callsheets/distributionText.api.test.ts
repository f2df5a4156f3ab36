import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { replySms } from '../../platform/mail/mail.contract.ts'
import { aUnit } from './distribution.fixture.ts'
import { sendAgain } from './distribution.contract.ts'
import type { NoticeId } from './notice.contract.ts'

const box = await smtpServer()
const texts: { to: string; text: string }[] = []
const provider = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    texts.push(JSON.parse(body) as { to: string; text: string })
    response.writeHead(202).end(`{"id":"sms-${texts.length}"}`)
  })
})
await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready))

const office = useOffice({
  now: '2026-05-12T17:00:00Z',
  env: {
    UNITBASE_SMTP_URL: `${box.url}?timeout=3000`,
    UNITBASE_SMS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/`,
    UNITBASE_SMS_TOKEN: 'secret',
    UNITBASE_SMS_FROM: 'SKERRY',
  },
})
afterAll(async () => {
  await box.close()
  await new Promise((done) => provider.close(done))
})

async function leave() {
  office.clock.advance({ seconds: 31 })
  await office.work()
}

test('CS-2 a reminder by text message says the call and where to confirm; Y confirms, anything else is a problem', async () => {
  const unit = await aUnit(office, 3)
  await unit.issue()
  await leave()
  const chosen = await Promise.all(['Ruth Calloway', 'Tomasz Wren'].map(async (name) => (await unit.notice(name)).id))
  await unit.ana.call(sendAgain, {
    params: { productionId: unit.productionId, callSheetId: unit.callSheetId },
    body: { channel: 'sms', noticeIds: chosen as NoticeId[] },
  })
  await leave()
  expect(texts.map((it) => it.to).sort()).toEqual(unit.members.slice(0, 2).map((it) => it.phone))
  expect(texts[0]?.text).toMatch(/^HLT\S+ D2 Wed: YOUR CALL \d\d:\d\d, Unit base.*Confirm: http/)
  expect(box.received).toHaveLength(3)

  const { phone: ruth } = unit.named('Ruth Calloway')
  expect(
    await unit.ana.call(replySms, { body: { from: `${ruth.slice(0, 5)} ${ruth.slice(5)}`, text: ' Yes ' } }),
  ).toEqual({ taken: true })
  await unit.ana.call(replySms, { body: { from: unit.named('Tomasz Wren').phone, text: 'Which gate?' } })
  expect(await unit.ana.call(replySms, { body: { from: '+15550000000', text: 'Y' } })).toEqual({ taken: false })
  expect(await unit.notice('Ruth Calloway')).toMatchObject({ state: 'confirmed', opened_at: null })
  expect(await unit.notice('Tomasz Wren')).toMatchObject({ state: 'problem', problem: { text: 'Which gate?' } })
}, 60_000)
