import { expect, test } from 'vitest'
import { settableClock } from './clock.ts'
import { createIds } from './ids.ts'

test('ten thousand ids of one instant are all different and in the order they were made', () => {
  const clock = settableClock('2026-05-04T09:00:00Z')
  const ids = createIds(clock)
  const made = Array.from({ length: 10_000 }, () => ids.next())
  expect(new Set(made).size).toBe(made.length)
  expect(made.toSorted()).toEqual(made)
  clock.advance({ minutes: 1 })
  expect(ids.next() > (made.at(-1) as string)).toBe(true)
})
