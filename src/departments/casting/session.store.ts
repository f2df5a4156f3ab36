import { sql } from 'kysely'
import type { Insertable, Updateable } from 'kysely'
import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CandidateId } from './candidate.contract.ts'
import type { SessionId, SessionQuery } from './session.contract.ts'
import type { CastingAppointmentTable, CastingSessionTable, CastingWaitingTable } from './session.table.ts'

const of = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('casting_session')
    .select(['id', 'role_id as roleId', 'kind', 'on_date as onDate', 'from_minute as fromMinute'])
    .select(['until_minute as untilMinute', 'slot_minutes as slotMinutes', 'per_slot as perSlot', 'breaks'])
    .select([
      'time_zone as timeZone',
      'place',
      'stream',
      'release_text as releaseText',
      'version',
      'door_link_id as doorLinkId',
    ])
    .where('production_id', '=', scope.productionId)

/** One page and one row more where there is a next page; whether a day is past is asked of the clock at its place. */
export const page = (db: Db, scope: ProductionScope, { show, after, limit }: SessionQuery, now: Temporal.Instant) => {
  const isPast = show === 'past'
  const today = sql<string>`(${now.toString()}::timestamptz at time zone time_zone)::date`
  const key = sql`(on_date, from_minute, id)`
  const order = isPast ? 'desc' : 'asc'
  return of(db, scope)
    .where(isPast ? sql<boolean>`on_date < ${today}` : sql<boolean>`on_date >= ${today}`)
    .$if(after !== undefined, (it) =>
      it.where(
        sql<boolean>`${key} ${sql.raw(isPast ? '<' : '>')}
          (select on_date, from_minute, id from casting_session where id = ${after as string})`,
      ),
    )
    .select(({ selectFrom }) => [
      selectFrom('casting_appointment')
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .whereRef('session_id', '=', 'casting_session.id')
        .as('taken'),
      selectFrom('casting_waiting')
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .whereRef('session_id', '=', 'casting_session.id')
        .where('waits', '=', true)
        .as('waiting'),
    ])
    .orderBy('on_date', order)
    .orderBy('from_minute', order)
    .orderBy('id', order)
    .limit(limit + 1)
    .execute()
}

export const find = (db: Db, scope: ProductionScope, id: SessionId) =>
  of(db, scope).where('id', '=', id).executeTakeFirst()
export type SessionRow = NonNullable<Awaited<ReturnType<typeof find>>>

export const lock = (tx: Tx, scope: ProductionScope, id: SessionId) =>
  of(tx, scope).where('id', '=', id).forUpdate().executeTakeFirst()

export const insert = (tx: Tx, row: Insertable<CastingSessionTable>) =>
  tx.insertInto('casting_session').values(row).execute()

export const update = (tx: Tx, id: SessionId, set: Updateable<CastingSessionTable>) =>
  Object.keys(set).length === 0
    ? Promise.resolve([])
    : tx.updateTable('casting_session').set(set).where('id', '=', id).execute()

export const appointmentsOf = (db: Db, ids: readonly SessionId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_appointment')
        .innerJoin('casting_candidate', 'casting_candidate.id', 'casting_appointment.candidate_id')
        .select(['session_id as sessionId', 'candidate_id as candidateId', 'name', 'number', 'birth_date as birthDate'])
        .select(['minute', 'seat', 'told_at as toldAt', 'signed_in_at as signedInAt', 'signed_out_at as signedOutAt'])
        .select(['signed_name as signedName', 'signed_guardian as signedGuardian'])
        .where('session_id', 'in', [...ids])
        .orderBy('minute')
        .orderBy('seat')
        .execute()

/** @returns false when somebody has the seat, or the talent is elsewhere at that time */
export async function place(tx: Tx, row: Insertable<CastingAppointmentTable>): Promise<boolean> {
  const made = await tx
    .insertInto('casting_appointment')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export const remove = (tx: Tx, id: SessionId, candidateId: CandidateId) =>
  tx.deleteFrom('casting_appointment').where('session_id', '=', id).where('candidate_id', '=', candidateId).execute()

export const change = (
  tx: Tx,
  id: SessionId,
  candidateIds: readonly CandidateId[],
  set: {
    told_at?: string | null
    signed_name?: string
    signed_guardian?: string | null
    signed_in_at?: string
    signed_out_at?: string | null
  },
) =>
  candidateIds.length === 0
    ? Promise.resolve([])
    : tx
        .updateTable('casting_appointment')
        .set(set)
        .where('session_id', '=', id)
        .where('candidate_id', 'in', [...candidateIds])
        .execute()

export const askedOf = (db: Db, ids: readonly SessionId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_waiting')
        .innerJoin('casting_candidate', 'casting_candidate.id', 'casting_waiting.candidate_id')
        .select([
          'session_id as sessionId',
          'candidate_id as candidateId',
          'name',
          'link_id as linkId',
          'waits',
          'since',
        ])
        .where('session_id', 'in', [...ids])
        .orderBy('since')
        .execute()

export const ask = (tx: Tx, row: Insertable<CastingWaitingTable>) =>
  tx.insertInto('casting_waiting').values(row).execute()

interface Waiting {
  readonly candidateId: CandidateId
  readonly waits: boolean
  readonly since: Temporal.Instant
}

export const setWaits = (tx: Tx, id: SessionId, { candidateId, waits, since }: Waiting) =>
  tx
    .updateTable('casting_waiting')
    .set({ waits, since: since.toString() })
    .where('session_id', '=', id)
    .where('candidate_id', '=', candidateId)
    .execute()

export const behindLink = (db: Db, productionId: ProductionId, linkId: LinkId) =>
  db
    .selectFrom('casting_waiting')
    .innerJoin('casting_session', 'casting_session.id', 'casting_waiting.session_id')
    .select(['session_id as sessionId', 'candidate_id as candidateId', 'waits'])
    .where('link_id', '=', linkId)
    .where('production_id', '=', productionId)
    .executeTakeFirst()

/** The day whose door a link opens. */
export const atDoor = (db: Db, productionId: ProductionId, linkId: LinkId) =>
  db
    .selectFrom('casting_session')
    .select('id')
    .where('door_link_id', '=', linkId)
    .where('production_id', '=', productionId)
    .executeTakeFirst()

export const touch = (tx: Tx, id: SessionId) =>
  tx
    .updateTable('casting_session')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
