import { expect, test } from 'vitest'
import { isStale, problemOf } from './problem.ts'

test('a refusal of the server keeps its words, its fields and what it adds', () => {
  const problem = problemOf({
    problem: {
      type: '/problems/stale',
      status: 412,
      title: 'Somebody changed this in the meantime',
      detail: 'Look at both.',
      errors: [{ pointer: '/title', message: 'Give it a title.' }],
      current: 4,
    },
  })
  expect(problem.errors).toEqual([{ pointer: '/title', detail: 'Give it a title.' }])
  expect(problem.extensions).toEqual({ current: 4 })
  expect(isStale(problem)).toBe(true)
})

class Unreachable extends Error {
  override name = 'Unreachable'
}

test.each([
  ['a broken line', new TypeError('Failed to fetch'), 'No answer from the office'],
  ['no answer', new Unreachable(), 'No answer from the office'],
  ['a fault of ours', new Error('x is undefined'), 'Something went wrong here'],
  ['nothing known', undefined, 'Something went wrong here'],
])('%s is told without inner words', (_, thrown, title) => expect(problemOf(thrown).title).toBe(title))
