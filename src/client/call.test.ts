import { expect, test } from 'vitest'
import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { createCaller, Unreachable } from './call.ts'

const add = route({
  method: 'POST',
  path: '/v1/things',
  summary: 'Add a thing',
  access: { signedIn: 'for the test' },
  body: z.object({ name: z.string() }),
  idempotencyKey: 'accepted',
  response: z.object({}),
})

test('pressed again after no answer came, the same thing goes under the same key; anything else under its own', async () => {
  const keys: (string | null)[] = []
  let isDown = true
  const fetch = (_: unknown, init?: RequestInit) => {
    keys.push(new Headers(init?.headers).get('idempotency-key'))
    return isDown ? Promise.reject(new TypeError('no signal')) : Promise.resolve(Response.json({}))
  }
  const { call } = createCaller({ fetch })
  const press = (name: string) => call(add, { body: { name }, idempotencyKey: crypto.randomUUID() })
  await expect(press('lamp')).rejects.toThrow(Unreachable)
  await expect(press('lamp')).rejects.toThrow(Unreachable)
  isDown = false
  await press('flag')
  await press('lamp')
  await press('lamp')
  const [first, again, other, answered, later] = keys
  expect([again, answered]).toEqual([first, first])
  expect(new Set([first, other, later]).size, 'another thing, and the same once more on purpose').toBe(3)
})
