import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ElementCategory } from './element.contract.ts'
import './script.table.ts'

export const categories = (db: Db): Promise<ElementCategory[]> =>
  db
    .selectFrom('element_category')
    .select(['code', 'name', 'colour', 'mark', 'icon', 'key', 'sort', 'version'])
    .orderBy('sort')
    .orderBy('code')
    .execute()

/** Takes turns with everybody who changes categories, because a letter belongs to one of them. */
export async function lockAll(tx: Tx): Promise<ElementCategory[]> {
  await tx.selectFrom('element_category').select('code').orderBy('code').forUpdate().execute()
  return categories(tx)
}

export type CategoryChange = {
  [Field in 'name' | 'colour' | 'mark' | 'icon' | 'key' | 'sort']?: ElementCategory[Field] | undefined
}

export const changeCategory = (tx: Tx, code: string, expected: number, change: CategoryChange) =>
  tx
    .updateTable('element_category')
    .set({ ...change, version: sql<number>`version + 1` } as never)
    .where('code', '=', code)
    .where('version', '=', expected)
    .returning(['code', 'name', 'colour', 'mark', 'icon', 'key', 'sort', 'version'])
    .executeTakeFirst()
