import { restOn } from './calendar.rules.ts'
import type { Calendar, CalendarDay } from './calendar.contract.ts'
import * as calendar from './calendar.store.ts'
import * as store from './production.store.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { dayText, type PlainDay } from '../../kernel/time.ts'

/** Weekdays off and the days that differ from them. */
export async function calendarOf(db: Db, scope: ProductionScope): Promise<Calendar> {
  const [row, days] = [await store.find(db, scope), await calendar.days(db, scope)]
  return { daysOff: row?.daysOff ?? [], days }
}

interface Marks {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly days: readonly { onDate: PlainDay; kind: CalendarDay['kind'] | null; label: string }[]
}

/** Marks several days at once; a day without a kind goes back to what its weekday says. */
export const setDays = (app: App, { scope, actor, days }: Marks): Promise<Calendar> =>
  app.transaction(async (tx) => {
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
    const after = await calendarOf(tx, scope)
    await app.audit.record(tx, actor, 'production.calendar_changed', {
      subject: { kind: 'production', id: scope.productionId, label: 'Calendar' },
      productionId: scope.productionId,
      before: inWords(before, days),
      after: inWords(after, days),
    })
    await app.announce(tx, { department: 'productions', productionId: scope.productionId, ids: [scope.productionId] })
    return after
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
