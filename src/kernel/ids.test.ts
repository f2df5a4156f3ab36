import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PersonId, uuidV7 } from './ids.ts'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('an id is a UUID of version 7 and sorts by the time it was made', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 47 }),
      fc.integer({ min: 1, max: 1e9 }),
      random,
      random,
      (at, later, a, b) => {
        const [first, second] = [uuidV7(at, a), uuidV7(at + later, b)]
        expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(first < second).toBe(true)
        expect(PersonId.safeParse(first).success).toBe(true)
      },
    ),
  )
})
