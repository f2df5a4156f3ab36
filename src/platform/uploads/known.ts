import { z } from 'zod'
import { Problem, problemType } from '../../kernel/problems.ts'
import type { App } from '../app.ts'
import { soundOf } from '../sounds/index.ts'
import type { FileRow } from './upload.store.ts'

export const NotTaken = problemType(
  'file-not-taken',
  422,
  'This file cannot be taken here',
  z.object({ reason: z.enum(['unknown', 'other_kind', 'too_large', 'gone']) }),
)

/** What a file is, by its content; what it calls itself decides nothing. */
export interface Known {
  readonly kind: 'photo' | 'video' | 'audio' | 'paper'
  readonly mediaType: string
}

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1')

/** The first bytes of a file → what it is; undefined for anything that could carry more than it shows. */
export function knownBytes(bytes: Uint8Array, sizeBytes = bytes.length): Known | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { kind: 'photo', mediaType: 'image/jpeg' }
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return { kind: 'photo', mediaType: 'image/png' }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return { kind: 'photo', mediaType: 'image/webp' }
  if (ascii(bytes, 0, 5) === '%PDF-') return { kind: 'paper', mediaType: 'application/pdf' }
  if (ascii(bytes, 4, 4) === 'ftyp') return isoMedia(ascii(bytes, 8, 4))
  if (ascii(bytes, 0, 4) === '\x1a\x45\xdf\xa3') return { kind: 'video', mediaType: 'video/webm' }
  const sound = soundOf(bytes, sizeBytes)
  return sound && { kind: 'audio', mediaType: sound.mediaType }
}

/** One family of containers holds films, recordings and photographs; its brand says which. */
function isoMedia(brand: string): Known {
  if (/^(heic|heix|hevc|mif1|msf1)$/.test(brand)) return { kind: 'photo', mediaType: 'image/heic' }
  if (/^avi[fs]$/.test(brand)) return { kind: 'photo', mediaType: 'image/avif' }
  if (/^M4[AB] $/.test(brand)) return { kind: 'audio', mediaType: 'audio/mp4' }
  return { kind: 'video', mediaType: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4' }
}

const HEAD_BYTES = 64 * 1024

/** @throws NotTaken when the content is nothing we know */
export async function knownFile(app: App, file: FileRow): Promise<Known> {
  const stream = await app.storage.get(file.storage_key, { from: 0, until: Math.min(HEAD_BYTES, file.size_bytes) })
  const known = stream && knownBytes(Buffer.concat(await stream.toArray()), file.size_bytes)
  if (known === undefined)
    throw new Problem(
      NotTaken,
      { reason: 'unknown' },
      `${file.name} is no photo, film, recording or PDF that we can open. Save it as JPEG, MP4, MP3 or PDF and send it again.`,
    )
  return known
}
