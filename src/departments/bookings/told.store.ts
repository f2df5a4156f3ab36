import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { PlannedDay } from './told.rules.ts'
import './booking.table.ts'
import './told.table.ts'

/** What stands for the production's people from a date on, in order. */
export const planned = (db: Db, scope: ProductionScope, from: PlainDay) =>
  db
    .selectFrom('booking_day as day')
    .innerJoin('booking', 'booking.id', 'day.booking_id')
    .select(['day.on_date as onDate', 'booking.title'])
    .select((eb) => eb.ref('day.person_id').$castTo<PersonId>().as('personId'))
    .select((eb) => eb.ref('day.state').$castTo<PlannedDay['state']>().as('state'))
    .select((eb) => eb.ref('day.from_minute').$castTo<DayMinute | null>().as('from'))
    .select((eb) => eb.ref('day.until_minute').$castTo<DayMinute | null>().as('until'))
    .where('booking.production_id', '=', scope.productionId)
    .where('booking.holder', '=', '')
    .where('day.person_id', 'is not', null)
    .where('day.state', 'in', ['hold', 'confirmed'])
    .where('day.on_date', '>=', from)
    .orderBy('day.on_date')
    .orderBy('day.id')
    .execute()

export const told = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('booking_told')
    .select(['person_id as personId', 'plan', 'told_at as toldAt', 'message_id as messageId'])
    .where('production_id', '=', scope.productionId)
    .execute()

interface Telling {
  personId: PersonId
  plan: readonly PlannedDay[]
  messageId: string | null
}

/** Keeps what they knew before, for as long as a letter may be called back. */
export const put = (
  tx: Tx,
  scope: ProductionScope,
  those: readonly Telling[],
  { at, by, how }: { at: Temporal.Instant; by: string; how: 'letter' | 'by_hand' },
) =>
  tx
    .insertInto('booking_told')
    .values(
      those.map(({ personId, plan, messageId }) => ({
        production_id: scope.productionId,
        person_id: personId,
        plan: JSON.stringify(plan),
        told_at: at.toString(),
        told_by: by,
        how,
        message_id: messageId,
        plan_before: null,
        told_before: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['production_id', 'person_id']).doUpdateSet({
        plan: sql`excluded.plan`,
        told_at: sql`excluded.told_at`,
        told_by: sql`excluded.told_by`,
        how: sql`excluded.how`,
        message_id: sql`excluded.message_id`,
        plan_before: sql`booking_told.plan`,
        told_before: sql`booking_told.told_at`,
      }),
    )
    .execute()

export const lock = (tx: Tx, scope: ProductionScope, personIds: readonly PersonId[]) =>
  tx
    .selectFrom('booking_told')
    .select(['person_id as personId', 'message_id as messageId', 'how'])
    .where('production_id', '=', scope.productionId)
    .where('person_id', 'in', [...personIds])
    .orderBy('person_id')
    .forUpdate()
    .execute()

/** As it was before they were last told; somebody told for the first time was never told. */
export async function takeBack(tx: Tx, scope: ProductionScope, personIds: readonly PersonId[]): Promise<void> {
  if (personIds.length === 0) return
  const these = [...personIds]
  await tx
    .deleteFrom('booking_told')
    .where('production_id', '=', scope.productionId)
    .where('person_id', 'in', these)
    .where('plan_before', 'is', null)
    .execute()
  await tx
    .updateTable('booking_told')
    .set({ plan: sql`plan_before`, told_at: sql`told_before`, message_id: null, plan_before: null, told_before: null })
    .where('production_id', '=', scope.productionId)
    .where('person_id', 'in', these)
    .execute()
}
