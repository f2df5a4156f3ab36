import { expect, test } from 'vitest'
import { z } from 'zod'
import { fillPath, route } from './route.ts'

const told = { path: '/v1/signs', summary: 'Post a sign', access: { signedIn: 'anybody' }, response: z.null() } as const

test('a POST that does not say what becomes of a second one does not compile', () => {
  // @ts-expect-error It names no version, takes no key, and gives no reason.
  expect(route({ method: 'POST', ...told }).repeated).toBeUndefined()
  expect(route({ method: 'POST', ...told, repeated: 'a sign hangs once' }).repeated).toBe('a sign hangs once')
  expect(route({ method: 'POST', ...told, idempotencyKey: 'accepted' }).idempotencyKey).toBe('accepted')
  expect(route({ method: 'GET', ...told }).method).toBe('GET')
})

test('a path is filled in, and what was typed cannot leave its place', () => {
  expect(fillPath('/v1/signs/{name}/{n}', { name: '../a b', n: 2 })).toBe('/v1/signs/..%2Fa%20b/2')
})
