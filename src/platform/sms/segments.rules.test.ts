import fc from 'fast-check'
import { expect, test } from 'vitest'
import { easedForSms, smsSize } from './segments.rules.ts'

test.each([
  ['nothing', '', 'gsm7', 1],
  ['160 plain characters', 'a'.repeat(160), 'gsm7', 1],
  ['161 plain characters', 'a'.repeat(161), 'gsm7', 2],
  ['165 plain characters', 'a'.repeat(165), 'gsm7', 2],
  ['306 plain characters, two full joined parts', 'a'.repeat(306), 'gsm7', 2],
  ['307 plain characters', 'a'.repeat(307), 'gsm7', 3],
  ['71 characters with ü, which GSM-7 has', 'ü'.repeat(71), 'gsm7', 1],
  ['71 characters with ł, which it has not', `${'a'.repeat(70)}ł`, 'ucs2', 2],
  ['70 characters with ł', `${'a'.repeat(69)}ł`, 'ucs2', 1],
  ['134 characters with ł', `${'a'.repeat(133)}ł`, 'ucs2', 2],
  ['135 characters with ł', `${'a'.repeat(134)}ł`, 'ucs2', 3],
  ['80 euro signs take 160 places', '€'.repeat(80), 'gsm7', 1],
  ['81 euro signs', '€'.repeat(81), 'gsm7', 2],
  ['35 surrogate pairs', '😀'.repeat(35), 'ucs2', 1],
  ['36 surrogate pairs', '😀'.repeat(36), 'ucs2', 2],
] as const)('CS-2 a text message of %s is counted in parts', (_, text, encoding, segments) => {
  expect(smsSize(text)).toMatchObject({ encoding, segments })
})

test('CS-2 a two-place character is not torn: 152 letters, then euro signs', () => {
  expect(smsSize(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({ units: 305, segments: 2 })
  expect(smsSize(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, segments: 3 })
})

test('CS-2 typographic marks are eased, so a message with dashes and quotes stays in GSM-7', () => {
  expect(smsSize('D2 – “call” 06:30 → 06:10…').encoding).toBe('ucs2')
  expect(smsSize(easedForSms('D2 – “call” 06:30 → 06:10…')).encoding).toBe('gsm7')
  expect(easedForSms('Łukasz’s van')).toBe("Łukasz's van")
})

const written = fc
  .array(fc.constantFrom('a', 'Z', '7', ' ', 'ü', '€', '^', 'ł', '–', '山', '😀'), { maxLength: 200 })
  .map((it) => it.join(''))

test('CS-2 a longer message never has fewer parts', () => {
  fc.assert(
    fc.property(written, written, (text, more) => {
      const before = smsSize(text)
      const after = smsSize(text + more)
      expect(after.segments).toBeGreaterThanOrEqual(before.segments)
      expect(after.segments * (after.encoding === 'gsm7' ? 160 : 70)).toBeGreaterThanOrEqual(after.units)
    }),
  )
})
