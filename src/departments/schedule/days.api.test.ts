import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createCallSheet, listCallSheets } from '../callsheets/sheet.contract.ts'
import * as days from './days.contract.ts'
import { californiaHours } from './fixtures/californiaHours.ts'
import { dayAt, lanes, laidOut } from './fixtures/laidBoard.ts'
import { getToday } from '../office/today.contract.ts'
import * as marks from './marks.contract.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

describe('SC-8 changing a day destroys nothing', () => {
  test('SC-8 a day with scenes asks before it stops being a shoot day, and keeps them if told so', async () => {
    const { params, view } = await laidOut(office, ana)
    const change = (body: object, ifMatch = view.version) => ({
      params: { ...params, dayId: dayAt(view, 0) },
      ifMatch,
      body,
    })
    const asked = await ana.refused(days.changeDay, change({ type: 'prep' }))
    expect(asked['dependants']).toEqual([{ kind: 'strips', label: '3 scenes', choices: ['keep', 'boneyard'] }])
    const kept = await ana.call(days.changeDay, change({ type: 'prep', strips: 'keep' }))
    expect(lanes(kept)).toEqual(['9 7 8', '12', ''])
    const again = await ana.call(days.changeDay, change({ type: 'shoot' }, kept.version))
    const off = await ana.call(days.changeDay, change({ type: 'off', strips: 'boneyard' }, again.version))
    expect(lanes(off)).toEqual(['', '12', '9 7 8'])
  })

  test('SC-8 a removed day hands its strips on and is archived, not deleted', async () => {
    const { params, view } = await laidOut(office, ana)
    const dayId = dayAt(view, 0)
    const asked = await ana.refused(days.removeDay, { params: { ...params, dayId }, ifMatch: view.version })
    expect(asked.status).toBe(409)
    const removed = await ana.call(days.removeDay, {
      params: { ...params, dayId },
      query: { strips: dayAt(view, 1) },
      ifMatch: view.version,
    })
    expect(lanes(removed)).toEqual(['12 9 7 8', ''])
    const row = await office.app.db
      .selectFrom('shoot_day')
      .select('archived_at')
      .where('id', '=', dayId)
      .executeTakeFirst()
    expect(row?.archived_at).not.toBeNull()
  })

  test('SC-8 a call sheet of the day is named before the day leaves, and kept', async () => {
    const { productionId, params, view } = await laidOut(office, ana)
    const onDate = '2026-05-13' as PlainDay
    await ana.call(createCallSheet, { params: { productionId }, body: { onDate } })
    const dayId = dayAt(view, 1)
    const asked = await ana.refused(days.removeDay, { params: { ...params, dayId }, ifMatch: view.version })
    expect(asked['dependants']).toEqual([
      { kind: 'strips', label: '1 scene', choices: ['boneyard', 'another day'] },
      { kind: 'call_sheet', label: 'Call sheet Wed 13 May, draft', choices: ['keep'] },
    ])
    await ana.call(days.removeDay, {
      params: { ...params, dayId },
      query: { strips: 'boneyard' },
      ifMatch: view.version,
    })
    const { items } = await ana.call(listCallSheets, { params: { productionId } })
    expect(items.map((sheet) => sheet.onDate)).toEqual([onDate])
  })

  test('SC-8 a date that is taken is refused, and two days can change places', async () => {
    const { params, view } = await laidOut(office, ana)
    const body = { onDate: '2026-05-13' as PlainDay }
    const on = { params: { ...params, dayId: dayAt(view, 0) }, ifMatch: view.version }
    expect((await ana.refused(days.changeDay, { ...on, body })).type).toBe('/problems/day-taken')
    const swapped = await ana.call(days.changeDay, { ...on, body: { ...body, swap: true } })
    expect(lanes(swapped)).toEqual(['12', '9 7 8', ''])
  })
})

describe('ST-4 flags and events', () => {
  test('ST-4 a flag carries reason, source, hardness and expiry, and comes down again', async () => {
    const { productionId } = await laidOut(office, ana)
    const params = { productionId }
    const body = { onDate: '2026-05-12' as PlainDay, reason: 'Regatta', source: 'harbour permit', isHard: true }
    const flag = await ana.call(marks.addFlag, { params, body })
    expect((await ana.call(marks.listMarks, { params })).flags).toEqual([
      {
        id: flag.id,
        onDate: '2026-05-12',
        elementId: null,
        reason: 'Regatta',
        source: 'harbour permit',
        isHard: true,
        expiresOn: null,
      },
    ])
    await ana.call(marks.removeFlag, { params: { ...params, flagId: flag.id } })
    expect((await ana.call(marks.listMarks, { params })).flags).toEqual([])
  })
  test('ST-4 an event says whose it is', async () => {
    const { productionId } = await laidOut(office, ana)
    const refused = await ana.refused(marks.addEvent, {
      params: { productionId },
      body: { onDate: '2026-05-12' as PlainDay, kind: 'fitting' },
    })
    expect(refused.status).toBe(422)
  })
})

describe('ST-3 the tables the rules stand on', () => {
  test('ST-3 the minors’ hours in the database are those of the handbook', async () => {
    const rows = await office.app.db
      .selectFrom('minor_hours')
      .selectAll()
      .where('profile_id', '=', 'California')
      .execute()
    expect(rows).toHaveLength(12)
    for (const row of californiaHours)
      expect(rows).toContainEqual(
        expect.objectContaining({
          from_age_months: row.fromAgeMonths,
          on_school_day: row.onSchoolDay,
          work_minutes: row.workMinutes,
          on_set_minutes: row.onSetMinutes,
          latest: row.latest,
        }),
      )
  })
})

test('SC-7 what the front page and the overview say of a shoot has its last day, also beyond the two weeks shown', async () => {
  const { productionId, params, view } = await laidOut(office, ana)
  const move = (at: number, onDate: string, ifMatch: number) =>
    ana.call(days.changeDay, { params: { ...params, dayId: dayAt(view, at) }, ifMatch, body: { onDate } })
  const later = await move(1, '2026-05-19', view.version)
  await move(0, '2026-05-18', later.version)
  const bars = (await ana.call(getToday)).bars.filter((bar) => bar.productionId === productionId)
  expect(bars.map(({ label, from, until }) => [label, from, until])).toEqual([['Shoot', '2026-05-18', '2026-05-20']])
})
