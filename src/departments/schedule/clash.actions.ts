import type { Range } from '../../kernel/ranges.ts'
import { addDays, dayAt, weekdayOf } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { onceInLook } from '../../platform/look.ts'
import * as productions from '../productions/index.ts'
import type { BoardId, WorkCalendar } from './board.contract.ts'
import type { BoardSheet } from './board.rules.ts'
import * as store from './board.store.ts'
import type { ClashFacts, ElementEvent, Flag, RestProfile } from './clash.facts.rules.ts'
import { clashDays, unplacedScenes } from './clashdays.rules.ts'
import { countingBoards, planOf } from './counting.rules.ts'
import { worksElsewhere } from './elsewhere.actions.ts'
import { sheetsOf } from './load.actions.ts'
import * as marks from './marks.store.ts'
import { absencesOf, neighboursOf } from './neighbours.actions.ts'
import type { Neighbours } from './neighbours.actions.ts'
import { worksOf } from './works.rules.ts'

interface Counting {
  readonly sheets: readonly BoardSheet[]
  readonly around: Neighbours | undefined
}

/** The boards that count, computed; asked once within a look. */
export const countingSheets = (
  db: Db,
  scope: ProductionScope,
  now: Temporal.Instant,
  asIfActive?: BoardId,
): Promise<Counting> =>
  onceInLook(now, `schedule.sheets ${scope.productionId} ${asIfActive ?? ''}`, () => compute(db, scope, asIfActive))

async function compute(db: Db, scope: ProductionScope, asIfActive: BoardId | undefined): Promise<Counting> {
  const boards = countingBoards(await store.all(db, scope), asIfActive)
  if (boards.length === 0) return { sheets: [], around: undefined }
  const around = await neighboursOf(db, scope)
  return { sheets: [...(await sheetsOf(db, scope, boards, around)).values()], around }
}

/** Everything the rules of clashes look at, or undefined while there is no plan to judge. */
export async function clashFacts(
  db: Db,
  scope: ProductionScope,
  now: Temporal.Instant,
  asIfActive?: BoardId,
): Promise<ClashFacts | undefined> {
  const { sheets, around } = await countingSheets(db, scope, now, asIfActive)
  if (!around) return undefined
  const planned = sheets.map((sheet) => ({ sheet, plan: planOf(scope.productionId, around.code, sheet.facts.board) }))
  const ours = planned.flatMap(({ sheet, plan }) => worksOf(sheet, plan, around.engaged))
  const within = reach(sheets)
  const people = new Set(ours.flatMap((work) => (work.resource.kind === 'person' ? [work.resource.id] : [])))
  const names = new Map(around.elements.map((element) => [element.id, element.name]))
  return {
    today: dayAt(now, around.timeZone),
    productionId: scope.productionId,
    days: planned.flatMap(({ sheet, plan }) => clashDays(sheet, plan)),
    works: [...ours, ...(within ? await worksElsewhere(db, scope, people, within) : [])],
    absences: within ? await absencesOf(db, scope, within) : [],
    events: (await marks.events(db, scope)).map((event) => shownEvent(event, names, around)),
    flags: (await marks.flags(db, scope)).map((flag) => shownFlag(flag, names)),
    limited: around.limited,
    minorHours: await productions.minorHoursOf(db, scope),
    rest: restProfile(around),
    lightMarginMinutes: around.rules.lightMarginMinutes,
    isSchoolDay: (onDate) => isSchoolDay(onDate, sheets[0]?.facts.calendar ?? around.calendar),
    unplaced: planned.map(({ sheet, plan }) => ({
      boardId: plan.boardId,
      boardName: plan.boardName,
      lane: plan.lane,
      scenes: sheet.facts.board.runsAlongside ? [] : unplacedScenes(sheet),
    })),
  }
}

/** From a week before the first day to a week after the last, so that rest before and after is seen; undefined without days. */
function reach(sheets: readonly BoardSheet[]): Range<PlainDay> | undefined {
  const dates = sheets.flatMap((sheet) => sheet.days.map((day) => day.day.onDate)).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  return first && last && { from: addDays(first, -7), until: addDays(last, 8) }
}

const restProfile = ({ profile, rules }: Neighbours): RestProfile =>
  profile
    ? {
        name: profile.name,
        dailyRestMinutes: profile.dailyRestMinutes,
        weeklyRestMinutes: profile.weeklyRestMinutes ?? 0,
        minorRestMinutes: profile.minorRestMinutes,
      }
    : { ...rules, name: rules.restName }

/** Monday to Friday, but for holidays the plan's calendar names. */
const isSchoolDay = (onDate: PlainDay, calendar: WorkCalendar): boolean =>
  weekdayOf(onDate) <= 5 && !calendar.days.some((day) => day.onDate === onDate && day.kind === 'holiday')

type StoredEvent = Awaited<ReturnType<typeof marks.events>>[number]
type StoredFlag = Awaited<ReturnType<typeof marks.flags>>[number]

function shownEvent(event: StoredEvent, names: ReadonlyMap<string, string>, { engaged }: Neighbours): ElementEvent {
  const person = engaged.find((it) => it.personId === event.personId)
  const label = event.personId === null ? names.get(event.elementId ?? '') : person?.name
  return {
    id: event.id,
    resource: {
      kind: event.personId === null ? 'element' : 'person',
      id: event.personId ?? event.elementId ?? '',
      label: label ?? 'Somebody',
    },
    onDate: event.onDate,
    from: event.fromMinute,
    until: event.untilMinute,
    kind: event.kind,
    note: event.note,
  }
}

const shownFlag = ({ elementId, ...flag }: StoredFlag, names: ReadonlyMap<string, string>): Flag => ({
  ...flag,
  element: elementId === null ? null : { id: elementId, label: names.get(elementId) ?? 'An element' },
})
