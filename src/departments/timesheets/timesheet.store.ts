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

/** @returns undefined when there is one already */
export const insert = (tx: Tx, row: Insertable<TimesheetDayTable>) =>
  tx
    .insertInto('timesheet_day')
    .values(row)
    .onConflict((it) => it.columns(['engagement_id', 'on_date']).doNothing())
    .returning('version')
    .executeTakeFirst()

/** @returns undefined when somebody else was first, or the day is approved and stays as it is */
export const update = (
  tx: Tx,
  scope: ProductionScope,
  of: { engagementId: string; onDate: PlainDay; expected: number; approved: boolean },
  change: Updateable<TimesheetDayTable>,
) =>
  tx
    .updateTable('timesheet_day')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('production_id', '=', scope.productionId)
    .where('engagement_id', '=', of.engagementId)
    .where('on_date', '=', of.onDate)
    .where('version', '=', of.expected)
    .where('approved_at', of.approved ? 'is not' : 'is', null)
    .returning('version')
    .executeTakeFirst()
