import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { changeScheduleRules, readScheduleRules } from '../schedule/rule.contract.ts'
import { aUnit } from './distribution.fixture.ts'
import type { TestUnit } from './distribution.fixture.ts'
import * as contract from './distribution.contract.ts'
import { sendDigests } from './distributionTold.actions.ts'
import { confirmSheet } from './notice.contract.ts'
import type { NoticeId } from './notice.contract.ts'
import { loadSources } from './sheetFacts.actions.ts'
import { changeSheetRules, readSheetRules } from './sheetRule.contract.ts'

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

test('CS-9 whoever wants to know is told of each answer at once, or in a digest, and others are not', async () => {
  const unit = await sentTo(3)
  const bea = await office.member(unit.productionId, 'producer')
  const subscribe = (actor: typeof bea, mode: 'instant' | 'digest') =>
    actor.call(contract.subscribe, { params: { productionId: unit.productionId }, body: { mode } })
  await subscribe(unit.ana, 'instant')
  await subscribe(bea, 'digest')
  office.clock.advance({ minutes: 1 })
  await confirms(unit, 'Ruth Calloway')
  await confirms(unit, 'Tomasz Wren')
  await office.work()
  const told = box.to(`${unit.ana.userId}@example.com`).map((it) => it.subject)
  expect(told.toSorted()).toEqual([
    expect.stringMatching(/Confirmed: Ruth Calloway/),
    expect.stringMatching(/Confirmed: Tomasz Wren/),
  ])
  expect(box.to(`${bea.userId}@example.com`)).toHaveLength(0)

  office.clock.moveTo('2026-05-13T07:00:00Z')
  expect(await sendDigests(office.app)).toBe(1)
  expect(await sendDigests(office.app)).toBe(0)
  await office.work()
  const [digest] = box.to(`${bea.userId}@example.com`)
  expect(digest?.subject).toMatch(/Call sheets: 2 answers$/)
  expect(digest?.text).toMatch(/Ruth Calloway, Producer: confirmed \d\d:\d\d \(v1 WHITE\)/)
})

test('CS-2 CS-9 hours of digests and how long links live are the office’s to say', async () => {
  const admin = await office.as('admin')
  const { version, can: _, ...rules } = await admin.call(readSheetRules)
  const body = { ...rules, digestHours: [21], linkDays: 10 }
  const saved = await admin.call(changeSheetRules, { ifMatch: version, body })
  expect(await admin.refused(changeSheetRules, { ifMatch: version, body })).toMatchObject({ status: 412 })

  const unit = await sentTo(1)
  const link = await office.app.db
    .selectFrom('link')
    .select('expires_at')
    .where('production_id', '=', unit.productionId)
    .where('purpose', '=', 'callsheet')
    .executeTakeFirstOrThrow()
  expect(link.expires_at?.toString()).toBe('2026-05-22T23:00:00Z')

  const mode = { params: { productionId: unit.productionId }, body: { mode: 'digest' as const } }
  await unit.ana.call(contract.subscribe, mode)
  office.clock.advance({ minutes: 1 })
  await confirms(unit, 'Ruth Calloway')
  office.clock.moveTo('2026-05-13T07:00:00Z')
  expect(await sendDigests(office.app)).toBe(0)
  office.clock.moveTo('2026-05-13T20:00:00Z')
  expect(await sendDigests(office.app)).toBe(1)
  await admin.call(changeSheetRules, { ifMatch: saved.version, body: rules })
})

test('CS-6 without a working-time profile rest and meal of a sheet are those of the rules of schedules', async () => {
  const admin = await office.as('admin')
  const { version, can: _, ...rules } = await admin.call(readScheduleRules)
  await admin.call(changeScheduleRules, {
    ifMatch: version,
    body: { ...rules, dailyRestMinutes: 600, mealAfterMinutes: 300 },
  })
  const { productionId } = await aUnit(office, 1)
  await office.app.transaction((tx) =>
    tx.updateTable('production').set({ profile_id: null }).where('id', '=', productionId).execute(),
  )
  expect(await loadSources(office.app.db, systemScope(productionId, 'test'))).toMatchObject({
    dailyRestMinutes: 600,
    meal: { afterMinutes: 300 },
  })
})
