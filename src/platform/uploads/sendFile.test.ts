import { expect, test } from 'vitest'
import { rangeOf } from './sendFile.ts'

test.each([
  ['nothing asked', null, undefined],
  ['from the middle on', 'bytes=100-', { from: 100, until: 500 }],
  ['first two bytes, as players ask first', 'bytes=0-1', { from: 0, until: 2 }],
  ['past the end is cut', 'bytes=400-900', { from: 400, until: 500 }],
  ['the last hundred', 'bytes=-100', { from: 400, until: 500 }],
  ['more than there is, from the end', 'bytes=-900', { from: 0, until: 500 }],
  ['beyond the end', 'bytes=500-', 'outside'],
  ['backwards is no range', 'bytes=9-3', undefined],
  ['several ranges are answered whole', 'bytes=0-1,4-5', undefined],
])('%s', (_, header, range) => expect(rangeOf(header, 500)).toEqual(range))
