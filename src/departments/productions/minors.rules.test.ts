import { describe, expect, test } from 'vitest'
import type { MinorRow } from './minors.contract.ts'
import { ageText, parseAge, wrongHours } from './minors.rules.ts'

const row = (over: Partial<MinorRow> = {}): MinorRow => ({
  fromAgeMonths: 72,
  untilAgeMonths: 108,
  onSchoolDay: true,
  workMinutes: 240,
  onSetMinutes: 480,
  schoolMinutes: 180,
  restMinutes: 60,
  earliest: 300,
  latest: 1320,
  latestBeforeFreeDay: 1470,
  ...over,
})

describe('ST-3 ages as people write them', () => {
  test.each([
    [0, 'birth'],
    [6, '6 months'],
    [12, '1 year'],
    [24, '2 years'],
    [30, '2 years 6 months'],
    [193, '16 years 1 month'],
  ])('ST-3 %i months is %s, and back', (months, text) => {
    expect(ageText(months)).toBe(text)
    expect(parseAge(text)).toBe(months)
  })
  test.each([
    ['6', 72],
    ['18 mo', 18],
    ['2y6m', 30],
    ['2 yrs', 24],
    ['', undefined],
    ['old', undefined],
    ['99 years', undefined],
  ])('ST-3 %j is read as %s', (text, months) => expect(parseAge(text)).toBe(months))
})

describe('ST-3 a table that contradicts itself says where', () => {
  test.each<[string, MinorRow[], RegExp[]]>([
    ['sound', [row(), row({ onSchoolDay: false })], []],
    ['ages that touch', [row(), row({ fromAgeMonths: 108, untilAgeMonths: 192 })], []],
    ['ages that overlap', [row(), row({ fromAgeMonths: 100, untilAgeMonths: 192 })], [/overlap on a school day/]],
    ['ages the wrong way round', [row({ untilAgeMonths: 72 })], [/wrong way round/]],
    ['more work than time', [row({ workMinutes: 500 })], [/work is longer/]],
    ['a day that ends before it starts', [row({ latest: 240 })], [/earliest start lies after/]],
    ['a free day that ends earlier', [row({ latestBeforeFreeDay: 1200 })], [/before a free day/]],
  ])('ST-3 %s', (_, rows, wrong) => {
    const found = wrongHours(rows)
    expect(found).toHaveLength(wrong.length)
    for (const [at, words] of wrong.entries()) expect(found[at]).toMatch(words)
  })
})
