import { expect, test } from 'vitest'
import { easedForSms } from './eased.rules.ts'
import { smsSize } from './segments.fixture.ts'

test('CS-2 typographic marks are eased, so a message with dashes and quotes stays in GSM-7', () => {
  expect(smsSize('D2 – “call” 06:30 → 06:10…').encoding).toBe('ucs2')
  expect(smsSize(easedForSms('D2 – “call” 06:30 → 06:10…')).encoding).toBe('gsm7')
  expect(easedForSms('Łukasz’s van')).toBe("Łukasz's van")
})
