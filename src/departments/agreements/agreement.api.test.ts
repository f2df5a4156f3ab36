import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { bench, letters, memo, sign, signing, terms, tokenOf, type Bench } from './agreement.fixture.ts'
import * as contract from './agreement.contract.ts'
import * as envelope from './envelope.contract.ts'
import * as party from './party.contract.ts'
import { verifyPdf } from './seal.contract.ts'
import { changeClause, changeTemplate, createClause, listTemplates } from './template.contract.ts'

const office = useOffice()
let b: Bench
beforeAll(async () => {
  b = await bench(office)
})

const one = (id: contract.AgreementId) => ({ params: { ...b.params, agreementId: id } })
const get = (id: contract.AgreementId) => b.ana.call(contract.getAgreement, one(id))
const send = (it: { id: contract.AgreementId; version: number }) =>
  b.ana.call(envelope.sendAgreement, { ...one(it.id), ifMatch: it.version, body: {} })

test('DO-14 a deal memo is numbered and knows the person, the position and the production', async () => {
  const it = await memo(b)
  expect(it.number).toMatch(/^HLT-DM-\d{3}$/)
  expect(it.content?.title).toBe('Deal memo: Sam Okoro')
  expect(it.terms?.position).toBe('Gaffer')
  expect(it.parties.map((each) => each.name)).toEqual(['Ana Ruiz', 'Sam Okoro', 'Ana Ruiz'])
  expect(it.blockers).toEqual([])
})

test('DO-2 a deal memo without an overtime table cannot be sent, and missing facts are named with their place', async () => {
  const it = await memo(b)
  const cleared = await b.ana.call(contract.changeAgreement, {
    ...one(it.id),
    ifMatch: it.version,
    body: { terms: { overtime: null } },
  })
  const refused = await b.ana.refused(envelope.sendAgreement, { ...one(it.id), ifMatch: cleared.version, body: {} })
  expect(refused['blockers']).toEqual([expect.objectContaining({ code: 'no_overtime' })])
  const [template] = (await b.ana.call(listTemplates)).items.filter((each) => each.id === it.template?.id)
  await b.ana.call(changeTemplate, {
    params: { templateId: template!.id },
    ifMatch: template!.version,
    body: { texts: { en: { ...template!.texts.en!, body: 'Made by {{company.name}}.\n\n{{clause nowhere}}' } } },
  })
  expect((await get(it.id)).template?.number).toBe(1)
})

