import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { aUnit } from './distribution.fixture.ts'
import { confirmSheet, openedSheet } from './notice.contract.ts'
import type { NoticeId } from './notice.contract.ts'

const box = await smtpServer()
const office = useOffice({ now: '2026-05-12T17:10:00Z', env: { UNITBASE_SMTP_URL: `${box.url}?timeout=3000` } })
afterAll(() => box.close())

/** Ends the undo window and lets the mail room work. */
async function leave() {
  office.clock.advance({ seconds: 31 })
  await office.work()
}

const mails = (unit: { members: { email: string }[] }) => unit.members.map((it) => box.to(it.email).length)

test('CS-1 CS-14 N-2 twelve are asked, ten confirm, two calls move: those two are asked again and ten hear nothing', async () => {
  const unit = await aUnit(office)
  expect(await unit.issue()).toEqual({ asked: 12, told: 0, quiet: 0, released: 0 })
  await office.work()
  expect(box.received).toHaveLength(0)
  expect((await unit.notices()).map((it) => it.state)).toEqual(Array(12).fill('queued'))

  await leave()
  expect(mails(unit)).toEqual(Array(12).fill(1))
  const first = box.to('recipient9@unit.example')[0]
  expect(first?.subject).toMatch(/^\[HLT.*\] CALL SHEET – Day 2 – Wed 13 May 2026 – v1 WHITE – call \d\d:\d\d$/)
  expect(first?.text).toMatch(/^Dana, your call is \d\d:\d\d on Wed 13 May 2026\./)
  expect((await unit.notices()).map((it) => it.state)).toEqual(Array(12).fill('delivered'))

  for (const { name } of unit.members.slice(0, 10)) {
    const { id } = await unit.notice(name)
    const params = { token: await unit.tokenOf(name) }
    await office.nobody.call(openedSheet, { params, body: { noticeId: id as NoticeId } })
    const answer = await office.nobody.call(confirmSheet, { params, body: { noticeId: id as NoticeId } })
    expect(answer).toMatchObject({ state: 'confirmed', version: 'v1 WHITE' })
  }

  const again = await unit.issue({ calls: { 'Dana Okafor': 370, 'Yusuf Kaya': 375 } })
  expect(again).toEqual({ asked: 2, told: 0, quiet: 10, released: 0 })
  await leave()
  expect(mails(unit)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1])
  const second = box.to('recipient9@unit.example')[1]
  expect(second?.text).toMatch(/^Call \d\d:\d\d → 06:10; place unchanged\./)
  expect(second?.subject).toMatch(/v2 BLUE – call 06:10$/)

  expect((await unit.notice('Dana Okafor')).state).toBe('delivered')
  expect((await unit.notice('Ruth Calloway')).state).toBe('confirmed')
  expect((await unit.notices()).filter((it) => it.state === 'confirmed')).toHaveLength(9)
  expect((await unit.notice('Dana Okafor')).since).toMatchObject({ word: 'v1 WHITE', confirmed: true })
}, 60_000)
