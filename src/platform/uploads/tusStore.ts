import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/utils'
import { FileId } from '../../kernel/ids.ts'
import type { App } from '../app.ts'
import { finishUpload, giveUp, isGivenUp } from './upload.actions.ts'
import * as store from './upload.store.ts'

/** What a broken line can cost: bytes are kept in steps of this size, and what was received when it broke. */
const PART_BYTES = 8 * 1024 * 1024
const MOST_UNFINISHED = 200

/**
 * Where the tus protocol keeps uploads on their way: rows in the database, bytes in the store of the office. Nothing
 * stays in a process, so an upload may go on with another one, on another machine.
 */
export function tusStore(app: App, sender: store.Sender): DataStore {
  const get = async (id: string) => {
    const fileId = FileId.safeParse(id)
    const row = fileId.success ? await store.find(app.db, sender, fileId.data) : undefined
    if (!row) throw ERRORS.FILE_NOT_FOUND
    if (row.finished_at === null && isGivenUp(row, app.clock.now())) throw ERRORS.FILE_NO_LONGER_EXISTS
    return row
  }

  const keep = async (id: FileId, from: number, bytes: Buffer) => {
    const key = `uploads/${id}/${app.ids.next()}`
    await app.storage.put(key, bytes)
    const part = { upload_id: id, from_byte: from, size_bytes: bytes.length, storage_key: key }
    if (await app.transaction((tx) => store.addPart(tx, part))) return
    await app.storage.delete(key)
    throw ERRORS.INVALID_OFFSET
  }

  return Object.assign(new DataStore(), {
    extensions: ['creation', 'creation-with-upload', 'creation-defer-length', 'termination'],

    async create(upload: Upload) {
      if ((await store.countUnfinished(app.db, sender)) >= MOST_UNFINISHED) {
        throw { status_code: 429, body: 'Too many uploads are unfinished. Finish or cancel some first.\n' }
      }
      const now = app.clock.now().toString()
      const row = {
        id: FileId.parse(upload.id),
        ...store.senderOf(sender),
        size_bytes: upload.size ?? null,
        offset_bytes: 0,
        metadata: upload.metadata ? JSON.stringify(upload.metadata) : null,
        created_at: now,
        finished_at: null,
      }
      await app.transaction((tx) => store.insert(tx, row))
      upload.creation_date = now
      return upload
    },

    async getUpload(id: string) {
      const row = await get(id)
      // The last bytes came and the answer was lost, or we were killed before the file was made.
      if (row.offset_bytes === row.size_bytes && row.finished_at === null) await finishUpload(app, row.id)
      return new Upload({
        id,
        offset: row.offset_bytes,
        creation_date: row.created_at.toString(),
        ...(row.size_bytes !== null && { size: row.size_bytes }),
        ...(row.metadata && { metadata: row.metadata }),
      })
    },

    async write(stream: Readable, id: string, offset: number) {
      const { id: fileId } = await get(id)
      let at = offset
      let held: Buffer[] = []
      let heldBytes = 0
      const flush = async () => {
        if (heldBytes === 0) return
        const bytes = Buffer.concat(held)
        held = []
        heldBytes = 0
        await keep(fileId, at, bytes)
        at += bytes.length
      }
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          held.push(chunk)
          heldBytes += chunk.length
          if (heldBytes >= PART_BYTES) await flush()
        }
      } finally {
        await flush()
      }
      return at
    },

    async declareUploadLength(id: string, sizeBytes: number) {
      const row = await get(id)
      await app.transaction((tx) => store.declareSize(tx, row.id, sizeBytes))
    },

    async remove(id: string) {
      const row = await get(id)
      await giveUp(app, sender, row.id)
    },
  })
}
