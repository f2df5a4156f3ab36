import { sql } from 'kysely'
import type { Db } from '../../src/platform/database/database.ts'

/**
 * Resolves once other transactions of this database wait for a lock: the moment a test of two at once needs. Ask outside of a
 * transaction, which sees who waits only once. */
export async function somebodyWaits(db: Db, howMany = 1): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if ((rows[0]?.waiting ?? 0) >= howMany) return
  }
}
