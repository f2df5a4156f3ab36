import { mayInProduction } from '../../kernel/abilities.ts'
import { dayAt } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import * as schedule from '../schedule/index.ts'
import type { BoardSheet } from '../schedule/index.ts'
import { dayFacts } from './board.load.actions.ts'
import type { OfficeCalendarRow, ProductionCalendar } from './calendar.contract.ts'
import { datesIn, itemOfDay, itemOfEvent, milestone, restDays, rowDays } from './calendar.rules.ts'

interface Span {
  from: PlainDay
  until: PlainDay
}

/** A production's dates: the board's days, what the calendar rules out, events of the cast, and the job's own ends. */
export async function productionCalendar(
  app: App,
  scope: ProductionScope,
  { from, until }: Span,
): Promise<ProductionCalendar> {
  const production = await productions.get(app.db, scope)
  const calendar = await productions.readCalendar(app.db, scope)
  const sheets = await schedule.planSheets(app.db, scope)
  const items = [
    ...milestone(production.startsOn, 'Production starts'),
    ...milestone(production.endsOn, 'Production ends'),
    ...sheets.flatMap(dayItems),
    ...(await eventItems(app, scope, sheets)),
  ]
  // The plan that counts may rest on other days than the production does.
  const plan = sheets.find(({ facts }) => !facts.board.runsAlongside)?.facts.calendar ?? calendar
  const marked = new Map(plan.days.map(({ onDate, label }) => [onDate, label]))
  const inSpan = ({ onDate }: { onDate: PlainDay }) => onDate >= from && onDate < until
  const today = dayAt(app.clock.now(), production.timeZone)
  const worked = items.filter(({ isOnBoard }) => isOnBoard).map(({ onDate }) => onDate)
  return {
    production: { code: production.code, title: production.title, startsOn: production.startsOn },
    version: calendar.version,
    today,
    opensOn: worked.some((date) => date <= today) ? today : (worked.toSorted()[0] ?? production.startsOn ?? today),
    items: items.filter(inSpan),
    rest: restDays(datesIn(from, until), (date) => productions.restOn(plan, date), marked),
    workDays: plan.days.filter((day) => day.kind === 'work' && inSpan(day)).map(({ onDate }) => onDate),
    can: { edit: scope.can('production.edit'), manageFeeds: scope.can('feeds.manage') },
  }
}

const dayItems = (sheet: BoardSheet) =>
  sheet.days.map((it) => itemOfDay({ ...dayFacts(sheet, it), key: it.day.id, type: it.day.type }))

async function eventItems(app: App, scope: ProductionScope, sheets: readonly BoardSheet[]) {
  const names = new Map(sheets.flatMap(({ facts }) => facts.elements.map(({ id, name }) => [id, name] as const)))
  const events = await schedule.elementEvents(app.db, scope)
  return events.map(({ id, onDate, kind, note, elementId }) =>
    itemOfEvent({ id, onDate, kind, note, who: names.get(elementId ?? '') ?? '' }),
  )
}

/** Most rows the timeline shows; an office has some forty at once. */
const mostProductions = 200

/** Every current production of the reader with its days; the schedule only where they may read it. */
export async function officeCalendar(
  app: App,
  scope: OfficeScope,
  { from, until }: Span,
): Promise<{ today: PlainDay; rows: OfficeCalendarRow[]; isWhole: boolean }> {
  const { timeZone } = await office.officeSettings(app.db)
  const { items, next } = await productions.list(app.db, scope, { show: 'current', limit: mostProductions })
  const visible = await productions.productionsVisibleTo(app.db, scope)
  const readable = visible.filter(({ role }) => mayInProduction(role, 'schedule.read')).map(({ id }) => id)
  const planned = await schedule.plannedDays(app.db, { productionIds: readable, from, until })
  const daysOf = Map.groupBy(planned, ({ productionId }) => productionId)
  const rows = items.map(({ id, code, title, phase, startsOn, endsOn }) => ({
    id,
    code,
    title,
    phase,
    startsOn,
    endsOn,
    days: rowDays(daysOf.get(id) ?? []),
  }))
  return { today: dayAt(app.clock.now(), timeZone), rows, isWhole: next === null }
}
