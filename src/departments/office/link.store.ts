import type { LinkId, ProductionId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import '../../platform/link.table.ts'
import '../../platform/signin/signin.table.ts'

export interface Filter {
  productionId?: ProductionId | undefined
  purpose?: string | undefined
  after?: string | undefined
  limit: number
}

/** The register, newest first; one more than asked for, where there is more. */
export function page(db: Db, filter: Filter) {
  let query = db
    .selectFrom('link')
    .leftJoin('auth.user as creator', 'creator.id', 'link.created_by')
    .select([
      'link.id',
      'purpose',
      'label',
      'link.production_id',
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
  return query.execute()
}

/** Links by their ids, or all of a production. */
export type Which = { ids: LinkId[] } | { productionId: ProductionId }

/** Those of them that are not revoked yet. */
export const open = (tx: Tx, which: Which) =>
  tx
    .selectFrom('link')
    .select(['id', 'label', 'production_id'])
    .where('revoked_at', 'is', null)
    .$if('ids' in which, (query) => query.where('id', 'in', (which as { ids: LinkId[] }).ids))
    .$if('productionId' in which, (query) =>
      query.where('production_id', '=', (which as { productionId: ProductionId }).productionId),
    )
    .execute()

/** Links that would make a first owner. */
export const ownerLinks = (tx: Tx) =>
  tx.selectFrom('link').select('id').where('purpose', '=', 'owner').where('revoked_at', 'is', null).execute()
