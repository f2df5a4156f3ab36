import type { Db, Tx } from '../../platform/database/database.ts'
import type { ResetRow } from '../../platform/shipped.table.ts'

const keptOfEachList = 20

/** The last few times a list was set back, newest first. */
export const resets = (db: Db, list: string) =>
  db
    .selectFrom('shipped_reset')
    .select(['id', 'at', 'by_name as byName', 'rows', 'undone_at as undoneAt'])
    .where('list', '=', list)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(keptOfEachList)
    .execute()

interface NewReset {
  id: string
  list: string
  at: Temporal.Instant
  byName: string
  rows: readonly ResetRow[]
}

/** Keeps what was replaced; what is older than the last twenty of this list goes. */
export async function keepReset(tx: Tx, { id, list, at, byName, rows }: NewReset): Promise<void> {
  await tx
    .insertInto('shipped_reset')
    .values({ id, list, at: at.toString(), by_name: byName, rows: JSON.stringify(rows), undone_at: null })
    .execute()
  await tx
    .deleteFrom('shipped_reset')
    .where('list', '=', list)
    .where('id', 'not in', (from) =>
      from
        .selectFrom('shipped_reset')
        .select('id')
        .where('list', '=', list)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(keptOfEachList),
    )
    .execute()
}

/** @returns undefined where it was undone already */
export const markUndone = (tx: Tx, list: string, id: string, at: Temporal.Instant) =>
  tx
    .updateTable('shipped_reset')
    .set({ undone_at: at.toString() })
    .where('list', '=', list)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('rows')
    .executeTakeFirst()
