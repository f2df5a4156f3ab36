import { expect, test } from 'vitest'
import { cellText, changesBack, sameCell } from './shipped.rules.ts'

test.each([
  ['the order of names says nothing', { a: 1, b: [2, { c: 3, d: 4 }] }, { b: [2, { d: 4, c: 3 }], a: 1 }, true],
  ['the order of a list says something', [1, 2], [2, 1], false],
  ['nothing and absent are the same', null, undefined, true],
  ['nothing is not an empty text', null, '', false],
])('%s', (_, a, b, same) => expect(sameCell(a, b)).toBe(same))

test.each([
  [null, '–'],
  [true, 'yes'],
  [['a', 'b'], 'a, b'],
  [[], 'none'],
  [{ stepMinutes: 30 }, 'stepMinutes 30'],
])('%j is said as %s', (value, text) => expect(cellText(value)).toBe(text))

test('only what differs is said, and everything of a row that is gone', () => {
  const fields = { name: 'Name', answer: { word: 'Answer', say: (it: unknown) => `${String(it)} h` } }
  const shipped = { name: 'Props', answer: 24 }
  expect(changesBack(fields, { name: 'Props', answer: 12, other: 1 }, shipped)).toEqual([
    { field: 'Answer', now: '12 h', shipped: '24 h' },
  ])
  expect(changesBack(fields, { ...shipped }, shipped)).toEqual([])
  const parts = { list: { word: 'Papers', say: (it: unknown) => (it as { kind: string }[]).map((x) => x.kind).join() } }
  expect(changesBack(parts, { list: [{ id: 2, kind: 'W-9' }] }, { list: [{ id: 1, kind: 'W-9' }] })).toEqual([])
  expect(changesBack(fields, null, shipped).map(({ now }) => now)).toEqual([null, null])
})
