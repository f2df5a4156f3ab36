import { createHash } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { nextCode } from '../../../tests/support/codes.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { uploaded } from '../../../tests/support/uploaded.ts'
import { createProduction } from '../productions/production.contract.ts'
import { createPerson } from '../people/person.contract.ts'
import { bench, letters, memo, memoTemplate, sign, signing, tokenOf, type Bench } from './agreement.fixture.ts'
import { addBooking } from '../bookings/engine.contract.ts'
import * as contract from './agreement.contract.ts'
import * as envelope from './envelope.contract.ts'
import { paragraph, run, wordFile } from './docx/wordFile.fixture.ts'
import * as party from './party.contract.ts'
import { createTemplate } from './template.contract.ts'
import { sweep } from './sweep.actions.ts'

const office = useOffice()
let b: Bench
beforeAll(async () => {
  b = await bench(office)
})

const one = (id: contract.AgreementId) => ({ params: { ...b.params, agreementId: id } })
const get = (id: contract.AgreementId) => b.ana.call(contract.getAgreement, one(id))
const send = (it: { id: contract.AgreementId; version: number }, more: object = {}) =>
  b.ana.call(envelope.sendAgreement, { ...one(it.id), ifMatch: it.version, body: {}, ...more })
const samAlone = [
  { role: 'signer' as const, label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' },
]
const textOf = async (id: contract.AgreementId) => {
  const pdf = await b.ana.fetch(`/v1/productions/${b.productionId}/agreements/${id}/pdf`)
  return (await pdfText(new Uint8Array(await pdf.arrayBuffer()))).pages.map((it) => it.text).join('\n')
}

describe('DO-1 a reused envelope', () => {
  test('DO-1 a draft sent twice at once leaves once; who was second is told, and a retry hears the first answer', async () => {
    const draft = await memo(b, { parties: samAlone })
    const tries = await Promise.allSettled([send(draft), send(draft)])
    expect(tries.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    const mine = (await letters(office)).filter((it) => it.subject.startsWith(draft.number))
    expect(mine).toHaveLength(1)
    const again = await b.ana.refused(envelope.sendAgreement, {
      ...one(draft.id),
      ifMatch: draft.version + 1,
      body: {},
    })
    expect(again).toMatchObject({
      type: '/problems/agreement-state',
      detail: expect.stringContaining('sent already') as string,
    })
    const keyed = await memo(b, { parties: samAlone })
    const key = { idempotencyKey: crypto.randomUUID() }
    const [first, second] = [await send(keyed, key), await send(keyed, key)]
    expect(second).toEqual(first)
    expect((await letters(office)).filter((it) => it.subject.startsWith(keyed.number))).toHaveLength(1)
  })

  test('DO-1 a link that was signed at opens again and shows so; nothing signed there a second time counts', async () => {
    const sent = await send(await memo(b, { parties: samAlone }))
    const token = await tokenOf(office, 'sam@example.com')
    await sign(office.nobody, token, sent.contentSha256!, 'Sam Okoro', { where: 'Harbour Lane 4' })
    const before = await get(sent.id)
    const second = await sign(office.nobody, token, sent.contentSha256!, 'Somebody Else', {
      signature: { kind: 'typed', text: 'Somebody Else' },
    })
    expect(second).toMatchObject({ state: 'done', paper: 'executed', actedAt: before.parties[0]!.actedAt })
    expect(await get(sent.id)).toEqual(before)
    const refused = await office.nobody.refused(party.declinePaper, {
      params: { token },
      body: { reason: 'Changed my mind.' },
    })
    expect(refused.type).toBe('/problems/agreement-ended')
    const page = await office.nobody.fetch(`/a/${token}`)
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('data-signing')
  })

  test('DO-1 the link of one paper signs no other, even where the words are the same', async () => {
    const first = await send(await memo(b, { parties: samAlone }))
    const token = await tokenOf(office, 'sam@example.com')
    const other = await send(await memo(b, { parties: samAlone }))
    await sign(office.nobody, token, first.contentSha256!, 'Sam Okoro')
    expect([(await get(first.id)).state, (await get(other.id)).state]).toEqual(['executed', 'pending'])
  })

  test('DO-1 a sent paper is not opened again to be changed, and stands in for another only once', async () => {
    const sent = await send(await memo(b, { parties: samAlone }))
    const at = { ...one(sent.id), ifMatch: sent.version, body: {} }
    const next = await b.ana.call(envelope.supersedeAgreement, at)
    const twice = await b.ana.refused(envelope.supersedeAgreement, at)
    expect(twice.detail).toBe(`${next.number} already stands in for ${sent.number}.`)
    expect((await get(sent.id)).state).toBe('pending')
  })
})

test('DO-5 a signer whose name has changed says how, and the certificate carries both names', async () => {
  const sent = await send(await memo(b, { parties: samAlone }))
  const token = await tokenOf(office, 'sam@example.com')
  const body = signing(sent.contentSha256!, 'Sam Brandt')
  const refused = await office.nobody.refused(party.signPaper, { params: { token }, body })
  expect(refused).toMatchObject({ type: '/problems/agreement-name-differs', expected: 'Sam Okoro' })
  expect((await get(sent.id)).parties[0]!.state).not.toBe('done')
  await office.nobody.call(party.signPaper, { params: { token }, body: { ...body, nameReason: 'married' } })
  await office.work()
  const done = await get(sent.id)
  expect(done.parties[0]).toMatchObject({ name: 'Sam Okoro', signedName: 'Sam Brandt', nameReason: 'married' })
  expect(done.events.map((it) => it.text)).toContain('Signed by Sam Brandt (sent to Sam Okoro)')
  const text = (await textOf(sent.id)).replaceAll(/\s+/g, ' ')
  expect(text).toContain('Sam Brandt')
  expect(text).toMatch(/Sam Okoro \(.*marri/i)
})

describe('DO-4 the last day of a paper', () => {
  test.each([
    ['Pacific/Auckland', '2026-06-01', '2026-06-01T11:59:00Z', 'executed'],
    ['Pacific/Auckland', '2026-06-01', '2026-06-01T12:01:00Z', 'expired'],
    ['America/Los_Angeles', '2026-06-02', '2026-06-03T06:59:00Z', 'executed'],
    ['America/Los_Angeles', '2026-06-02', '2026-06-03T07:01:00Z', 'expired'],
  ])('DO-4 in %s a paper until %s is %s at %s', async (timeZone, until, now, state) => {
    const production = await b.ana.call(createProduction, {
      body: {
        code: nextCode('Z'),
        title: 'Far',
        kind: 'commercial',
        timeZone,
      },
    })
    const template = await memoTemplate(b.ana)
    const params = { productionId: production.id }
    const drafted = await b.ana.call(contract.createAgreement, {
      params,
      body: { kind: 'other', templateId: template.id, subject: { kind: 'production', id: production.id } },
    })
    await office.app.transaction((tx) =>
      tx
        .updateTable('agreement')
        .set({
          state: 'executed',
          effective_until: until as never,
          completed_at: '2026-05-04T09:00:00Z',
          sent_at: '2026-05-04T09:00:00Z',
          content: '{}',
          content_sha256: '0'.repeat(64),
        })
        .where('id', '=', drafted.id)
        .execute(),
    )
    const before = office.clock.now()
    office.clock.moveTo(now)
    await sweep(office.app)
    office.clock.moveTo(before.toString())
    const { state: found } = await office.app.db
      .selectFrom('agreement')
      .select('state')
      .where('id', '=', drafted.id)
      .executeTakeFirstOrThrow()
    expect(found).toBe(state)
  })
})

test('DO-3 a reminder that falls due while somebody signs waits for them, and neither is ended by the other', async () => {
  const papers: contract.Agreement[] = []
  for (let i = 0; i < 3; i += 1) papers.push(await send(await memo(b)))
  const tokens = (await letters(office))
    .filter((it) => it.to_address === 'ana@example.com' && papers.some(({ number }) => it.subject.startsWith(number)))
    .map((it) => /\/a\/([\w-]{40,})/.exec(it.body_text)![1]!)
  office.clock.advance({ hours: 25 })
  await Promise.all([
    ...papers.map((it, at) => sign(office.nobody, tokens[at]!, it.contentSha256!, 'Ana Ruiz')),
    sweep(office.app),
    b.ana.call(envelope.remindParties, { params: b.params, body: { agreementIds: papers.map(({ id }) => id) } }),
    b.ana.call(envelope.remindParties, {
      params: b.params,
      body: { agreementIds: papers.map(({ id }) => id).reverse() },
    }),
  ])
  for (const { id } of papers) {
    const { parties } = await get(id)
    expect(parties[0]).toMatchObject({ state: 'done', nextReminderAt: null })
  }
})

describe('DO-14 what a paper is made from', () => {
  const draw = async (subject: { kind: string; id: string }) => {
    const template = await memoTemplate(b.ana)
    return {
      params: b.params,
      body: { kind: 'deal_memo' as const, templateId: template.id, subject: subject as never },
    }
  }

  test('DO-14 a booking stands for whoever is booked, with position and address', async () => {
    const held = await b.ana.call(addBooking, {
      params: b.params,
      body: { engagementId: b.gaffer as never, spans: [{ onDate: '2026-05-12' }] as never },
    })
    const drafted = await b.ana.call(contract.createAgreement, await draw({ kind: 'booking', id: held.id }))
    expect(drafted.subject).toEqual({ kind: 'booking', id: held.id, label: 'Sam Okoro, Gaffer' })
    expect(drafted.parties[1]).toMatchObject({ name: 'Sam Okoro', email: 'sam@example.com' })
  })

  test('DO-14 a person of the directory is written to at their own address', async () => {
    const person = await b.ana.call(createPerson, {
      body: { name: 'Mona Adler', emails: [{ label: null, value: 'mona@example.com' }] } as never,
    })
    const drafted = await b.ana.call(contract.createAgreement, await draw({ kind: 'person', id: person.id }))
    expect(drafted.parties[1]).toMatchObject({ name: 'Mona Adler', email: 'mona@example.com', personId: person.id })
  })

  test('DO-14 a booking of nobody here, and a casting role, are no subjects of a paper', async () => {
    const asked = await draw({ kind: 'booking', id: crypto.randomUUID() })
    expect((await b.ana.refused(contract.createAgreement, asked)).detail).toBe('This record is not on this production.')
    const role = await draw({ kind: 'casting_role', id: crypto.randomUUID() })
    expect((await b.ana.refused(contract.createAgreement, role)).status).toBe(422)
  })
})

test('DO-2 a Word template that cannot be read is refused with every place, and a good one is frozen with the paper', async () => {
  const roles = [{ role: 'signer' as const, label: 'Crew member', turn: 1, who: 'subject' as const }]
  const texts = { en: { title: 'Crew agreement', short: '', body: '' } }
  const bring = async (bytes: Buffer) => ({
    body: {
      kind: 'crew_agreement' as const,
      name: 'Ours in Word',
      roles,
      texts,
      docxFileId: await uploaded(office, b.ana, bytes, 'ours.docx'),
    },
  })
  const broken = wordFile({ body: paragraph(run('Between {{person.name and us')), footer: paragraph(run('{{')) })
  const refused = await b.ana.refused(createTemplate, await bring(broken))
  expect(refused).toMatchObject({ type: '/problems/docx-unreadable', status: 422 })
  expect((refused['faults'] as { where: string }[]).map((it) => it.where).join()).toContain('Between {{person.name')
  const good = wordFile({
    header: paragraph(run('{{office.name}}')),
    body: paragraph(run('Agreement'), 'Heading1') + paragraph(run('With {{per') + run('son.name}}.')),
  })
  const template = await b.ana.call(createTemplate, await bring(good))
  const drafted = await b.ana.call(contract.createAgreement, {
    params: b.params,
    body: { kind: 'crew_agreement', templateId: template.id, subject: { kind: 'engagement', id: b.gaffer } },
  })
  const sent = await send(drafted)
  expect(sent.hasDocx).toBe(true)
  await sign(office.nobody, await tokenOf(office, 'sam@example.com'), sent.contentSha256!, 'Sam Okoro')
  await office.work()
  const kept = await b.ana.fetch(`/v1/productions/${b.productionId}/agreements/${sent.id}/docx`)
  const docx = Buffer.from(await kept.arrayBuffer())
  const sealed = await b.ana.fetch(`/v1/productions/${b.productionId}/agreements/${sent.id}/pdf`)
  const attached = (await PDFDocument.load(await sealed.arrayBuffer())).getAttachments()
  expect(attached.map((it) => it.name).sort()).toEqual([`${sent.number}.docx`, `${sent.number}.json`])
  const inside = attached.find((it) => it.name.endsWith('.docx'))!
  expect(Buffer.from(inside.data).equals(docx)).toBe(true)
  expect((await textOf(sent.id)).replaceAll(/\s/g, '')).toContain(createHash('sha256').update(docx).digest('hex'))
})
