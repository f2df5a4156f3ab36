import { describe, expect, test } from 'vitest'
import { isLate, nextReminder, refusalOf } from './request.rules.ts'

const at = (text: string) => Temporal.Instant.from(text)
const due = at('2026-05-10T17:00:00Z')

describe('CR-19 a request that waits is said again before its end', () => {
  test.each([
    ['a week before', '2026-05-03T09:00:00Z', '2026-05-07T17:00:00Z'],
    ['two days before', '2026-05-08T09:00:00Z', '2026-05-09T17:00:00Z'],
    ['at the very step', '2026-05-09T17:00:00Z', null],
    ['an hour before', '2026-05-10T16:00:00Z', null],
  ])('%s', (_, now, next) => expect(nextReminder(due, at(now), [24, 72])?.toString() ?? null).toBe(next))

  test('without an end nobody is reminded', () =>
    expect(nextReminder(null, at('2026-05-01T00:00:00Z'), [24])).toBe(null))
})

test('CR-19 late is from the minute of the deadline, and only while nothing came', () => {
  expect(isLate({ state: 'asked', dueAt: due }, due)).toBe(true)
  expect(isLate({ state: 'asked', dueAt: due }, due.subtract({ seconds: 1 }))).toBe(false)
  expect(isLate({ state: 'answered', dueAt: due }, due.add({ hours: 3 }))).toBe(false)
})

describe('CR-19 what can be answered', () => {
  const said = { turn: 'talent', answer: 'send', text: null, files: 0, reachable: true } as const
  test.each([
    [{ ...said, kind: 'self_tape' as const }, '/fileIds'],
    [{ ...said, kind: 'self_tape' as const, files: 1 }, undefined],
    [{ ...said, kind: 'question' as const }, '/text'],
    [{ ...said, kind: 'question' as const, text: 'Yes' }, undefined],
    [{ ...said, kind: 'self_tape' as const, answer: 'no' as const }, undefined],
    [{ ...said, kind: 'self_tape' as const, answer: 'pass_on' as const }, '/answer'],
    [{ ...said, kind: 'self_tape' as const, answer: 'pass_on' as const, turn: 'agent' as const }, undefined],
    [
      { ...said, kind: 'question' as const, answer: 'pass_on' as const, turn: 'agent' as const, reachable: false },
      '/answer',
    ],
  ])('%j', (it, where) => expect(refusalOf(it)?.at).toBe(where))
})
