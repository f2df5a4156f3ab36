import { roleInProduction, type ProductionRole } from '../../kernel/abilities.ts'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
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

/** The productions somebody may open, and as what; archived ones last. One query, however many there are. */
export async function productionsVisibleTo(db: Db, scope: OfficeScope): Promise<VisibleProduction[]> {
  if (scope.actor.kind !== 'user') return []
  const { userId, officeRole } = scope.actor
  const rows = await db
    .selectFrom('production')
    .leftJoin('production_member as member', (join) =>
      join.onRef('member.production_id', '=', 'production.id').on('member.user_id', '=', userId),
    )
    .select(['production.id', 'code', 'title', 'kind', 'phase', 'time_zone', 'paper_size', 'member.role'])
    .where('archived_at', 'is', null)
    .orderBy('starts_on', (order) => order.asc().nullsLast())
    .orderBy('title')
    .execute()
  return rows.flatMap(({ time_zone, paper_size, role, ...row }) => {
    const acts = roleInProduction(officeRole, role ?? undefined)
    return acts === undefined ? [] : [{ ...row, timeZone: time_zone, paperSize: paper_size, role: acts }]
  })
}

export interface VisibleProduction {
  id: ProductionId
  code: string
  title: string
  kind: string
  phase: string
  timeZone: ZoneName
  paperSize: 'a4' | 'letter'
  role: ProductionRole
}

/** Makes somebody a member, or gives a member another role. */
export const putMember = (
  tx: Tx,
  {
    productionId,
    userId,
    role,
    at,
  }: { productionId: ProductionId; userId: UserId; role: ProductionRole; at: Temporal.Instant },
) =>
  tx
    .insertInto('production_member')
    .values({ production_id: productionId, user_id: userId, role, added_at: at.toString() })
    .onConflict((conflict) => conflict.columns(['production_id', 'user_id']).doUpdateSet({ role }))
    .execute()

/** The zones of several productions, for what happens across them. */
export async function zonesOf(db: Db, ids: readonly ProductionId[]): Promise<Map<string, ZoneName>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('production').select(['id', 'time_zone']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.time_zone]))
}

/** What somebody is a member as, in those of the productions where they are one. */
export async function rolesOfUser(
  db: Db,
  userId: UserId,
  productionIds: readonly ProductionId[],
): Promise<ReadonlyMap<ProductionId, ProductionRole>> {
  if (productionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('production_member')
    .select(['production_id as id', 'role'])
    .where('user_id', '=', userId)
    .where('production_id', 'in', productionIds)
    .execute()
  return new Map(rows.map(({ id, role }) => [id, role]))
}
