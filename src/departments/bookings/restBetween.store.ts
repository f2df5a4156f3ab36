import { sql } from 'kysely'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { Db } from '../../platform/database/database.ts'
import './booking.table.ts'

interface TimedRow {
  readonly personId: PersonId
  readonly productionId: ProductionId
  readonly onDate: PlainDay
  readonly from: DayMinute
  readonly until: DayMinute
  /** Null for travel, which is entered on the clock of its production. */
  readonly zone: ZoneName | null
  readonly known: 'booked' | 'travel'
}

/** Booked hours and travel with hours of these people, dates both included. */
export async function timedDays(
  db: Db,
  personIds: readonly PersonId[],
  { from, to }: { from: PlainDay; to: PlainDay },
): Promise<TimedRow[]> {
  if (personIds.length === 0) return []
  const ids = [...personIds]
  const { rows } = await sql<TimedRow>`
    select day.person_id as "personId", booking.production_id as "productionId", day.on_date as "onDate",
      coalesce(day.from_minute, 0) as "from", coalesce(day.until_minute, 1440) as "until", day.zone, 'booked' as known
    from booking_day day join booking on booking.id = day.booking_id
    where day.resource_id = any(${ids}::uuid[]) and day.person_id is not null and day.on_date between ${from} and ${to}
      and day.state = 'confirmed' and day.hours = 1 and booking.production_id is not null
    union all
    select person_id, production_id, on_date, from_minute, until_minute, null, 'travel' from availability
    where person_id = any(${ids}::uuid[]) and on_date between ${from} and ${to} and kind = 'travel'
      and production_id is not null and from_minute is not null and until_minute is not null`.execute(db)
  return rows
}
