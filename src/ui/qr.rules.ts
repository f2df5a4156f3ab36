/**
 * A QR code (ISO/IEC 18004) for short texts: bytes, error correction M, versions 1 to 10, the mask with the least
 * penalty. Enough for the address of an authenticator app or a link; longer texts are refused.
 */

interface Version {
  /** Codewords in all. */
  total: number
  /** Error-correction codewords of each block. */
  correction: number
  blocks: number
  /** Centres of the alignment patterns. */
  align: number[]
}

/** Tables 7, 9 and E.1 of the standard, level M. */
const versions: Version[] = [
  { total: 26, correction: 10, blocks: 1, align: [] },
  { total: 44, correction: 16, blocks: 1, align: [6, 18] },
  { total: 70, correction: 26, blocks: 1, align: [6, 22] },
  { total: 100, correction: 18, blocks: 2, align: [6, 26] },
  { total: 134, correction: 24, blocks: 2, align: [6, 30] },
  { total: 172, correction: 16, blocks: 4, align: [6, 34] },
  { total: 196, correction: 18, blocks: 4, align: [6, 22, 38] },
  { total: 242, correction: 22, blocks: 4, align: [6, 24, 42] },
  { total: 292, correction: 22, blocks: 5, align: [6, 26, 46] },
  { total: 346, correction: 26, blocks: 5, align: [6, 28, 50] },
]

const masks: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** Powers and logarithms of the field with 256 elements, over x⁸ + x⁴ + x³ + x² + 1. */
const power = new Uint8Array(255)
const log = new Uint8Array(256)
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  power[exponent] = value
  log[value] = exponent
  value = (value << 1) ^ (value & 128 ? 285 : 0)
}
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : (power[((log[a] ?? 0) + (log[b] ?? 0)) % 255] ?? 0))

/** The remainder of a block divided by the generator polynomial of that degree. */
export function correctionOf(block: readonly number[], degree: number): number[] {
  let generator = [1]
  for (let at = 0; at < degree; at++)
    generator = [...generator, 0].map((it, i) => it ^ times(generator[i - 1] ?? 0, power[at] ?? 0))
  const rest = [...block, ...Array<number>(degree).fill(0)]
  for (let at = 0; at < block.length; at++) {
    const factor = rest[at] ?? 0
    if (factor !== 0) generator.forEach((it, i) => (rest[at + i] = (rest[at + i] ?? 0) ^ times(it, factor)))
  }
  return rest.slice(block.length)
}

const bitsOf = (value: number, length: number) => Array.from({ length }, (_, at) => (value >> (length - 1 - at)) & 1)

const dataLength = ({ total, correction, blocks }: Version) => total - correction * blocks

/** Mode, length, bytes, end, then the padding of the standard. */
function dataOf(bytes: Uint8Array, number: number, version: Version): number[] {
  const room = dataLength(version) * 8
  const bits = [0, 1, 0, 0, ...bitsOf(bytes.length, number < 10 ? 8 : 16), ...[...bytes].flatMap((it) => bitsOf(it, 8))]
  bits.push(...Array<number>(Math.min(4, room - bits.length)).fill(0))
  bits.push(...Array<number>((8 - (bits.length % 8)) % 8).fill(0))
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  )
  const padding = [236, 17]
  return [...words, ...Array.from({ length: room / 8 - words.length }, (_, at) => padding[at % 2] ?? 0)]
}

/** Blocks side by side, column by column: first the data, then the corrections. */
function interleaved(words: number[], version: Version): number[] {
  const short = Math.floor(words.length / version.blocks)
  const long = words.length % version.blocks
  let at = 0
  const blocks = Array.from({ length: version.blocks }, (_, i) => {
    const size = short + (i >= version.blocks - long ? 1 : 0)
    at += size
    return words.slice(at - size, at)
  })
  const corrections = blocks.map((block) => correctionOf(block, version.correction))
  const columns = (rows: number[][], width: number) =>
    Array.from({ length: width }, (_, column) => rows.map((row) => row[column])).flat()
  return [...columns(blocks, short + 1), ...columns(corrections, version.correction)].filter((it) => it !== undefined)
}

interface Grid {
  size: number
  dark: boolean[][]
  /** Squares of the frame, which no data and no mask touches. */
  fixed: boolean[][]
}

const squares = (size: number) => Array.from({ length: size }, () => Array<boolean>(size).fill(false))

function put({ dark, fixed, size }: Grid, row: number, column: number, value: boolean) {
  if (row < 0 || column < 0 || row >= size || column >= size) return
  dark[row]![column] = value
  fixed[row]![column] = true
}

function finder(grid: Grid, row: number, column: number) {
  for (let r = -4; r <= 4; r++)
    for (let c = -4; c <= 4; c++) {
      const ring = Math.max(Math.abs(r), Math.abs(c))
      put(grid, row + r, column + c, ring !== 2 && ring !== 4)
    }
}

