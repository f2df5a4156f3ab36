import { expect, test } from 'vitest'
import { between, grouped, nextSort, sorted, step } from './table.rules.ts'

test('text sorts by its numbers, and nothing stands last both ways', () => {
  const rows = ['10', null, '2', 'A12', '']
  const by = (row: string | null) => row
  expect(sorted(rows, by, false)).toEqual(['2', '10', 'A12', null, ''])
  expect(sorted(rows, by, true)).toEqual(['A12', '10', '2', null, ''])
})

test('a head is pressed: up, down, as it was', () => {
  const up = nextSort(undefined, 'name')
  const down = nextSort(up, 'name')
  expect([up, down, nextSort(down, 'name'), nextSort(down, 'call')]).toEqual([
    { key: 'name', descending: false },
    { key: 'name', descending: true },
    undefined,
    { key: 'call', descending: false },
  ])
})

test('groups keep the order in which they first appear', () => {
  expect(grouped(['Camera 1', 'Sound 1', 'Camera 2'], (row) => row.split(' ')[0] ?? '')).toEqual([
    { label: 'Camera', rows: ['Camera 1', 'Camera 2'] },
    { label: 'Sound', rows: ['Sound 1'] },
  ])
})

const keys = ['a', 'b', 'c', 'd']
test.each([
  [undefined, 'ArrowDown', 'a'],
  ['a', 'ArrowUp', 'a'],
  ['d', 'ArrowDown', 'd'],
  ['b', 'j', 'c'],
  ['b', 'End', 'd'],
  ['b', 'x', undefined],
])('from %s, %s goes to %s', (from, key, to) => expect(step(keys, from, key)).toBe(to))

test('a range holds both ends, whichever comes first', () => {
  expect(between(keys, 'c', 'a')).toEqual(['a', 'b', 'c'])
  expect(between(keys, undefined, 'b')).toEqual(['b'])
})
