import { expect, test } from 'vitest'
import { beginLook, onceInLook } from './look.ts'

const now = Temporal.Instant.from('2026-05-04T09:00:00Z')
const counter = () => {
  let asked = 0
  return { ask: () => Promise.resolve(++asked), count: () => asked }
}

test('N-1 within one look a question is asked once, and anew in the next', async () => {
  const { ask, count } = counter()
  const look = beginLook(now)
  expect([await onceInLook(look, 'a', ask), await onceInLook(look, 'a', ask)]).toEqual([1, 1])
  await onceInLook(look, 'b', ask)
  await onceInLook(beginLook(now), 'a', ask)
  expect(count()).toBe(3)
})

test('N-1 outside a look every question is asked', async () => {
  const { ask, count } = counter()
  await onceInLook(now, 'a', ask)
  await onceInLook(now, 'a', ask)
  expect(count()).toBe(2)
})
