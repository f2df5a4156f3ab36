import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

/**
 * A reading handle that puts each question to `db` once: the same SQL with the same values is answered with the rows
 * that are already there. For one look at things that stand still while it lasts; it never hears of a later change.
 */
export function askingOnce(db: Db): Db {
  const asked = new Map<string, Promise<QueryResult<unknown>>>()
  const ask = (query: CompiledQuery): Promise<QueryResult<unknown>> => {
    const key = `${query.sql} ${JSON.stringify(query.parameters)}`
    const answer = asked.get(key) ?? db.getExecutor().executeQuery(query)
    asked.set(key, answer)
    return answer
  }
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new AskingDriver(ask),
      createIntrospector: (own) => new PostgresIntrospector(own),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** Owns no connection: what it hands out passes questions on. */
class AskingDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(ask: (query: CompiledQuery) => Promise<QueryResult<unknown>>) {
    this.#connection = {
      // Each caller gets rows of its own to sort and cut; the rows themselves are read only everywhere.
      executeQuery: async <Row>(query: CompiledQuery) => {
        const { rows } = await ask(query)
        return { rows: [...rows] as Row[] }
      },
      streamQuery: () => {
        throw new Error('A look does not read streams.')
      },
    }
  }

  init = () => Promise.resolve()
  acquireConnection = () => Promise.resolve(this.#connection)
  releaseConnection = () => Promise.resolve()
  destroy = () => Promise.resolve()
  beginTransaction = () => Promise.reject(new Error('A look does not write.'))
  commitTransaction = this.beginTransaction
  rollbackTransaction = this.beginTransaction
}
