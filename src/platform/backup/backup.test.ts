import { createReadStream } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, dropDatabase } from '../../../tests/support/database.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { scratchFolder } from '../../../tests/support/scratch.ts'
import { openDatabase, openPool } from '../database/database.ts'
import { createKeys } from '../keys.ts'
import { folderStorage } from '../storage/folderStorage.ts'
import { readWhole, type Storage } from '../storage/storage.ts'
import { eraseFiles, keepFile } from '../uploads/index.ts'
import { backUp, keyMark } from './backup.ts'
import { restore, verifyBackup } from './restore.ts'
import { readTar } from './tar.ts'

const office = useOffice()
let folder: string
const archive = () => join(folder, 'office.tar.gz')

beforeAll(async () => {
  folder = await scratchFolder('backup')
  const ana = await office.as('owner')
  await office.as('coordinator')
  expect(ana.userId).toBeDefined()
  await office.app.transaction(async (tx) => {
    await keepFile(office.app, tx, { name: 'plan.txt', mediaType: 'text/plain', bytes: Buffer.from('gate 4\n') })
    await keepFile(office.app, tx, { name: 'empty', mediaType: 'text/plain', bytes: new Uint8Array() })
    await office.app.audit.record(tx, { kind: 'system', name: 'test' }, 'account.changed', {
      subject: { kind: 'account', id: 'x', label: 'tab\t and \\N and "quotes"\nand a line' },
      before: { a: null },
      after: { a: 'ü 日本 \\' },
    })
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Every row of every table of ours, as text, in an order of its own. */
async function everything(url: string): Promise<Record<string, string[]>> {
  const db = openDatabase(openPool(url, { max: 1 }))
  try {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'auth') and tablename not like 'migration%' order by 1`.execute(db)
    const found: Record<string, string[]> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t order by 1`.execute(db)
      found[name] = rows.map(({ row }) => row)
    }
    return found
  } finally {
    await db.destroy()
  }
}

test('what was backed up comes back, every row and every file', async () => {
  const { app } = office
  const before = await everything(office.databaseUrl)
  await backUp({
    databaseUrl: office.databaseUrl,
    storage: app.storage,
    keys: app.keys,
    file: archive(),
    now: app.clock.now(),
  })

  const manifest = await verifyBackup(archive())
  expect(manifest.files).toHaveLength(2)
  expect(manifest.keyMark).toBe(keyMark(app.keys))
  expect(manifest.keyMark).not.toBe(keyMark(createKeys(Buffer.alloc(32))))

  const target = await cloneDatabase()
  const storage = folderStorage(join(folder, 'restored'))
  await restore({ file: archive(), manifest, databaseUrl: target, storage })
  const after = await everything(target)
  expect(Object.keys(after).length).toBeGreaterThan(15)
  expect(after).toEqual(before)
  const plan = manifest.files.find(({ sizeBytes }) => sizeBytes === 7)
  expect((await readWhole(storage, plan!.key))?.toString()).toBe('gate 4\n')
  await dropDatabase(target)
})

test('a file erased for good while the backup runs is named as such, and comes back empty', async () => {
  const { app } = office
  const keep = (name: string) =>
    app.transaction((tx) => keepFile(app, tx, { name, mediaType: 'text/plain', bytes: Buffer.from(name) }))
  const [stays, tape] = [await keep('stays.txt'), await keep('tape.txt')]
  const file = join(folder, 'meanwhile.tar.gz')
  const packed = { databaseUrl: office.databaseUrl, keys: app.keys, file, now: app.clock.now() }
  let isErased = false
  const erasing: Storage = {
    ...app.storage,
    get: async (key) => {
      if (!isErased) await app.transaction((tx) => eraseFiles(app, tx, [tape.id]))
      if (!isErased) await office.work()
      isErased = true
      return app.storage.get(key)
    },
  }
  await backUp({ ...packed, storage: erasing })

  const manifest = await verifyBackup(file)
  const [key = ''] = manifest.erased
  expect(manifest.erased).toHaveLength(1)
  expect(manifest.files.map((it) => it.sha256)).toContain(stays.sha256)
  expect(manifest.files.map((it) => it.key)).not.toContain(key)

  const target = await cloneDatabase()
  const storage = folderStorage(join(folder, 'meanwhile'))
  await restore({ file, manifest, databaseUrl: target, storage })
  expect((await readWhole(storage, key))?.length).toBe(0)
  const again = await backUp({ ...packed, databaseUrl: target, storage, file: join(folder, 'again.tar.gz') })
  expect(again.erased).toEqual([])
  expect(again.files).toHaveLength(manifest.files.length + 1)
  await dropDatabase(target)
})

test('a file that is gone from the store and not from the database is damage: nothing is backed up', async () => {
  const { app } = office
  const lost: Storage = { ...app.storage, get: () => Promise.resolve(undefined) }
  const file = join(folder, 'lost.tar.gz')
  const backing = backUp({
    databaseUrl: office.databaseUrl,
    storage: lost,
    keys: app.keys,
    file,
    now: app.clock.now(),
  })
  await expect(backing).rejects.toThrow('is in the database and not in the store. Nothing was backed up.')
})

test('a changed byte anywhere is found before anything is touched', async () => {
  const plain = Buffer.concat(
    await Array.fromAsync(createReadStream(archive()).pipe(createGunzip()) as AsyncIterable<Buffer>),
  )
  const at = plain.indexOf('gate 4')
  plain.write('gate 5', at)
  const damaged = join(folder, 'damaged.tar.gz')
  await writeFile(damaged, gzipSync(plain))
  await expect(verifyBackup(damaged)).rejects.toThrow(/is damaged: files\/\d+ is not what was packed/)
})

test.each([
  ['cut off', async () => (await readFile(archive())).subarray(0, 2_000), /cannot be read|cut off/],
  ['no archive', async () => Buffer.from('INT. HARBOUR - NIGHT'), /cannot be read/],
  ['an archive of something else', async () => gzipSync(Buffer.alloc(1024)), /is no backup of Unitbase/],
])('an archive that is %s is refused in words', async (name, bytes, words) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.tar.gz`)
  await writeFile(file, await bytes())
  await expect(verifyBackup(file)).rejects.toThrow(words)
})

test('the archive opens with any tar, and the key is not in it', async () => {
  const names: string[] = []
  for await (const { name } of readTar(createReadStream(archive()).pipe(createGunzip()) as AsyncIterable<Buffer>))
    names.push(name)
  expect(names.at(-1)).toBe('manifest.json')
  expect(names.filter((name) => /key/.test(name) && !name.includes('idempotency_key'))).toEqual(
    names.filter((name) => name.includes('passkey')),
  )
})
