import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { schemaText } from '../src/platform/database/schemaText.ts'
import { useDatabase } from '../tests/support/database.ts'

const database = useDatabase()

const ask = async <T>(work: (client: pg.Client) => Promise<T>) => {
  const client = new pg.Client(database.url)
  await client.connect()
  return work(client).finally(() => client.end())
}

test('db/schema.sql is what the migrations add up to', async () => {
  const committed = await readFile(join(import.meta.dirname, 'schema.sql'), 'utf8')
  expect(await ask(schemaText), 'Make it anew: node scripts/run.mjs scripts/schema.ts').toBe(committed)
})

test('every foreign key says what happens on delete and has an index that begins with it', async () => {
  const { rows } = await ask((client) =>
    client.query<{ key: string; says: boolean; indexed: boolean }>(`
      select format('%s.%s', k.conrelid::regclass, k.conname) as key,
             k.confdeltype <> 'a' as says,
             exists (select from pg_index i where i.indrelid = k.conrelid
               and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey) as indexed
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'f' and n.nspname in ('public', 'auth') order by 1`),
  )
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ says }) => !says).map(({ key }) => key)).toEqual([])
  expect(rows.filter(({ indexed }) => !indexed).map(({ key }) => key)).toEqual([])
})
