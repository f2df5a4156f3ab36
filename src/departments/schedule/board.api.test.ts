import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import type { Preview } from '../../kernel/concern.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createProduction } from '../productions/production.contract.ts'
import type { BoardFacts, BoardId, ShootDayId, StripId } from './board.contract.ts'
import { sheetOf } from './board.rules.ts'
import * as boards from './boards.contract.ts'
import type { BoardView } from './boards.contract.ts'
import { compareBoards } from './compare.contract.ts'
import * as days from './days.contract.ts'
import { layScript } from './fixtures/scriptRows.ts'
import type { RowScene } from './fixtures/scriptRows.ts'
import * as marks from './marks.contract.ts'
import * as strips from './strips.contract.ts'

const office = useOffice()
let ana: TestActor
let count = 0
beforeAll(async () => {
  ana = await office.as('coordinator')
})

const twelve: RowScene[] = [
  { number: '9', intExt: 'ext', eighths: 4, cast: ['EDDA', 'PIP'] },
  { number: '7', eighths: 10, cast: ['MARA', 'EDDA'] },
  { number: '8', eighths: 7, cast: ['TOM', 'EDDA'] },
  { number: '12', intExt: 'ext', bucket: 'night', eighths: 11, cast: ['MARA', 'PIP'] },
]
const cast = [
  { name: 'MARA', boardId: '1' },
  { name: 'TOM', boardId: '2' },
  { name: 'EDDA', boardId: '3' },
  { name: 'PIP', boardId: '4', age: 10 },
]

/** A production with a script of four scenes and its first board with two days. */
async function planned(scenes = twelve) {
  const production = await ana.call(createProduction, {
    body: { code: `S${++count}`, title: 'Last Ferry', kind: 'narrative', startsOn: '2026-05-12' as PlainDay },
  })
  const productionId = production.id as ProductionId
  const laid = await layScript(office.app, productionId, scenes, cast)
  const board = await ana.call(boards.createBoard, { params: { productionId }, body: { name: 'Plan A' } })
  const params = { productionId, boardId: board.id }
  const view = await ana.call(days.addDays, { params, ifMatch: board.version, body: { count: 2 } })
  return { productionId, params, view, ...laid }
}

const stripOf = ({ facts }: { facts: BoardFacts }, number: string): StripId => {
  const scene = facts.scenes.find((it) => it.number === number)
  return facts.strips.find((it) => it.sceneId === scene?.id)?.id as StripId
}
const dayAt = ({ facts }: { facts: BoardFacts }, index: number): ShootDayId => facts.days[index]?.id as ShootDayId
const lanes = ({ facts }: { facts: BoardFacts }) => {
  const sheet = sheetOf(facts)
  const numbers = (rows: (typeof sheet)['boneyard']) => rows.map((row) => row.scene?.number ?? row.strip.kind).join(' ')
  return [...sheet.days.map((day) => numbers(day.rows)), numbers(sheet.boneyard)]
}

async function laidOut() {
  const start = await planned()
  const view = await ana.call(strips.arrangeBoard, {
    params: start.params,
    ifMatch: start.view.version,
    body: {
      moves: [
        { stripIds: ['9', '7', '8'].map((n) => stripOf(start.view, n)), dayId: dayAt(start.view, 0), before: null },
        { stripIds: [stripOf(start.view, '12')], dayId: dayAt(start.view, 1), before: null },
      ],
    },
  })
  return { ...start, view }
}

describe('ST-1 every scene has a strip on every board', () => {
  test('ST-1 the first board is active and holds every scene in the boneyard; days skip the weekend', async () => {
    const { view } = await planned()
    expect(view.facts.board.state).toBe('active')
    expect(lanes(view)).toEqual(['', '', '9 7 8 12'])
    expect(view.facts.days.map((day) => day.onDate)).toEqual(['2026-05-12', '2026-05-13'])
    const more = await ana
      .call(days.addDays, {
        params: { productionId: (await planned()).productionId, boardId: view.facts.board.id },
        ifMatch: view.version,
        body: { count: 1 },
      })
      .catch((error: Error) => error.message)
    expect(more).toContain('404')
  })

  test('ST-1 new scenes land after the one before them on the active board and in the boneyard of the others', async () => {
    const { productionId, params, view } = await laidOut()
    const draft = await ana.call(boards.createBoard, {
      params: { productionId },
      body: { name: 'Draft B', copyOf: params.boardId },
    })
    const { sceneIds } = await layScript(office.app, productionId, [{ number: '7A', position: 15 }])
    // Scene 7A stands between 7 and 8 in the script.
    await office.app.transaction((tx) =>
      office.app.emit(tx, 'script.committed', {
        productionId,
        added: sceneIds,
        changed: [],
        omitted: [],
        restored: [],
      }),
    )
    const now = await ana.call(boards.readBoard, { params })
    expect(lanes(now)).toEqual(['9 7 7A 8', '12', ''])
    expect(now.version).toBe(view.version + 1)
    const other = await ana.call(boards.readBoard, { params: { productionId, boardId: draft.id } })
    expect(lanes(other)).toEqual(['9 7 8', '12', '7A'])
    const { items } = await ana.call(boards.listBoards, { params: { productionId } })
    expect(items.map((board) => [board.name, board.unplacedCount])).toEqual([
      ['Plan A', 0],
      ['Draft B', 1],
    ])
  })

  test('ST-10 a first script makes the first board by itself', async () => {
    const production = await ana.call(createProduction, {
      body: { code: `S${++count}`, title: 'Spot', kind: 'commercial' },
    })
    const productionId = production.id as ProductionId
    const { sceneIds } = await layScript(office.app, productionId, twelve, cast)
    await office.app.transaction((tx) =>
      office.app.emit(tx, 'script.committed', {
        productionId,
        added: sceneIds,
        changed: [],
        omitted: [],
        restored: [],
      }),
    )
    const { items } = await ana.call(boards.listBoards, { params: { productionId } })
    expect(items.map((board) => [board.name, board.state, board.unplacedCount])).toEqual([['Plan A', 'active', 4]])
  })
})

