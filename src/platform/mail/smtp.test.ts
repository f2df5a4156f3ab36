import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import type { Mailbox } from '../../../tests/support/smtpServer.ts'
import { smtpCarrier } from './smtp.ts'
import type { Carrier, Parcel } from './smtp.ts'

let box: Mailbox
let carry: Carrier

beforeAll(async () => {
  box = await smtpServer()
  carry = smtpCarrier(`${box.url}?timeout=5000`)
})
afterAll(() => box.close())
beforeEach(() => {
  box.mood = 'well'
  box.received.length = 0
})

const parcel = (address: string): Parcel => ({
  from: 'Skerry office <office@unitbase.example>',
  to: { name: 'Sinéad Roche', address },
  replyTo: 'coordinator@unitbase.example',
  subject: '[SKER26] CALL SHEET – Day 2 – Wed 13 May 2026 – v2 BLUE – call 06:15',
  text: 'Call 06:45 → 06:15; place unchanged.',
  html: null,
  messageId: '<0190@unitbase.example>',
  attachments: [{ fileName: 'sheet.pdf', contentType: 'application/pdf', content: new Uint8Array([37, 80, 68, 70]) }],
})

test('CS-1 what the receiving server accepts is delivered, as it was written', async () => {
  expect(await carry(parcel('sinead@gaffers.example'))).toMatchObject({ state: 'delivered', code: 250 })
  const mail = box.to('sinead@gaffers.example')[0]
  expect(mail?.subject).toBe('[SKER26] CALL SHEET – Day 2 – Wed 13 May 2026 – v2 BLUE – call 06:15')
  expect(mail?.text?.trim()).toBe('Call 06:45 → 06:15; place unchanged.')
  expect(mail?.messageId).toBe('<0190@unitbase.example>')
  expect(mail?.replyTo?.value[0]?.address).toBe('coordinator@unitbase.example')
  expect(mail?.attachments.map((it) => [it.filename, it.size])).toEqual([['sheet.pdf', 4]])
})

test('SC-10 an invitation arrives beside the text, where mail programs look for it, and as a file', async () => {
  const contentType = 'text/calendar; charset=utf-8; method=REQUEST'
  const content = Buffer.from('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR')
  await carry({ ...parcel('cal@gaffers.example'), attachments: [{ fileName: 'call.ics', contentType, content }] })
  const mail = box.to('cal@gaffers.example')[0]
  const parts = mail?.attachments.filter((it) => it.content.includes('METHOD:REQUEST')) ?? []
  expect(parts.map((it) => it.contentType)).toContain('text/calendar')
  expect(mail?.text?.trim()).toBe('Call 06:45 → 06:15; place unchanged.')
})

test('CS-1 a refused address bounced, with the words of the server', async () => {
  box.refused.add('pip@vdieo.example')
  expect(await carry(parcel('pip@vdieo.example'))).toMatchObject({
    state: 'bounced',
    code: 550,
    reply: expect.stringMatching(/does not exist/),
  })
})

test.each(['hang', 'drop', 'busy'] as const)(
  'CS-1 a server that is in the mood to %s leaves the message for another try',
  async (mood) => {
    box.mood = mood
    expect(await smtpCarrier(`${box.url}?timeout=500`)(parcel('sinead@gaffers.example'))).toMatchObject({
      state: 'deferred',
    })
    expect(box.received).toHaveLength(0)
  },
)

test('CS-1 a server that is not there leaves the message for another try', async () => {
  expect(await smtpCarrier('smtp://127.0.0.1:9?timeout=400')(parcel('sinead@gaffers.example'))).toMatchObject({
    state: 'deferred',
    code: null,
  })
})
