import { expect, test } from 'vitest'
import { given, patched } from './patch.ts'

test('null is given, undefined is not', () => {
  expect(Object.keys(given({ name: 'Nadia', note: undefined, age: null }))).toEqual(['name', 'age'])
})

test('a record keeps what a patch does not name', () => {
  expect(patched({ name: 'Nadia', age: 30 as number | null }, { name: undefined, age: null })).toEqual({
    name: 'Nadia',
    age: null,
  })
})
