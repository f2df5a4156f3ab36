import { expect, test } from 'vitest'
import { bodyOfDraft, draftOf, readPosition } from './location.draft.rules.ts'

test.each([
  ['51.5072, -0.1276', { latitude: 51.5072, longitude: -0.1276 }],
  ['51.5072 N 0.1276 W', { latitude: 51.5072, longitude: -0.1276 }],
  ['-33.86°, 151.21°', { latitude: -33.86, longitude: 151.21 }],
  ['', null],
  ['95, 10', undefined],
  ['Quay Street', undefined],
])('LO-13 a position as maps copy it: %s', (text, expected) => expect(readPosition(text)).toEqual(expected))

test('LO-13 only what was changed is sent, so another’s change beside it stays', () => {
  const before = { ...draftOf(null), name: 'Pier 9', parking: 'Quay' }
  expect(bodyOfDraft({ ...before, loadIn: 'Gate B' }, before)).toEqual({ loadIn: 'Gate B' })
})

test('LO-13 a hospital without a name is none, and a gate code nobody touched is not sent', () => {
  const before = draftOf(null)
  const body = bodyOfDraft({ ...before, name: 'Pier 9', hospitalPhone: '112' }, before)
  expect(body).toMatchObject({ name: 'Pier 9', hospital: null })
  expect(Object.keys(body)).not.toContain('gateCode')
})
