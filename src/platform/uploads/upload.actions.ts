import type { Readable } from 'node:stream'
import type { FileId } from '../../kernel/ids.ts'
import type { App } from '../app.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Storage } from '../storage/storage.ts'
import { eraseBytes } from './erase.job.ts'
import * as store from './upload.store.ts'

/** An upload that is not whole this long after it was begun is given up. */
const KEPT_HOURS = 3 * 24

export const isGivenUp = ({ created_at }: store.UploadRow, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(created_at.add({ hours: KEPT_HOURS }), now) < 0

/**
 * Makes the file of an upload whose bytes are all here: puts its parts together, hashes them on the way, and names the
 * result. Safe to run twice, so an upload whose last answer was lost is finished when its sender asks again: both put
 * the same bytes in the same place, outside any transaction, and one of them makes the row.
 */
export async function finishUpload(app: App, id: FileId): Promise<void> {
  const upload = await store.findWhole(app.db, id)
  if (upload === undefined) return
  const keys = (await store.partsOf(app.db, id)).map(({ storage_key }) => storage_key)
  const key = `files/${id}`
  const stored = await app.storage.put(key, joined(app.storage, keys)).catch(async (fault: unknown) => {
    // Whoever finished it before us took the parts away.
    if ((await store.findWhole(app.db, id)) === undefined) return undefined
    throw fault
  })
  if (stored === undefined) return
  if (stored.sizeBytes !== upload.size_bytes)
    throw new Error(`Upload ${id} came together at ${stored.sizeBytes} bytes.`)
  const isGone = await app.transaction(async (tx) => {
    const now = await store.lock(tx, id)
    if (now === undefined) return (await store.findFile(tx, id)) === undefined
    if (now.finished_at !== null) return false
    await store.finish(tx, {
      id,
      name: plainName(upload.metadata?.['filename']),
      media_type: upload.metadata?.['filetype'] || 'application/octet-stream',
      size_bytes: stored.sizeBytes,
      sha256: stored.sha256,
      storage_key: key,
      production_id: null,
      created_at: app.clock.now().toString(),
      created_by: upload.user_id,
    })
    return false
  })
  for (const left of isGone ? [...keys, key] : keys) await app.storage.delete(left)
}

async function* joined(storage: Storage, keys: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const key of keys) {
    const part = await storage.get(key)
    if (!part) throw new Error(`The part ${key} of an upload is not in the store.`)
    yield* part as AsyncIterable<Uint8Array>
  }
}

/** A name without folders and control characters: it is shown and offered for saving, never used as a path here. */
export function plainName(given: string | null | undefined): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replaceAll(/\p{C}/gu, '').trim().slice(0, 200)
  return plain === '' ? 'unnamed' : plain
}

export async function giveUp(app: App, sender: store.Sender, id: FileId): Promise<void> {
  const upload = await store.find(app.db, sender, id)
  if (!upload) return
  await dropUpload(app, id)
}

async function dropUpload(app: App, id: FileId) {
  const keys = await app.transaction(async (tx) => {
    const parts = await store.partsOf(tx, id)
    await store.remove(tx, id)
    return parts.map(({ storage_key }) => storage_key)
  })
  for (const key of keys) await app.storage.delete(key)
}

/**
 * Uploads given up, what is still remembered of those that arrived as long ago, and parts that belong to no upload. Files
 * stay; from then on nobody can claim one by having sent it.
 */
export async function sweepUploads(app: App): Promise<{ uploads: number; parts: number }> {
  const old = await store.startedBefore(app.db, app.clock.now().subtract({ hours: KEPT_HOURS }))
  for (const { id } of old) await dropUpload(app, id)
  return { uploads: old.length, parts: await sweepParts(app) }
}

/** A part is stored a moment before its row, so only those from a finished day count as nobody's. */
async function sweepParts(app: App): Promise<number> {
  const before = app.clock.now().subtract({ hours: 24 }).epochMilliseconds
  const keys = (await Array.fromAsync(app.storage.keys('uploads/'))).filter((key) => madeAt(key) < before)
  const known = await store.knownKeys(app.db, keys)
  const nobodys = keys.filter((key) => !known.has(key))
  for (const key of nobodys) await app.storage.delete(key)
  return nobodys.length
}

/** Part keys end in a UUIDv7, whose first 48 bits are the time it was made. */
const madeAt = (key: string) => Number.parseInt((key.split('/').at(-1) ?? '').replaceAll('-', '').slice(0, 12), 16)

/** Stores bytes we made ourselves as a file, as an upload would. The row is part of the caller's transaction. */
export async function keepFile(
  app: App,
  tx: Tx,
  file: { name: string; mediaType: string; bytes: Uint8Array; productionId?: store.FileRow['production_id'] },
): Promise<{ id: FileId; sha256: string; sizeBytes: number }> {
  const id = app.ids.next<FileId>()
  const key = `files/${id}`
  const stored = await app.storage.put(key, file.bytes)
  await store.insertFiles(tx, [
    {
      id,
      name: plainName(file.name),
      media_type: file.mediaType,
      size_bytes: stored.sizeBytes,
      sha256: stored.sha256,
      storage_key: key,
      production_id: file.productionId ?? null,
      created_at: app.clock.now().toString(),
      created_by: null,
    },
  ])
  return { id, ...stored }
}

/** A file's row and its bytes; undefined when there is none. Who may see it is the caller's to decide. */
export async function openFile(app: App, id: FileId): Promise<{ file: store.FileRow; bytes: Readable } | undefined> {
  const file = await store.findFile(app.db, id)
  const bytes = file && (await app.storage.get(file.storage_key))
  return file && bytes && { file, bytes }
}

/**
 * A file that this sender has sent whole; undefined for somebody else's. An id alone is no proof of having sent it.
 */
export async function sentFile(db: Db, sender: store.Sender, id: FileId): Promise<store.FileRow | undefined> {
  const upload = await store.find(db, sender, id)
  return upload === undefined ? undefined : store.findFile(db, id)
}

/** Erases files for good: the rows with the caller's transaction, the bytes by a job once it has committed. */
export async function eraseFiles(app: App, tx: Tx, ids: readonly FileId[]): Promise<number> {
  const keys = await store.forgetFiles(tx, ids)
  if (keys.length > 0) await app.jobs.send(tx, eraseBytes, { keys })
  return keys.length
}
