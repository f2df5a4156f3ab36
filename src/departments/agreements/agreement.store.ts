import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { FileId, ProductionId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { moment } from '../../platform/database/moment.ts'
import type { AgreementId } from './agreement.contract.ts'
import type { AgreementEventTable, AgreementTable } from './agreement.table.ts'
import type { AgreementKind, AgreementState } from './kinds.rules.ts'
import './agreement.table.ts'

export type AgreementRow = Selectable<AgreementTable>
export type EventRow = Selectable<AgreementEventTable>

export interface ListQuery {
  readonly states: readonly AgreementState[]
  readonly kind: AgreementKind | undefined
  readonly q: string | undefined
  readonly after: AgreementId | undefined
  readonly limit: number
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

export const page = (
  db: Db,
  scope: ProductionScope,
  { states, kind, q, after, limit }: ListQuery,
): Promise<AgreementRow[]> =>
  db
    .selectFrom('agreement')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .$if(states.length > 0, (it) => it.where('state', 'in', states))
    .$if(kind !== undefined, (it) => it.where('kind', '=', kind as AgreementKind))
    .$if(after !== undefined, (it) => it.where('id', '<', after as AgreementId))
    .$if(q !== undefined && q !== '', (it) =>
      it.where(sql<boolean>`(number || ' ' || title || ' ' || subject_label) ilike ${`%${escapeLike(q ?? '')}%`}`),
    )
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

export const countByState = async (
  db: Db,
  scope: ProductionScope,
): Promise<Partial<Record<AgreementState, number>>> => {
  const rows = await db
    .selectFrom('agreement')
    .select(['state', ({ fn }) => fn.countAll<number>().as('many')])
    .where('production_id', '=', scope.productionId)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, many }) => [state, many]))
}

export const byIds = (db: Db, scope: ProductionScope, ids: readonly AgreementId[]) =>
  db
    .selectFrom('agreement')
    .select(['id', 'number', 'state'])
    .where('production_id', '=', scope.productionId)
    .where('id', 'in', [...ids])
    .execute()

export const find = (db: Db, productionId: ProductionId, id: AgreementId): Promise<AgreementRow | undefined> =>
  db
    .selectFrom('agreement')
    .selectAll()
    .where('production_id', '=', productionId)
    .where('id', '=', id)
    .executeTakeFirst()

export const byId = (db: Db, id: AgreementId): Promise<AgreementRow | undefined> =>
  db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst()

