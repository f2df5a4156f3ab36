import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { openDatabase, openPool } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { schemaText } from '../src/platform/database/schemaText.ts'
import { startPostgres } from '../src/platform/runtime/postgres.ts'

/** Writes db/schema.sql: what the migrations add up to, on an empty database made for the purpose. */
const folder = await mkdtemp(join(tmpdir(), 'unitbase-schema-'))
await chmod(folder, 0o755)
const logFile = join(folder, 'postgres.log')
const cluster = await startPostgres({ folder: join(folder, 'cluster'), password: 'schema', logFile, kind: 'throwaway' })
try {
  const url = cluster.url('postgres')
  const db = openDatabase(openPool(url, { max: 2 }))
  await migrate(db).finally(() => db.destroy())
  const client = new pg.Client(url)
  await client.connect()
  const text = await schemaText(client)
  await client.end()
  await writeFile(resolve(import.meta.dirname, '../db/schema.sql'), text)
  console.log(`db/schema.sql: ${text.split('\n').length} lines`)
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}
