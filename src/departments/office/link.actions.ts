import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type { RegisteredLink } from './link.contract.ts'
import * as store from './link.store.ts'

/** The register, newest first. */
export async function registeredLinks(
  db: Db,
  filter: store.Filter,
  now: Temporal.Instant,
): Promise<{ items: RegisteredLink[]; next: string | null }> {
  const rows = await store.page(db, filter)
  const shown = rows.slice(0, filter.limit)
  const titles = await productions.titlesByIds(
    db,
    shown.flatMap(({ production_id }) => production_id ?? []),
  )
  const items = shown.map((row): RegisteredLink => ({
    id: row.id,
    purpose: row.purpose,
    label: row.label,
    productionId: row.production_id,
    productionTitle: row.production_id && (titles.get(row.production_id) ?? null),
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
  { scope, which }: { scope: OfficeScope; which: store.Which },
): Promise<{ revoked: number }> =>
  app.transaction(async (tx) => {
    const links = await store.open(tx, which)
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
