import { NotAllowed, Problem } from '../../kernel/problems.ts'
import { dayText } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import { within } from '../../platform/app.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type { Board, OwnCalendar, ShootDayId } from './board.contract.ts'
import { edit } from './board.edit.actions.ts'
import type { OnBoard } from './board.edit.actions.ts'
import type { NewDates } from './boardcalendar.contract.ts'
import { calendarWith, FOLLOWS, markText, redated, reduced, weekdaysText } from './boardcalendar.rules.ts'
import * as store from './boardcalendar.store.ts'
import { DayTaken } from './days.contract.ts'
import * as strips from './strips.store.ts'

/** Gives a board its own calendar, or lets it follow the production again; its days keep their dates or follow. */
export const setCalendar = (app: App, on: OnBoard & { calendar: OwnCalendar; dates: NewDates }) =>
  edit(app, on, async (tx, board) => {
    const base = await productions.calendarOf(tx, on.scope)
    const own = reduced(base, on.calendar)
    await store.replace(tx, on.scope, board.id, own)
    const days = await strips.daysOf(tx, on.scope, [board.id])
    const dates =
      on.dates === 'keep'
        ? new Map<ShootDayId, PlainDay>()
        : on.dates === 'follow'
          ? redated(days, calendarWith(base, board.calendar), calendarWith(base, own))
          : new Map(on.dates.map(({ dayId, onDate }) => [dayId, onDate]))
    refuseTwice(days, dates)
    await store.redate(tx, board.id, dates)
    const moved = days.filter((day) => (dates.get(day.id) ?? day.onDate) !== day.onDate)
    return {
      verb: 'schedule.calendar_changed',
      before: { ...inWords(board.calendar), ...datesOf(moved) },
      after: { ...inWords(own), ...datesOf(moved, dates) },
      changesShootDays: true,
    }
  })

function refuseTwice(days: readonly strips.DayOnBoard[], dates: ReadonlyMap<ShootDayId, PlainDay>): void {
  if (dates.size === 0) return
  const seen = new Set<string>()
  for (const { id, unit, onDate } of days) {
    const date = dates.get(id) ?? onDate
    if (seen.has(`${unit} ${date}`))
      throw new Problem(DayTaken, { onDate: date }, `${unit} would have ${dayText(date)} twice.`)
    seen.add(`${unit} ${date}`)
  }
}

const datesOf = (days: readonly strips.DayOnBoard[], dates?: ReadonlyMap<ShootDayId, PlainDay>) =>
  Object.fromEntries(
    days.map((day, index) => [`${day.unit}, day ${index + 1} that moves`, dayText(dates?.get(day.id) ?? day.onDate)]),
  )

const inWords = ({ daysOff, days }: OwnCalendar): Record<string, string> => ({
  'Weekdays off': daysOff === null ? 'as the production' : weekdaysText(daysOff),
  ...Object.fromEntries(days.map((day) => [dayText(day.onDate, { year: true }), markText(day)])),
})

/** Makes the board's calendar the production's; from then on the board follows it like the others. */
export const adopt = (app: App, on: OnBoard) =>
  edit(app, on, async (tx, board) => {
    await adoptFor(app, tx, on, board)
    return { verb: 'schedule.calendar_adopted' }
  })

/** The same within another act, such as publishing. @throws NotAllowed for who may not change the production */
export async function adoptFor(app: App, tx: Tx, { scope, actor }: OnBoard, board: Board): Promise<void> {
  refuseOutsiders(scope)
  const calendar = calendarWith(await productions.calendarOf(tx, scope), board.calendar)
  await productions.setCalendar(within(app, tx), { scope, actor, calendar })
  await store.replace(tx, scope, board.id, FOLLOWS)
}

function refuseOutsiders(scope: ProductionScope): void {
  if (!scope.can('production.edit'))
    throw new Problem(
      NotAllowed,
      { ability: 'production.edit' },
      'Only somebody who may change the production can give it this calendar. Publish without doing so.',
    )
}
