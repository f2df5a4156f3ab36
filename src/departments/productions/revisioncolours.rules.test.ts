import { expect, test } from 'vitest'
import { wrongColours } from './revisioncolours.rules.ts'

const white = { name: 'White', hex: '#ffffff' }
const blue = { name: 'Blue', hex: '#cfe3fa' }

test.each([
  ['an order as it should be', [white, blue], []],
  ['two of one name, whatever the case', [white, blue, { ...blue, name: ' blue ' }], [/ blue  is there twice/]],
  ['a colour too dark to read on', [white, { name: 'Navy', hex: '#1d3557' }], [/Navy is too dark/]],
])('ST-8 revision colours: %s', (_, colours, wrong) => {
  const found = wrongColours(colours)
  expect(found).toHaveLength(wrong.length)
  for (const [at, words] of wrong.entries()) expect(found[at]).toMatch(words)
})
