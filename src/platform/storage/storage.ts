import { createHash } from 'node:crypto'
import { Readable, Transform } from 'node:stream'

/** What was stored: its length and SHA-256 (hex), measured on the way in. */
interface Stored {
  sizeBytes: number
  sha256: string
}

/** Bytes from `from` (inclusive) to `until` (exclusive). */
export interface ByteRange {
  from: number
  until: number
}

/**
 * Where files lie: a folder, or an S3-compatible store. A key is a path of plain names (`files/0190…`), made by us and
 * never by a visitor. A file appears under its key whole or not at all.
 */
export interface Storage {
  put(key: string, body: Uint8Array | AsyncIterable<Uint8Array>): Promise<Stored>
  /** @returns undefined when nothing lies there */
  get(key: string, range?: ByteRange): Promise<Readable | undefined>
  head(key: string): Promise<{ sizeBytes: number } | undefined>
  /** Nothing there is as good as deleted. */
  delete(key: string): Promise<void>
  /** Every key that begins with this, in no particular order. */
  keys(prefix?: string): AsyncIterable<string>
}

const PLAIN = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i

/** @throws when a key could lead out of the store; keys are ours, so this is a fault and not a refusal */
export function plainKey(key: string): string {
  if (!PLAIN.test(key) || key.length > 500) throw new Error(`Not a storage key: ${JSON.stringify(key.slice(0, 80))}`)
  return key
}

/** Passes bytes through while it counts and hashes them; `measured()` once they have all passed. */
export function measuring(body: Uint8Array | AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const meter = new Transform({
    transform(chunk: Uint8Array, _, next) {
      hash.update(chunk)
      sizeBytes += chunk.byteLength
      next(null, chunk)
    },
  })
  const source = body instanceof Uint8Array ? Readable.from([body]) : Readable.from(body, { objectMode: false })
  source.once('error', (fault) => meter.destroy(fault))
  return { bytes: source.pipe(meter), measured: (): Stored => ({ sizeBytes, sha256: hash.digest('hex') }) }
}

/** The whole of a stored file, for the small ones. */
export async function readWhole(storage: Storage, key: string): Promise<Buffer | undefined> {
  const stream = await storage.get(key)
  return stream && Buffer.concat(await stream.toArray())
}
