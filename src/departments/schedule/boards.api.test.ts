import { beforeAll, describe, expect, test } from 'vitest'
import { nextCode } from '../../../tests/support/codes.ts'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { somebodyWaits } from '../../../tests/support/waiting.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { within } from '../../platform/app.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as boards from './boards.contract.ts'
import { clashFacts } from './clash.actions.ts'
import { compareBoards } from './compare.contract.ts'
import * as days from './days.contract.ts'
import { dayAt, fourCharacters, fourScenes, lanes, laidOut, planned, stripOf } from './fixtures/laidBoard.ts'
import { layScript } from './fixtures/scriptRows.ts'
import { changeScheduleRules, readScheduleRules } from './rule.contract.ts'
import { usualHours } from './rule.store.ts'
import { move } from './strips.actions.ts'
import * as strips from './strips.contract.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

describe('ST-1 every scene has a strip on every board', () => {
  test('ST-1 the first board is active and holds every scene in the boneyard; days skip the weekend', async () => {
    const { view } = await planned(office, ana)
    expect(view.facts.board.state).toBe('active')
    expect(lanes(view)).toEqual(['', '', '9 7 8 12'])
    expect(view.facts.days.map((day) => day.onDate)).toEqual(['2026-05-12', '2026-05-13'])
    const more = await ana
      .call(days.addDays, {
        params: { productionId: (await planned(office, ana)).productionId, boardId: view.facts.board.id },
        ifMatch: view.version,
        body: { count: 1 },
      })
      .catch((error: Error) => error.message)
    expect(more).toContain('404')
  })

  test('ST-1 new scenes land after the one before them on the active board and in the boneyard of the others', async () => {
    const { productionId, params, view } = await laidOut(office, ana)
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

  test('ST-1 a script committed while somebody moves a strip: the move stands, and the new scene lands beside it', async () => {
    const { productionId, params, view } = await laidOut(office, ana)
    const { sceneIds } = await layScript(office.app, productionId, [{ number: '7A', position: 15 }])
    let committing: Promise<void> | undefined
    await office.app.transaction(async (tx) => {
      const moving = within(office.app, tx)
      await move(moving, {
        scope: systemScope(productionId, 'test'),
        actor: { kind: 'system', name: 'test' },
        boardId: params.boardId,
        expected: view.version,
        moves: [{ stripIds: [stripOf(view, '9')], dayId: dayAt(view, 1), before: null }],
      })
      committing = office.app.transaction((other) =>
        office.app.emit(other, 'script.committed', {
          productionId,
          added: sceneIds,
          changed: [],
          omitted: [],
          restored: [],
        }),
      )
      await somebodyWaits(office.app.db)
    })
    await committing
    expect(lanes(await ana.call(boards.readBoard, { params }))).toEqual(['7 7A 8', '12 9', ''])
  })

  test('ST-10 a first script makes the first board by itself', async () => {
    const production = await ana.call(createProduction, {
      body: { code: nextCode('S'), title: 'Spot', kind: 'commercial' },
    })
    const productionId = production.id as ProductionId
    const { sceneIds } = await layScript(office.app, productionId, fourScenes, fourCharacters)
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

describe('SC-1 scenarios: draft, published, active', () => {
  async function twoBoards() {
    const first = await laidOut(office, ana)
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

test('ST-3 SC-8 pace, rest and meals where nobody has said otherwise are the office’s to say', async () => {
  const owner = await office.as('owner')
  const { version, can: _, ...rules } = await owner.call(readScheduleRules)
  const body = { ...rules, minutesPerEighth: 15, mealAfterMinutes: 300, dailyRestMinutes: 600, restName: 'House rules' }
  expect(await ana.refused(changeScheduleRules, { body, ifMatch: version })).toMatchObject({ status: 403 })
  const saved = await owner.call(changeScheduleRules, { body, ifMatch: version })
  expect(await owner.refused(changeScheduleRules, { body, ifMatch: version })).toMatchObject({ status: 412 })

  const { productionId, view } = await planned(office, ana)
  expect(view.facts.board.pace).toMatchObject({ minutesPerEighth: 15, prepMinutes: 60 })
  await office.app.transaction((tx) =>
    tx.updateTable('production').set({ profile_id: null }).where('id', '=', productionId).execute(),
  )
  const facts = await clashFacts(office.app.db, systemScope(productionId, 'test'), office.clock.now())
  expect(facts?.rest).toMatchObject({ name: 'House rules', dailyRestMinutes: 600, weeklyRestMinutes: 1440 })
  expect(await usualHours(office.app.db)).toEqual({ dailyRestMinutes: 600, mealAfterMinutes: 300 })
  const board = { productionId, boardId: view.facts.board.id }
  expect((await ana.call(boards.readBoard, { params: board })).facts.mealAfterMinutes).toBe(300)
  await owner.call(changeScheduleRules, { body: rules, ifMatch: saved.version })
})
