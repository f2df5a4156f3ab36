import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { measuring, plainKey, type Storage } from './storage.ts'

const ARRIVING = '.arriving'

/** Files in a folder of this machine. A file is written beside, flushed to disk, and then takes its name. */
export function folderStorage(folder: string): Storage {
  const pathOf = (key: string) => join(folder, plainKey(key))
  return {
    async put(key, body) {
      const path = pathOf(key)
      const arriving = join(folder, ARRIVING, randomUUID())
      await mkdir(dirname(arriving), { recursive: true })
      await mkdir(dirname(path), { recursive: true })
      const { bytes, measured } = measuring(body)
      try {
        await pipeline(bytes, createWriteStream(arriving, { mode: 0o600, flush: true }))
        await rename(arriving, path)
      } catch (fault) {
        await rm(arriving, { force: true })
        throw fault
      }
      await flushFolder(dirname(path))
      return measured()
    },

    async get(key, range) {
      const path = pathOf(key)
      const found = await stat(path).catch(absent)
      if (!found?.isFile()) return undefined
      if (range && range.until <= range.from) return Readable.from([])
      return createReadStream(path, range && { start: range.from, end: range.until - 1 })
    },

    async head(key) {
      const found = await stat(pathOf(key)).catch(absent)
      return found?.isFile() ? { sizeBytes: found.size } : undefined
    },

    delete: (key) => rm(pathOf(key), { force: true }),

    async *keys(prefix = '') {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent)
      for (const entry of entries ?? []) {
        const key = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
        if (entry.isFile() && key.startsWith(prefix) && !key.startsWith(ARRIVING)) yield key
      }
    },
  }
}

/** A name is safe from a power cut only once its folder is on the disk too. */
async function flushFolder(path: string) {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

function absent(fault: NodeJS.ErrnoException): undefined {
  if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return undefined
  throw fault
}
