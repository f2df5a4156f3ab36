import { describe, expect, test } from 'vitest'
import { labelsFor, wordFor, type Label } from './label.rules.ts'

const labels: Label[] = [
  { id: 'a', meaning: 'hold', name: 'Option' },
  { id: 'b', meaning: 'hold', name: 'Avail check' },
  { id: 'c', meaning: 'confirmed', name: 'Firm' },
]

describe('CR-6 labels over fixed meanings', () => {
  test.each([
    ['the first of a meaning is the usual word', 'hold', null, 'Option'],
    ['a chosen label of that meaning is said', 'hold', 'b', 'Avail check'],
    ['a label chosen while it was a hold is not said of booked days', 'confirmed', 'b', 'Firm'],
    ['a meaning without a label has its plain word', 'cancelled', null, 'Cancelled'],
    ['an archived label is not known any more', 'hold', 'gone', 'Option'],
  ] as const)('%s', (_, state, chosen, word) => expect(wordFor(state, labels, chosen)).toBe(word))

  test('only labels of states the days are in can be chosen', () => {
    expect(labelsFor(['confirmed', 'released'], labels).map(({ id }) => id)).toEqual(['c'])
  })
})
