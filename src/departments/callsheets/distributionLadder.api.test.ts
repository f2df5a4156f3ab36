import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { aUnit } from './distribution.fixture.ts'
import type { TestUnit } from './distribution.fixture.ts'
import * as contract from './distribution.contract.ts'
import { climb } from './distributionLadder.actions.ts'
import { changeSheetRules, readSheetRules } from './sheetRule.contract.ts'
import { confirmSheet } from './notice.contract.ts'
import type { NoticeId } from './notice.contract.ts'

const box = await smtpServer()
const office = useOffice({ now: '2026-05-12T17:00:00Z', env: { UNITBASE_SMTP_URL: `${box.url}?timeout=3000` } })
afterAll(() => box.close())

async function leave(seconds = 31) {
  office.clock.advance({ seconds })
  await office.work()
}

async function sentTo(size: number): Promise<TestUnit> {
  office.clock.moveTo('2026-05-12T17:00:00Z')
  const unit = await aUnit(office, size)
  await unit.issue()
  await leave()
  box.received.length = 0
  return unit
}

async function confirms(unit: TestUnit, name: string) {
  const { id } = await unit.notice(name)
  await office.nobody.call(confirmSheet, {
    params: { token: await unit.tokenOf(name) },
    body: { noticeId: id as NoticeId },
  })
}

test('CS-2 reminders leave by themselves two hours on and at 21:00, to the silent only, and never twice', async () => {
  const unit = await sentTo(3)
  await confirms(unit, 'Ruth Calloway')
  expect(await climb(office.app)).toBe(0)
  office.clock.moveTo('2026-05-12T19:01:00Z')
  expect(await climb(office.app)).toBe(2)
  expect(await climb(office.app)).toBe(0)
  await office.work()
  expect(box.received.map((it) => it.to).sort()).toEqual(['recipient2@unit.example', 'recipient3@unit.example'])
  office.clock.moveTo('2026-05-12T20:02:00Z')
  const workers = await Promise.all([climb(office.app), climb(office.app)])
  expect(workers.reduce((sum, written) => sum + written)).toBe(2)
  office.clock.moveTo('2026-05-12T20:35:00Z')
  expect(await climb(office.app)).toBe(0)
  const desk = await unit.ana.call(contract.getDesk, {
    params: { productionId: unit.productionId, callSheetId: unit.callSheetId },
  })
  expect(
    desk.people
      .filter((it) => it.phoneDue)
      .map((it) => it.name)
      .sort(),
  ).toEqual(['Priya Nandakumar', 'Tomasz Wren'])
})

test('CS-2 the office sets its own times; a sheet that is out goes by them, and only its settings hand may', async () => {
  const owner = await office.as('owner')
  const { version, can, ...rules } = await owner.call(readSheetRules)
  expect([can.edit, rules.secondAt, rules.quietUntil, rules.dated]).toEqual([true, 1260, 300, '2026-01-01'])
  const unit = await sentTo(1)
  const body = { ...rules, reminderAfterMinutes: 30, source: 'Our own habit' }
  expect((await (await office.as('member')).refused(changeSheetRules, { body, ifMatch: version })).status).toBe(403)
  const changed = await owner.call(changeSheetRules, { body, ifMatch: version })
  expect(await owner.refused(changeSheetRules, { body, ifMatch: version })).toMatchObject({ status: 412 })
  office.clock.advance({ minutes: 31 })
  expect(await climb(office.app)).toBe(1)
  const { counts } = await unit.ana.call(contract.getDesk, {
    params: { productionId: unit.productionId, callSheetId: unit.callSheetId },
  })
  expect(counts.people).toBe(1)
  await owner.call(changeSheetRules, { body: rules, ifMatch: changed.version })
})
