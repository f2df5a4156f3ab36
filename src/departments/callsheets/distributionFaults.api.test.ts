import ICAL from 'ical.js'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { aUnit } from './distribution.fixture.ts'
import type { TestUnit } from './distribution.fixture.ts'
import * as contract from './distribution.contract.ts'
import { confirmSheet, openedSheet, reportProblem, takeProblemBack } from './notice.contract.ts'
import type { NoticeId } from './notice.contract.ts'

const box = await smtpServer()
const office = useOffice({ now: '2026-05-12T17:00:00Z', env: { UNITBASE_SMTP_URL: `${box.url}?timeout=3000` } })
afterAll(() => box.close())
beforeEach(() => {
  box.refused.clear()
  box.received.length = 0
  office.clock.moveTo('2026-05-12T17:00:00Z')
})

async function leave(seconds = 31) {
  office.clock.advance({ seconds })
  await office.work()
}

async function sentTo(size: number): Promise<TestUnit> {
  const unit = await aUnit(office, size)
  await unit.issue()
  await leave()
  return unit
}

const where = (unit: TestUnit) => ({ productionId: unit.productionId, callSheetId: unit.callSheetId })

async function answering(unit: TestUnit, name: string) {
  const { id } = await unit.notice(name)
  return { params: { token: await unit.tokenOf(name) }, body: { noticeId: id as NoticeId } }
}

describe('a personal link', () => {
  test('CS-1 used twice gives the same answer and counts once', async () => {
    const unit = await sentTo(2)
    const asked = await answering(unit, 'Ruth Calloway')
    const first = await office.nobody.call(confirmSheet, { ...asked, idempotencyKey: 'one' })
    expect(await office.nobody.call(confirmSheet, { ...asked, idempotencyKey: 'one' })).toEqual(first)
    office.clock.advance({ minutes: 5 })
    expect(await office.nobody.call(confirmSheet, { ...asked, idempotencyKey: 'two' })).toEqual(first)
    const { timeline } = await unit.ana.call(contract.getNotice, {
      params: { productionId: unit.productionId, noticeId: asked.body.noticeId },
    })
    expect(timeline.filter((it) => it.kind === 'confirmed')).toHaveLength(1)
  })

  test.each([
    ['expired', 410, 'expired', 'This call sheet has run out'],
    ['revoked', 410, 'revoked', 'This link was withdrawn'],
    ['made up', 404, 'unknown', 'This address is not one of ours'],
  ])('CS-1 that is %s ends in a clear page and confirms nothing', async (how, status, reason, title) => {
    const unit = await sentTo(2)
    const asked = await answering(unit, 'Ruth Calloway')
    const { link_id: linkId } = await unit.notice('Ruth Calloway')
    if (how === 'expired') office.clock.moveTo('2026-05-16T00:00:00Z')
    if (how === 'revoked') await office.app.transaction((tx) => office.app.links.revoke(tx, [linkId as never]))
    const token = how === 'made up' ? `${asked.params.token.slice(0, -4)}AAAA` : asked.params.token
    const page = await office.nobody.fetch(`/c/${token}`)
    expect([page.status, await page.text()]).toEqual([status, expect.stringContaining(title)])
    expect(await office.nobody.refused(confirmSheet, { ...asked, params: { token } })).toMatchObject({
      status: 410,
      reason,
    })
    expect((await unit.notice('Ruth Calloway')).state).toBe('delivered')
  })

  test('CS-1 of another person cannot confirm for somebody else', async () => {
    const unit = await sentTo(2)
    const own = await answering(unit, 'Tomasz Wren')
    const { id } = await unit.notice('Ruth Calloway')
    const refusal = await office.nobody.refused(confirmSheet, { ...own, body: { noticeId: id } })
    expect(refusal.type).toBe('/problems/callsheet-replaced')
    expect((await unit.notices()).map((it) => it.state)).toEqual(['delivered', 'delivered'])
  })

  test('N-2 to an older version leads to the new one, and an answer to the old is not taken for it', async () => {
    const unit = await sentTo(3)
    const old = await answering(unit, 'Ruth Calloway')
    const same = await answering(unit, 'Tomasz Wren')
    await unit.issue({ calls: { 'Ruth Calloway': 370 } })
    await leave()
    expect(await office.nobody.refused(confirmSheet, old)).toMatchObject({ status: 409, version: 'v2 BLUE' })
    expect(await office.nobody.call(confirmSheet, same)).toMatchObject({ state: 'confirmed', version: 'v2 BLUE' })
    const page = await (await office.nobody.fetch(`/c/${old.params.token}`)).text()
    expect(page).toContain('v2 BLUE')
    expect(page).toContain('Confirm 06:10')
  })

  test('CS-1 looked at by a mail program is not opened; looked at by a person it is', async () => {
    const unit = await sentTo(1)
    const asked = await answering(unit, 'Ruth Calloway')
    const path = `/c/${asked.params.token}`
    await office.nobody.fetch(path, { method: 'HEAD' })
    await office.nobody.fetch(path, { headers: { 'user-agent': 'LinkPreview/1.0' } })
    expect((await unit.notice('Ruth Calloway')).state).toBe('delivered')
    await office.nobody.call(openedSheet, asked)
    expect((await unit.notice('Ruth Calloway')).state).toBe('opened')
  })

  test('CS-14 shows nothing before the undo window has ended', async () => {
    const unit = await aUnit(office, 1)
    await unit.issue()
    const page = await office.nobody.fetch(`/c/${await unit.tokenOf('Ruth Calloway')}`)
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('Nothing here yet')])
    await leave()
  })
})

