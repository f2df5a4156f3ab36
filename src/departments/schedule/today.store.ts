import { sql } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Db } from '../../platform/database/database.ts'
import { counts } from './counting.store.ts'
import './schedule.table.ts'
import type { PlannedDay } from './today.rules.ts'

/** Days of the plans of several productions in a span (half-open), in order. For fronts that look across the office. */
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
    .where(counts)
    .where('shoot_day.archived_at', 'is', null)
    .where('shoot_day.on_date', '>=', from)
    .where('shoot_day.on_date', '<', until)
    .orderBy('shoot_day.on_date')
    .orderBy('shoot_day.unit')
    .execute()
  return rows.map((row) => ({ productionId: row.production_id, onDate: row.on_date, unit: row.unit, type: row.type }))
}

/** Days by what people type for one (`13 may`, `2026-05-13`), or by their note. For `Ctrl/Cmd+K`. */
export const daysNamed = (
  db: Db,
  { text, productionIds, limit }: { text: string; productionIds: readonly string[]; limit: number },
) =>
  productionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('shoot_day')
        .innerJoin('board', 'board.id', 'shoot_day.board_id')
        .select(['shoot_day.id', 'shoot_day.on_date as onDate', 'shoot_day.unit', 'shoot_day.note'])
        .select(['board.id as boardId', 'board.name as boardName', 'board.production_id as productionId'])
        .where('board.production_id', 'in', productionIds as ProductionId[])
        .where(counts)
        .where('shoot_day.archived_at', 'is', null)
        .where(
          sql<string>`to_char(shoot_day.on_date, 'Dy FMDD Mon YYYY YYYY-MM-DD') || ' ' || shoot_day.note`,
          'ilike',
          `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`,
        )
        .orderBy('shoot_day.on_date')
        .limit(limit)
        .execute()
