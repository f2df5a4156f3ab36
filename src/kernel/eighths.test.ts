import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatEighths, formatPages, fromLines, parseEighths, sumEighths } from './eighths.ts'

describe('ST-10 page eighths from lines', () => {
  test.each([
    [1, 54, 1, 1],
    [7, 54, 1, 2],
    [17, 54, 3, 3],
    [21, 54, 3, 4],
    [27, 54, 4, 4],
    [60, 54, 9, 9],
    [17, 55, 2, 3],
  ])('ST-10 %i lines of %i are %i eighths, cautiously %i', (lines, perPage, halfUp, ceil) => {
    expect(fromLines(lines, perPage, 'half_up')).toBe(halfUp)
    expect(fromLines(lines, perPage, 'ceil')).toBe(ceil)
  })

  test('ST-10 never less than one eighth, never more than one apart between the two rules', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 40, max: 70 }), (lines, perPage) => {
        const near = fromLines(lines, perPage, 'half_up')
        const up = fromLines(lines, perPage, 'ceil')
        expect(near).toBeGreaterThanOrEqual(1)
        expect(up - near).toBeGreaterThanOrEqual(0)
        expect(up - near).toBeLessThanOrEqual(1)
        if (up > 1) expect(Math.abs(near - (lines * 8) / perPage)).toBeLessThanOrEqual(0.5)
      }),
    )
  })
})

describe('ST-10 eighths as people write them', () => {
  test.each([
    [3, '3/8'],
    [8, '1'],
    [9, '1 1/8'],
    [11, '1 3/8'],
    [18, '2 2/8'],
    [0, '0'],
  ])('ST-10 %i is shown as %s', (eighths, shown) => expect(formatEighths(eighths)).toBe(shown))

  test.each([
    ['1 3/8', 11],
    ['11/8', 11],
    ['3/8', 3],
    ['1', 8],
    ['½', 4],
    ['1½', 12],
    ['1/2', 4],
    ['', undefined],
    ['three', undefined],
    ['1/3', undefined],
    ['1 2 3', undefined],
  ])('ST-10 "%s" is read as %s', (text, eighths) => expect(parseEighths(text)).toBe(eighths))

  test('ST-10 what is shown is read back', () => {
    fc.assert(
      fc.property(fc.nat(70_000), (eighths) => {
        expect(parseEighths(formatEighths(eighths))).toBe(eighths)
      }),
    )
  })

  test('ST-10 3/8 + 5/8 + 1 2/8 = 2 2/8', () => {
    const total = sumEighths(['3/8', '5/8', '1 2/8'].map((text) => parseEighths(text) ?? 0))
    expect(formatEighths(total)).toBe('2 2/8')
    expect([formatPages(3), formatPages(8), formatPages(18)]).toEqual(['3/8 page', '1 page', '2 2/8 pages'])
  })
})
