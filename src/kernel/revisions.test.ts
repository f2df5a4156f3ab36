import { expect, test } from 'vitest'
import { countedColour, ordinal, revisionColour } from './revisions.ts'

const order = ['White', 'Blue', 'Pink', 'Yellow', 'Green', 'Goldenrod', 'Buff', 'Salmon', 'Cherry'].map((name) => ({
  name,
}))

test.each([
  [1, 'White'],
  [2, 'Blue'],
  [9, 'Cherry'],
  [10, '2nd Blue'],
  [17, '2nd Cherry'],
  [18, '3rd Blue'],
])('issue %i is %s: white is not repeated', (number, name) => expect(countedColour(order, number).name).toBe(name))

test('an office with one colour counts it', () => {
  expect(revisionColour([{ name: 'White' }], 3)).toEqual({ colour: { name: 'White' }, round: 3 })
})

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [11, '11th'],
  [21, '21st'],
  [112, '112th'],
])('%i is %s', (n, word) => expect(ordinal(n)).toBe(word))
