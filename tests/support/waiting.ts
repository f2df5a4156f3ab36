import { sql } from 'kysely'
import type { Db } from '../../src/platform/database/database.ts'

/** Resolves once some other transaction of this database waits for a lock: the moment a test of two at once needs. */
export async function somebodyWaits(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if ((rows[0]?.waiting ?? 0) > 0) return
  }
}
