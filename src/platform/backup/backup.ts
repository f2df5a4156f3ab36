import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Readable as Stream } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Keys } from '../keys.ts'
import type { Storage } from '../storage/storage.ts'
import { migrationsOf, sequencesOf, tablesOf, type TableInfo } from './catalogue.ts'
import { copyOut } from './copy.ts'
import { fileEntry, MANIFEST, tableEntry, type Manifest } from './manifest.ts'
import { TAR_END, tarHeader, tarPadding } from './tar.ts'

interface BackupOptions {
  databaseUrl: string
  storage: Storage
  keys: Keys
  file: string
  now: Temporal.Instant
}

const PART_BYTES = 4 * 1024 * 1024

/** The mark of an installation's key: equal for equal keys, and of no use for opening anything. */
export const keyMark = (keys: Keys): string => keys.sign('backup', Buffer.from('mark')).toString('hex')

/**
 * Writes the office into one archive: every table as it stood at one moment, and every file those rows speak of. People
 * go on working meanwhile; what they erase for good before its turn is named in the manifest and left out. The archive takes its name only once it is whole; the key of sealed fields is not in it.
 */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const client = new pg.Client(options.databaseUrl)
  await client.connect()
  const arriving = `${options.file}.arriving`
  let manifest: Manifest | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    const pack = packing(options, client, (made) => (manifest = made))
    await pipeline(
      Stream.from(pack),
      createGzip({ level: 6 }),
      createWriteStream(arriving, { mode: 0o600, flush: true }),
    )
    await rename(arriving, options.file)
  } catch (fault) {
    await rm(arriving, { force: true })
    throw fault
  } finally {
    await client.end()
  }
  if (!manifest) throw new Error('The backup ended before its manifest.')
  return manifest
}

async function* packing(
  { databaseUrl, storage, keys, now }: BackupOptions,
  client: pg.Client,
  done: (manifest: Manifest) => void,
) {
  const at = Math.floor(now.epochMilliseconds / 1000)
  const entries: Manifest['entries'] = []
  const whole = function* (name: string, bytes: Buffer) {
    entries.push({ name, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    yield tarHeader({ name, size: bytes.length }, at)
    yield bytes
    yield tarPadding(bytes.length)
  }

  const tables: Manifest['tables'] = []
  for (const table of await tablesOf(client)) {
    let parts = 0
    for await (const bytes of partsOf(copyOut(client, copyStatement(table)))) {
      yield* whole(tableEntry(table.name, parts), bytes)
      parts += 1
    }
    tables.push({ ...table, parts, rows: await countOf(client, table.name) })
  }

  const files: Manifest['files'] = []
  const erased: string[] = []
  for (const { key, sizeBytes, sha256 } of await filesOf(client)) {
    const bytes = await storage.get(key)
    if (!bytes) {
      await demandErased(databaseUrl, key)
      erased.push(key)
      continue
    }
    const name = fileEntry(files.length)
    yield tarHeader({ name, size: sizeBytes }, at)
    yield* checked(bytes, key, sizeBytes, sha256)
    yield tarPadding(sizeBytes)
    entries.push({ name, sizeBytes, sha256 })
    files.push({ key, sizeBytes, sha256 })
  }

  const manifest: Manifest = {
    kind: 'unitbase backup',
    format: 1,
    madeAt: now.toString({ smallestUnit: 'second' }),
    office: await officeName(client),
    migrations: await migrationsOf(client),
    tables,
    sequences: await sequencesOf(client),
    files,
    erased,
    keyMark: keyMark(keys),
    entries: [...entries],
  }
  done(manifest)
  yield* whole(MANIFEST, Buffer.from(JSON.stringify(manifest)))
  yield TAR_END
}

const copyStatement = ({ name, columns }: TableInfo) => `copy ${name} (${columns.join(', ')}) to stdout`

async function* partsOf(text: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of text as AsyncIterable<Buffer>) {
    held.push(chunk)
    size += chunk.length
    if (size < PART_BYTES) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

/** Passes a file through and compares it with what was noted when it arrived: damage is found now, not at the restore. */
async function* checked(bytes: Readable, key: string, sizeBytes: number, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
    yield chunk
  }
  if (size !== sizeBytes || hash.digest('hex') !== sha256) {
    throw new Error(`The file ${key} in the store is not what arrived. Nothing was backed up.`)
  }
}

/**
 * Of a file that is not in the store: whether it has left the database too since the backup began. The backup itself sees
 * only how things stood then, so somebody else is asked.
 */
async function demandErased(databaseUrl: string, key: string) {
  const now = new pg.Client(databaseUrl)
  await now.connect()
  try {
    const { rowCount } = await now.query('select from file where storage_key = $1', [key])
    if (rowCount === 0) return
    throw new Error(`The file ${key} is in the database and not in the store. Nothing was backed up.`)
  } finally {
    await now.end()
  }
}

const countOf = async (client: pg.Client, table: string) =>
  Number((await client.query<{ many: string }>(`select count(*) as many from ${table}`)).rows[0]?.many)

async function filesOf(client: pg.Client) {
  const { rows } = await client.query<{ key: string; size: string; sha256: string }>(
    'select storage_key as key, size_bytes::text as size, sha256 from file order by id',
  )
  return rows.map(({ key, size, sha256 }) => ({ key, sizeBytes: Number(size), sha256 }))
}

const officeName = async (client: pg.Client) =>
  (await client.query<{ name: string }>('select name from office')).rows[0]?.name ?? ''
