import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Calendar, CalendarDay, CalendarRead } from './calendar.contract.ts'
import { restOn } from './calendar.rules.ts'
import * as calendar from './calendar.store.ts'
import * as store from './production.store.ts'

/** Weekdays off and the days that differ from them. */
export async function calendarOf(db: Db, scope: ProductionScope): Promise<Calendar> {
  const row = await store.find(db, scope)
  return { daysOff: row?.daysOff ?? [], days: await calendar.days(db, scope) }
}

/** The same with the version a change of it has to name. @throws NotFound */
export async function read(db: Db, scope: ProductionScope): Promise<CalendarRead> {
  const version = await calendar.version(db, scope)
  return { ...(await calendarOf(db, scope)), version: version ?? absent() }
}

function absent(): never {
  throw new Problem(NotFound, {}, 'There is no such production here.')
}

interface Marks {
  readonly scope: ProductionScope
  readonly actor: Actor
  /** The calendar's version that was seen. */
  readonly expected: number
  readonly days: readonly { onDate: PlainDay; kind: CalendarDay['kind'] | null; label: string }[]
}

/** Marks several days at once; a day without a kind goes back to what its weekday says. @throws NotFound, Stale */
export const setDays = (app: App, { scope, actor, expected, days }: Marks): Promise<CalendarRead> =>
  app.transaction(async (tx) => {
    const current = (await calendar.lock(tx, scope)) ?? absent()
    demandFresh({ expected, current }, 'this calendar')
    const before = await calendarOf(tx, scope)
    await calendar.put(
      tx,
      scope,
      days.filter((day): day is CalendarDay => day.kind !== null),
    )
    await calendar.clear(
      tx,
      scope,
      days.filter(({ kind }) => kind === null).map(({ onDate }) => onDate),
    )
    await calendar.advance(tx, scope)
    const after = await read(tx, scope)
    await app.audit.record(tx, actor, 'production.calendar_changed', {
      subject: { kind: 'production', id: scope.productionId, label: 'Calendar' },
      productionId: scope.productionId,
      before: inWords(before, days),
      after: inWords(after, days),
    })
    await app.announce(tx, { department: 'productions', productionId: scope.productionId, ids: [scope.productionId] })
    return after
  })

interface Whole {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly calendar: Calendar
}

/** Replaces weekdays off and every marked date, as a schedule that was made for another calendar asks for. */
export const setWhole = (app: App, { scope, actor, calendar: next }: Whole): Promise<Calendar> =>
  app.transaction(async (tx) => {
    const row = (await store.lock(tx, scope)) ?? absent()
    const before = await calendarOf(tx, scope)
    await store.update(tx, scope, row.version, { daysOff: next.daysOff })
    const kept = new Set(next.days.map(({ onDate }) => onDate))
    const gone = before.days.filter(({ onDate }) => !kept.has(onDate))
    await calendar.put(tx, scope, next.days)
    await calendar.clear(
      tx,
      scope,
      gone.map(({ onDate }) => onDate),
    )
    const touched = [...gone, ...next.days].map((day) => ({ ...day, kind: null }))
    await app.audit.record(tx, actor, 'production.calendar_changed', {
      subject: { kind: 'production', id: scope.productionId, label: 'Calendar' },
      productionId: scope.productionId,
      before: { daysOff: before.daysOff, ...inWords(before, touched) },
      after: { daysOff: next.daysOff, ...inWords(next, touched) },
    })
    await app.announce(tx, { department: 'productions', productionId: scope.productionId, ids: [scope.productionId] })
    return next
  })

const inWords = (whole: Calendar, days: Marks['days']): Record<string, string> =>
  Object.fromEntries(
    days.map(({ onDate }) => {
      const marked = whole.days.find((day) => day.onDate === onDate)
      return [
        dayText(onDate, { year: true }),
        [restOn(whole, onDate) ?? 'work', marked?.label].filter(Boolean).join(', '),
      ]
    }),
  )
