import { expect, test } from 'vitest'
import { initials } from './words.ts'

test.each([
  ['Nadia Roth', 'NR'],
  ['Cher', 'CH'],
  ['Anna Maria von Berg', 'AB'],
  ['山田 太郎', '山太'],
  ['  ', ''],
])('%s is %s', (name, letters) => expect(initials(name)).toBe(letters))
