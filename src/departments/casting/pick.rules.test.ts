import { expect, test } from 'vitest'
import { tallyOf } from './pick.rules.ts'

test.each([
  ['nobody said anything', [], '', 0],
  [
    'two agree and one does not',
    [
      { pick: 'yes', rank: 1 },
      { pick: 'yes', rank: 2 },
      { pick: 'no', rank: null },
    ],
    '2 yes, 1 no',
    5.5,
  ],
  ['a rank without a word counts less than a yes', [{ pick: null, rank: 1 }], '', 1],
] as const)('CR-20 %s', (_, picks, words, score) => expect(tallyOf(picks)).toEqual({ words, score }))
