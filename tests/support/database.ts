import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { openDatabase, openPool } from '../../src/platform/database/database.ts'
import type { Schema } from '../../src/platform/database/schema.ts'
import { SAMPLE } from './given.ts'

export interface TestDatabase {
  readonly url: string
  readonly db: Kysely<Schema>
}

/**
 * A migrated, empty database for this test file alone. Call it at the top level of the file. It is dropped when all
 * its tests have passed, and kept, with its address printed, when one has failed.
 *
 * @example const office = useDatabase(); test('…', () => office.db.selectFrom('person')…)
 */
export function useDatabase({ sample = false }: { sample?: boolean } = {}): TestDatabase {
  let open: { url: string; db: Kysely<Schema> } | undefined
  let hasFailed = false

  beforeAll(async () => {
    const url = await (sample ? cloneSample() : cloneDatabase())
    open = { url, db: openDatabase(openPool(url, { max: 5 })) }
  })
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail'
  })
  afterAll(async () => {
    if (!open) return
    await open.db.destroy()
    await (hasFailed ? keepDatabase(open.url) : dropDatabase(open.url))
  })

  const opened = () => {
    if (!open) throw new Error('The database of a test file is there inside its tests and hooks, not before.')
    return open
  }
  return {
    get url() {
      return opened().url
    },
    get db() {
      return opened().db
    },
  }
}

/** A fresh copy of the migrated template, or of another database of this run; returns its address. */
export const cloneDatabase = (of?: string): Promise<string> => ask('POST', of ? nameIn(of) : '')

const cloneSample = (): Promise<string> => ask('POST', SAMPLE)

/** The folder of data that belongs to a database with the sample production. */
export const sampleFolder = (): Promise<string> => ask('GET', SAMPLE)

export const dropDatabase = (url: string): Promise<string> => ask('DELETE', nameIn(url))

const keepDatabase = (url: string) => {
  console.log(`A test failed; its database is kept: ${url}`)
  return ask('PUT', nameIn(url))
}

const nameIn = (url: string) => new URL(url).pathname.slice(1)

async function ask(method: string, name: string): Promise<string> {
  const response = await fetch(`${inject('databaseDesk')}/${name}`, { method })
  const said = await response.text()
  if (!response.ok) throw new Error(`No test database: ${said}`)
  return said
}
