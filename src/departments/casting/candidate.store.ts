import { sql } from 'kysely'
import type { PersonId, UserId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CandidateChange, CandidateId, CandidateQuery, CandidateState, Mark, Media } from './candidate.contract.ts'
import { COMMITTED, isCommitted, OUT } from './candidate.rules.ts'
import type { RoleId } from './role.contract.ts'
import './candidate.table.ts'

const columns = [
  'id',
  'role_id as roleId',
  'number',
  'source',
  'state',
  'choice',
  'person_id as personId',
  'is_new_person as isNewPerson',
  'agreement_id as agreementId',
  'name',
  'email',
  'phone',
  'city',
  'birth_date as birthDate',
  'sizes',
  'rate_wish as rateWish',
  'reel',
  'availability',
  'message',
  'guardian_name as guardianName',
  'guardian_email as guardianEmail',
  'agent_name as agentName',
  'agent_email as agentEmail',
  'agent_first as agentFirst',
  'agent_copied as agentCopied',
  'consent_id as consentId',
  'may_keep as mayKeep',
  'erase_on as eraseOn',
  'created_at as createdAt',
  'version',
] as const

const of = (db: Db, scope: ProductionScope) =>
  db.selectFrom('casting_candidate').select(columns).where('production_id', '=', scope.productionId)

export const page = (db: Db, scope: ProductionScope, query: CandidateQuery) => {
  let rows = of(db, scope)
  if (query.ids !== undefined) rows = rows.where('id', 'in', [query.ids].flat())
  if (query.roleId !== undefined) rows = rows.where('role_id', '=', query.roleId)
  if (query.show === 'in') rows = rows.where('state', 'not in', [...OUT])
  if (query.show === 'out') rows = rows.where('state', 'in', [...OUT])
  if (query.show === 'new') rows = rows.where('state', '=', 'submitted')
  if (query.q !== undefined && query.q !== '')
    rows = rows.where('name', 'ilike', `%${query.q.replaceAll(/[%_\\]/g, '\\$&')}%`)
  if (query.mark !== undefined || query.show === 'marked')
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('casting_mark')
          .select('casting_mark.id')
          .whereRef('casting_mark.candidate_id', '=', 'casting_candidate.id')
          .where('casting_mark.mark', query.mark === undefined ? 'is not' : '=', query.mark ?? null),
      ),
    )
  if (query.after !== undefined) rows = rows.where('id', '>', query.after as CandidateId)
  return rows
    .orderBy('id')
    .limit(query.limit + 1)
    .execute()
}
export type CandidateRow = Awaited<ReturnType<typeof page>>[number]

export const byIds = (db: Db, scope: ProductionScope, ids: readonly CandidateId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : of(db, scope)
        .where('id', 'in', [...ids])
        .orderBy('id')
        .execute()

export const lock = (tx: Tx, scope: ProductionScope, ids: readonly CandidateId[]) =>
  of(tx, scope)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()

export const ofRole = (db: Db, scope: ProductionScope, roleId: RoleId) =>
  of(db, scope).where('role_id', '=', roleId).orderBy('number').execute()

export const byKey = (db: Db, scope: ProductionScope, roleId: RoleId, key: string) =>
  of(db, scope).where('role_id', '=', roleId).where('merge_key', '=', key).executeTakeFirst()

/** The candidate a release was made out to. */
export const byAgreement = (db: Db, scope: ProductionScope, agreementId: string) =>
  of(db, scope).where('agreement_id', '=', agreementId).executeTakeFirst()

export const nextNumber = async (tx: Tx, roleId: RoleId): Promise<number> => {
  const { most } = await tx
    .selectFrom('casting_candidate')
    .select(({ fn }) => fn.max('number').as('most'))
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow()
  return (most ?? 0) + 1
}

const nameOf: Record<keyof CandidateChange, string> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  city: 'city',
  birthDate: 'birth_date',
  sizes: 'sizes',
  rateWish: 'rate_wish',
  reel: 'reel',
  availability: 'availability',
  message: 'message',
  guardianName: 'guardian_name',
  guardianEmail: 'guardian_email',
  agentName: 'agent_name',
  agentEmail: 'agent_email',
  agentFirst: 'agent_first',
  agentCopied: 'agent_copied',
  state: 'state',
  choice: 'choice',
  mayKeep: 'may_keep',
}

const written = (change: CandidateChange) =>
  Object.fromEntries(
    Object.entries(nameOf).flatMap(([field, column]) => {
      const value = change[field as keyof CandidateChange]
      return value === undefined ? [] : [[column, value]]
    }),
  )

