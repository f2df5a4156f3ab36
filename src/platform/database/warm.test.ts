import { expect, test } from 'vitest'
import { useDatabase } from '../../../tests/support/database.ts'
import { openPool } from './database.ts'
import { warm } from './warm.ts'

const database = useDatabase()

test('half of the connections are open and know the tables before anybody asks, and all are given back', async () => {
  const pool = openPool(database.url, { max: 4 })
  expect(await warm(pool)).toBe(2)
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int from pg_stat_activity
     where datname = current_database() and application_name = 'unitbase' and query like 'select from %'`,
  )
  // The one that asks shows its own question instead.
  expect([rows[0]?.count, pool.totalCount]).toEqual([1, 2])
  await pool.end()
})

test('a database that is gone does not keep a connection', async () => {
  const pool = openPool(database.url.replace(/[^/]+$/, 'nowhere'), { max: 4 })
  await expect(warm(pool)).rejects.toThrow('nowhere')
  expect(pool.totalCount).toBe(0)
  await pool.end()
})
