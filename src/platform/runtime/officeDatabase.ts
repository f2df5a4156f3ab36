import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { Settings } from '../settings.ts'
import { readRecord, writeRecord, type ClusterRecord } from './clusterRecord.ts'
import { DataFolderTaken, holderOf, lockDataFolder } from './dataFolder.ts'
import { startPostgres } from './postgres.ts'
import { isOpenToAll } from './postgresBinaries.ts'

const NAME = 'unitbase'

interface OfficeDatabase {
  url: string
  /** Resolves when the database has ended by itself; never for one that is not ours to run. */
  ended: Promise<void>
  close(): Promise<void>
}

/**
 * The database of the settings: that of `DATABASE_URL`, or the built-in one in the data folder, started here under the
 * folder's lock.
 * @param what who asks, for the message of whoever finds the folder taken
 * @throws DataFolderTaken
 */
export async function openOfficeDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  what: string,
): Promise<OfficeDatabase> {
  if (settings.databaseUrl !== undefined) return notOurs(settings.databaseUrl)
  const release = await lockDataFolder(settings.dataFolder, what)
  try {
    return await startBuiltIn(settings.dataFolder, release)
  } catch (fault) {
    await release()
    throw fault
  }
}

/** For operator commands: the running office's database where there is one, else as `openOfficeDatabase`. */
export async function attachOrOpen(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  what: string,
): Promise<OfficeDatabase> {
  if (settings.databaseUrl !== undefined) return notOurs(settings.databaseUrl)
  try {
    return await openOfficeDatabase(settings, what)
  } catch (fault) {
    if (!(fault instanceof DataFolderTaken)) throw fault
    const record = await readRecord(settings.dataFolder)
    const holder = await holderOf(settings.dataFolder)
    if (!record || !holder) throw fault
    return notOurs(urlOf(record))
  }
}

const notOurs = (url: string): OfficeDatabase => ({
  url,
  ended: new Promise(() => undefined),
  close: () => Promise.resolve(),
})

async function startBuiltIn(dataFolder: string, release: () => Promise<void>): Promise<OfficeDatabase> {
  const former = await readRecord(dataFolder)
  const password = former?.password ?? randomBytes(24).toString('base64url')
  const cluster = former?.cluster ?? (await clusterFolder(dataFolder))
  // Written before the cluster is made: a start that breaks off in between must still know the password it chose.
  await writeRecord(dataFolder, { password, cluster, port: 0 })
  const postgres = await startPostgres({
    folder: cluster,
    password,
    logFile: join(dataFolder, 'postgres.log'),
    kind: 'durable',
  })
  await createOffice(postgres.url('postgres'))
  await writeRecord(dataFolder, { password, cluster, port: postgres.port })
  return {
    url: postgres.url(NAME),
    ended: postgres.ended,
    close: async () => {
      await postgres.stop()
      await release()
    },
  }
}

/**
 * In the data folder, unless root keeps that under a closed folder: PostgreSQL, as another user, could not walk there,
 * so the cluster goes beside the usual place under a name made from the folder's.
 */
async function clusterFolder(dataFolder: string): Promise<string> {
  if (process.getuid?.() !== 0 || (await isOpenToAll(dataFolder))) return join(dataFolder, 'database')
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return join('/var/lib/unitbase-clusters', mark)
}

async function createOffice(adminUrl: string) {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await admin.query(`create database ${NAME}`)
  } finally {
    await admin.end()
  }
}

const urlOf = ({ port, password }: ClusterRecord) => `postgres://unitbase:${password}@127.0.0.1:${port}/${NAME}`
