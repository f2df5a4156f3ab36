import { sql, type Insertable, type Selectable } from 'kysely'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CrowdNoticeId, PointId } from './point.contract.ts'
import type { CrowdNoticeTable, PointTable } from './point.table.ts'
import './point.table.ts'

const rows = (db: Db) =>
  db
    .selectFrom('agreement_point as p')
    .innerJoin('agreement_template as t', 't.id', 'p.template_id')
    .selectAll('p')
    .select('t.name as templateName')

export const all = (db: Db, scope: ProductionScope) =>
  rows(db).where('p.production_id', '=', scope.productionId).orderBy('p.id', 'desc').limit(200).execute()
export type PointRow = Awaited<ReturnType<typeof all>>[number]

export const byId = (db: Db, id: PointId): Promise<PointRow | undefined> =>
  rows(db).where('p.id', '=', id).executeTakeFirst()

export const lock = (tx: Tx, scope: ProductionScope, id: PointId) =>
  tx
    .selectFrom('agreement_point')
    .select(['id', 'version', 'label'])
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function counts(db: Db, ids: readonly PointId[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('agreement')
    .select(['point_id', ({ fn }) => fn.countAll<number>().as('many')])
    .where('point_id', 'in', ids)
    .groupBy('point_id')
    .execute()
  return new Map(found.map((it) => [it.point_id as string, it.many]))
}

export const insert = (tx: Tx, row: Insertable<PointTable>) => tx.insertInto('agreement_point').values(row).execute()

export const close = (tx: Tx, id: PointId, at: Temporal.Instant) =>
  tx
    .updateTable('agreement_point')
    .set({ closed_at: at.toString(), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()

export type NoticeRow = Selectable<CrowdNoticeTable>

/** A phone that sends twice gets the row of the first time. */
export async function insertNotice(tx: Tx, row: Insertable<CrowdNoticeTable>): Promise<NoticeRow> {
  const made = await tx
    .insertInto('agreement_crowd_notice')
    .values(row)
    .onConflict((conflict) => conflict.column('submission_key').doNothing())
    .returningAll()
    .executeTakeFirst()
  return (
    made ??
    tx
      .selectFrom('agreement_crowd_notice')
      .selectAll()
      .where('submission_key', '=', row.submission_key as string)
      .executeTakeFirstOrThrow()
  )
}

export const notices = (db: Db, scope: ProductionScope): Promise<NoticeRow[]> =>
  db
    .selectFrom('agreement_crowd_notice')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()

export const notice = (db: Db, scope: ProductionScope, id: CrowdNoticeId): Promise<NoticeRow | undefined> =>
  db
    .selectFrom('agreement_crowd_notice')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('id', '=', id)
    .executeTakeFirst()
