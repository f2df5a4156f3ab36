import { expect, test } from 'vitest'
import { correctionOf, qrSquares } from './qr.rules.ts'

/** The worked example of the standard, annex I: "01234567" in version 1-M. */
test('corrections are those of the standard’s worked example', () => {
  const words = [16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17]
  expect(correctionOf(words, 10)).toEqual([165, 36, 212, 193, 237, 54, 199, 135, 44, 85])
})

test.each([
  [10, 21],
  [14, 21],
  [15, 25],
  [106, 41],
  [122, 45],
  [213, 57],
])('%i bytes take %i squares a side', (length, size) => {
  expect(qrSquares('a'.repeat(length))).toHaveLength(size)
})

test('what is too long is refused', () => {
  expect(() => qrSquares('a'.repeat(214))).toThrow(RangeError)
})

test('three finders stand in three corners', () => {
  const squares = qrSquares('otpauth://totp/Unitbase:ana@example.com?secret=ABCDEFGH')
  const last = squares.length - 7
  const corner = (row: number, column: number) =>
    squares.slice(row, row + 7).map((line) =>
      line
        .slice(column, column + 7)
        .map(Number)
        .join(''),
    )
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']
  for (const [row, column] of [
    [0, 0],
    [0, last],
    [last, 0],
  ] as const)
    expect(corner(row, column)).toEqual(finder)
})
