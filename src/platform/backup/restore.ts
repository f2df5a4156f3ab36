import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import type { Storage } from '../storage/storage.ts'
import { foreignKeysOf, migrationsOf, tablesOf } from './catalogue.ts'
import { copyIn } from './copy.ts'
import { fileEntry, Manifest, MANIFEST, tableEntry } from './manifest.ts'
import { readTar } from './tar.ts'

/** A backup that cannot be brought back, in words for whoever holds it. */
export class BackupFault extends Error {}

function entriesOf(file: string) {
  const source = createReadStream(file)
  const unpacked = source.pipe(createGunzip())
  source.once('error', (fault) => unpacked.destroy(fault))
  return readTar(unpacked as AsyncIterable<Buffer>)
}

/**
 * Reads a backup from end to end and compares every part with its manifest, before anything is changed.
 * @throws BackupFault naming the first part that is missing or differs
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const { manifest, seen } = await readThrough(file).catch((fault: Error) => {
    throw new BackupFault(`${file} cannot be read: ${fault.message}`)
  })
  if (!manifest) throw new BackupFault(`${file} is no backup of Unitbase, or it is cut off before its end.`)
  for (const { name, sha256 } of manifest.entries) {
    if (seen.get(name) !== sha256) throw new BackupFault(`${file} is damaged: ${name} is not what was packed.`)
  }
  return manifest
}

/** The manifest, and the hash of every other entry. */
async function readThrough(file: string) {
  const seen = new Map<string, string>()
  let manifest: Manifest | undefined
  for await (const { name, bytes } of entriesOf(file)) {
    if (name === MANIFEST) {
      const text = Buffer.concat(await Array.fromAsync(bytes)).toString('utf8')
      manifest = Manifest.safeParse(JSON.parse(text)).data
      continue
    }
    const hash = createHash('sha256')
    for await (const chunk of bytes) hash.update(chunk)
    seen.set(name, hash.digest('hex'))
  }
  return { manifest, seen }
}

interface RestoreOptions {
  file: string
  manifest: Manifest
  /** A database that has taken the same steps as the backup's, and whose office is to be replaced. */
  databaseUrl: string
  storage: Storage
}

/** Puts a verified backup in place of what is there: all tables in one transaction, after the files. */
export async function restore({ file, manifest, databaseUrl, storage }: RestoreOptions): Promise<void> {
  await restoreFiles(file, manifest, storage)
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    await client.query('begin')
    await demandSameShape(client, manifest)
    await withoutReferences(client, async () => {
      const names = manifest.tables.map(({ name }) => name)
      if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
      await restoreTables(client, file, manifest)
      await emptyErased(client, manifest.erased)
    })
    for (const { name, value, isCalled } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [name, value, isCalled])
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function restoreFiles(file: string, manifest: Manifest, storage: Storage) {
  const expected = new Map(manifest.files.map((stored, index) => [fileEntry(index), stored]))
  for await (const { name, bytes } of entriesOf(file)) {
    const stored = expected.get(name)
    if (!stored) continue
    const { sha256 } = await storage.put(stored.key, bytes)
    if (sha256 !== stored.sha256) throw new BackupFault(`The file ${stored.key} did not come through whole.`)
  }
  for (const key of manifest.erased) await storage.put(key, new Uint8Array())
}

/** What was erased while the backup ran comes back as an empty file: every row has its bytes, and these say nothing. */
async function emptyErased(client: pg.Client, keys: readonly string[]) {
  const empty = createHash('sha256').digest('hex')
  await client.query('update file set size_bytes = 0, sha256 = $1 where storage_key = any($2)', [empty, keys])
}

async function demandSameShape(client: pg.Client, manifest: Manifest) {
  const taken = await migrationsOf(client)
  if (taken.join() !== manifest.migrations.join()) {
    throw new BackupFault('The backup was made by a version of Unitbase that took other steps than this one knows.')
  }
  const here = new Map((await tablesOf(client)).map(({ name, columns }) => [name, columns.join()]))
  const other = manifest.tables.find(({ name, columns }) => here.get(name) !== columns.join())
  if (other) throw new BackupFault(`The table ${other.name} of the backup has other columns here.`)
}

/** Rows arrive table by table, so references are checked once all are there: put back, they check everything. */
async function withoutReferences(client: pg.Client, work: () => Promise<void>) {
  const keys = await foreignKeysOf(client)
  const tables = (await tablesOf(client)).map(({ name }) => name)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  await work()
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
}

async function restoreTables(client: pg.Client, file: string, manifest: Manifest) {
  const partOf = new Map(
    manifest.tables.flatMap((table) =>
      Array.from({ length: table.parts }, (_, part) => [tableEntry(table.name, part), table] as const),
    ),
  )
  const counted = new Map<string, number>()
  for await (const { name, bytes } of entriesOf(file)) {
    const table = partOf.get(name)
    if (!table) continue
    const rows = await copyIn(client, `copy ${table.name} (${table.columns.join(', ')}) from stdin`, bytes)
    counted.set(table.name, (counted.get(table.name) ?? 0) + rows)
  }
  const short = manifest.tables.find(({ name, rows }) => (counted.get(name) ?? 0) !== rows)
  if (short) throw new BackupFault(`The table ${short.name} came back with another number of rows than it had.`)
}