test('CS-1 a problem never counts as confirmed, is answered, taken back, and solved', async () => {
  const unit = await sentTo(1)
  const asked = await answering(unit, 'Ruth Calloway')
  const params = { productionId: unit.productionId, noticeId: asked.body.noticeId }
  await office.nobody.call(confirmSheet, asked)
  const problem = { ...asked, body: { ...asked.body, reason: 'transport' as const, text: 'My van is in the garage.' } }
  expect(await office.nobody.call(reportProblem, problem)).toMatchObject({ state: 'problem', confirmedAt: null })
  const desk = await unit.ana.call(contract.getDesk, { params: where(unit) })
  expect(desk.counts).toMatchObject({ confirmed: 0, problem: 1, notConfirmed: 0 })

  await unit.ana.call(contract.answerProblem, { params, body: { text: 'Hugo has a seat, 05:35.' } })
  const page = await (await office.nobody.fetch(`/c/${asked.params.token}`)).text()
  expect(page).toContain('has an answer for you')
  expect(page).toContain('Hugo has a seat, 05:35.')
  expect(await office.nobody.call(takeProblemBack, asked)).toMatchObject({ state: 'opened', problem: null })
  expect(await office.nobody.call(confirmSheet, asked)).toMatchObject({ state: 'confirmed' })
  await leave()
  expect(box.to('recipient1@unit.example').at(-1)?.text).toMatch(/^Hugo has a seat, 05:35\./)
})

test('CS-3 one wrong address is corrected, also in the contact record, and nobody else hears', async () => {
  box.refused.add('recipient2@unit.example')
  const unit = await sentTo(3)
  const before = await unit.notice('Tomasz Wren')
  expect(before.state).toBe('bounced')
  const oldToken = await unit.tokenOf('Tomasz Wren')
  const desk = await unit.ana.call(contract.getDesk, { params: where(unit) })
  expect(desk.people.find((it) => it.name === 'Tomasz Wren')?.remedy).toMatch(/does not exist/)
  expect(desk.counts).toMatchObject({ sent: 3, delivered: 2, bounced: 1, notConfirmed: 2 })

  await unit.ana.call(contract.correctAddress, {
    params: { productionId: unit.productionId, noticeId: before.id as NoticeId },
    body: { email: 'tomasz@wren.example', keep: true },
  })
  await leave()
  expect(box.received.map((it) => it.to).sort()).toEqual([
    'recipient1@unit.example',
    'recipient3@unit.example',
    'tomasz@wren.example',
  ])
  expect((await unit.notice('Tomasz Wren')).state).toBe('delivered')
  expect((await office.nobody.fetch(`/c/${oldToken}`)).status).toBe(410)
  expect((await office.nobody.fetch(`/c/${await unit.tokenOf('Tomasz Wren')}`)).status).toBe(200)
  const kept = await office.app.db
    .selectFrom('contact_point')
    .select('value')
    .where('person_id', '=', unit.named('Tomasz Wren').personId)
    .where('kind', '=', 'email')
    .execute()
  expect(kept).toEqual([{ value: 'tomasz@wren.example' }])
})

test('CS-14 an issue called back in its window reaches nobody, and can be sent after all', async () => {
  const unit = await aUnit(office, 4)
  await unit.issue()
  const { leaving } = await unit.ana.call(contract.getDesk, { params: where(unit) })
  expect(leaving).toMatchObject([{ kind: 'issue', names: unit.members.map((it) => it.name), seconds: 30 }])
  const dispatchId = leaving[0]!.id
  const undone = await unit.ana.call(contract.undoLeaving, { params: where(unit), body: { dispatchId } })
  expect(undone).toMatchObject({ unsent: 4, leaving: [] })
  await leave()
  expect(box.received).toHaveLength(0)

  await unit.ana.call(contract.sendAgain, { params: where(unit), body: { channel: 'email' } })
  await leave()
  expect(box.received).toHaveLength(4)
  const late = await unit.ana.refused(contract.undoLeaving, { params: where(unit), body: { dispatchId } })
  expect(late.type).toBe('/problems/callsheet-has-left')
})

test('CS-14 sent now does not wait for the window', async () => {
  const unit = await aUnit(office, 2)
  await unit.issue()
  const { leaving } = await unit.ana.call(contract.getDesk, { params: where(unit) })
  await unit.ana.call(contract.sendNow, { params: where(unit), body: { dispatchId: leaving[0]!.id } })
  await office.work()
  expect(box.received).toHaveLength(2)
  expect((await office.nobody.fetch(`/c/${await unit.tokenOf('Ruth Calloway')}`)).status).toBe(200)
})

