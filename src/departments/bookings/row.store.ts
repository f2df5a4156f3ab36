import { sql, type Insertable, type Updateable } from 'kysely'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { BookingState, EngagementId } from './booking.contract.ts'
import type { DateSpan } from './absence.store.ts'
import type { BookingDayId, BookingId } from './engine.contract.ts'
import type { BookingDayTable } from './booking.table.ts'

/** One span of one day of one resource, with whose it is. */
export interface Row {
  readonly id: BookingDayId
  readonly bookingId: BookingId
  readonly productionId: ProductionId | null
  readonly engagementId: EngagementId | null
  readonly title: string
  readonly holder: string
  readonly resourceId: string | null
  readonly personId: PersonId | null
  readonly onDate: PlainDay
  readonly from: DayMinute | null
  readonly until: DayMinute | null
  readonly zone: ZoneName
  readonly state: BookingState
  readonly rank: number | null
  readonly askedAt: Temporal.Instant
  readonly isStanding: boolean
  readonly byHand: boolean
  readonly sharedReason: string | null
  readonly endedReason: string
  readonly was: 'planning' | 'hold' | 'confirmed' | null
  readonly feePercent: number | null
}

const spans = (db: Db) =>
  db
    .selectFrom('booking_day as day')
    .innerJoin('booking', 'booking.id', 'day.booking_id')
    .select(['booking.engagement_id as engagementId', 'day.on_date as onDate', 'day.zone', 'day.state'])
    .select((eb) => eb.ref('day.from_minute').$castTo<DayMinute | null>().as('from'))
    .select((eb) => eb.ref('day.until_minute').$castTo<DayMinute | null>().as('until'))
    .select(['day.is_standing as isStanding', 'day.by_hand as byHand', 'day.shared_reason as sharedReason'])

const rows = (db: Db) =>
  spans(db)
    .select(['day.id', 'day.booking_id as bookingId', 'booking.production_id as productionId'])
    .select(['booking.title', 'booking.holder', 'day.resource_id as resourceId', 'day.person_id as personId'])
    .select([
      'day.rank',
      'day.asked_at as askedAt',
      'day.ended_reason as endedReason',
      'day.was',
      'day.fee_percent as feePercent',
    ])

/** The production's days by engagement, without what only the queue needs: a feature has thousands. */
export const daysOf = (db: Db, scope: ProductionScope, span: DateSpan) =>
  spans(db)
    .where('booking.production_id', '=', scope.productionId)
    .where('booking.engagement_id', 'is not', null)
    .where('day.on_date', '>=', span.from)
    .where('day.on_date', '<=', span.to)
    .orderBy('day.on_date')
    .orderBy('day.id')
    .execute()

/** What else claims these people's time: other productions and holds from outside. */
export const elsewhere = (db: Db, scope: ProductionScope, personIds: readonly PersonId[], span: DateSpan) =>
  personIds.length === 0
    ? Promise.resolve([])
    : spans(db)
        .select(['day.person_id as personId', 'booking.production_id as productionId', 'booking.holder'])
        .where('day.person_id', 'in', [...personIds])
        .where('day.state', 'in', ['planning', 'hold', 'confirmed'])
        .where('booking.production_id', 'is distinct from', scope.productionId)
        .where('day.on_date', '>=', span.from)
        .where('day.on_date', '<=', span.to)
        .orderBy('day.on_date')
        .orderBy('day.id')
        .execute()

