import { sql } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { EngagementId } from './booking.contract.ts'
import type { BookingDayId } from './engine.contract.ts'
import type { PlainDay } from '../../kernel/time.ts'

export interface StandingRow {
  readonly id: BookingDayId
  readonly engagementId: EngagementId
  readonly onDate: PlainDay
  readonly byHand: boolean
  readonly isStanding: boolean
  readonly resourceId: string | null
}

/** Rows of the production's main bookings, and of any other booking of the same engagements that somebody decided. */
export async function standingOf(db: Db, scope: ProductionScope): Promise<StandingRow[]> {
  const found = await db
    .selectFrom('booking_day as day')
    .innerJoin('booking', 'booking.id', 'day.booking_id')
    .select(['day.id', 'booking.engagement_id as engagementId', 'day.on_date as onDate', 'day.by_hand as byHand'])
    .select(['day.is_standing as isStanding', 'day.resource_id as resourceId'])
    .where('booking.production_id', '=', scope.productionId)
    .where('booking.engagement_id', 'is not', null)
    .execute()
  return found as StandingRow[]
}

/** These days no longer follow the shoot days of an engagement. */
export const setNotStanding = (tx: Tx, ids: readonly BookingDayId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('booking_day')
        .set({ is_standing: false })
        .where('id', 'in', [...ids])
        .execute()

/**
 * Shoot days that waited as planning because the person was booked elsewhere become confirmed where that is over. Of two
 * that wait for one day the one asked first gets it.
 */
export async function liftStanding(tx: Tx, resourceIds: readonly string[]): Promise<void> {
  if (resourceIds.length === 0) return
  await sql`
    update booking_day set state = 'confirmed' where id in (
      select distinct on (mine.resource_id, mine.on_date) mine.id from booking_day mine
      where mine.resource_id = any(${[...resourceIds]}::uuid[])
        and mine.is_standing and not mine.by_hand and mine.state = 'planning'
        and not exists (
          select from booking_day other where other.resource_id = mine.resource_id and other.state = 'confirmed'
            and other.shared_reason is null and other.wall && mine.wall)
      order by mine.resource_id, mine.on_date, mine.asked_at, mine.id)`.execute(tx)
}

/** Confirmed days of one record that overlap those of another which it is about to join. */
export async function shareOverlaps(tx: Tx, keptId: string, otherId: string): Promise<void> {
  await sql`
    update booking_day mine set
      state = case when mine.is_standing and not mine.by_hand then 'planning' else mine.state end,
      shared_reason = case when mine.is_standing and not mine.by_hand then null
        else 'Two records of one person became one' end,
      shared_by = case when mine.is_standing and not mine.by_hand then null else 'Unitbase' end
    where mine.person_id = ${otherId} and mine.state = 'confirmed' and mine.shared_reason is null and exists (
      select from booking_day theirs where theirs.person_id = ${keptId} and theirs.state = 'confirmed'
        and theirs.shared_reason is null and theirs.wall && mine.wall)`.execute(tx)
}
