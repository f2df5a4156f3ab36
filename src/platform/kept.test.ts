import { expect, test } from 'vitest'
import { settableClock } from './clock.ts'
import { keepAnswers } from './kept.ts'
import type { Announcement } from './live.ts'

function kept() {
  const clock = settableClock('2026-05-04T09:00:20Z')
  let hear: (announcement: Announcement) => void = () => undefined
  let hears = true
  let asked = 0
  const answers = keepAnswers({
    clock,
    live: {
      subscribe: (hearer) => {
        hear = hearer.hear
        return () => undefined
      },
      hears: () => hears,
    },
  })
  return {
    clock,
    answers,
    of: (key: string) => answers.of(key, () => Promise.resolve(++asked)),
    change: () => hear({ department: 'schedule', productionId: null, ids: [] }),
    lose: () => (hears = false),
  }
}

test('twenty who ask at once share one answer, and another question has its own', async () => {
  const { of } = kept()
  expect(new Set(await Promise.all(Array.from({ length: 20 }, () => of('a'))))).toEqual(new Set([1]))
  expect([await of('a'), await of('b'), await of('a')]).toEqual([1, 2, 1])
})

test('a change here, a change elsewhere and the next minute make it ask anew', async () => {
  const { of, answers, change, clock } = kept()
  expect(await of('a')).toBe(1)
  answers.forget()
  expect(await of('a')).toBe(2)
  change()
  expect(await of('a')).toBe(3)
  clock.advance({ seconds: 39 })
  expect(await of('a')).toBe(3)
  clock.advance({ seconds: 1 })
  expect(await of('a')).toBe(4)
})

test('whoever asks after a change does not get what was begun before it', async () => {
  const { answers } = kept()
  let finish: (words: string) => void = () => undefined
  const before = answers.of('a', () => new Promise<string>((resolve) => (finish = resolve)))
  answers.forget()
  const after = answers.of('a', () => Promise.resolve('after'))
  finish('before')
  expect([await before, await after, await answers.of('a', () => Promise.resolve('?'))]).toEqual([
    'before',
    'after',
    'after',
  ])
})

test('a failure is not kept, and nothing is while changes of others are not heard', async () => {
  const { answers, of, lose } = kept()
  await expect(answers.of('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect(await of('a')).toBe(1)
  lose()
  expect([await of('a'), await of('a')]).toEqual([2, 3])
})
