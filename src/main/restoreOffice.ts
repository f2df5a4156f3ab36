import { chmod, copyFile, mkdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { keyMark } from '../platform/backup/backup.ts'
import type { Manifest } from '../platform/backup/manifest.ts'
import { BackupFault, restore, verifyBackup } from '../platform/backup/restore.ts'
import { openDatabase, openPool } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { prepareDatabase } from '../platform/database/prepare.ts'
import { createKeys, loadKey } from '../platform/keys.ts'
import { openOfficeDatabase } from '../platform/runtime/officeDatabase.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import { openStorage } from '../platform/storage/openStorage.ts'
import { CommandFault } from './commands/command.ts'
import { everyJob } from './departments.ts'

interface RestoreOffice {
  env: NodeJS.ProcessEnv
  file: string
  keyFile: string | undefined
}

/**
 * Brings a backup back: every part is checked before anything is touched, the office it goes into must be empty and
 * closed, and a backup of an older version takes the newer steps afterwards.
 */
export async function restoreOffice({ env, file, keyFile }: RestoreOffice): Promise<Manifest> {
  const settings = readSettings(env)
  const manifest = await verify(file)
  await placeKey(settings, manifest, keyFile)
  const database = await openOfficeDatabase(settings, 'unitbase restore')
  try {
    await stepTo(database.url, manifest)
    await demandEmpty(database.url)
    await restore({ file, manifest, databaseUrl: database.url, storage: await openStorage(settings) })
    await prepareDatabase(database.url, everyJob())
  } catch (fault) {
    throw fault instanceof BackupFault ? new CommandFault(fault.message) : fault
  } finally {
    await database.close()
  }
  return manifest
}

async function verify(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw new CommandFault(`There is no file ${file}.`)
  return verifyBackup(file).catch((fault: unknown) => {
    throw fault instanceof BackupFault ? new CommandFault(fault.message) : fault
  })
}

/** Sealed fields open only with the key they were sealed with, so a backup without its key is not brought back. */
async function placeKey({ keyFile }: Settings, manifest: Manifest, given: string | undefined) {
  const candidate = given ?? keyFile
  const fits = existsSync(candidate) && keyMark(createKeys(await loadKey(candidate))) === manifest.keyMark
  if (!fits) {
    throw new CommandFault(
      given === undefined
        ? 'This backup needs the key of the office it was made in. Bring it: unitbase restore FILE --key KEYFILE'
        : `${given} is not the key of the office this backup was made in.`,
    )
  }
  if (candidate === keyFile) return
  await mkdir(dirname(keyFile), { recursive: true })
  await copyFile(candidate, keyFile)
  await chmod(keyFile, 0o600)
}

/** As far as the backup's office had come, and no further: its rows belong to those tables. */
async function stepTo(url: string, { migrations }: Manifest) {
  const db = openDatabase(openPool(url, { max: 2 }))
  await migrate(db, { upTo: migrations.at(-1) }).finally(() => db.destroy())
}

async function demandEmpty(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ many: string }>('select count(*) as many from auth.user')
    if (Number(rows[0]?.many) > 0) {
      throw new CommandFault(
        'There is an office here already, and a restore would replace it. ' +
          'Choose an empty data folder with UNITBASE_DATA, or an empty database with DATABASE_URL.',
      )
    }
  } finally {
    await client.end()
  }
}
