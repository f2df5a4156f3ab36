import { expect, test } from 'vitest'
import { soundOf } from './index.ts'

/** A second of silence, 8 kHz, 16 bit, one channel. */
export function wavOf(seconds: number): Buffer {
  const samples = Buffer.alloc(16_000 * seconds)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(16_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

/** Frames of MPEG 1 layer III, 128 kbit/s at 44.1 kHz: 417 bytes each. */
const mp3 = (frames: number) =>
  Buffer.concat(
    Array.from({ length: frames }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)])),
  )

test('CR-25 a recording is known by its content, with its length where the head says it', () => {
  expect(soundOf(wavOf(3))).toEqual({ mediaType: 'audio/wav', seconds: 3 })
  expect(soundOf(wavOf(3).subarray(0, 2000), 48_044)).toEqual({ mediaType: 'audio/wav', seconds: 3 })
  expect(soundOf(mp3(77))).toEqual({ mediaType: 'audio/mpeg', seconds: 2 })
  expect(soundOf(Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x0a', 'latin1'), Buffer.alloc(10), mp3(77)]))).toEqual({
    mediaType: 'audio/mpeg',
    seconds: 2,
  })
  expect(soundOf(Buffer.from('\0\0\0\x20ftypM4A ', 'latin1'))).toEqual({ mediaType: 'audio/mp4', seconds: null })
})

test.each([
  ['a page', '<html><script>1</script>'],
  ['a picture', '\xff\xd8\xff\xe0'],
  ['one frame and then something else', `\xff\xfb\x90\0${'x'.repeat(900)}`],
  ['a RIFF that is a film', 'RIFF\x10\0\0\0AVI LIST'],
  ['nothing', ''],
])('%s is no recording', (_, bytes) => expect(soundOf(Buffer.from(bytes, 'latin1'))).toBeUndefined())
