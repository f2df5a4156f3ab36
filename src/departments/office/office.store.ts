import { sql } from 'kysely'
import type { UserId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import '../../platform/signin/signin.table.ts'
import type { OfficeSettings } from './office.contract.ts'
import './office.table.ts'

/** The one row of the office. */
export const settings = async (db: Db): Promise<Omit<OfficeSettings, 'logo'>> => {
  const row = await db.selectFrom('office').selectAll().executeTakeFirstOrThrow()
  return {
    name: row.name,
    timeZone: row.time_zone,
    paperSize: row.paper_size,
    hourCycle: row.hour_cycle,
    undoSeconds: row.undo_seconds,
    approveByAnother: row.approve_by_another,
    address: row.address,
    version: row.version,
  }
}

/** @returns undefined when somebody else was first */
export const save = (tx: Tx, next: Omit<OfficeSettings, 'logo' | 'version'>, expected: number) =>
  tx
    .updateTable('office')
    .set({
      name: next.name,
      time_zone: next.timeZone,
      paper_size: next.paperSize,
      hour_cycle: next.hourCycle,
      undo_seconds: next.undoSeconds,
      approve_by_another: next.approveByAnother,
      address: next.address,
      version: sql<number>`version + 1`,
    })
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

/** What the first owner says of it. */
export const begin = (tx: Tx, office: { name: string; timeZone: ZoneName }) =>
  tx.updateTable('office').set({ name: office.name, time_zone: office.timeZone }).execute()

/** What only its owner sees of an account. */
export const ownAccount = (db: Db, userId: UserId) =>
  db.selectFrom('auth.user').select(['email', 'two_factor_enabled']).where('id', '=', userId).executeTakeFirstOrThrow()
