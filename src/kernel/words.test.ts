import { expect, test } from 'vitest'
import { listed, plural } from './words.ts'

test.each([
  [1, 'scene', undefined, '1 scene'],
  [0, 'scene', undefined, '0 scenes'],
  [2, 'person', 'people', '2 people'],
  [20000, 'person', 'people', '20,000 people'],
])('%i %s', (count, one, many, written) => expect(plural(count, one, many)).toBe(written))

test.each([
  [[], ''],
  [['Mara'], 'Mara'],
  [['Mara', 'Tom'], 'Mara and Tom'],
  [['Mara', 'Tom', 'Edda', 'Pip'], 'Mara, Tom, Edda and Pip'],
  [['Mara', 'Tom', 'Edda', 'Pip', 'Jun'], 'Mara, Tom, Edda and 2 more'],
])('%j reads %s', (names, written) => expect(listed(names)).toBe(written))
