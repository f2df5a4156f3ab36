import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * Does work that may be refused inside a transaction that goes on either way: what it wrote before it threw is undone, and
 * the rest of the transaction stands. It throws what the work threw.
 */
export async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint attempt`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint attempt`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx)
    throw error
  }
}
