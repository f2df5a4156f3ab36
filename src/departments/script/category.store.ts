import { sql } from 'kysely'
import { given, type Patch } from '../../kernel/patch.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { ElementCategory } from './element.contract.ts'
import './script.table.ts'

const columns = ['code', 'name', 'colour', 'mark', 'icon', 'key', 'sort', 'version'] as const

export const categories = (db: Db): Promise<ElementCategory[]> =>
  db.selectFrom('element_category').select(columns).orderBy('sort').orderBy('code').execute()

/** Takes turns with everybody who changes categories, because a letter belongs to one of them. */
export async function lockAll(tx: Tx): Promise<ElementCategory[]> {
  await tx.selectFrom('element_category').select('code').orderBy('code').forUpdate().execute()
  return categories(tx)
}

export type CategoryChange = Patch<Pick<ElementCategory, 'name' | 'colour' | 'mark' | 'icon' | 'key' | 'sort'>>

export const changeCategory = (tx: Tx, code: string, expected: number, change: CategoryChange) =>
  tx
    .updateTable('element_category')
    .set({ ...given(change), version: sql<number>`version + 1` })
    .where('code', '=', code)
    .where('version', '=', expected)
    .returning(columns)
    .executeTakeFirst()
