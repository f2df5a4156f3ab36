import type pg from 'pg'

/** Of the connections a pool may have. The others are left to those who ask meanwhile. */
const SHARE = 0.5

/**
 * Opens connections before they are needed, one after another, and lets each read the descriptions of all tables: whoever
 * asks over one that knows nothing yet waits some 100 ms longer, and after a start that is everybody.
 * @returns how many are open and at rest
 */
export async function warm(pool: pg.Pool): Promise<number> {
  const held: pg.PoolClient[] = []
  try {
    const statement = await everyTable(pool)
    while (held.length < pool.options.max * SHARE) {
      const client = await pool.connect()
      held.push(client)
      await client.query(statement)
    }
  } finally {
    for (const client of held) client.release()
  }
  return pool.idleCount
}

/** A statement that returns nothing and touches every table of ours. */
async function everyTable(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ look: string }>(
    `select format('select from %I.%I limit 0', schemaname, tablename) as look
     from pg_tables where schemaname in ('public', 'auth')`,
  )
  return rows.map(({ look }) => look).join(';')
}