export const ofBookings = (db: Db, ids: readonly BookingId[]): Promise<Row[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : rows(db)
        .where('day.booking_id', 'in', [...ids])
        .orderBy('day.on_date')
        .orderBy('day.from_minute')
        .orderBy('day.id')
        .execute()

/** Rows of these engagements within the dates, both included. */
export const ofEngagements = (db: Db, ids: readonly EngagementId[], span: DateSpan): Promise<Row[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : rows(db)
        .where('booking.engagement_id', 'in', [...ids])
        .where('day.on_date', '>=', span.from)
        .where('day.on_date', '<=', span.to)
        .orderBy('day.on_date')
        .orderBy('day.id')
        .execute()

/** Every day of one engagement, whatever became of it. */
export const ofEngagement = (db: Db, id: EngagementId): Promise<Row[]> =>
  rows(db).where('booking.engagement_id', '=', id).orderBy('day.on_date').orderBy('day.id').execute()

/** Everything live that claims time of these resources around the dates. */
export const claimsOn = (db: Db, resourceIds: readonly string[], span: DateSpan): Promise<Row[]> =>
  resourceIds.length === 0
    ? Promise.resolve([])
    : rows(db)
        .where('day.resource_id', 'in', [...resourceIds])
        .where('day.state', 'in', ['planning', 'hold', 'confirmed'])
        .where('day.on_date', '>=', span.from)
        .where('day.on_date', '<=', span.to)
        .orderBy('day.on_date')
        .orderBy('day.id')
        .execute()

/** The whole queue of these resources. */
export const holdsOf = (db: Db, resourceIds: readonly string[]): Promise<Row[]> =>
  resourceIds.length === 0
    ? Promise.resolve([])
    : rows(db)
        .where('day.resource_id', 'in', [...resourceIds])
        .where('day.state', '=', 'hold')
        .orderBy('day.asked_at')
        .orderBy('day.id')
        .execute()

/** One at a time on each resource, in one order, so that two coordinators take turns and never wait for each other. */
export async function lockResources(tx: Tx, resourceIds: readonly (string | null)[]): Promise<void> {
  const ids = [...new Set(resourceIds.filter((it) => it !== null))].sort()
  if (ids.length === 0) return
  await sql`
    select pg_advisory_xact_lock(hashtextextended(id, 42))
    from (select id from unnest(${ids}::text[]) with ordinality as asked (id, place) order by place) as sorted`.execute(
    tx,
  )
}

export const insert = (tx: Tx, days: readonly Insertable<BookingDayTable>[]) =>
  days.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('booking_day')
        .values([...days])
        .execute()

/** What does not fit beside a confirmed row is left out. @returns the ids that are in */
export const insertWhereFree = async (tx: Tx, days: readonly Insertable<BookingDayTable>[]): Promise<Set<string>> =>
  days.length === 0
    ? new Set()
    : new Set(
        (
          await tx
            .insertInto('booking_day')
            .values([...days])
            .onConflict((conflict) => conflict.doNothing())
            .returning('id')
            .execute()
        ).map(({ id }) => id),
      )

export const update = (tx: Tx, ids: readonly BookingDayId[], change: Updateable<BookingDayTable>) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('booking_day')
        .set(change)
        .where('id', 'in', [...ids])
        .execute()

/** Ends rows and keeps what they were. */
export const end = (
  tx: Tx,
  ids: readonly BookingDayId[],
  change: Pick<Updateable<BookingDayTable>, 'state' | 'ended_at' | 'ended_reason' | 'fee_percent'>,
) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('booking_day')
        .set((eb) => ({
          ...change,
          was: eb.ref('state').$castTo<'planning' | 'hold' | 'confirmed'>(),
          rank: null,
          by_hand: true,
          shared_reason: null,
          shared_by: null,
        }))
        .where('id', 'in', [...ids])
        .execute()

export const remove = (tx: Tx, ids: readonly BookingDayId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .deleteFrom('booking_day')
        .where('id', 'in', [...ids])
        .execute()

export async function setRanks(tx: Tx, ranks: ReadonlyMap<string, number>): Promise<void> {
  if (ranks.size === 0) return
  await sql`
    update booking_day set rank = new.rank
    from unnest(${[...ranks.keys()]}::uuid[], ${[...ranks.values()]}::smallint[]) as new (id, rank)
    where booking_day.id = new.id`.execute(tx)
}
