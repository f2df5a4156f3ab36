import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { AwayDay } from './away.rules.ts'
import type { Bar } from './timeline.contract.ts'
import './booking.table.ts'

interface Window {
  readonly from: PlainDay
  readonly to: PlainDay
}

/** Somebody with live days in the window, and as what they work there. */
export interface Worker {
  readonly personId: PersonId
  readonly departmentId: string | null
  readonly title: string
}

/** Everybody with live days in the window; `booking_day_window` answers without touching the days themselves. */
export async function workersIn(db: Db, _scope: OfficeScope, { from, to }: Window): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    with live as materialized (
      select person_id, booking_id, max(on_date) as last from booking_day
      where on_date between ${from} and ${to} and person_id is not null and state in ('planning', 'hold', 'confirmed')
      group by person_id, booking_id)
    select distinct on (live.person_id) live.person_id as "personId", booking.department_id as "departmentId", booking.title
    from live join booking on booking.id = live.booking_id
    order by live.person_id, live.last desc, booking.id`.execute(db as Tx)
  return rows
}

/**
 * Days in a row of one booking that stand alike, as one bar: a date less its number in the row is the same for all of
 * them. Hours stand alone.
 */
export async function barsOf(
  db: Db,
  _scope: OfficeScope,
  personIds: readonly PersonId[],
  { from, to }: Window,
): Promise<Bar[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<
    Omit<Bar, 'hours'> & NonNullable<Bar['hours']> & { fromDay: PlainDay; untilDay: PlainDay }
  >`
    with live as (
      select booking_id, person_id, on_date, from_minute, until_minute, state, rank, waits, shared,
        case when hours = 1 then on_date else on_date - (row_number() over (
          partition by booking_id, person_id, state, rank, waits, shared, hours order by on_date))::int end as run
      from (
        select booking_id, person_id, on_date, from_minute, until_minute, state, rank, hours,
          is_standing and not by_hand and state = 'planning' as waits, shared_reason is not null as shared
        from booking_day
        where resource_id = any(${[...personIds]}::uuid[]) and on_date between ${from} and ${to}
          and state in ('planning', 'hold', 'confirmed')) as day),
    bar as (
      select booking_id, person_id, min(on_date) as first, max(on_date) + 1 as until_day, from_minute, until_minute, state,
        rank, waits, shared
      from live
      group by booking_id, person_id, from_minute, until_minute, state, rank, waits, shared, run)
    select bar.booking_id as "bookingId", bar.person_id as "personId", booking.production_id as "productionId",
      booking.holder, booking.title, booking.purpose, first as "fromDay", until_day as "untilDay",
      from_minute as "from", until_minute as "until", bar.state, rank, waits, shared
    from bar join booking on booking.id = bar.booking_id
    order by bar.person_id, first, bar.booking_id, from_minute`.execute(db as Tx)
  return rows.map(({ from: fromMinute, until: untilMinute, fromDay, untilDay, ...row }) => ({
    ...row,
    from: fromDay,
    until: untilDay,
    hours: fromMinute === null && untilMinute === null ? null : { from: fromMinute, until: untilMinute },
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
    select person_id as "personId", on_date as "onDate", kind, note from availability
    where person_id = any(${[...personIds]}::uuid[]) and on_date between ${from} and ${to}
    order by person_id, on_date, id`.execute(db as Tx)
  return rows
}