function aligners(grid: Grid, centres: number[]) {
  const last = centres.at(-1)
  for (const row of centres)
    for (const column of centres) {
      if ((row === 6 && (column === 6 || column === last)) || (row === last && column === 6)) continue
      for (let r = -2; r <= 2; r++)
        for (let c = -2; c <= 2; c++) put(grid, row + r, column + c, Math.max(Math.abs(r), Math.abs(c)) !== 1)
    }
}

/** A value with its BCH check bits. */
function checked(value: number, generator: number, degree: number): number {
  let rest = value << degree
  for (let bit = 31; bit >= degree; bit--) if ((rest >> bit) & 1) rest ^= generator << (bit - degree)
  return (value << degree) | rest
}

/** Level M is 00; the pattern keeps the field from being all light. */
const formatOf = (mask: number) => checked(mask, 0b10100110111, 10) ^ 0b101010000010010

function format(grid: Grid, mask: number) {
  const bits = formatOf(mask)
  const bit = (at: number) => ((bits >> at) & 1) === 1
  for (let at = 0; at < 6; at++) put(grid, at, 8, bit(at))
  put(grid, 7, 8, bit(6))
  put(grid, 8, 8, bit(7))
  put(grid, 8, 7, bit(8))
  for (let at = 9; at < 15; at++) put(grid, 8, 14 - at, bit(at))
  for (let at = 0; at < 8; at++) put(grid, 8, grid.size - 1 - at, bit(at))
  for (let at = 8; at < 15; at++) put(grid, grid.size - 15 + at, 8, bit(at))
  put(grid, grid.size - 8, 8, true)
}

function versionMark(grid: Grid, number: number) {
  if (number < 7) return
  const bits = checked(number, 0b1111100100101, 12)
  for (let at = 0; at < 18; at++) {
    const [long, short] = [Math.floor(at / 3), grid.size - 11 + (at % 3)]
    put(grid, long, short, ((bits >> at) & 1) === 1)
    put(grid, short, long, ((bits >> at) & 1) === 1)
  }
}

function frame(number: number, version: Version): Grid {
  const size = 17 + 4 * number
  const grid = { size, dark: squares(size), fixed: squares(size) }
  finder(grid, 3, 3)
  finder(grid, 3, size - 4)
  finder(grid, size - 4, 3)
  aligners(grid, version.align)
  for (let at = 8; at < size - 8; at++) {
    put(grid, 6, at, at % 2 === 0)
    put(grid, at, 6, at % 2 === 0)
  }
  versionMark(grid, number)
  format(grid, 0)
  return grid
}

/** Squares in the order data is laid: two columns at a time from the right, up and down, past the timing column. */
export function* path(size: number, isFixed: (row: number, column: number) => boolean): Generator<[number, number]> {
  let upward = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const column of [right, right - 1]) {
        const row = upward ? size - 1 - step : step
        if (!isFixed(row, column)) yield [row, column]
      }
    upward = !upward
  }
}

function filled(base: Grid, words: number[], mask: number): boolean[][] {
  const grid = { ...base, dark: base.dark.map((row) => [...row]) }
  const bits = words.flatMap((word) => bitsOf(word, 8))
  let at = 0
  for (const [row, column] of path(grid.size, (r, c) => grid.fixed[r]?.[c] ?? true)) {
    grid.dark[row]![column] = (bits[at++] === 1) !== (masks[mask]?.(row, column) ?? false)
  }
  format(grid, mask)
  return grid.dark
}

/** How hard a pattern is to read: long runs, blocks, look-alikes of the finder, and imbalance. */
function penalty(dark: boolean[][]): number {
  const size = dark.length
  const rows = dark.map((row) => row.map(Number).join(''))
  const columns = rows.map((_, column) => dark.map((row) => Number(row[column])).join(''))
  const lines = [...rows, ...columns]
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0)
  const alike = lines.reduce((sum, line) => sum + (line.match(/(?=10111010000|00001011101)/g) ?? []).length, 0)
  let blocks = 0
  for (let r = 0; r < size - 1; r++)
    for (let c = 0; c < size - 1; c++) {
      const pair = rows[r]?.slice(c, c + 2)
      if (pair === rows[r + 1]?.slice(c, c + 2) && (pair === '00' || pair === '11')) blocks++
    }
  const share = (rows.join('').split('1').length - 1) / (size * size)
  return runs + alike * 40 + blocks * 3 + Math.floor(Math.abs(share * 20 - 10)) * 10
}

/** The squares of a QR code, true where dark, without its quiet border of four. @throws RangeError past 213 bytes */
export function qrSquares(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const at = versions.findIndex((version, i) => dataLength(version) * 8 >= 4 + (i < 9 ? 8 : 16) + bytes.length * 8)
  const version = versions[at]
  if (!version) throw new RangeError(`${bytes.length} bytes are too many for this QR code.`)
  const base = frame(at + 1, version)
  const words = interleaved(dataOf(bytes, at + 1, version), version)
  const tried = masks.map((_, mask) => filled(base, words, mask))
  return tried.reduce((best, next) => (penalty(next) < penalty(best) ? next : best))
}
