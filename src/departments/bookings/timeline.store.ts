import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { AwayDay } from './away.rules.ts'
import type { Bar } from './timeline.contract.ts'
import './booking.table.ts'

interface Window {
  readonly from: PlainDay
  readonly to: PlainDay
}

/** Somebody with live days in the window, and as what they work there. */
interface Worker {
  readonly personId: PersonId
  readonly departmentId: string | null
  readonly title: string
}

/** Everybody with live days in the window, by the runs the database keeps of them: a row a bar, not a day. */
export async function workersIn(db: Db, _scope: OfficeScope, { from, to }: Window): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    select distinct on (run.person_id) run.person_id as "personId", booking.department_id as "departmentId", booking.title
    from booking_run run join booking on booking.id = run.booking_id
    where run.dates && daterange(${from}, ${to}, '[]') and run.person_id is not null
    order by run.person_id, least(upper(run.dates) - 1, ${to}::date) desc, booking.id`.execute(db)
  return rows
}

/** The first booked day after a window in which there is none, else the last before it. */
export async function nearestDay(db: Db, _scope: OfficeScope, { from, to }: Window): Promise<PlainDay | null> {
  const { rows } = await sql<{ nearest: PlainDay | null }>`
    select coalesce(
      (select min(lower(dates)) from booking_run where lower(dates) > ${to} and person_id is not null),
      (select max(upper(dates)) - 1 from booking_run where upper(dates) <= ${from} and person_id is not null)) as nearest`.execute(
    db,
  )
  return rows[0]?.nearest ?? null
}

/** What is drawn of these people, or of these things: their runs, cut to the window. */
export async function barsOf(
  db: Db,
  _scope: OfficeScope,
  resourceIds: readonly string[],
  { from, to }: Window,
): Promise<Bar[]> {
  if (resourceIds.length === 0) return []
  const ids = [...resourceIds]
  const { rows } = await sql<
    Omit<Bar, 'hours' | 'outside'> & NonNullable<Bar['hours']> & { fromDay: PlainDay; untilDay: PlainDay }
  >`
    select run.booking_id as "bookingId", coalesce(run.person_id, run.bookable_id) as "resourceId", booking.production_id as "productionId",
      booking.holder, booking.title, booking.purpose, greatest(lower(run.dates), ${from}::date) as "fromDay",
      least(upper(run.dates), ${to}::date + 1) as "untilDay", run.from_minute as "from", run.until_minute as "until",
      run.state, run.rank, run.waits, run.shared
    from booking_run run join booking on booking.id = run.booking_id
    where (run.person_id = any(${ids}::uuid[]) or run.bookable_id = any(${ids}::uuid[]))
      and run.dates && daterange(${from}, ${to}, '[]')
    order by "resourceId", "fromDay", run.booking_id, run.from_minute`.execute(db)
  return rows.map(({ from: fromMinute, until: untilMinute, fromDay, untilDay, ...row }) => ({
    ...row,
    from: fromDay,
    until: untilDay,
    hours: fromMinute === null && untilMinute === null ? null : { from: fromMinute, until: untilMinute },
    outside: null,
  }))
}

export const awayIn = async (
  db: Db,
  _scope: OfficeScope,
  personIds: readonly PersonId[],
  { from, to }: Window,
): Promise<AwayDay[]> => {
  if (personIds.length === 0) return []
  const { rows } = await sql<AwayDay>`
    select person_id as "resourceId", on_date as "onDate", kind, note from availability
    where person_id = any(${[...personIds]}::uuid[]) and on_date between ${from} and ${to}
    order by person_id, on_date, id`.execute(db)
  return rows
}
