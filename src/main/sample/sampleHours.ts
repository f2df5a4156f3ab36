import { hold } from '../../departments/bookings/index.ts'
import { addRate, overtimeTables } from '../../departments/pay/index.ts'
import { engagementsOf } from '../../departments/people/index.ts'
import { approve, enter } from '../../departments/timesheets/index.ts'
import { moneyOf } from '../../kernel/money.ts'
import { addDays, dayAt, minuteOf, mondayOf } from '../../kernel/time.ts'
import type { Loading } from './samplePeople.ts'

/** What makes a timesheet: prep days of last week, worked by rates on record; the first of them approved. */
export async function loadHours(loading: Loading): Promise<void> {
  const { app, scope, sample } = loading
  const engaged = await engagementsOf(app.db, scope)
  const tables = await overtimeTables(app.db)
  const monday = addDays(mondayOf(dayAt(app.clock.now(), sample.production.timeZone)), -7)
  for (const { name, amount, hours, table, days, approved } of sample.worked) {
    const member = engaged.find((it) => it.name === name)
    if (!member?.personId) throw new Error(`The sample pays somebody who is not there: ${name}`)
    const { id: engagementId, personId, title } = member
    const worked = days.map(({ weekday, ...times }) => ({ onDate: addDays(monday, weekday - 1), ...times }))
    await addRate(app, {
      ...loading,
      holder: { personId },
      body: {
        position: title,
        basis: 'day',
        amount: moneyOf(amount, 'USD'),
        guaranteedMinutes: hours * 60,
        profileId: tables.find((it) => it.name === table)?.id ?? null,
        validFrom: addDays(monday, -28),
      },
    })
    const spans = worked.map(({ onDate }) => ({ onDate }))
    await hold(app, { ...loading, engagementId, spans, state: 'confirmed', purpose: 'Prep' })
    for (const { onDate, from, until } of worked) {
      const body = { startMinute: minuteOf(from), endMinute: minuteOf(until), mealMinutes: 60, note: '' }
      await enter(app, { ...loading, engagementId, onDate, expected: 0, body })
    }
    const first = worked.slice(0, approved).map(({ onDate }) => ({ engagementId, onDate, version: 1 }))
    if (first.length > 0) await approve(app, { ...loading, approved: true, days: first })
  }
}
