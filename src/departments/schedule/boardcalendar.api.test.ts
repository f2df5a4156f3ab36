import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { getCalendar, setCalendarDays } from '../productions/calendar.contract.ts'
import { readReport } from '../reports/report.contract.ts'
import { adoptBoardCalendar, setBoardCalendar } from './boardcalendar.contract.ts'
import * as boards from './boards.contract.ts'
import type { BoardView } from './boards.contract.ts'
import { compareBoards } from './compare.contract.ts'
import { addDays } from './days.contract.ts'
import { createFeed } from './feeds.contract.ts'
import { laidOut, lanes } from './fixtures/laidBoard.ts'

const office = useOffice()
let ana: TestActor
beforeAll(async () => {
  ana = await office.as('coordinator')
})

const sixDays = { daysOff: [7], days: [] }
const dates = (view: BoardView) => view.facts.days.map(({ onDate }) => onDate.slice(5))

/** Tue 12 and Wed 13 May laid; six days in all on a copy, so that a weekend lies between. */
async function scenario() {
  const first = await laidOut(office, ana)
  const copy = await ana.call(boards.createBoard, {
    params: { productionId: first.productionId },
    body: { name: 'Six-day weeks', copyOf: first.params.boardId },
  })
  const params = { ...first.params, boardId: copy.id }
  const view = await ana.call(addDays, { params, ifMatch: copy.version, body: { count: 4 } })
  return { first, params, view }
}

