import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { limits } from './limits.ts'

/** An archive that is damaged, or unpacks to more than can be taken. */
export class ArchiveRefused extends Error {}

/**
 * The wanted parts of an Office file, unpacked within the limits. What an archive says of its own sizes is not believed:
 * bytes are counted as they come.
 */
export async function unzipped(path: string, isWanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await open(path)
  const parts = new Map<string, Buffer>()
  let total = 0
  try {
    for await (const entry of entriesOf(zip)) {
      if (!isWanted(entry.fileName)) continue
      const bytes = await unpack(zip, entry, limits.unpackedBytes - total)
      total += bytes.length
      parts.set(entry.fileName, bytes)
    }
  } finally {
    zip.close()
  }
  return parts
}

const open = (path: string) =>
  new Promise<ZipFile>((done, failed) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (fault, zip) =>
      fault ? failed(new ArchiveRefused('The archive inside is damaged.')) : done(zip),
    ),
  )

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  if (zip.entryCount > limits.entries) throw new ArchiveRefused('There are too many parts inside.')
  for (let read = 0; read < zip.entryCount; read++) {
    yield await new Promise<Entry>((done, failed) => {
      zip.once('entry', done)
      zip.once('error', () => failed(new ArchiveRefused('The archive inside is damaged.')))
      zip.readEntry()
    })
  }
}

const unpack = (zip: ZipFile, entry: Entry, left: number) =>
  new Promise<Buffer>((done, failed) => {
    const most = Math.min(left, limits.partBytes)
    zip.openReadStream(entry, (fault, stream) => {
      if (fault) return failed(new ArchiveRefused('A part inside cannot be unpacked.'))
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > most) {
          stream.destroy()
          failed(new ArchiveRefused('It unpacks to far more than its size promises, and is not opened.'))
        } else chunks.push(chunk)
      })
      stream.on('error', () => failed(new ArchiveRefused('A part inside is damaged.')))
      stream.on('end', () => done(Buffer.concat(chunks)))
    })
  })
