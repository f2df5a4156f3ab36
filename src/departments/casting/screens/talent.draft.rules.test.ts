import { expect, test } from 'vitest'
import { wantedBy } from './talent.draft.rules.ts'

test.each([
  ['as far around its age as the office says', { ageFrom: 30, ageUntil: 40 }, 8, [22, 48]],
  ['never below nothing', { ageFrom: 3, ageUntil: null }, 5, [0, null]],
  ['of any age where it names none', { ageFrom: null, ageUntil: null }, 5, [null, null]],
  ['of any age for no role', undefined, 5, [null, null]],
] as const)('CR-17 our talent is looked for %s', (_, role, years, [from, until]) =>
  expect(wantedBy(role, years)).toMatchObject({ ageFrom: from, ageUntil: until }),
)
