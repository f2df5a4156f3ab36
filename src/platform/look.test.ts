import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/support/database.ts'
import type { LinkPurpose } from '../kernel/route.ts'
import './link.table.ts'
import { beginLook, onceInLook } from './look.ts'

const database = useDatabase()
const now = Temporal.Instant.from('2026-05-04T09:00:00Z')
const counter = () => {
  let asked = 0
  return { ask: () => Promise.resolve(++asked), count: () => asked }
}

test('N-1 within one look a question is asked once, and anew in the next', async () => {
  const { ask, count } = counter()
  const look = beginLook(database.db, now)
  expect([await onceInLook(look.now, 'a', ask), await onceInLook(look.now, 'a', ask)]).toEqual([1, 1])
  await onceInLook(look.now, 'b', ask)
  await onceInLook(beginLook(database.db, now).now, 'a', ask)
  expect(count()).toBe(3)
})

test('N-1 outside a look every question is asked', async () => {
  const { ask, count } = counter()
  await onceInLook(now, 'a', ask)
  await onceInLook(now, 'a', ask)
  expect(count()).toBe(2)
})

test('N-1 within one look the database answers the same question once, another value is another question', async () => {
  const asked: string[] = []
  const executor = database.db.getExecutor()
  const counting = Object.assign(Object.create(database.db) as typeof database.db, {
    getExecutor: () =>
      Object.assign(Object.create(executor) as typeof executor, {
        executeQuery: (query: Parameters<typeof executor.executeQuery>[0]) => {
          asked.push(query.sql)
          return executor.executeQuery(query)
        },
      }),
  })
  const { db } = beginLook(counting, now)
  const links = (kind: LinkPurpose) => db.selectFrom('link').select('id').where('purpose', '=', kind).execute()
  const first = await links('callsheet')
  first.push({ id: 'its own rows' } as never)
  expect(await links('callsheet')).toEqual([])
  await links('feed')
  expect(asked).toHaveLength(2)
  await beginLook(counting, now).db.selectFrom('link').select('id').where('purpose', '=', 'feed').execute()
  expect(asked).toHaveLength(3)
})
