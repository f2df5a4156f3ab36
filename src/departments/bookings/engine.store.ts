import { sql, type ExpressionBuilder, type Insertable, type Updateable } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { DayMinute } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import type { EngagementId } from './booking.contract.ts'
import type { BookingId } from './engine.contract.ts'
import type { BookingTable } from './booking.table.ts'
import type { Opening } from './opening.rules.ts'

const columns = [
  'id',
  'production_id as productionId',
  'engagement_id as engagementId',
  'department_id as departmentId',
  'title',
  'purpose',
  'is_main as isMain',
  'holder',
  'source',
  'hold_means as holdMeans',
  'terms',
  'expires_on as expiresOn',
  'note',
  'label_id as labelId',
  'version',
] as const

const bookings = (db: Db) => db.selectFrom('booking').select(columns)

/** Of the production, or of somebody outside: a hold from outside is nobody's, so everybody may settle it. */
const reachable = (scope: ProductionScope) => (eb: ExpressionBuilder<Schema, 'booking'>) =>
  eb.or([eb('booking.production_id', '=', scope.productionId), eb('booking.production_id', 'is', null)])

export const find = (db: Db, scope: ProductionScope, id: BookingId) =>
  bookings(db).where('id', '=', id).where(reachable(scope)).executeTakeFirst()

/** Held until the transaction ends. */
export const lock = (tx: Tx, scope: ProductionScope, id: BookingId) =>
  tx.selectFrom('booking').select(columns).where('id', '=', id).where(reachable(scope)).forUpdate().executeTakeFirst()

export const insert = (tx: Tx, row: Insertable<BookingTable>) => tx.insertInto('booking').values(row).execute()

/** The main bookings of these engagements; those that have none yet are simply absent. */
export const mainOf = (db: Db, ids: readonly EngagementId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : bookings(db)
        .where('engagement_id', 'in', [...ids])
        .where('is_main', '=', true)
        .execute()

/** Two who make the first main booking at once make one. */
export const insertMain = (tx: Tx, rows: readonly Insertable<BookingTable>[]) =>
  rows.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('booking')
        .values([...rows])
        .onConflict((conflict) => conflict.column('engagement_id').where('is_main', '=', true).doNothing())
        .execute()

export const change = (tx: Tx, id: BookingId, change: Updateable<BookingTable>) =>
  tx
    .updateTable('booking')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const addEvents = (
  tx: Tx,
  events: readonly { id: string; bookingId: BookingId; kind: string; words: string; by: string }[],
  at: Temporal.Instant,
) =>
  events.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('booking_event')
        .values(
          events.map(({ id, bookingId, kind, words, by }) => ({
            id,
            booking_id: bookingId,
            at: at.toString(),
            kind,
            words,
            by_name: by,
          })),
        )
        .execute()

/** What has happened to one booking, the latest first. */
export const eventsOf = (db: Db, id: BookingId) =>
  db
    .selectFrom('booking_event')
    .select(['at', 'kind', 'words', 'by_name as by'])
    .where('booking_id', '=', id)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

/** A unit of a production as something to be booked; made when it is first booked. */
export async function bookableOf(
  tx: Tx,
  scope: ProductionScope,
  name: string,
  fresh: { id: string; at: Temporal.Instant },
): Promise<string> {
  await tx
    .insertInto('bookable')
    .values({
      id: fresh.id,
      kind: 'unit',
      name,
      production_id: scope.productionId,
      capacity: null,
      zone: null,
      opens_minute: null,
      closes_minute: null,
      created_at: fresh.at.toString(),
      archived_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['production_id', 'kind', 'name']).where('production_id', 'is not', null).doNothing(),
    )
    .execute()
  const { id } = await tx
    .selectFrom('bookable')
    .select('id')
    .where('production_id', '=', scope.productionId)
    .where('kind', '=', 'unit')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}

/** Units and things by id: what they are called, and which of them are the office's own. */
export const bookablesByIds = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Opening & { name: string; isUnit: boolean }>> =>
  ids.length === 0
    ? new Map()
    : new Map(
        (
          await db
            .selectFrom('bookable')
            .select((eb) => [
              ...(['id', 'name', 'kind'] as const),
              eb.ref('opens_minute').$castTo<DayMinute | null>().as('opens'),
              eb.ref('closes_minute').$castTo<DayMinute | null>().as('closes'),
            ])
            .where('id', 'in', [...ids])
            .execute()
        ).map(({ id, kind, ...it }) => [id, { ...it, isUnit: kind === 'unit' }]),
      )

/** What was agreed with somebody for the days they are held or booked on the production, the latest word first. */
export const agreedWith = (db: Db, scope: ProductionScope, personId: PersonId) =>
  db
    .selectFrom('booking')
    .innerJoin('booking_day as day', 'day.booking_id', 'booking.id')
    .select((eb) => [
      'booking.terms',
      'booking.title',
      eb.fn.min('day.on_date').as('from'),
      eb.fn.max('day.on_date').as('until'),
    ])
    .where('booking.production_id', '=', scope.productionId)
    .where('booking.terms', 'is not', null)
    .where('day.person_id', '=', personId)
    .where('day.state', 'in', ['hold', 'confirmed'])
    .groupBy('booking.id')
    .orderBy('booking.id', 'desc')
    .limit(1)
    .executeTakeFirst()
