import { sql } from 'kysely'
import type { LinkId, PersonId, ProductionId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { AccessId } from './access.contract.ts'
import type { DocumentId } from './document.contract.ts'
import './access.table.ts'
import '../../platform/signin/signin.table.ts'

const requests = (db: Db, productionId: ProductionId) =>
  db
    .selectFrom('document_access as access')
    .innerJoin('document', 'document.id', 'access.document_id')
    .innerJoin('auth.user as user', 'user.id', 'access.user_id')
    .select(['access.id', 'access.document_id as documentId', 'document.name as documentName', 'user.name as who'])
    .select(['access.state', 'access.reason', 'access.wanted_until as wantedUntil', 'access.user_id as userId'])
    .select(['access.granted_until as grantedUntil', 'access.asked_at as askedAt', 'access.decided_by as decidedBy'])
    .select(['access.note', 'access.version'])
    .where('document.production_id', '=', productionId)

export type RequestRow = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

/** The undecided first, then the latest. */
export const all = (db: Db, productionId: ProductionId, documentId?: DocumentId) =>
  requests(db, productionId)
    .$if(documentId !== undefined, (query) => query.where('access.document_id', '=', documentId as DocumentId))
    .orderBy(sql`access.state = 'asked' desc`)
    .orderBy('access.id', 'desc')
    .limit(300)
    .execute()

export const find = (db: Db, productionId: ProductionId, id: AccessId) =>
  requests(db, productionId).where('access.id', '=', id).executeTakeFirst()

export const lock = (tx: Tx, id: AccessId) =>
  tx
    .selectFrom('document_access')
    .select(['id', 'state', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** @returns undefined when they are waiting for an answer already */
export const insert = (
  tx: Tx,
  it: { id: AccessId; documentId: DocumentId; userId: UserId; reason: string; until: string; at: Temporal.Instant },
) =>
  tx
    .insertInto('document_access')
    .values({
      id: it.id,
      document_id: it.documentId,
      user_id: it.userId,
      reason: it.reason,
      wanted_until: it.until,
      granted_until: null,
      asked_at: it.at.toString(),
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

interface Decision {
  readonly state: 'granted' | 'refused' | 'revoked'
  readonly until: string | null
  readonly by: string
  readonly note: string
  readonly at: Temporal.Instant
}

export const decide = (tx: Tx, id: AccessId, it: Decision) =>
  tx
    .updateTable('document_access')
    .set({
      state: it.state,
      granted_until: it.until,
      decided_by: it.by,
      note: it.note,
      decided_at: it.at.toString(),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()

/** The documents somebody was let into, as of now: a grant ends by itself. */
export const granted = async (
  db: Db,
  userId: UserId,
  productionIds: readonly ProductionId[],
  now: Temporal.Instant,
): Promise<DocumentId[]> => {
  if (productionIds.length === 0) return []
  const rows = await db
    .selectFrom('document_access')
    .innerJoin('document', 'document.id', 'document_access.document_id')
    .select('document_access.document_id as id')
    .where('document_access.user_id', '=', userId)
    .where('document_access.state', '=', 'granted')
    .where('document_access.granted_until', '>', moment(now))
    .where('document.production_id', 'in', [...productionIds])
    .limit(1000)
    .execute()
  return rows.map(({ id }) => id)
}

interface Holder {
  readonly userId?: UserId | null
  readonly personId?: PersonId | null
  readonly linkId?: LinkId | null
}

/** When this holder agreed to the production's terms, or signed them on paper. */
export const agreed = async (db: Db, productionId: ProductionId, holder: Holder): Promise<Temporal.Instant | null> => {
  const { userId, personId, linkId } = holder
  if (!userId && !personId && !linkId) return null
  const row = await db
    .selectFrom('document_terms')
    .select('agreed_at')
    .where('production_id', '=', productionId)
    .where((eb) =>
      eb.or([
        ...(userId ? [eb('user_id', '=', userId)] : []),
        ...(personId ? [eb('person_id', '=', personId)] : []),
        ...(linkId ? [eb('link_id', '=', linkId)] : []),
      ]),
    )
    .orderBy('agreed_at')
    .limit(1)
    .executeTakeFirst()
  return row?.agreed_at ?? null
}

/** The productions whose terms somebody agreed to, of those asked about. */
export const agreedIn = async (
  db: Db,
  productionIds: readonly ProductionId[],
  userId: UserId,
): Promise<ReadonlySet<ProductionId>> => {
  if (productionIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('document_terms')
    .select('production_id as id')
    .distinct()
    .where('user_id', '=', userId)
    .where('production_id', 'in', [...productionIds])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

interface Agreement extends Holder {
  readonly id: string
  readonly productionId: ProductionId
  readonly how: 'agreed' | 'signed'
  readonly name: string
  readonly wording: string
  readonly at: Temporal.Instant
  readonly address?: string | null
  readonly agent?: string | null
}

export const insertTerms = (tx: Tx, it: Agreement) =>
  tx
    .insertInto('document_terms')
    .values({
      id: it.id,
      production_id: it.productionId,
      how: it.how,
      name: it.name,
      wording: it.wording,
      user_id: it.userId ?? null,
      person_id: it.personId ?? null,
      link_id: it.linkId ?? null,
      agreed_at: it.at.toString(),
      address: it.address ?? null,
      agent: it.agent ?? null,
    })
    .execute()
