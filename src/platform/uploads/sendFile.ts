import { Readable } from 'node:stream'
import type { App } from '../app.ts'
import { disposition } from '../http/fileAnswer.ts'
import type { ByteRange } from '../storage/storage.ts'
import type { FileRow } from './upload.store.ts'

/** What a browser may show or play by itself; everything else is handed over to be saved. */
const SHOWN = /^(image\/(jpeg|png|webp|gif|avif)|video\/(mp4|webm|quicktime)|audio\/[a-z0-9.+-]+|application\/pdf)$/

/**
 * Half-open bytes of a `Range` header with one range; undefined for none, `'outside'` for one that begins past the end.
 * @example rangeOf('bytes=100-', 500) // { from: 100, until: 500 }
 */
export function rangeOf(header: string | null | undefined, sizeBytes: number): ByteRange | 'outside' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  if (first === '') return last === '0' ? 'outside' : { from: Math.max(0, sizeBytes - Number(last)), until: sizeBytes }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return undefined
  if (from >= sizeBytes) return 'outside'
  return { from, until: last === '' ? sizeBytes : Math.min(sizeBytes, Number(last) + 1) }
}

/**
 * A file as an answer, whole or in the range that was asked for. Who may see it is the caller's to decide; what it is
 * stands in the row, where only what was recognised by content belongs.
 */
export async function sendFile(
  app: App,
  request: Request,
  file: Pick<FileRow, 'name' | 'media_type' | 'size_bytes' | 'storage_key'>,
  { save = false }: { save?: boolean } = {},
): Promise<Response> {
  const range = rangeOf(request.headers.get('range'), file.size_bytes)
  const shown = !save && SHOWN.test(file.media_type)
  const headers = new Headers({
    'content-type': shown || save ? file.media_type : 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=300',
    'content-disposition': disposition(shown ? 'inline' : 'attachment', file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'",
  })
  if (range === 'outside') {
    headers.set('content-range', `bytes */${file.size_bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, until } = range ?? { from: 0, until: file.size_bytes }
  headers.set('content-length', String(until - from))
  if (range) headers.set('content-range', `bytes ${from}-${until - 1}/${file.size_bytes}`)
  const bytes = request.method === 'HEAD' ? null : await app.storage.get(file.storage_key, range)
  if (bytes === undefined) return new Response(null, { status: 404 })
  return new Response(bytes && (Readable.toWeb(bytes) as ReadableStream), { status: range ? 206 : 200, headers })
}