test('DO-2 new wording of a clause is a version nobody has approved; a paper that was sent keeps the words it was sent with', async () => {
  const texts = (en: string) => ({ texts: { en } })
  const first = await b.ana.call(createClause, {
    body: { key: 'parking', title: 'Parking', ...texts('You park on the quay.') },
  })
  const at = { params: { clauseId: first.id } }
  const read = await b.ana.call(changeClause, { ...at, ifMatch: first.version, body: { approvedBy: 'Rowan Ellery' } })
  expect([read.number, read.approved?.by]).toEqual([1, 'Rowan Ellery'])
  const drafted = await memo(b)
  const [template] = (await b.ana.call(listTemplates)).items.filter((each) => each.id === drafted.template?.id)
  const { en } = template!.texts
  await b.ana.call(changeTemplate, {
    params: { templateId: template!.id },
    ifMatch: template!.version,
    body: { texts: { en: { ...en!, body: '{{clause parking}}\n\n{{terms}}' } } },
  })
  const wording = async (id: contract.AgreementId) => JSON.stringify((await get(id)).content)
  const withClause = async () => {
    const { id } = await b.ana.call(contract.createAgreement, {
      params: b.params,
      body: { kind: 'deal_memo', templateId: template!.id, subject: { kind: 'engagement', id: b.gaffer } },
    })
    return id
  }
  const before = await withClause()
  const now = await get(before)
  const ready = await b.ana.call(contract.changeAgreement, {
    ...one(before),
    ifMatch: now.version,
    body: {
      terms,
      parties: [{ role: 'signer', label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' }],
    },
  })
  await send(ready)
  const next = await b.ana.call(changeClause, {
    ...at,
    ifMatch: read.version,
    body: { ...texts('You park behind the sheds.'), note: 'The quay is let' },
  })
  expect([next.number, next.approved, next.note]).toEqual([2, null, 'The quay is let'])
  expect(await wording(before)).toContain('You park on the quay.')
  expect(await wording(await withClause())).toContain('You park behind the sheds.')
})

describe('DO-1 order that withholds', () => {
  test('DO-1 a later signer has no link before their turn; approver, crew, company follow each other', async () => {
    const sent = await send(await memo(b))
    expect(sent.state).toBe('pending')
    const before = await letters(office)
    expect(before.filter((it) => it.subject.startsWith(sent.number)).map((it) => it.to_address)).toEqual([
      'ana@example.com',
    ])
    const refused = await b.ana.refused(envelope.partyLink, {
      params: { ...b.params, agreementId: sent.id, partyId: sent.parties[1]!.id },
      body: {},
    })
    expect(refused.type).toBe('/problems/agreement-state')
    const seen = sent.contentSha256!
    await sign(office.nobody, await tokenOf(office, 'ana@example.com'), seen, 'Ana Ruiz')
    const sam = await tokenOf(office, 'sam@example.com')
    await sign(office.nobody, sam, seen, 'Sam Okoro', { answers: { address: '7 Quay Street', nothing: 'x' } })
    const last = await sign(office.nobody, await tokenOf(office, 'ana@example.com'), seen, 'Ana Ruiz')
    expect(last.paper).toBe('executed')
    const done = await get(sent.id)
    expect(done.state).toBe('executed')
    expect(done.completedAt).not.toBeNull()
  })

  test('DO-1 two taps sign once, and a retry hears the same answer', async () => {
    const sent = await send(
      await memo(b, {
        parties: [{ role: 'signer', label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' }],
      }),
    )
    const token = await tokenOf(office, 'sam@example.com')
    const body = signing(sent.contentSha256!, 'Sam Okoro')
    const both = await Promise.all([1, 2].map(() => office.nobody.call(party.signPaper, { params: { token }, body })))
    expect(both.map((it) => it.state)).toEqual(['done', 'done'])
    const { events } = await get(sent.id)
    expect(events.filter((it) => it.what === 'signed')).toHaveLength(1)
    expect(events.filter((it) => it.what === 'completed')).toHaveLength(1)
  })

  test('DO-1 whoever only reads a paper cannot end it by declining', async () => {
    const sam = { role: 'signer' as const, label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' }
    const viewer = { role: 'viewer' as const, label: 'Agent', turn: 1, name: 'Vera Holm', email: 'vera@example.com' }
    const sent = await send(await memo(b, { parties: [sam, viewer] }))
    const declining = {
      params: { token: await tokenOf(office, 'vera@example.com') },
      body: { reason: 'I do not like it.' },
    }
    expect((await office.nobody.refused(party.declinePaper, declining)).type).toBe('/problems/agreement-not-your-turn')
    expect((await get(sent.id)).state).toBe('pending')
  })

  test('DO-1 declining needs a reason, ends the paper and closes the links of the others', async () => {
    const sent = await send(await memo(b))
    const token = await tokenOf(office, 'ana@example.com')
    const short = await office.nobody.refused(party.declinePaper, { params: { token }, body: { reason: '' } })
    expect(short.status).toBe(422)
    await office.nobody.call(party.declinePaper, { params: { token }, body: { reason: 'The rate is wrong.' } })
    const ended = await get(sent.id)
    expect([ended.state, ended.endReason]).toEqual(['declined', 'The rate is wrong.'])
  })

  test('DO-1 a sent paper is not edited but superseded; the old link dies with the new paper', async () => {
    const sent = await send(await memo(b))
    const token = await tokenOf(office, 'ana@example.com')
    const refused = await b.ana.refused(contract.changeAgreement, {
      ...one(sent.id),
      ifMatch: sent.version,
      body: { title: 'X' },
    })
    expect(refused.detail).toContain('Supersede it')
    const next = await b.ana.call(envelope.supersedeAgreement, { ...one(sent.id), ifMatch: sent.version, body: {} })
    expect(next.supersedes?.number).toBe(sent.number)
    await send(next)
    expect((await get(sent.id)).state).toBe('superseded')
    const gone = await office.nobody.refused(party.openedPaper, { params: { token }, body: {} })
    expect(gone.type).toBe('/problems/link-unusable')
  })

  test('DO-1 a paper made void before its letter leaves is not heard of', async () => {
    const sent = await send(await memo(b))
    const about = () =>
      office.app.db
        .selectFrom('mail_message')
        .select('withdrawn_at')
        .where(
          'about_id',
          'in',
          sent.parties.map(({ id }) => id),
        )
        .execute()
    expect((await about()).map(({ withdrawn_at }) => withdrawn_at)).toEqual([null])
    await b.ana.call(envelope.voidAgreement, {
      ...one(sent.id),
      ifMatch: sent.version,
      body: { reason: 'Wrong person' },
    })
    const after = await about()
    expect([after.length, after[0]?.withdrawn_at === null]).toEqual([1, false])
  })

  test('DO-1 a void paper says why, and its link no longer works', async () => {
    const sent = await send(await memo(b))
    const token = await tokenOf(office, 'ana@example.com')
    await office.nobody.call(party.openedPaper, { params: { token }, body: {} })
    const ended = await b.ana.call(envelope.voidAgreement, {
      ...one(sent.id),
      ifMatch: sent.version,
      body: { reason: 'Wrong person' },
    })
    expect([ended.state, ended.isVoid, ended.endReason]).toEqual(['superseded', true, 'Wrong person'])
    expect((await office.nobody.refused(party.openedPaper, { params: { token }, body: {} })).status).toBe(410)
    expect((await letters(office)).at(-1)?.body_text).toContain('Wrong person')
  })
})

describe('DO-2 what a signer fills in', () => {
  test('DO-2 prefilled facts that a signer edits keep the edits, until and after they sign', async () => {
    const sent = await send(
      await memo(b, {
        parties: [{ role: 'signer', label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' }],
      }),
    )
    expect(sent.content?.fields).toEqual([{ key: 'address', label: 'Your address', value: 'sam@example.com' }])
    const token = await tokenOf(office, 'sam@example.com')
    await office.nobody.call(party.keepAnswers, { params: { token }, body: { answers: { address: '7 Quay Street' } } })
    await sign(office.nobody, token, sent.contentSha256!, 'Sam Okoro')
    const pdf = await b.ana.fetch(`/v1/productions/${b.productionId}/agreements/${sent.id}/pdf`)
    expect((await pdfText(new Uint8Array(await pdf.arrayBuffer()))).pages[0]?.text).toContain('7 Quay Street')
  })

  test('a signer under another name says how it changed, or is asked not to sign', async () => {
    const sent = await send(
      await memo(b, {
        parties: [{ role: 'signer', label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' }],
      }),
    )
    const token = await tokenOf(office, 'sam@example.com')
    const refused = await office.nobody.refused(party.signPaper, {
      params: { token },
      body: signing(sent.contentSha256!, 'Sam Brandt'),
    })
    expect(refused).toMatchObject({ type: '/problems/agreement-name-differs', expected: 'Sam Okoro' })
    await sign(office.nobody, token, sent.contentSha256!, 'OKORO, Sam')
    expect((await get(sent.id)).parties[0]).toMatchObject({ signedName: 'OKORO, Sam', nameReason: null })
  })

  test('a page that shows another text cannot sign this one', async () => {
    const sent = await send(await memo(b))
    const token = await tokenOf(office, 'ana@example.com')
    const refused = await office.nobody.refused(party.signPaper, {
      params: { token },
      body: signing('0'.repeat(64), 'Ana Ruiz'),
    })
    expect(refused.type).toBe('/problems/agreement-text-changed')
    expect((await get(sent.id)).state).toBe('pending')
  })

  test('with a code asked for, the link alone does not sign, and five wrong codes end it', async () => {
    const sent = await send(await memo(b, { asksCode: true }))
    const token = await tokenOf(office, 'ana@example.com')
    const at = { params: { token } }
    expect(
      (await office.nobody.refused(party.signPaper, { ...at, body: signing(sent.contentSha256!, 'Ana Ruiz') })).type,
    ).toBe('/problems/agreement-code-needed')
    const asked = { ...at, body: {}, idempotencyKey: 'one press' }
    const before = (await letters(office)).length
    expect(await office.nobody.call(party.askCode, asked)).toEqual({ sentTo: 'a•••@example.com' })
    expect(await office.nobody.call(party.askCode, asked)).toEqual({ sentTo: 'a•••@example.com' })
    expect(await letters(office)).toHaveLength(before + 1)
    const code = /Your code: (\d{6})/.exec((await letters(office)).at(-1)!.subject)![1]!
    const wrong = code === '000000' ? '000001' : '000000'
    for (let left = 4; left >= 0; left -= 1)
      expect(await office.nobody.refused(party.giveCode, { ...at, body: { code: wrong } })).toMatchObject({
        triesLeft: left,
      })
    expect((await office.nobody.refused(party.giveCode, { ...at, body: { code } })).detail).toContain('new one')
    for (let codes = 2; codes <= 5; codes += 1) await office.nobody.call(party.askCode, { ...at, body: {} })
    expect((await office.nobody.refused(party.askCode, { ...at, body: {} })).type, 'a sixth within the hour').toBe(
      '/problems/agreement-code-wait',
    )
    const fresh = /Your code: (\d{6})/.exec((await letters(office)).at(-1)!.subject)![1]!
    await office.nobody.call(party.giveCode, { ...at, body: { code: fresh } })
    expect((await sign(office.nobody, token, sent.contentSha256!, 'Ana Ruiz')).state).toBe('done')
  })
})

describe('DO-3 reminders', () => {
  test('DO-1 a letter that came back does not pass for one that was read', async () => {
    const sent = await send(await memo(b))
    expect(sent.parties[0]).toMatchObject({ state: 'sent', undelivered: false })
    const about = sent.parties[0]!.id
    await office.app.transaction((tx) =>
      tx.updateTable('mail_message').set({ state: 'bounced' }).where('about_id', '=', about).execute(),
    )
    expect((await get(sent.id)).parties[0]).toMatchObject({ state: 'sent', undelivered: true })
  })

  test('DO-3 the ladder stops at its cap and at the time to sign, and shows when the next one leaves', async () => {
    const sent = await send(await memo(b))
    expect(sent.parties[0]?.nextReminderAt).toBe(office.clock.now().add({ hours: 24 }).toString())
    const count = async () =>
      (await letters(office)).filter((it) => it.key.startsWith(`agreement-reminder:${sent.parties[0]!.id}`)).length
    for (const expected of [1, 2, 3, 3]) {
      office.clock.advance({ hours: 73 })
      await sweepNow()
      expect(await count()).toBe(Math.min(expected, 2))
    }
    expect((await get(sent.id)).state).toBe('expired')
  })
})

test('DO-5 the final paper is sealed once, verifies, and breaks with a byte; a worker that died is made good', async () => {
  const sent = await send(
    await memo(b, {
      parties: [
        { role: 'signer', label: 'Crew member', turn: 1, name: 'Sam Okoro', email: 'sam@example.com' },
        { role: 'copy', label: 'Agent', turn: 9, name: 'Kit Lowe', email: 'kit@example.com' },
      ],
    }),
  )
  await sign(office.nobody, await tokenOf(office, 'sam@example.com'), sent.contentSha256!, 'Sam Okoro')
  // As if the worker had died before the job ran: nothing is queued, only the signature is there.
  await office.work()
  const done = await get(sent.id)
  expect(done.sealedAt).not.toBeNull()
  const bytes = Buffer.from(
    await (await b.ana.fetch(`/v1/productions/${b.productionId}/agreements/${sent.id}/pdf`)).arrayBuffer(),
  )
  const verdict = await b.ana.call(verifyPdf, { body: { pdf: bytes.toString('base64') } })
  expect(verdict).toMatchObject({ verdict: 'ours', sha256: done.sealedSha256, paper: { number: sent.number } })
  const text = (await pdfText(new Uint8Array(bytes))).pages.map((it) => it.text).join('\n')
  for (const part of ['Certificate', sent.contentSha256!, 'By personal link sent to sam@example.com'])
    expect(text.replaceAll(/\s/g, '')).toContain(part.replaceAll(/\s/g, ''))
  for (const at of [200, 5000, bytes.length - 30]) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    expect((await b.ana.call(verifyPdf, { body: { pdf: changed.toString('base64') } })).verdict).not.toBe('ours')
  }
  const longer = Buffer.concat([bytes, Buffer.from('\n% more')])
  expect((await b.ana.call(verifyPdf, { body: { pdf: longer.toString('base64') } })).verdict).toBe('broken')
  const copies = (await letters(office)).filter(
    (it) => it.key.startsWith('agreement-copy:') && it.subject.startsWith(sent.number),
  )
  expect(copies.map((it) => it.to_address)).toEqual(['sam@example.com', 'kit@example.com'])
  await office.work()
  expect((await get(sent.id)).sealedSha256).toBe(done.sealedSha256)
})

async function sweepNow() {
  const { sweep } = await import('./sweep.actions.ts')
  await sweep(office.app)
}
