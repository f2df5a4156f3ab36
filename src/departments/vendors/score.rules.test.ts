import { expect, test } from 'vitest'
import { FEWEST_FACTS, judgeAnswer, judgePrice, scoreOf } from './score.rules.ts'

const kinds = ['answers', 'prices', 'papers'].map((kind) => ({ kind, label: kind }))
const facts = (kind: string, good: number, bad: number) => [
  ...Array.from({ length: good }, () => ({ kind, result: 'good' as const })),
  ...Array.from({ length: bad }, () => ({ kind, result: 'bad' as const })),
]

test.each([
  ['each kind counts the same, however many facts it has', [...facts('answers', 3, 0), ...facts('prices', 3, 1)], 88],
  ['all against', facts('answers', 0, 3), 0],
  ['too few make no number', facts('answers', FEWEST_FACTS - 1, 0), null],
  ['neutral facts do not count', [...facts('answers', 2, 0), { kind: 'prices', result: 'neutral' as const }], null],
  ['facts of no known kind do not count', facts('gossip', 0, 9), null],
])('N-14 %s', (_, given, score) => expect(scoreOf(kinds, given).score).toBe(score))

test.each([
  [-3, 'good'],
  [0, 'good'],
  [5, 'neutral'],
  [5.1, 'bad'],
  [null, 'neutral'],
])('N-14 a price that changed by %s percent', (percent, result) => expect(judgePrice(percent, 5)).toBe(result))

const by = Temporal.Instant.from('2026-05-08T16:00:00Z')
test.each([
  ['answered', '2026-05-08T16:00:00Z', 'good'],
  ['chosen', '2026-05-08T16:00:01Z', 'bad'],
  ['declined', '2026-05-07T16:00:00Z', 'good'],
  ['expired', null, 'bad'],
  ['asked', null, null],
] as const)('N-14 %s at %s', (state, at, result) =>
  expect(judgeAnswer(state, { at: at === null ? null : Temporal.Instant.from(at), by })).toBe(result),
)
