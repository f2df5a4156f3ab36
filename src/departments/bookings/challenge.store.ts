import type { Insertable } from 'kysely'
import type { LinkId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { ChallengeId, ChallengeState } from './challenge.contract.ts'
import type { BookingChallengeTable } from './challenge.table.ts'
import type { BookingId } from './engine.contract.ts'
import './booking.table.ts'

const challenges = (db: Db) =>
  db
    .selectFrom('booking_challenge as challenge')
    .innerJoin('booking as ours', 'ours.id', 'challenge.booking_id')
    .innerJoin('booking as theirs', 'theirs.id', 'challenge.against_id')
    .selectAll('challenge')
    .select(['ours.production_id as ourProductionId', 'ours.title', 'ours.holder as ourHolder'])
    .select(['theirs.production_id as theirProductionId', 'theirs.holder as theirHolder'])

export type ChallengeRow = Awaited<ReturnType<typeof openDue>>[number]

/** By or against the production, the open ones first; a hundred are more than anybody reads. */
export const ofProduction = (db: Db, scope: ProductionScope, bookingId?: BookingId): Promise<ChallengeRow[]> =>
  challenges(db)
    .where((eb) =>
      eb.or([eb('ours.production_id', '=', scope.productionId), eb('theirs.production_id', '=', scope.productionId)]),
    )
    .$if(bookingId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('booking_id', '=', bookingId!), eb('against_id', '=', bookingId!)])),
    )
    .orderBy((eb) => eb('challenge.state', '=', 'open'), 'desc')
    .orderBy('challenge.id', 'desc')
    .limit(100)
    .execute()

export const find = (db: Db, id: ChallengeId): Promise<ChallengeRow | undefined> =>
  challenges(db).where('challenge.id', '=', id).executeTakeFirst()

export const findByLink = (db: Db, linkId: LinkId): Promise<ChallengeRow | undefined> =>
  challenges(db)
    .where((eb) => eb.or([eb('our_link_id', '=', linkId), eb('their_link_id', '=', linkId)]))
    .executeTakeFirst()

export const lock = (tx: Tx, id: ChallengeId) =>
  tx.selectFrom('booking_challenge').select(['id', 'state']).where('id', '=', id).forUpdate().executeTakeFirst()

export const openDue = (db: Db, now: Temporal.Instant) =>
  challenges(db)
    .where('challenge.state', '=', 'open')
    .where('due_at', '<=', moment(now))
    .orderBy('due_at')
    .limit(200)
    .execute()

/** Open challenges that one of these bookings takes part in. */
export const openOf = (db: Db, ids: readonly BookingId[]): Promise<ChallengeRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : challenges(db)
        .where('challenge.state', '=', 'open')
        .where((eb) => eb.or([eb('booking_id', 'in', [...ids]), eb('against_id', 'in', [...ids])]))
        .execute()

export const insert = (tx: Tx, row: Insertable<BookingChallengeTable>) =>
  tx.insertInto('booking_challenge').values(row).execute()

export const answer = (
  tx: Tx,
  id: ChallengeId,
  { state, by, at }: { state: ChallengeState; by: string; at: Temporal.Instant },
) =>
  tx
    .updateTable('booking_challenge')
    .set({ state, answered_at: at.toString(), answered_by: by })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
