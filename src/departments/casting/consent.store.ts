import type { Insertable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CastingConsentTable } from './consent.table.ts'

const from = (db: Db) =>
  db
    .selectFrom('casting_consent')
    .select(['id', 'number', 'body', 'source'])
    .select(['retention_months as retentionMonths', 'effective_from as effectiveFrom'])
    .orderBy('number', 'desc')

/** The newest first; what was agreed to long ago is asked for by its id. */
export const newest = (db: Db, limit = 50) => from(db).limit(limit).execute()

/** The wording on calls that are opened now. */
export const current = (db: Db) => from(db).executeTakeFirstOrThrow()

export async function numbersOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('casting_consent')
    .select(['id', 'number'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export const insert = (tx: Tx, row: Insertable<CastingConsentTable>) =>
  tx.insertInto('casting_consent').values(row).execute()
