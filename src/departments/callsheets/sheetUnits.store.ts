import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import './sheet.table.ts'

/** Where somebody works with another unit than usual, day by day. */
export const unitDays = (db: Db, scope: ProductionScope) =>
  db
    .selectFrom('call_sheet_unit_day')
    .select(['engagement_id as engagementId', 'on_date as onDate', 'unit'])
    .where('production_id', '=', scope.productionId)
    .execute()

export const setUnitDay = (
  tx: Tx,
  scope: ProductionScope,
  { engagementId, onDate, unit }: { engagementId: string; onDate: PlainDay; unit: string },
) =>
  tx
    .insertInto('call_sheet_unit_day')
    .values({ production_id: scope.productionId, engagement_id: engagementId, on_date: onDate, unit })
    .onConflict((on) => on.columns(['engagement_id', 'on_date']).doUpdateSet({ unit }))
    .execute()

export const clearUnitDay = (tx: Tx, scope: ProductionScope, engagementId: string, onDate: PlainDay) =>
  tx
    .deleteFrom('call_sheet_unit_day')
    .where('production_id', '=', scope.productionId)
    .where('engagement_id', '=', engagementId)
    .where('on_date', '=', onDate)
    .execute()
