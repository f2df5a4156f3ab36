import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

/** May read. A transaction fits too; a reading handle cannot write. */
export type Db = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>

/** May write. Only `App.transaction` hands one out. */
export type Tx = Transaction<Schema>

const instant = (text: string) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
const dates = (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','))
const dateArray = 1182

// A day is not an instant, so dates stay text; counts fit a number; what happened arrives as the instant it means.
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.DATE]: String,
  [dateArray]: dates,
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.TIMESTAMPTZ]: instant,
}

/** Our own reading of PostgreSQL's types, on our own connections only: other libraries keep theirs. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** A new connection costs its first askers tens of milliseconds, so a quiet quarter of an hour closes none. */
const idleTimeoutMillis = 900_000

export function openPool(url: string, { max = 10 }: { max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis, application_name: 'unitbase', types })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}

export const openDatabase = (pool: pg.Pool): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
