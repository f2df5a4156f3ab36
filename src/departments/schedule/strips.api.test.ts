import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import type { ShootDayId, StripId } from './board.contract.ts'
import { sheetOf } from './board.rules.ts'
import * as boards from './boards.contract.ts'
import type { BoardView } from './boards.contract.ts'
import { dayAt, lanes, laidOut, stripOf } from './fixtures/laidBoard.ts'
import * as strips from './strips.contract.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

describe('ST-2 strips are arranged by one act, and taken back by its inverse', () => {
  test('ST-2 several strips move at once and the record says where each went', async () => {
    const { productionId, view } = await laidOut(office, ana)
    expect(lanes(view)).toEqual(['9 7 8', '12', ''])
    const trail = await office.app.db
      .selectFrom('audit_change')
      .innerJoin('audit_entry', 'audit_entry.id', 'audit_change.entry_id')
      .select(['field', 'before', 'after'])
      .where('verb', '=', 'schedule.strips_moved')
      .where('production_id', '=', productionId)
      .orderBy('field')
      .execute()
    expect(trail).toContainEqual({ field: 'Scene 12', before: 'boneyard', after: 'Wed 13 May, place 1' })
  })

  test('ST-2 two people moving the same strip: the second is refused with both versions, and nothing is lost', async () => {
    const { params, view } = await laidOut(office, ana)
    const to = (dayId: ShootDayId | null) => ({
      params,
      ifMatch: view.version,
      body: { moves: [{ stripIds: [stripOf(view, '12')], dayId, before: null }] },
    })
    await ana.call(strips.arrangeBoard, to(dayAt(view, 0)))
    const refused = await ana.refused(strips.arrangeBoard, to(null))
    expect(refused).toMatchObject({ status: 412, expected: view.version, current: view.version + 1 })
    expect(lanes(await ana.call(boards.readBoard, { params }))).toEqual(['9 7 8 12', '', ''])
  })

  test('ST-2 a strip or day that is gone is refused by name', async () => {
    const { params, view } = await laidOut(office, ana)
    const other = await laidOut(office, ana)
    const refused = await ana.refused(strips.arrangeBoard, {
      params,
      ifMatch: view.version,
      body: { moves: [{ stripIds: [stripOf(other.view, '12')], dayId: null, before: null }] },
    })
    expect(refused.status).toBe(404)
  })
})

describe('ST-7 banners and split scenes', () => {
  test('ST-7 a meal lands where it is put and comes off again; a scene cannot', async () => {
    const { params, view } = await laidOut(office, ana)
    const with_ = await ana.call(strips.addBanner, {
      params,
      ifMatch: view.version,
      body: { kind: 'meal', dayId: dayAt(view, 0), before: stripOf(view, '8') },
    })
    expect(lanes(with_)[0]).toBe('9 7 meal 8')
    const meal = with_.facts.strips.find((strip) => strip.kind === 'meal')?.id as StripId
    const without = await ana.call(strips.removeBanner, {
      params: { ...params, stripId: meal },
      ifMatch: with_.version,
    })
    expect(lanes(without)[0]).toBe('9 7 8')
    const scene = await ana.refused(strips.removeBanner, {
      params: { ...params, stripId: stripOf(view, '9') },
      ifMatch: without.version,
    })
    expect(scene.type).toBe('/problems/scene-strip-stays')
  })

  test('ST-7 a scene is split over two days and joined again', async () => {
    const { params, view } = await laidOut(office, ana)
    const stripId = stripOf(view, '12')
    const cut = await ana.call(strips.splitStrip, {
      params: { ...params, stripId },
      ifMatch: view.version,
      body: { eighths: 6 },
    })
    const parts = cut.facts.strips.filter((strip) => strip.part !== null)
    expect(parts.map((strip) => [strip.part, strip.parts, strip.eighths])).toEqual([
      [1, 2, 6],
      [2, 2, 5],
    ])
    const second = parts[1]?.id as StripId
    const joined = await ana.call(strips.joinStrip, {
      params: { ...params, stripId },
      ifMatch: cut.version,
      body: { with: second },
    })
    expect(lanes(joined)).toEqual(['9 7 8', '12', ''])
    expect(joined.facts.strips.every((strip) => strip.part === null && strip.eighths === null)).toBe(true)
  })

  test('ST-10 an override shows as such and is taken back with null', async () => {
    const { params, view } = await laidOut(office, ana)
    const stripId = stripOf(view, '9')
    const row = (of: BoardView) => sheetOf(of.facts).days[0]?.rows[0]?.clock
    expect(row(view)).toMatchObject({ minutes: 40, isOverridden: false })
    const fixed = await ana.call(strips.changeStrip, {
      params: { ...params, stripId },
      ifMatch: view.version,
      body: { minutesOverride: 75 },
    })
    expect(row(fixed)).toMatchObject({ minutes: 75, isOverridden: true })
    const back = await ana.call(strips.changeStrip, {
      params: { ...params, stripId },
      ifMatch: fixed.version,
      body: { minutesOverride: null },
    })
    expect(row(back)).toEqual(row(view))
  })
})
