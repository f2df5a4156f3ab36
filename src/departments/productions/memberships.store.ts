import type { ProductionRole } from '../../kernel/abilities.ts'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/database.ts'
import './production.table.ts'

/**
 * A user's own role in a production. Asked by the edge before there is a scope, and by nobody else.
 * @returns undefined when there is no such production
 */
export async function membershipOf(
  db: Db,
  productionId: ProductionId,
  userId: UserId,
): Promise<{ role: ProductionRole | undefined } | undefined> {
  const row = await db
    .selectFrom('production')
    .leftJoin('production_member as member', (join) =>
      join.onRef('member.production_id', '=', 'production.id').on('member.user_id', '=', userId),
    )
    .select('member.role')
    .where('production.id', '=', productionId)
    .executeTakeFirst()
  return row && { role: row.role ?? undefined }
}

export async function productionsOfUser(db: Db, userId: UserId): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('production_member').select('production_id').where('user_id', '=', userId).execute()
  return new Set(rows.map((row) => row.production_id))
}
