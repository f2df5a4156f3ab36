import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { Problem } from '../../kernel/problems.ts'
import { redrawn } from './index.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

/** A PNG whose head claims this size; there is no need to fill the memory to be refused. */
function claims(width: number, height: number): Buffer {
  const head = Buffer.alloc(17)
  head.write('IHDR', 0, 'latin1')
  head.writeUInt32BE(width, 4)
  head.writeUInt32BE(height, 8)
  head.set([8, 2, 0, 0, 0], 12)
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(13)
  check.writeUInt32BE(crc32(head))
  const empty = Buffer.from('0000000049444154', 'hex')
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    length,
    head,
    check,
    empty,
    Buffer.from('35af061e', 'hex'),
  ])
}

const reasonOf = async (bytes: Uint8Array) => {
  const fault = await redrawn(bytes, { longestSide: 100, as: 'webp' }).catch((thrown: unknown) => thrown)
  return fault instanceof Problem ? (fault.extension as { reason: string }).reason : 'taken'
}

test('a picture is turned upright, made smaller, and loses what the phone wrote into it', async () => {
  const sent = await plain(400, 200)
    .withExif({ IFD0: { Artist: 'Planted Name' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { bytes, width, height, mediaType } = await redrawn(sent, { longestSide: 100, as: 'webp' })
  expect([width, height, mediaType]).toEqual([50, 100, 'image/webp'])
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(bytes.toString('latin1')).not.toContain('Planted')
})

test('a small picture is not blown up, and what is see-through is white on paper', async () => {
  const sent = await sharp({ create: { width: 20, height: 10, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  const { bytes, width } = await redrawn(sent, { longestSide: 100, as: 'jpeg' })
  expect(width).toBe(20)
  expect([...(await sharp(bytes).raw().toBuffer())].slice(0, 3)).toEqual([255, 255, 255])
})

test.each([
  ['an SVG that calls itself a picture', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a PDF', '%PDF-1.7\n1 0 obj << >> endobj'],
  ['nothing', ''],
])('%s is refused', async (_, text) => expect(await reasonOf(Buffer.from(text))).toBe('not_a_picture'))

test('a picture that breaks off is damaged, and one of too many pixels is too large', async () => {
  const whole = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
      background: '#000',
    },
  })
    .png()
    .toBuffer()
  expect(await reasonOf(whole.subarray(0, whole.length / 2))).toBe('damaged')
  expect(await reasonOf(claims(40_000, 40_000))).toBe('too_large')
})