describe('ST-2 a board with its own calendar', () => {
  test('ST-2 days follow six-day weeks on this board, the strips with them, and the others keep theirs', async () => {
    const { first, params, view } = await scenario()
    expect(dates(view)).toEqual(['05-12', '05-13', '05-14', '05-15', '05-18', '05-19'])
    const six = await ana.call(setBoardCalendar, {
      params,
      ifMatch: view.version,
      body: { calendar: sixDays, dates: 'follow' },
    })
    expect(dates(six)).toEqual(['05-12', '05-13', '05-14', '05-15', '05-16', '05-18'])
    expect(lanes(six)).toEqual(lanes(view))
    expect(six.facts.calendar).toEqual({ daysOff: [7], days: [] })
    const plan = await ana.call(boards.readBoard, { params: first.params })
    expect(plan.facts.calendar?.daysOff).toEqual([6, 7])
    expect(dates(plan)).toEqual(['05-12', '05-13'])
    // And back to where they were, as undo asks for it.
    const back = view.facts.days.map(({ id, onDate }) => ({ dayId: id, onDate }))
    const undone = await ana.call(setBoardCalendar, {
      params,
      ifMatch: six.version,
      body: { calendar: { daysOff: null, days: [] }, dates: back },
    })
    expect(dates(undone)).toEqual(dates(view))
  })

  test('ST-2 CR-11 crew who work every shoot day are booked on the dates the active plan has now', async () => {
    const { first } = await scenario()
    const { productionId } = first
    const { items } = await ana.call(listDepartments, {})
    const { id: personId } = await ana.call(createPerson, { body: { name: 'Remy Follows' } })
    await ana.call(createEngagement, {
      params: { productionId },
      body: { personId, departmentId: items.find(({ name }) => name === 'Sound')!.id, title: 'Production mixer' },
    })
    const booked = async () =>
      (
        await office.app.db
          .selectFrom('booking_day')
          .innerJoin('booking', 'booking.id', 'booking_day.booking_id')
          .select('on_date')
          .where('person_id', '=', personId)
          .orderBy('on_date')
          .execute()
      ).map(({ on_date }) => on_date.slice(5))
    expect(await booked()).toEqual(['05-12', '05-13'])
    const plan = await ana.call(boards.readBoard, { params: first.params })
    await ana.call(setBoardCalendar, {
      params: first.params,
      ifMatch: plan.version,
      body: {
        calendar: { daysOff: [2, 6, 7], days: [] },
        dates: plan.facts.days.map(({ id }, index) => ({ dayId: id, onDate: `2026-05-${13 + index}` as PlainDay })),
      },
    })
    expect(await booked()).toEqual(['05-13', '05-14'])
  })

  test('ST-2 new days land on the board’s own working days', async () => {
    const { first, params, view } = await scenario()
    const six = await ana.call(setBoardCalendar, { params, ifMatch: view.version, body: { calendar: sixDays } })
    const more = await ana.call(addDays, { params, ifMatch: six.version, body: { count: 5 } })
    expect(dates(more).slice(6)).toEqual(['05-20', '05-21', '05-22', '05-23', '05-25'])
    const plan = await ana.call(boards.readBoard, { params: first.params })
    const others = await ana.call(addDays, { params: first.params, ifMatch: plan.version, body: { count: 3 } })
    expect(dates(others).slice(2)).toEqual(['05-14', '05-15', '05-18'])
  })

  test('ST-2 a shoot day on a Saturday is a concern where Saturdays are off, and none on the board that works them', async () => {
    const { params, view } = await scenario()
    const six = await ana.call(setBoardCalendar, {
      params,
      ifMatch: view.version,
      body: { calendar: sixDays, dates: 'follow' },
    })
    const rest = async () => {
      const { items } = await ana.call(boards.boardConcerns, { params })
      return items.filter((it) => it.code === 'schedule.rest_day').map((it) => it.causes[1])
    }
    expect(await rest()).toEqual([])
    const five = await ana.call(setBoardCalendar, {
      params,
      ifMatch: six.version,
      body: { calendar: { daysOff: null, days: [] } },
    })
    expect(dates(five)[4]).toBe('05-16')
    expect(await rest()).toEqual(['The calendar of Six-day weeks says a day off'])
  })

  test('ST-2 day out of days takes the days off from the board it reports', async () => {
    const { first, params, view } = await scenario()
    const weekend = async () => {
      const report = await ana.call(readReport, {
        params: { productionId: first.productionId, report: 'day-out-of-days' },
        query: { board: params.boardId },
      })
      if (report.content.kind !== 'dood') throw new Error('A day out of days is asked for.')
      return report.content.columns.filter(({ dayNumber }) => dayNumber === null).map(({ kind }) => kind)
    }
    expect(await weekend()).toEqual(['off', 'off'])
    await ana.call(setBoardCalendar, { params, ifMatch: view.version, body: { calendar: sixDays } })
    expect(await weekend()).toEqual(['other', 'off'])
  })

  test('ST-2 comparing two boards tells where their calendars differ', async () => {
    const { params, view } = await scenario()
    await ana.call(setBoardCalendar, { params, ifMatch: view.version, body: { calendar: sixDays, dates: 'follow' } })
    const diff = await ana.call(compareBoards, { params, query: { with: 'active' } })
    expect(diff.calendar).toEqual([{ key: 'weekdays', label: 'Weekdays off', before: 'Sat, Sun', after: 'Sun' }])
  })

  test('ST-2 a holiday the production learns of later is true on a board that says nothing else', async () => {
    const { first, params, view } = await scenario()
    await ana.call(setBoardCalendar, { params, ifMatch: view.version, body: { calendar: sixDays } })
    await ana.call(setCalendarDays, {
      params: { productionId: first.productionId },
      ifMatch: 1,
      body: { days: [{ onDate: '2026-05-20' as PlainDay, kind: 'holiday', label: 'Regatta' }] },
    })
    const now = await ana.call(boards.readBoard, { params })
    expect(now.facts.calendar).toEqual({
      daysOff: [7],
      days: [{ onDate: '2026-05-20', kind: 'holiday', label: 'Regatta' }],
    })
    expect(now.facts.board.calendar).toEqual({ daysOff: [7], days: [] })
  })

  test('ST-2 a copy keeps the calendar of its board', async () => {
    const { first, params, view } = await scenario()
    await ana.call(setBoardCalendar, { params, ifMatch: view.version, body: { calendar: sixDays } })
    const copy = await ana.call(boards.createBoard, {
      params: { productionId: first.productionId },
      body: { name: 'Again', copyOf: params.boardId },
    })
    expect(copy.calendar).toEqual(sixDays)
  })

  test('ST-2 two days of a unit on one date are refused, and a stale change too', async () => {
    const { params, view } = await scenario()
    const [a, b] = view.facts.days
    const refused = await ana.refused(setBoardCalendar, {
      params,
      ifMatch: view.version,
      body: { calendar: sixDays, dates: [{ dayId: a?.id, onDate: b?.onDate }] },
    })
    expect([refused.status, refused.type]).toEqual([409, '/problems/day-taken'])
    const stale = await ana.refused(setBoardCalendar, {
      params,
      ifMatch: view.version - 1,
      body: { calendar: sixDays },
    })
    expect(stale.status).toBe(412)
  })
})

