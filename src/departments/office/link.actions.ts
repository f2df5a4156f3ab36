import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { RegisteredLink } from './link.contract.ts'

interface Filter {
  productionId?: ProductionId | undefined
  purpose?: string | undefined
  after?: string | undefined
  limit: number
}

/** The register, newest first. */
export async function registeredLinks(
  db: Db,
  filter: Filter,
  now: Temporal.Instant,
): Promise<{ items: RegisteredLink[]; next: string | null }> {
  let query = db
    .selectFrom('link')
    .leftJoin('production', 'production.id', 'link.production_id')
    .leftJoin('auth.user as creator', 'creator.id', 'link.created_by')
    .select([
      'link.id',
      'purpose',
      'label',
      'link.production_id',
      'production.title',
      'link.created_at',
      'creator.name',
      'activates_at',
      'expires_at',
      'last_used_at',
      'uses',
      'max_uses',
      'revoked_at',
    ])
    .orderBy('link.id', 'desc')
    .limit(filter.limit + 1)
  if (filter.productionId) query = query.where('link.production_id', '=', filter.productionId)
  if (filter.purpose) query = query.where('purpose', '=', filter.purpose as never)
  if (filter.after) query = query.where('link.id', '<', filter.after as LinkId)
  const rows = await query.execute()
  const items = rows.slice(0, filter.limit).map((row): RegisteredLink => ({
    id: row.id,
    purpose: row.purpose,
    label: row.label,
    productionId: row.production_id,
    productionTitle: row.title,
    createdAt: row.created_at.toString(),
    createdBy: row.name,
    expiresAt: row.expires_at?.toString() ?? null,
    lastUsedAt: row.last_used_at?.toString() ?? null,
    uses: row.uses,
    state: stateOf(row, now),
  }))
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
}

interface Limits {
  revoked_at: Temporal.Instant | null
  expires_at: Temporal.Instant | null
  activates_at: Temporal.Instant | null
  max_uses: number | null
  uses: number
}

function stateOf(link: Limits, now: Temporal.Instant): RegisteredLink['state'] {
  if (link.revoked_at !== null) return 'revoked'
  if (link.expires_at !== null && Temporal.Instant.compare(now, link.expires_at) >= 0) return 'expired'
  if (link.max_uses !== null && link.uses >= link.max_uses) return 'used_up'
  if (link.activates_at !== null && Temporal.Instant.compare(now, link.activates_at) < 0) return 'not_yet'
  return 'open'
}

export const revokeLinks = (
  app: App,
  { scope, which }: { scope: OfficeScope; which: { ids: LinkId[] } | { productionId: ProductionId } },
): Promise<{ revoked: number }> =>
  app.transaction(async (tx) => {
    let query = tx.selectFrom('link').select(['id', 'label', 'production_id']).where('revoked_at', 'is', null)
    query = 'ids' in which ? query.where('id', 'in', which.ids) : query.where('production_id', '=', which.productionId)
    const links = await query.execute()
    await app.links.revoke(
      tx,
      links.map(({ id }) => id),
    )
    for (const link of links)
      await app.audit.record(tx, scope.actor, 'link.revoked', {
        subject: { kind: 'link', id: link.id, label: link.label },
        productionId: link.production_id,
      })
    await app.announce(tx, { department: 'office', productionId: null, ids: [] })
    return { revoked: links.length }
  })
