import { expect, test } from 'vitest'
import { z } from 'zod'
import { uuid } from './withoutHttps.ts'

test('where a browser makes no UUIDs, ours are random ones the office takes', () => {
  const all = Array.from({ length: 50 }, uuid)
  for (const each of all) expect(z.uuidv4().safeParse(each).success).toBe(true)
  expect(new Set(all).size).toBe(50)
})