describe('ST-2 publishing a board whose calendar differs', () => {
  test('ST-2 what is published keeps its calendar, and may make it the production’s in the same act', async () => {
    const { first, params, view } = await scenario()
    const six = await ana.call(setBoardCalendar, {
      params,
      ifMatch: view.version,
      body: { calendar: sixDays, dates: 'follow' },
    })
    const issue = await ana.call(boards.publishBoard, {
      params,
      ifMatch: six.version,
      body: { activate: true, adoptCalendar: true },
    })
    const productionId = first.productionId
    const kept = await ana.call(boards.readScheduleIssue, { params: { productionId, issueId: issue.id } })
    expect(kept.facts.calendar?.daysOff).toEqual([7])
    expect((await ana.call(getCalendar, { params: { productionId } })).daysOff).toEqual([7])
    const now = await ana.call(boards.readBoard, { params })
    expect(now.facts.board.calendar).toEqual({ daysOff: null, days: [] })
    const other = await ana.call(boards.readBoard, { params: first.params })
    expect(other.facts.calendar?.daysOff).toEqual([7])
  })

  test('ST-2 without being asked the production keeps its own', async () => {
    const { first, params, view } = await scenario()
    const six = await ana.call(setBoardCalendar, { params, ifMatch: view.version, body: { calendar: sixDays } })
    await ana.call(boards.publishBoard, { params, ifMatch: six.version, body: {} })
    expect((await ana.call(getCalendar, { params: { productionId: first.productionId } })).daysOff).toEqual([6, 7])
    const now = await ana.call(boards.readBoard, { params })
    const adopted = await ana.call(adoptBoardCalendar, { params, ifMatch: now.version })
    expect(adopted.facts.board.calendar.daysOff).toBeNull()
    expect((await ana.call(getCalendar, { params: { productionId: first.productionId } })).daysOff).toEqual([7])
  })

  test('ST-2 SC-10 a schedule published before boards had calendars still opens, and calendar programs still get it', async () => {
    const { first, params, view } = await scenario()
    const { calendar: _facts, ...facts } = view.facts
    const { calendar: _own, ...board } = facts.board
    const id = office.app.ids.next()
    await office.app.transaction((tx) =>
      tx
        .insertInto('schedule_issue')
        .values({
          id: id as never,
          production_id: first.productionId,
          board_id: params.boardId,
          board_name: 'Old',
          number: 1,
          colour: JSON.stringify({ name: 'White', hex: '#ffffff' }),
          snapshot: JSON.stringify({ ...facts, board }),
          sha256: '0'.repeat(64),
          issued_at: '2026-01-01T00:00:00Z',
          issued_by: 'Ana',
        })
        .execute(),
    )
    const old = await ana.call(boards.readScheduleIssue, {
      params: { productionId: first.productionId, issueId: id },
    })
    expect(old.facts.calendar).toBeNull()
    const diff = await ana.call(compareBoards, { params, query: { with: 'published' } })
    expect(diff.calendar).toEqual([])
    const { address } = await ana.call(createFeed, {
      params: { productionId: first.productionId },
      body: { audience: 'team', personId: null },
    })
    const feed = await office.nobody.fetch(new URL(address).pathname)
    expect([feed.status, await feed.text()]).toEqual([200, expect.stringContaining('BEGIN:VEVENT')])
  })
})
