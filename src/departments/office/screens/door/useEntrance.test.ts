import { expect, test } from 'vitest'
import { ownAddress } from './useEntrance.ts'

test.each([
  ['/productions/p1?day=2026-05-12', '/productions/p1?day=2026-05-12'],
  [undefined, '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
])('after signing in, %j leads to %s', (wanted, to) => expect(ownAddress(wanted)).toBe(to))