test('CS-2 only those who have not confirmed are written to again', async () => {
  const unit = await sentTo(5)
  for (const name of ['Ruth Calloway', 'Tomasz Wren', 'Callum Reyes'])
    await office.nobody.call(confirmSheet, await answering(unit, name))
  box.received.length = 0
  const again = await unit.ana.call(contract.sendAgain, { params: where(unit), body: { channel: 'email' } })
  expect(again.leaving).toMatchObject([{ kind: 'reminder', names: ['Priya Nandakumar', 'Ines Maldonado'] }])
  const twice = { params: where(unit), body: { channel: 'email' as const } }
  expect((await unit.ana.refused(contract.sendAgain, twice)).type).toBe('/problems/callsheet-nobody-to-tell')
  await leave()
  expect(box.received.map((it) => it.to).sort()).toEqual(['recipient3@unit.example', 'recipient4@unit.example'])
  expect(box.received[0]?.mail.text).toMatch(/We still need your yes\./)
})

test('N-2 a yes said while the next version waits in its undo window is not lost', async () => {
  const unit = await sentTo(2)
  const asked = await answering(unit, 'Ruth Calloway')
  await unit.issue({ calls: { 'Tomasz Wren': 370 } })
  await office.nobody.call(confirmSheet, asked)
  expect(await unit.notice('Ruth Calloway')).toMatchObject({ issue_word: 'v2 BLUE', state: 'confirmed' })
  await leave()
  expect((await unit.notice('Tomasz Wren')).state).toBe('delivered')
})

test('CS-2 a yes on the phone counts, with who heard it', async () => {
  const unit = await sentTo(1)
  const { id } = await unit.notice('Ruth Calloway')
  const params = { productionId: unit.productionId, noticeId: id as NoticeId }
  office.clock.advance({ minutes: 1 })
  const { line, timeline } = await unit.ana.call(contract.confirmByPhone, { params, body: { note: 'Rang at 20:40' } })
  expect(line.state).toBe('confirmed')
  expect(timeline[0]).toMatchObject({
    kind: 'confirmed',
    channel: 'phone',
    text: expect.stringContaining('Rang at 20:40'),
  })
})

test('CS-1 a yes on the phone says nothing of a letter that never left', async () => {
  const unit = await aUnit(office, 1)
  await unit.issue()
  const { id } = await unit.notice('Ruth Calloway')
  const params = { productionId: unit.productionId, noticeId: id as NoticeId }
  const { line } = await unit.ana.call(contract.confirmByPhone, { params, body: { note: '' } })
  expect(line).toMatchObject({ state: 'confirmed', openedAt: null })
  const { counts } = await unit.ana.call(contract.getDesk, { params: where(unit) })
  expect(counts).toMatchObject({ sent: 0, delivered: 0, opened: 0, confirmed: 1 })
})

test('N-2 who is no longer called is told so; who only has another lunch place need not answer', async () => {
  const unit = await sentTo(3)
  for (const { name } of unit.members) await office.nobody.call(confirmSheet, await answering(unit, name))
  box.received.length = 0
  expect(await unit.issue({ without: ['Priya Nandakumar'], blocks: { lunchPlace: 'Harbour Hall' } })).toEqual({
    asked: 0,
    told: 2,
    quiet: 0,
    released: 1,
  })
  await leave()
  const texts = Object.fromEntries(box.received.map((it) => [it.to, it.mail.text ?? '']))
  expect(texts['recipient3@unit.example']).toMatch(/^Priya, you are no longer called/)
  expect(texts['recipient1@unit.example']).toMatch(/^Lunch .* → .*Harbour Hall\./)
  expect((await unit.notice('Ruth Calloway')).state).toBe('confirmed')
  expect((await unit.notice('Priya Nandakumar')).state).toBe('delivered')
  const page = await (await office.nobody.fetch(`/c/${await unit.tokenOf('Priya Nandakumar')}`)).text()
  expect(page).toContain('Not called')
})

test('CS-4 the call as a calendar entry keeps its UID, counts up, and is cancelled with the call', async () => {
  const unit = await sentTo(2)
  const entry = async (name: string) => {
    const text = await (await office.nobody.fetch(`/c/${await unit.tokenOf(name)}/call.ics`)).text()
    const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')
    const value = (property: string) => event?.getFirstPropertyValue(property)?.toString()
    return {
      uid: value('uid'),
      sequence: value('sequence'),
      start: value('dtstart'),
      status: value('status'),
      stamp: value('dtstamp'),
    }
  }
  const before = await entry('Ruth Calloway')
  await unit.issue({ calls: { 'Ruth Calloway': 370 }, without: ['Tomasz Wren'] })
  await leave()
  const after = await entry('Ruth Calloway')
  expect(before).toMatchObject({ sequence: '1', start: '2026-05-13T06:45:00', stamp: '2026-05-12T17:00:30Z' })
  expect(after).toMatchObject({ uid: before.uid, sequence: '2', start: '2026-05-13T06:10:00', status: 'CONFIRMED' })
  expect(await entry('Tomasz Wren')).toMatchObject({ sequence: '2', status: 'CANCELLED' })
})
