import { sql } from 'kysely'
import { dayText } from '../../kernel/time.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Searcher } from '../../platform/department.ts'
import './schedule.table.ts'

/** `Ctrl/Cmd+K`: shoot days of active plans, by date as people type it (`13 may`, `2026-05-13`) or by note. */
export const searchDays: Searcher = async (db, _scope, { text, productionIds, limit }) => {
  if (productionIds.length === 0) return []
  const written = sql<string>`to_char(shoot_day.on_date, 'Dy FMDD Mon YYYY YYYY-MM-DD') || ' ' || shoot_day.note`
  const rows = await db
    .selectFrom('shoot_day')
    .innerJoin('board', 'board.id', 'shoot_day.board_id')
    .select(['shoot_day.id', 'shoot_day.on_date as onDate', 'shoot_day.unit', 'shoot_day.note'])
    .select(['board.id as boardId', 'board.name as boardName', 'board.production_id as productionId'])
    .where('board.production_id', 'in', productionIds as ProductionId[])
    .where('board.state', '=', 'active')
    .where('board.archived_at', 'is', null)
    .where('shoot_day.archived_at', 'is', null)
    .where(written, 'ilike', `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`)
    .orderBy('shoot_day.on_date')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    kind: 'day',
    id: row.id,
    label: dayText(row.onDate, { year: true }),
    detail: [row.unit, row.boardName, row.note].filter((word) => word !== '').join(', '),
    href: `/productions/${row.productionId}/schedule?board=${row.boardId}`,
    score: 0.6,
  }))
}
