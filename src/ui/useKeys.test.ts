import { expect, test } from 'vitest'
import { keyName } from './useKeys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  ['j', {}, 'j'],
  ['J', { shiftKey: true }, 'Shift+j'],
  ['ArrowUp', { altKey: true }, 'Alt+ArrowUp'],
  ['k', { metaKey: true }, 'Ctrl+k'],
  ['Z', { ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+z'],
  ['?', { shiftKey: true }, '?'],
  [' ', {}, 'Space'],
])('the key %j with %j is %s', (key, held, name) => expect(keyName({ ...plain, key, ...held })).toBe(name))
