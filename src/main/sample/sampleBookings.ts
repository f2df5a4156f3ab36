import { addAbsence, challenge, hold, putNeeds } from '../../departments/bookings/index.ts'
import { departmentsOf, engagementsOf } from '../../departments/people/index.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { addDays, minuteOf, type PlainDay } from '../../kernel/time.ts'
import { addPersonOf, type Loading } from './samplePeople.ts'

/** After these the sample's telephone numbers of people who are on the production end. */
const FIRST_NUMBER = 80

/** What makes a timeline: a first and a second hold with a challenge that runs, a pencil, a prep day, travel, open positions. */
export async function loadBookings(loading: Loading): Promise<void> {
  const { app, scope, sample, dates } = loading
  const dayOf = (day: number): PlainDay => addDays(dates[0] as PlainDay, day - 1)
  const engaged = await engagementsOf(app.db, scope)
  const engagementOf = (name: string) => {
    const found = engaged.find((it) => it.name === name)
    if (!found?.personId) throw new Error(`The sample books somebody who is not there: ${name}`)
    return { engagementId: found.id, personId: found.personId }
  }
  const departments = new Map((await departmentsOf(app.db)).map(({ id, name }) => [name, id as string]))
  for (const [index, wanted] of sample.holds.entries()) {
    const { name, homeBase } = wanted
    const personId: PersonId = await addPersonOf(loading, FIRST_NUMBER + index, { name, homeBase })
    const spans = wanted.days.map((day) => ({ onDate: dayOf(day) }))
    const common = { ...loading, personId, spans, title: wanted.title, purpose: 'Shoot' }
    const departmentId = departments.get(wanted.department) ?? null
    if (wanted.ahead !== undefined)
      await hold(app, { ...common, departmentId, holder: wanted.ahead, source: wanted.says })
    const { letsGoBefore, state } = wanted
    const expiresOn = letsGoBefore === undefined ? null : addDays(spans[0]!.onDate, -letsGoBefore)
    const ours = await hold(app, { ...common, departmentId, state, expiresOn })
    if (wanted.ahead !== undefined) await challenge(app, { ...loading, bookingId: ours.id, theirEmail: null })
  }
  for (const { name, day, purpose } of sample.prep) {
    const { engagementId } = engagementOf(name)
    await hold(app, { ...loading, engagementId, spans: [{ onDate: dayOf(day) }], state: 'confirmed', purpose })
  }
  for (const { name, day, from, until, note } of sample.travel)
    await addAbsence(app, {
      ...loading,
      body: {
        resource: { kind: 'person', id: engagementOf(name).personId },
        kind: 'travel',
        from: dayOf(day),
        to: dayOf(day),
        fromMinute: minuteOf(from),
        untilMinute: minuteOf(until),
        note,
        source: '',
        weekdays: [],
      },
    })
  const items = sample.needs.map(({ department, title, count }) => ({
    id: null,
    departmentId: departments.get(department) ?? '',
    title,
    count,
    dates: [],
  }))
  await putNeeds(app, { ...loading, expected: 0, items })
}
