import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { setCalendarDays } from '../productions/calendar.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as boards from '../schedule/boards.contract.ts'
import * as days from '../schedule/days.contract.ts'
import { layScript } from '../schedule/fixtures/scriptRows.ts'
import * as marks from '../schedule/marks.contract.ts'
import { setBoardCalendar } from '../schedule/boardcalendar.contract.ts'
import { readCalendar, readOfficeCalendar } from './calendar.contract.ts'
import { rowDays } from './calendar.rules.ts'

const office = useOffice()
const day = (text: string) => text as PlainDay
let ana: TestActor
let productionId: ProductionId

beforeAll(async () => {
  ana = await office.as('coordinator')
  const production = await ana.call(createProduction, {
    body: {
      code: 'HLT',
      title: 'Harbour Light',
      kind: 'narrative',
      startsOn: day('2026-05-14'),
      endsOn: day('2026-05-29'),
    },
  })
  productionId = production.id
  const { elementIds } = await layScript(
    office.app,
    productionId,
    [{ number: '1', cast: ['OLAF'] }],
    [{ name: 'OLAF' }],
  )
  const board = await ana.call(boards.createBoard, { params: { productionId }, body: { name: 'Plan A' } })
  await ana.call(days.addDays, {
    params: { productionId, boardId: board.id },
    ifMatch: board.version,
    body: { count: 3 },
  })
  const olaf = elementIds.get('OLAF')
  if (olaf)
    await ana.call(marks.addEvent, {
      params: { productionId },
      body: { elementId: olaf, onDate: day('2026-05-13'), kind: 'fitting' },
    })
})

const may = { from: day('2026-05-01'), until: day('2026-06-01') }
const read = (who = ana) => who.call(readCalendar, { params: { productionId }, query: may })

test('SC-8 a production’s month shows its shoot days, fittings and ends, and why nobody works on a date', async () => {
  await ana.call(setCalendarDays, {
    params: { productionId },
    ifMatch: (await read()).version,
    body: { days: [{ onDate: day('2026-05-25'), kind: 'holiday', label: 'Bank holiday' }] },
  })
  const calendar = await read()
  expect(calendar.items.map(({ onDate, label }) => `${onDate.slice(8)} ${label}`).toSorted()).toEqual([
    '13 Fitting, OLAF',
    '14 Day 1 of 3',
    '14 Production starts',
    '15 Day 2 of 3',
    '18 Day 3 of 3',
    '29 Production ends',
  ])
  expect(calendar.rest).toContainEqual({ onDate: '2026-05-25', kind: 'holiday', label: 'Bank holiday', isMarked: true })
  expect(calendar.rest.filter(({ isMarked }) => !isMarked)).toHaveLength(10)
  expect(calendar).toMatchObject({ today: '2026-05-04', opensOn: '2026-05-14', can: { edit: true, manageFeeds: true } })
})

test('SC-8 who may only read the schedule cannot mark days; crew, who may not, see nothing', async () => {
  const head = await read(await office.member(productionId, 'department_head'))
  expect(head.can).toEqual({ edit: false, manageFeeds: false })
  const crew = await office.member(productionId, 'crew')
  expect((await crew.refused(readCalendar, { params: { productionId }, query: may })).status).toBe(403)
  const reversed = { from: may.until, until: may.from }
  expect((await ana.refused(readCalendar, { params: { productionId }, query: reversed })).status).toBe(422)
})

test('SC-7 the office sees every production on one timeline, a guest member only when theirs runs', async () => {
  const { rows } = await ana.call(readOfficeCalendar, { query: may })
  expect(
    rows.map(({ code, days: its }) => [code, its.map(({ onDate, kind }) => `${onDate.slice(8)} ${kind}`)]),
  ).toEqual([['HLT', ['14 shoot', '15 shoot', '18 shoot']]])
  const crew = await office.member(productionId, 'crew')
  const own = await crew.call(readOfficeCalendar, { query: may })
  expect(own.rows[0]).toMatchObject({ code: 'HLT', startsOn: '2026-05-14', days: [] })
  expect((await (await office.as('member')).call(readOfficeCalendar, { query: may })).rows).toEqual([])
})

test('SC-7 of two units on a date the one that shoots gives the colour, and both are named', () => {
  const of = (unit: string, type: 'shoot' | 'travel') => ({ onDate: day('2026-05-14'), unit, type })
  expect(rowDays([of('Second unit', 'travel'), of('Main unit', 'shoot')])).toEqual([
    { onDate: '2026-05-14', kind: 'shoot', units: ['Second unit', 'Main unit'] },
  ])
})

test('SC-8, ST-2 the month rests as the active board does, where that keeps a calendar of its own', async () => {
  const { items } = await ana.call(boards.listBoards, { params: { productionId } })
  const active = items.find(({ state }) => state === 'active')
  if (!active) throw new Error('No board is active.')
  const params = { productionId, boardId: active.id }
  await ana.call(setBoardCalendar, { params, ifMatch: active.version, body: { calendar: { daysOff: [7], days: [] } } })
  const unmarked = (await read()).rest.filter(({ isMarked }) => !isMarked).map(({ onDate }) => onDate.slice(8))
  expect(unmarked).toEqual(['03', '10', '17', '24', '31'])
})
