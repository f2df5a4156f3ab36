import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import './office.table.ts'

export interface Logo {
  readonly png: Buffer
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly isPale: boolean
}

/** What is known of the logo, without its bytes. */
export const about = async (db: Db): Promise<Omit<Logo, 'png'> | null> =>
  (await db.selectFrom('office_logo').select(['sha256', 'width', 'height', 'is_pale as isPale']).executeTakeFirst()) ??
  null

export const find = (db: Db): Promise<Logo | undefined> =>
  db.selectFrom('office_logo').select(['png', 'sha256', 'width', 'height', 'is_pale as isPale']).executeTakeFirst()

export async function put(tx: Tx, _scope: OfficeScope, { png, sha256, width, height, isPale }: Logo): Promise<void> {
  const row = { png, sha256, width, height, is_pale: isPale }
  await tx
    .insertInto('office_logo')
    .values(row)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
    .execute()
}

export const remove = (tx: Tx, _scope: OfficeScope) => tx.deleteFrom('office_logo').execute()