export interface CandidateInsert extends CandidateChange {
  id: CandidateId
  roleId: RoleId
  number: number
  source: string
  name: string
  mergeKey: string | null
  personId?: PersonId | null
  consent?: { id: string; at: Temporal.Instant; eraseOn: string }
  at: Temporal.Instant
}

export const insert = (tx: Tx, scope: ProductionScope, row: CandidateInsert) =>
  tx
    .insertInto('casting_candidate')
    .values({
      ...written(row),
      id: row.id,
      production_id: scope.productionId,
      role_id: row.roleId,
      number: row.number,
      source: row.source,
      person_id: row.personId ?? null,
      merge_key: row.mergeKey,
      consent_id: row.consent?.id ?? null,
      consented_at: row.consent?.at.toString() ?? null,
      erase_on: row.consent?.eraseOn ?? null,
      created_at: row.at.toString(),
    } as never)
    .execute()

/** @param also columns a person does not set by hand */
export const update = (
  tx: Tx,
  scope: ProductionScope,
  id: CandidateId,
  change: CandidateChange,
  also: Partial<{
    merge_key: string | null
    person_id: PersonId | null
    is_new_person: boolean
    agreement_id: string
    booking_id: string
    erase_on: string | null
    consent_id: string
    consented_at: string
    released_at: string | null
  }> = {},
) =>
  tx
    .updateTable('casting_candidate')
    .set({ ...written(change), ...also, version: sql<number>`version + 1` } as never)
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .execute()

/** Those among them for whom days are held or booked. */
export const withDays = async (db: Db, scope: ProductionScope, rows: readonly CandidateRow[]) => {
  const ids = rows.filter(({ state }) => isCommitted(state)).map(({ id }) => id)
  if (ids.length === 0) return []
  return db
    .selectFrom('casting_candidate')
    .select('name')
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', ids)
    .where('booking_id', 'is not', null)
    .orderBy('number')
    .execute()
}

/** Several who stand in the same place from now on. */
export const setState = async (
  tx: Tx,
  scope: ProductionScope,
  ids: readonly CandidateId[],
  { state, releasedAt }: { state: CandidateState; releasedAt?: Temporal.Instant },
): Promise<void> => {
  if (ids.length === 0) return
  await tx
    .updateTable('casting_candidate')
    .set({ state, version: sql<number>`version + 1`, ...(releasedAt && { released_at: releasedAt.toString() }) })
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', [...ids])
    .execute()
}

export const byBooking = (db: Db, scope: ProductionScope, bookingId: string) =>
  of(db, scope).where('booking_id', '=', bookingId).executeTakeFirst()

/** Per role: who is in it, who is new, and the names of those held or booked. */
export const counts = async (db: Db, scope: ProductionScope, roleIds: readonly RoleId[]) =>
  roleIds.length === 0
    ? []
    : db
        .selectFrom('casting_candidate')
        .select(['role_id as roleId'])
        .select(sql<number>`count(*) filter (where state <> all (${sql.val(OUT)}::text[]))`.as('candidates'))
        .select(sql<number>`count(*) filter (where state = 'submitted')`.as('unseen'))
        .select(
          sql<
            string[] | null
          >`array_agg(name order by name) filter (where state = any (${sql.val(COMMITTED)}::text[]))`.as('cast'),
        )
        .where('production_id', '=', scope.productionId)
        .where('role_id', 'in', [...roleIds])
        .groupBy('role_id')
        .execute()

export const mediaOf = async (db: Db, ids: readonly CandidateId[]): Promise<Map<CandidateId, Media[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('casting_media')
    .select(['candidate_id as candidateId', 'id', 'kind', 'purpose', 'take', 'name', 'media_type as mediaType'])
    .where('candidate_id', 'in', [...ids])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const found = new Map<CandidateId, Media[]>()
  for (const { candidateId, ...media } of rows) found.set(candidateId, [...(found.get(candidateId) ?? []), media])
  return found
}

export const marksOf = (db: Db, ids: readonly CandidateId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_mark')
        .innerJoin('auth.user', 'auth.user.id', 'casting_mark.user_id')
        .select(['candidate_id as candidateId', 'user_id as userId', 'auth.user.name as reviewer', 'mark', 'note'])
        .select('marked_at as markedAt')
        .where('candidate_id', 'in', [...ids])
        .orderBy('auth.user.name')
        .execute()

export const putMark = (
  tx: Tx,
  row: { id: string; candidate_id: CandidateId; user_id: UserId; mark: Mark | null; note?: string; marked_at: string },
) =>
  tx
    .insertInto('casting_mark')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['candidate_id', 'user_id']).doUpdateSet({
        mark: row.mark,
        marked_at: row.marked_at,
        ...(row.note !== undefined && { note: row.note }),
      }),
    )
    .execute()
