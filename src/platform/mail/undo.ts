import { sql } from 'kysely'
import type { App } from '../app.ts'
import type { Tx } from '../database/database.ts'

/** When a letter written now leaves: until then it can be called back. The office says how long that is. */
export async function undoUntil(app: App, tx: Tx): Promise<Temporal.Instant> {
  const { rows } = await sql<{ seconds: number }>`select undo_seconds as seconds from office`.execute(tx)
  return app.clock.now().add({ seconds: rows[0]?.seconds ?? 0 })
}
