import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Storage } from '../../../platform/storage/storage.ts'

/** Runs `use` with a stored file at a path of this machine, and takes the copy away afterwards. */
export async function withCopy<T>(storage: Storage, key: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'unitbase-reading-'))
  try {
    const path = join(folder, 'file')
    await copyTo(storage, key, path)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyTo(storage: Storage, key: string, path: string): Promise<void> {
  const stream = await storage.get(key)
  if (stream === undefined) throw new Error(`The stored file ${key} is gone.`)
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
}