describe('ST-2 strips are arranged by one act, and taken back by its inverse', () => {
  test('ST-2 several strips move at once and the record says where each went', async () => {
    const { productionId, view } = await laidOut()
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
    const { params, view } = await laidOut()
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
    const { params, view } = await laidOut()
    const other = await laidOut()
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
    const { params, view } = await laidOut()
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
    const { params, view } = await laidOut()
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
    const { params, view } = await laidOut()
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

describe('SC-8 changing a day destroys nothing', () => {
  test('SC-8 a day with scenes asks before it stops being a shoot day, and keeps them if told so', async () => {
    const { params, view } = await laidOut()
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
    const { params, view } = await laidOut()
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

  test('SC-8 a date that is taken is refused, and two days can change places', async () => {
    const { params, view } = await laidOut()
    const body = { onDate: '2026-05-13' as PlainDay }
    const on = { params: { ...params, dayId: dayAt(view, 0) }, ifMatch: view.version }
    expect((await ana.refused(days.changeDay, { ...on, body })).type).toBe('/problems/day-taken')
    const swapped = await ana.call(days.changeDay, { ...on, body: { ...body, swap: true } })
    expect(lanes(swapped)).toEqual(['12', '9 7 8', ''])
  })
})

describe('SC-1 scenarios: draft, published, active', () => {
  async function twoBoards() {
    const first = await laidOut()
    const copy = await ana.call(boards.createBoard, {
      params: { productionId: first.productionId },
      body: { name: 'Draft B', copyOf: first.params.boardId },
    })
    const params = { ...first.params, boardId: copy.id }
    const start = await ana.call(boards.readBoard, { params })
    const view = await ana.call(strips.arrangeBoard, {
      params,
      ifMatch: start.version,
      body: { moves: [{ stripIds: [stripOf(start, '9')], dayId: dayAt(start, 1), before: null }] },
    })
    return { first, params, view }
  }

  test('SC-1 a draft is compared with the active board in days, people and scenes', async () => {
    const { params } = await twoBoards()
    const diff = await ana.call(compareBoards, { params, query: { with: 'active' } })
    expect([diff.beforeName, diff.afterName]).toEqual(['Plan A', 'Draft B'])
    expect(diff.scenes).toMatchObject([{ label: '9 QUAY', before: 'Day 1, Tue 12 May', after: 'Day 2, Wed 13 May' }])
    expect(diff.people.map((line) => [line.label, line.before, line.after])).toEqual([
      ['EDDA', 'Tue 12 May', 'Tue 12 May, Wed 13 May'],
      ['PIP', 'Tue 12 May, Wed 13 May', 'Wed 13 May'],
    ])
    expect(diff.days).toHaveLength(2)
  })

  test('SC-1 making it active is one audited act, and the other can be made active again', async () => {
    const { first, params, view } = await twoBoards()
    const active = await ana.call(boards.activateBoard, { params, ifMatch: view.version })
    expect(active.facts.board.state).toBe('active')
    const { items } = await ana.call(boards.listBoards, { params: { productionId: first.productionId } })
    expect(items.map((board) => [board.name, board.state])).toEqual([
      ['Draft B', 'active'],
      ['Plan A', 'draft'],
    ])
    const back = items.find((board) => board.name === 'Plan A')
    await ana.call(boards.activateBoard, { params: first.params, ifMatch: back?.version ?? 0 })
    const entries = await office.app.db
      .selectFrom('audit_entry')
      .select('verb')
      .where('production_id', '=', first.productionId)
      .where('verb', '=', 'schedule.board_activated')
      .execute()
    expect(entries).toHaveLength(2)
  })

  test('SC-1 what is published never changes, has its colour and hash, and its board is kept', async () => {
    const { first, params, view } = await twoBoards()
    const white = await ana.call(boards.publishBoard, { params, ifMatch: view.version, body: {} })
    expect(white).toMatchObject({ number: 1, colour: { name: 'White' }, boardName: 'Draft B' })
    expect(white.sha256).toMatch(/^[0-9a-f]{64}$/)
    const now = await ana.call(boards.readBoard, { params })
    expect(now.facts.board.state).toBe('published')
    await ana.call(strips.arrangeBoard, {
      params,
      ifMatch: now.version,
      body: { moves: [{ stripIds: [stripOf(now, '9')], dayId: null, before: null }] },
    })
    const productionId = first.productionId
    const kept = await ana.call(boards.readScheduleIssue, { params: { productionId, issueId: white.id } })
    expect(lanes(kept)).toEqual(lanes(view))
    const later = await ana.call(boards.readBoard, { params })
    const blue = await ana.call(boards.publishBoard, { params, ifMatch: later.version, body: {} })
    expect(blue).toMatchObject({ number: 2, colour: { name: 'Blue' } })
    const refused = await ana.refused(boards.archiveBoard, { params, ifMatch: later.version + 1 })
    expect(refused.type).toBe('/problems/board-kept')
    await expect(
      office.app.transaction((tx) => tx.deleteFrom('schedule_issue').where('id', '=', white.id).execute()),
    ).rejects.toThrow('never changes')
  })

  test('SC-1 a crew member reads what is published and not the boards', async () => {
    const { first } = await twoBoards()
    const crew = await office.member(first.productionId, 'crew')
    expect((await crew.refused(boards.listBoards, { params: { productionId: first.productionId } })).status).toBe(403)
    expect(await crew.call(boards.listScheduleIssues, { params: { productionId: first.productionId } })).toEqual({
      items: [],
    })
  })
})

describe('N-1 what a move would do', () => {
  const moveOf = (
    view: BoardView,
    params: { productionId: ProductionId; boardId: BoardId },
    number: string,
    day: number,
  ) => ({
    params,
    ifMatch: view.version,
    body: { moves: [{ stripIds: [stripOf(view, number)], dayId: dayAt(view, day), before: null }] },
  })

  test('N-1 a move raises and clears concerns, changes headers, and leaves no trace', async () => {
    const { productionId, params, view, elementIds } = await laidOut()
    await ana.call(marks.addFlag, {
      params: { productionId },
      body: {
        onDate: '2026-05-13' as PlainDay,
        elementId: elementIds.get('EDDA') ?? null,
        reason: 'Theatre matinee',
        isHard: true,
      },
    })
    const preview = (await ana.preview(strips.arrangeBoard, moveOf(view, params, '8', 1))) as Preview
    expect(preview.raises.map((concern) => concern.code)).toContain('schedule.flag')
    expect(preview.changes['schedule.days']?.map((change) => [change.label, change.before, change.after])).toEqual([
      ['Day 1, Tue 12 May', 'Day 1, call 07:00, 2 5/8 pages, wrap 12:00', 'Day 1, call 07:00, 1 6/8 pages, wrap 10:50'],
      ['Day 2, Wed 13 May', 'Day 2, call 07:00, 1 3/8 pages, wrap 10:20', 'Day 2, call 07:00, 2 2/8 pages, wrap 11:30'],
    ])
    const after = await ana.call(boards.readBoard, { params })
    expect([after.version, lanes(after)]).toEqual([view.version, lanes(view)])
    await ana.call(strips.arrangeBoard, moveOf(view, params, '8', 1))
    const back = (await ana.preview(
      strips.arrangeBoard,
      moveOf(await ana.call(boards.readBoard, { params }), params, '8', 0),
    )) as Preview
    expect(back.clears.map((concern) => concern.code)).toContain('schedule.flag')
  })

  test('N-1 a draft is looked at as if it were the active plan, and the active one stays', async () => {
    const first = await laidOut()
    const copy = await ana.call(boards.createBoard, {
      params: { productionId: first.productionId },
      body: { name: 'Draft B', copyOf: first.params.boardId },
    })
    const params = { ...first.params, boardId: copy.id }
    const view = await ana.call(boards.readBoard, { params })
    const preview = (await ana.preview(strips.arrangeBoard, moveOf(view, params, '8', 1))) as Preview
    expect(preview.changes['schedule.days']).toHaveLength(2)
    const { items } = await ana.call(boards.listBoards, { params: { productionId: first.productionId } })
    expect(items.map((board) => board.state)).toEqual(['active', 'draft'])
  })
})

describe('ST-4 flags and events', () => {
  test('ST-4 a flag carries reason, source, hardness and expiry, and comes down again', async () => {
    const { productionId } = await laidOut()
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
    const { productionId } = await laidOut()
    const refused = await ana.refused(marks.addEvent, {
      params: { productionId },
      body: { onDate: '2026-05-12' as PlainDay, kind: 'fitting' },
    })
    expect(refused.status).toBe(422)
  })
})

describe('ST-3 the tables the rules stand on', () => {
  test('ST-3 the minors’ hours in the database are those of the handbook', async () => {
    const rows = await office.app.db.selectFrom('minor_hours').selectAll().orderBy('from_age_months').execute()
    const { californiaHours } = await import('./fixtures/californiaHours.ts')
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
