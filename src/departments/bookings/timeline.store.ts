import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { AwayDay, TimelineRow } from './bars.rules.ts'
import './booking.table.ts'

interface Window {
  readonly from: PlainDay
  readonly to: PlainDay
  readonly after?: PersonId | undefined
  readonly limit: number
}

export interface WindowRow extends TimelineRow {
  readonly departmentId: string | null
}

/** Live rows of the next so many people who have any, in order of person, booking and date: one query per window. */
export async function rowsIn(db: Db, _scope: OfficeScope, { from, to, after, limit }: Window): Promise<WindowRow[]> {
  const { rows } = await sql<WindowRow>`
    with chosen as materialized (
      select distinct person_id from booking_day
      where on_date between ${from} and ${to} and person_id is not null
        and state in ('planning', 'hold', 'confirmed') and (${after ?? null}::uuid is null or person_id > ${after ?? null}::uuid)
      order by person_id limit ${limit})
    select day.booking_id as "bookingId", day.person_id as "personId", booking.production_id as "productionId",
      booking.department_id as "departmentId", booking.holder, booking.title, booking.purpose, day.on_date as "onDate",
      day.from_minute as "from", day.until_minute as "until", day.state, day.rank,
      (day.is_standing and not day.by_hand and day.state = 'planning') as waits, day.shared_reason is not null as shared
    from booking_day day join booking on booking.id = day.booking_id join chosen on chosen.person_id = day.person_id
    where day.on_date between ${from} and ${to} and day.state in ('planning', 'hold', 'confirmed')
    order by day.person_id, day.booking_id, day.on_date, day.from_minute`.execute(db as Tx)
  return rows
}

export const awayIn = async (
  db: Db,
  _scope: OfficeScope,
  personIds: readonly PersonId[],
  { from, to }: Pick<Window, 'from' | 'to'>,
): Promise<AwayDay[]> => {
  if (personIds.length === 0) return []
  const { rows } = await sql<AwayDay>`
    select person_id as "personId", on_date as "onDate", kind, note from availability
    where person_id = any(${[...personIds]}::uuid[]) and on_date between ${from} and ${to}
    order by person_id, on_date, id`.execute(db as Tx)
  return rows
}
