import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Db } from '../../platform/database/database.ts'
import './schedule.table.ts'
import type { PlannedDay } from './today.rules.ts'

/** Days of the active boards of several productions in a span (half-open), in order. For fronts that look across the office. */
export async function plannedDays(
  db: Db,
  { productionIds, from, until }: { productionIds: readonly string[]; from: PlainDay; until: PlainDay },
): Promise<PlannedDay[]> {
  if (productionIds.length === 0) return []
  const rows = await db
    .selectFrom('shoot_day')
    .innerJoin('board', 'board.id', 'shoot_day.board_id')
    .select(['board.production_id', 'shoot_day.on_date', 'shoot_day.unit', 'shoot_day.type'])
    .where('board.production_id', 'in', productionIds as ProductionId[])
    .where('board.state', '=', 'active')
    .where('board.archived_at', 'is', null)
    .where('shoot_day.archived_at', 'is', null)
    .where('shoot_day.on_date', '>=', from)
    .where('shoot_day.on_date', '<', until)
    .orderBy('shoot_day.on_date')
    .orderBy('shoot_day.unit')
    .execute()
  return rows.map((row) => ({ productionId: row.production_id, onDate: row.on_date, unit: row.unit, type: row.type }))
}
