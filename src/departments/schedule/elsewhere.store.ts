import type { ProductionId } from '../../kernel/ids.ts'
import type { Range } from '../../kernel/ranges.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { counts } from './counting.store.ts'
import './schedule.table.ts'

/** Other productions that shoot on any of these dates by a plan that counts. */
export async function productionsShooting(
  db: Db,
  scope: ProductionScope,
  { from, until }: Range<PlainDay>,
): Promise<ProductionId[]> {
  const rows = await db
    .selectFrom('shoot_day')
    .innerJoin('board', 'board.id', 'shoot_day.board_id')
    .select('board.production_id as productionId')
    .distinct()
    .where('shoot_day.on_date', '>=', from)
    .where('shoot_day.on_date', '<', until)
    .where('shoot_day.archived_at', 'is', null)
    .where('board.production_id', '!=', scope.productionId)
    .where(counts)
    .execute()
  return rows.map((row) => row.productionId)
}
