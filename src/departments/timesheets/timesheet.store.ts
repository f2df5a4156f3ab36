import { sql, type Insertable, type Updateable } from 'kysely'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { TimesheetDayTable } from './timesheet.table.ts'

/** Days entered in a span, both dates included. */
export const between = (db: Db, scope: ProductionScope, from: PlainDay, until: PlainDay) =>
  db
    .selectFrom('timesheet_day')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .where('on_date', '>=', from)
    .where('on_date', '<=', until)
    .orderBy('on_date')
    .execute()
export type TimesheetRow = Awaited<ReturnType<typeof between>>[number]

/** The last day anybody entered hours for. */
export const lastDay = async (db: Db, scope: ProductionScope): Promise<PlainDay | null> =>
  (
    await db
      .selectFrom('timesheet_day')
      .select((eb) => eb.fn.max('on_date').as('last'))
      .where('production_id', '=', scope.productionId)
      .executeTakeFirst()
  )?.last ?? null

/** Days of these engagements, of whatever productions, both dates included. */
export const ofEngagements = (db: Db, ids: readonly string[], from: PlainDay, to: PlainDay) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('timesheet_day')
        .select(['production_id', 'engagement_id', 'on_date', 'start_minute', 'end_minute'])
        .where('engagement_id', 'in', [...ids])
        .where('on_date', '>=', from)
        .where('on_date', '<=', to)
        .execute()

/** What is entered for these days, held until the transaction ends. */
export const lock = async (
  tx: Tx,
  scope: ProductionScope,
  days: readonly { engagementId: string; onDate: PlainDay }[],
): Promise<ReadonlyMap<string, { version: number; approvedBy: string | null }>> => {
  const rows = await tx
    .selectFrom('timesheet_day')
    .select(['engagement_id as engagementId', 'on_date as onDate', 'version', 'approved_by as approvedBy'])
    .where('production_id', '=', scope.productionId)
    .where(
      sql<boolean>`(engagement_id, on_date) in (select * from unnest(
        ${days.map(({ engagementId }) => engagementId)}::uuid[], ${days.map(({ onDate }) => onDate)}::date[]))`,
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(({ engagementId, onDate, ...row }) => [`${engagementId} ${onDate}`, row]))
}

/** @returns undefined when there is one already */
export const insert = (tx: Tx, row: Insertable<TimesheetDayTable>) =>
  tx
    .insertInto('timesheet_day')
    .values(row)
    .onConflict((it) => it.columns(['engagement_id', 'on_date']).doNothing())
    .returning('version')
    .executeTakeFirst()

export const update = (
  tx: Tx,
  scope: ProductionScope,
  of: { engagementId: string; onDate: PlainDay },
  change: Updateable<TimesheetDayTable>,
) =>
  tx
    .updateTable('timesheet_day')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('engagement_id', '=', of.engagementId)
    .where('on_date', '=', of.onDate)
    .execute()
