import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'

const folder = join(import.meta.dirname, '../../../db/migrations')

async function migrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort()
  const loaded = await Promise.all(
    names.map(async (name) => [
      name.replace(/\.ts$/, ''),
      (await import(pathToFileURL(join(folder, name)).href)) as Migration,
    ]),
  )
  return Object.fromEntries(loaded) as Record<string, Migration>
}

/**
 * Brings a database to the newest version; a no-op when it is there already. Two processes at once take turns.
 * @param upTo the last step to take, for a backup that had come no further; all of them when absent
 * @returns the names of the migrations that ran
 */
export async function migrate<S>(db: Kysely<S>, { upTo }: { upTo?: string | undefined } = {}): Promise<string[]> {
  const migrator = new Migrator({
    db: db as Kysely<unknown>,
    provider: { getMigrations: migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    allowUnorderedMigrations: true,
  })
  const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  if (error !== undefined) throw error
  return (results ?? []).map((result) => result.migrationName)
}
