import { expect, test } from 'vitest'
import { cardLines, cardsText } from './sizeCard.rules.ts'

const ada = {
  age: 34,
  isMinor: false,
  city: 'Leith',
  availability: 'Not on 12 May',
  agentName: 'Agnes Rep',
  sizes: 'M, 172',
}

test('CR-22 a size card has the sizes of the record from top to toe, and what they wrote where there is none', () => {
  const labels = (measured: object) => cardLines(ada, measured as never, { personal: true }).map(([label]) => label)
  expect(labels({ shoe: '39', height: '172 cm' })).toEqual(['Age', 'Lives in', 'Height', 'Shoe', 'Not free', 'Agent'])
  expect(cardLines(ada, {}, { personal: true })).toContainEqual(['Sizes', 'M, 172'])
})

test('CR-22 who may not see what is private gets a card without sizes', () =>
  expect(cardLines(ada, { height: '172 cm' }, { personal: false })).toEqual([
    ['Age', '34'],
    ['Lives in', 'Leith'],
    ['Not free', 'Not on 12 May'],
    ['Agent', 'Agnes Rep'],
  ]))

test('CR-22 a minor is said, empty lines are left out', () =>
  expect(
    cardLines(
      { ...ada, age: 12, isMinor: true, city: null, availability: '', agentName: null },
      {},
      { personal: false },
    ),
  ).toEqual([['Age', '12, minor']]))

test.each([
  [[7], 1, 'One card'],
  [[1, 2, 5], 3, '3 cards'],
  [[1, 2, 5], 8, '3 of 8 cards, up to number 5'],
])('CR-22 of cards %j, of %i in all, the paper says: %s', (numbers, there, said) =>
  expect(
    cardsText(
      numbers.map((number) => ({ number })),
      there,
    ),
  ).toBe(said),
)
