import { expect, test } from 'vitest'
import { parted, readSearch, writeSearch } from './href.ts'

test.each([
  ['?day=2026-05-12&unit=main', { day: '2026-05-12', unit: 'main' }],
  ['?q=Gran%E2%80%99s+house', { q: 'Gran’s house' }],
  ['?n=007', { n: '007' }],
  ['', {}],
])('%j is read as plain text', (text, search) => expect(readSearch(text)).toEqual(search))

test('what is not chosen is not in the address', () => {
  expect(writeSearch({ day: '2026-05-12', unit: undefined, tab: '' })).toBe('?day=2026-05-12')
  expect(writeSearch({})).toBe('')
})

test('an address comes apart', () => {
  expect(parted('/productions/p1/schedule?day=2026-05-12#strip')).toEqual({
    path: '/productions/p1/schedule',
    search: { day: '2026-05-12' },
    hash: 'strip',
  })
})
