import type { ProductionScope } from '../../platform/access/scope.ts'
import '../../platform/audit.table.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ActivityEntry } from './concern.contract.ts'

interface Filter {
  kind?: string | undefined
  id?: string | undefined
  before?: string | undefined
  limit: number
}

/** One page of who changed what, newest first. Two queries, however many entries. */
export async function activityOf(
  db: Db,
  scope: ProductionScope,
  filter: Filter,
): Promise<{ items: ActivityEntry[]; next: string | null }> {
  let query = db
    .selectFrom('audit_entry')
    .selectAll()
    .where('production_id', '=', scope.productionId)
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (filter.kind) query = query.where('subject_kind', '=', filter.kind)
  if (filter.id) query = query.where('subject_id', '=', filter.id)
  if (filter.before) query = query.where('id', '<', filter.before)
  const rows = await query.execute()
  const shown = rows.slice(0, filter.limit)
  const changes = await changesOf(
    db,
    shown.map(({ id }) => id),
  )
  const items = shown.map((row): ActivityEntry => ({
    id: row.id,
    at: row.at.toString(),
    actor: row.actor_name,
    actorKind: row.actor_kind,
    verb: row.verb,
    subject: { kind: row.subject_kind, id: row.subject_id, label: row.subject_label },
    changes: changes.get(row.id) ?? [],
  }))
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null }
}

async function changesOf(db: Db, ids: readonly string[]): Promise<Map<string, ActivityEntry['changes']>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('audit_change').selectAll().where('entry_id', 'in', ids).orderBy('field').execute()
  return new Map(
    [...Map.groupBy(rows, ({ entry_id }) => entry_id)].map(([id, group]) => [
      id,
      group.map(({ field, before, after }) => ({ field, before, after })),
    ]),
  )
}
