import { sql, type Insertable, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { VendorBankId } from './bank.contract.ts'
import type { VendorId } from './vendor.contract.ts'
import type { VendorBankTable } from './vendor.table.ts'

/** Accounts without what is sealed, the newest first. */
export const ofVendor = (db: Db, vendorId: VendorId) =>
  db
    .selectFrom('vendor_bank')
    .select(['id', 'last4', 'country', 'currency', 'state', 'came_from as cameFrom', 'came_by as cameBy'])
    .select(['came_at as cameAt', 'known_numbers as knownNumbers', 'called_number as calledNumber'])
    .select(['spoke_with as spokeWith', 'called_at as calledAt', 'decided_by as decidedBy', 'reason', 'version'])
    .where('vendor_id', '=', vendorId)
    .orderBy('came_at', 'desc')
    .limit(50)
    .execute()

export const waitingOf = (db: Db, vendorIds: readonly VendorId[]) =>
  vendorIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('vendor_bank')
        .select(['vendor_id as vendorId', 'last4'])
        .where('vendor_id', 'in', [...vendorIds])
        .where('state', '=', 'waiting')
        .execute()

/** Of these vendors those with an account that counts or waits for its call. */
export const onFileOf = async (db: Db, vendorIds: readonly VendorId[]): Promise<ReadonlySet<VendorId>> =>
  vendorIds.length === 0
    ? new Set()
    : new Set(
        (
          await db
            .selectFrom('vendor_bank')
            .select('vendor_id')
            .where('vendor_id', 'in', [...vendorIds])
            .where('state', 'in', ['waiting', 'counted'])
            .execute()
        ).map((it) => it.vendor_id),
      )

export const lock = (tx: Tx, vendorId: VendorId, id: VendorBankId) =>
  tx
    .selectFrom('vendor_bank')
    .selectAll()
    .where('vendor_id', '=', vendorId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const insert = (tx: Tx, row: Insertable<VendorBankTable>) => tx.insertInto('vendor_bank').values(row).execute()

/** An account that never counted gives way to the one that came after it. */
export const giveWay = (tx: Tx, vendorId: VendorId, at: string) =>
  tx
    .updateTable('vendor_bank')
    .set({
      state: 'refused',
      reason: 'Another account came after it',
      decided_at: at,
      version: sql<number>`version + 1`,
    })
    .where('vendor_id', '=', vendorId)
    .where('state', '=', 'waiting')
    .execute()

/** What counted until now. */
export const replaceCounted = (tx: Tx, vendorId: VendorId, at: string) =>
  tx
    .updateTable('vendor_bank')
    .set({ state: 'replaced', decided_at: at, version: sql<number>`version + 1` })
    .where('vendor_id', '=', vendorId)
    .where('state', '=', 'counted')
    .execute()

/** @returns undefined when somebody else was first */
export const update = (tx: Tx, id: VendorBankId, expected: number, change: Updateable<VendorBankTable>) =>
  tx
    .updateTable('vendor_bank')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()
