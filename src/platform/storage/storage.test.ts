import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3 } from '../../../tests/support/s3Server.ts'
import { folderStorage } from './folderStorage.ts'
import { s3Storage } from './s3Storage.ts'
import { readWhole, type Storage } from './storage.ts'

let folder: string
let s3: Awaited<ReturnType<typeof startS3>>
const stores: Record<string, Storage> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unitbase-storage-'))
  s3 = await startS3(join(folder, 's3'))
  stores['a folder'] = folderStorage(join(folder, 'files'))
  stores['an S3-compatible store'] = s3Storage(s3.settings)
})
afterAll(async () => {
  await s3.stop()
  await rm(folder, { recursive: true, force: true })
})

const storeOf = (name: string): Storage => {
  const store = stores[name]
  if (!store) throw new Error(name)
  return store
}

describe.each(['a folder', 'an S3-compatible store'])('%s', (name) => {
  test('gives back what it was given, measured on the way in', async () => {
    const bytes = randomBytes(6_000_000) // more than one part of a multipart upload
    const stored = await storeOf(name).put('files/clip', Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]))
    expect(stored).toEqual({ sizeBytes: 6_000_000, sha256: createHash('sha256').update(bytes).digest('hex') })
    expect((await readWhole(storeOf(name), 'files/clip'))?.equals(bytes)).toBe(true)
    expect(await storeOf(name).head('files/clip')).toEqual({ sizeBytes: 6_000_000 })
  })

  test('reads a range, its end not included', async () => {
    await storeOf(name).put('files/word', Buffer.from('turnaround'))
    const part = await storeOf(name).get('files/word', { from: 4, until: 7 })
    expect(Buffer.concat((await part?.toArray()) ?? []).toString()).toBe('aro')
  })

  test('an empty file is a file', async () => {
    expect((await storeOf(name).put('files/empty', new Uint8Array())).sizeBytes).toBe(0)
    expect(await storeOf(name).head('files/empty')).toEqual({ sizeBytes: 0 })
  })

  test('nothing there is undefined, and deleting it again is no fault', async () => {
    await storeOf(name).put('files/gone', Buffer.from('x'))
    await storeOf(name).delete('files/gone')
    await storeOf(name).delete('files/gone')
    expect(await storeOf(name).get('files/gone')).toBeUndefined()
    expect(await storeOf(name).head('files/gone')).toBeUndefined()
  })

  test('a body that breaks off leaves nothing behind', async () => {
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('the line went dead')
    }
    await expect(storeOf(name).put('files/broken', broken())).rejects.toThrow('the line went dead')
    expect(await storeOf(name).head('files/broken')).toBeUndefined()
  })

  test('lists keys by their beginning', async () => {
    await storeOf(name).put('papers/a', Buffer.from('a'))
    await storeOf(name).put('papers/deep/b', Buffer.from('b'))
    expect((await Array.fromAsync(storeOf(name).keys('papers/'))).sort()).toEqual(['papers/a', 'papers/deep/b'])
  })

  test.each(['../key', '/etc/passwd', 'a//b', 'a/../b', '', '.arriving/x', 'a\0b'])(
    'refuses the key %j',
    async (key) => {
      await expect(async () => storeOf(name).head(key)).rejects.toThrow('Not a storage key')
    },
  )
})
