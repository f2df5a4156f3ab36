import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cloneDatabase, dropDatabase, useDatabase } from './database.ts'

const office = useDatabase()

test('a test file has PostgreSQL 18 with every migration in it', async () => {
  const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::int as version`.execute(
    office.db,
  )
  expect(rows[0]?.version).toBeGreaterThanOrEqual(180000)
})

test('a second database is apart from the first', async () => {
  const second = await cloneDatabase()
  expect(second).not.toBe(office.url)
  await dropDatabase(second)
})
