import type { ProductionId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import type { Db } from '../../platform/database/database.ts'
import './booking.table.ts'
import './challenge.table.ts'

/**
 * Bookings that still hold or pencil something and have a date to let go by. What somebody outside holds belongs to no
 * production: it lets go for the one that asked next for the same time, and stands for as long as nobody did.
 */
export const expiring = (db: Db, until: PlainDay) =>
  db
    .selectFrom('booking')
    .innerJoin('booking_day as day', 'day.booking_id', 'booking.id')
    .innerJoin('booking_day as waiting', 'waiting.resource_id', 'day.resource_id')
    .innerJoin('booking as next', 'next.id', 'waiting.booking_id')
    .select(['booking.id', 'day.zone'])
    .select((eb) => eb.ref('next.production_id').$notNull().as('productionId'))
    .select((eb) => eb.ref('booking.expires_on').$notNull().as('expiresOn'))
    .distinctOn('booking.id')
    .where('booking.expires_on', '<=', until)
    .where('next.production_id', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('next.id', '=', eb.ref('booking.id')),
        eb.and([
          eb('booking.production_id', 'is', null),
          eb('waiting.state', '=', 'hold'),
          eb('waiting.on_date', '=', eb.ref('day.on_date')),
        ]),
      ]),
    )
    .where('day.state', 'in', ['planning', 'hold'])
    .orderBy('booking.id')
    .orderBy('waiting.asked_at')
    .limit(500)
    .execute()

export type HeldRow = Awaited<ReturnType<typeof heldBetween>>[number]

/** Held days of these productions; half-open. */
export const heldBetween = (db: Db, productionIds: readonly ProductionId[], from: PlainDay, until: PlainDay) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('booking_day as day')
        .innerJoin('booking', 'booking.id', 'day.booking_id')
        .select(['booking.id as bookingId', 'booking.production_id as productionId', 'booking.title', 'day.zone'])
        .select(['day.person_id as personId', 'day.on_date as onDate', 'day.rank'])
        .select((eb) => eb.ref('day.from_minute').$castTo<DayMinute | null>().as('from'))
        .where('booking.production_id', 'in', [...productionIds])
        .where('day.state', '=', 'hold')
        .where('day.on_date', '>=', from)
        .where('day.on_date', '<', until)
        .orderBy('day.on_date')
        .limit(500)
        .execute()

export const lettingGo = (db: Db, productionIds: readonly ProductionId[], from: PlainDay, until: PlainDay) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('booking')
        .innerJoin('booking_day as day', 'day.booking_id', 'booking.id')
        .select(['booking.id as bookingId', 'booking.production_id as productionId', 'booking.title', 'day.zone'])
        .select(['day.person_id as personId', 'day.on_date as onDate'])
        .select((eb) => eb.ref('booking.expires_on').$notNull().as('expiresOn'))
        .distinctOn('booking.id')
        .where('booking.production_id', 'in', [...productionIds])
        .where('day.state', 'in', ['planning', 'hold'])
        .where('booking.expires_on', '>=', from)
        .where('booking.expires_on', '<', until)
        .orderBy('booking.id')
        .limit(50)
        .execute()

/** Open challenges by or against these productions, with whom they are about. */
export const openChallenges = (db: Db, productionIds: readonly ProductionId[]) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('booking_challenge as challenge')
        .innerJoin('booking as ours', 'ours.id', 'challenge.booking_id')
        .innerJoin('booking as theirs', 'theirs.id', 'challenge.against_id')
        .innerJoin('booking_day as day', 'day.booking_id', 'theirs.id')
        .select(['challenge.id', 'challenge.booking_id as bookingId', 'challenge.against_id as againstId'])
        .select(['challenge.due_at as dueAt', 'challenge.asked_at as askedAt', 'ours.title'])
        .select(['ours.production_id as ourProductionId', 'theirs.production_id as theirProductionId'])
        .select(['day.person_id as personId', 'day.on_date as onDate'])
        .distinctOn('challenge.id')
        .where('challenge.state', '=', 'open')
        .where((eb) =>
          eb.or([
            eb('ours.production_id', 'in', [...productionIds]),
            eb('theirs.production_id', 'in', [...productionIds]),
          ]),
        )
        .orderBy('challenge.id')
        .limit(100)
        .execute()
