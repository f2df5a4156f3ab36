import type { App } from '../../platform/app.ts'
import type { VersionId } from './document.contract.ts'
import * as search from './documentSearch.store.ts'
import * as versions from './documentVersion.store.ts'
import { limits } from './reading/limits.ts'
import { withCopy } from './reading/localCopies.ts'
import type { FileReading } from './reading/reading.ts'
import { ReaderStopped, readingRoom } from './reading/room.ts'
import { foldedText, vocabulary } from './words.rules.ts'

const READ_MS = 90_000

/** Reads a version and keeps what was found. Safe to run twice: the second run writes the same again. */
export async function readVersionNow(app: App, id: VersionId): Promise<void> {
  const version = await versions.findById(app.db, id)
  if (version === undefined || version.state !== 'waiting') return
  const reading = await readingOf(app, version)
  const key = `document-thumbnails/${id}.webp`
  if (reading.thumbnail) await app.storage.put(key, reading.thumbnail.bytes)
  await app.transaction(async (tx) => {
    await versions.settle(tx, id, {
      ...reading,
      thumbnail: reading.thumbnail && { key, width: reading.thumbnail.width, height: reading.thumbnail.height },
    })
    await search.putPages(
      tx,
      id,
      reading.texts.map((page) => ({ ...page, folded: foldedText(page.text) })),
    )
    await search.learnWords(tx, [...new Set(reading.texts.flatMap(({ text }) => vocabulary(text)))])
    if (version.productionId !== null)
      await app.announce(tx, { department: 'documents', productionId: version.productionId, ids: [version.documentId] })
  })
}

async function readingOf(app: App, version: versions.VersionRow): Promise<FileReading> {
  const { kind, mediaType, isDisguised, fileName, sizeBytes } = version
  const nothing = { kind, mediaType, isDisguised, pages: null, texts: [], thumbnail: null }
  if (sizeBytes > limits.fileBytes)
    return { ...nothing, state: 'stored', problem: 'Larger than can be read. It is kept, but not searched.' }
  try {
    return await withCopy(app.storage, `files/${version.fileId}`, (path) =>
      readingRoom.ask({ do: 'read', path, fileName }, READ_MS),
    )
  } catch (fault) {
    if (!(fault instanceof ReaderStopped)) throw fault
    return { ...nothing, state: 'unreadable', problem: `${fault.message} It is kept as it came.` }
  }
}
