import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { SealTable, TimestampTable } from './seal.table.ts'
import './agreement.table.ts'
import './seal.table.ts'

export type SealRow = Selectable<SealTable>
export type TimestampRow = Selectable<TimestampTable>

/** The one in use first, then the newest. */
export const all = (db: Db): Promise<SealRow[]> =>
  db
    .selectFrom('agreement_seal')
    .selectAll()
    .orderBy(sql`retired_at is null`, 'desc')
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()

export const inUse = (db: Db): Promise<SealRow | undefined> =>
  db.selectFrom('agreement_seal').selectAll().where('retired_at', 'is', null).executeTakeFirst()

export const byFingerprint = (db: Db, fingerprint: string): Promise<SealRow | undefined> =>
  db.selectFrom('agreement_seal').selectAll().where('fingerprint', '=', fingerprint).executeTakeFirst()

/** Of those who need a seal at once, one makes or changes it. */
export const hold = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended('agreement seal', 0))`.execute(tx)

export const retireAll = (tx: Tx, at: Temporal.Instant) =>
  tx.updateTable('agreement_seal').set({ retired_at: at.toString() }).where('retired_at', 'is', null).execute()

/** Puts one in; one that was here before comes back into use. */
export const put = (tx: Tx, row: Insertable<SealTable>): Promise<SealRow> =>
  tx
    .insertInto('agreement_seal')
    .values(row)
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet({ retired_at: null }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const bringBack = (tx: Tx, id: string): Promise<SealRow> =>
  tx
    .updateTable('agreement_seal')
    .set({ retired_at: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const timestamp = (db: Db): Promise<TimestampRow> =>
  db.selectFrom('agreement_timestamp').selectAll().executeTakeFirstOrThrow()

export const lockTimestamp = (tx: Tx): Promise<TimestampRow> =>
  tx.selectFrom('agreement_timestamp').selectAll().forUpdate().executeTakeFirstOrThrow()

export const updateTimestamp = (tx: Tx, change: Updateable<TimestampTable>) =>
  tx.updateTable('agreement_timestamp').set(change).execute()

export const waitingForStamp = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('agreement')
      .select(({ fn }) => fn.countAll<number>().as('many'))
      .where('completed_at', 'is not', null)
      .where('sealed_file_id', 'is', null)
      .where('seal_fault', 'is not', null)
      .executeTakeFirstOrThrow()
  ).many