export const lock = (tx: Tx, id: AgreementId): Promise<AgreementRow | undefined> =>
  tx.selectFrom('agreement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Of two deliveries of one release, the second waits here and then finds the first. */
export const holdSubmission = (tx: Tx, key: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`release ${key}`}, 0))`.execute(tx)

export const bySubmission = (db: Db, key: string): Promise<AgreementRow | undefined> =>
  db.selectFrom('agreement').selectAll().where('submission_key', '=', key).executeTakeFirst()

export const bySealedFile = (db: Db, id: FileId): Promise<AgreementRow | undefined> =>
  db.selectFrom('agreement').selectAll().where('sealed_file_id', '=', id).executeTakeFirst()

/** The paper whose sealed file is this one, byte for byte. */
export const bySealedBytes = (db: Db, sha256: string): Promise<AgreementRow | undefined> =>
  db
    .selectFrom('agreement as a')
    .innerJoin('file as f', 'f.id', 'a.sealed_file_id')
    .selectAll('a')
    .where('f.sha256', '=', sha256)
    .executeTakeFirst()

export const successorOf = (db: Db, id: AgreementId) =>
  db.selectFrom('agreement').select(['id', 'number', 'state']).where('supersedes_id', '=', id).executeTakeFirst()

/** Those that could matter to coverage and checks: everything but drafts. */
export const standing = (db: Db, scope: ProductionScope): Promise<AgreementRow[]> =>
  db
    .selectFrom('agreement')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('state', 'in', ['pending', 'executed', 'declined', 'expired'])
    .orderBy('id', 'desc')
    .limit(5000)
    .execute()

/** Deals in force with people of the production, the latest signed first. */
export async function deals(db: Db, { productionId }: ProductionScope) {
  const rows = await db
    .selectFrom('agreement')
    .select(['number', 'person_id', 'terms'])
    .where('production_id', '=', productionId)
    .where('kind', 'in', ['deal_memo', 'crew_agreement'])
    .where('state', '=', 'executed')
    .orderBy('completed_at', 'desc')
    .limit(5000)
    .execute()
  return rows.flatMap(({ number, person_id, terms }) =>
    person_id === null || terms === null ? [] : [{ number, person_id, terms }],
  )
}

/** Numbers run without gaps per kind: whoever draws up the next waits for the one before. */
export async function nextSeries(tx: Tx, productionId: ProductionId, kind: AgreementKind): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${productionId} ${kind}`}, 0))`.execute(tx)
  const { many } = await tx
    .selectFrom('agreement')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('production_id', '=', productionId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return many + 1
}

export const insert = (tx: Tx, row: Insertable<AgreementTable>) => tx.insertInto('agreement').values(row).execute()

export const update = (tx: Tx, id: AgreementId, change: Updateable<AgreementTable>) =>
  tx
    .updateTable('agreement')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()

export const events = (db: Db, id: AgreementId): Promise<EventRow[]> =>
  db.selectFrom('agreement_event').selectAll().where('agreement_id', '=', id).orderBy('id').limit(1000).execute()

export const addEvent = (tx: Tx, row: Insertable<AgreementEventTable>) =>
  tx.insertInto('agreement_event').values(row).execute()

/** Papers whose time to sign is over, and executed ones whose own time is, on the latest day there is anywhere. */
export const overdue = (db: Db, now: Temporal.Instant, day: string) =>
  db
    .selectFrom('agreement')
    .select(['id', 'production_id'])
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'pending'), eb('sign_by', '<=', moment(now))]),
        eb.and([eb('state', '=', 'executed'), eb('effective_until', '<', day as never)]),
      ]),
    )
    .orderBy('id')
    .limit(500)
    .execute()

/** The paper, unless somebody else holds it now: the next round finds it again. */
export const lockFree = (tx: Tx, id: AgreementId): Promise<AgreementRow | undefined> =>
  tx.selectFrom('agreement').selectAll().where('id', '=', id).forUpdate().skipLocked().executeTakeFirst()

/** Signed by everybody and not sealed: a worker that died in between is made good by these. */
export const unsealed = (db: Db, before: Temporal.Instant) =>
  db
    .selectFrom('agreement')
    .select('id')
    .where('completed_at', 'is not', null)
    .where('sealed_file_id', 'is', null)
    .where('completed_at', '<', moment(before))
    .orderBy('completed_at')
    .limit(200)
    .execute()

/** Beside the paper's version: nobody who has it open is made to look again because an authority is away. */
export const noteSealFault = (tx: Tx, id: AgreementId, fault: string, at: Temporal.Instant) =>
  tx.updateTable('agreement').set({ seal_fault: fault, seal_tried_at: at.toString() }).where('id', '=', id).execute()

export const search = (
  db: Db,
  { text, productionIds, limit }: { text: string; productionIds: readonly string[]; limit: number },
) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('agreement')
        .select(['id', 'production_id as productionId', 'number', 'title', 'subject_label as subject', 'state'])
        .where('production_id', 'in', productionIds as never[])
        .where(sql<boolean>`(number || ' ' || title || ' ' || subject_label) ilike ${`%${escapeLike(text)}%`}`)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()

/** Papers out to be signed, each with one of those it waits for; for the front page. */
export const pendingOf = (db: Db, productionIds: readonly string[]) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('agreement as a')
        .innerJoin('agreement_party as p', 'p.agreement_id', 'a.id')
        .distinctOn('a.id')
        .select(['a.id', 'a.production_id', 'a.number', 'a.title', 'a.sign_by', 'a.sent_at', 'p.name as waits'])
        .where('a.production_id', 'in', productionIds as never[])
        .where('a.state', '=', 'pending')
        .where('p.state', 'in', ['sent', 'opened'])
        .where('p.role', 'not in', ['viewer', 'copy'])
        .orderBy('a.id')
        .limit(50)
        .execute()
