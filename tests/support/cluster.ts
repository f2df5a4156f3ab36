import { readdir, rm, stat } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres, type Cluster } from '../../src/platform/runtime/postgres.ts'
import { SAMPLE } from './given.ts'
import { scratchFolder, scratchPlace } from './scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Where a test file asks for its database: POST makes one and answers its address, DELETE gives it back. GET answers
     * the folder that belongs to the sample office.
     */
    databaseDesk: string
  }
}

const TEMPLATE = 'template_office'
const PREFIX = 'unitbase-test-'
const KEPT_MS = 24 * 3_600_000

interface Desk {
  cluster: Cluster
  folder: string
  admin: pg.Client
}

/**
 * One PostgreSQL for the whole run, started when the first test file asks for a database, so that a run of pure rules
 * pays nothing. Every file gets a copy of one migrated template.
 */
export default async function setup(project: TestProject) {
  let opening: Promise<Desk> | undefined
  let clones = 0
  const kept: string[] = []
  const desk = () => (opening ??= openDesk())

  let sample: Promise<string> | undefined
  const sampled = async () => (sample ??= makeSampleTemplate(await desk()))

  const answer = async (method: string, name: string, response: ServerResponse) => {
    const { admin, cluster } = await desk()
    if (name === SAMPLE) await sampled()
    if (method === 'GET') return response.end(await sampled())
    if (method === 'POST') {
      clones += 1
      const fresh = `test_${String(clones).padStart(3, '0')}`
      // Nothing is lost when this cluster is: copying files costs a third of writing the copy into the log.
      await admin.query(`create database ${fresh} template ${name || TEMPLATE} strategy file_copy`)
      return response.end(cluster.url(fresh))
    }
    if (method === 'PUT') kept.push(name)
    else await admin.query(`drop database if exists ${name} with (force)`)
    return response.end()
  }

  let line: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    line = line
      .then(() => answer(request.method ?? '', (request.url ?? '/').slice(1), response))
      .catch((fault: unknown) => {
        response.statusCode = 500
        response.end(fault instanceof Error ? fault.message : String(fault))
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  project.provide('databaseDesk', `http://127.0.0.1:${port}`)

  return async () => {
    server.close()
    server.closeAllConnections()
    if (!opening) return
    const open = await opening.catch(() => undefined)
    if (!open) return
    await open.admin.end()
    await open.cluster.stop()
    if (kept.length === 0) return rm(open.folder, { recursive: true, force: true })
    console.log(`\nDatabases of failed tests are kept for a day: ${kept.join(', ')}`)
    console.log(`Open them with: node scripts/run.mjs scripts/openDatabase.ts ${open.folder}\n`)
  }
}

async function openDesk(): Promise<Desk> {
  await sweep(await scratchPlace())
  const folder = await scratchFolder('test')
  const cluster = await startPostgres({
    folder: join(folder, 'cluster'),
    password: 'test',
    logFile: join(folder, 'postgres.log'),
    kind: 'throwaway',
  })
  const admin = new pg.Client(cluster.url('postgres'))
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await makeTemplate(cluster.url(TEMPLATE))
  return { cluster, folder, admin }
}

/** The whole house is loaded only here, so that tests of pure rules run while some department does not load. */
async function makeTemplate(url: string) {
  const { everyJob } = await import('../../src/main/departments.ts')
  const { prepareDatabase } = await import('../../src/platform/database/prepare.ts')
  await prepareDatabase(url, everyJob())
}

/** @returns the folder of data that belongs to it: its key, and the files of its documents */
async function makeSampleTemplate({ admin, cluster, folder }: Desk): Promise<string> {
  const { makeSample } = await import('./sampleTemplate.ts')
  const data = join(folder, 'sample')
  await admin.query(`create database ${SAMPLE} template ${TEMPLATE} strategy file_copy`)
  await makeSample(cluster.url(SAMPLE), data)
  return data
}

/** Clusters of failed runs are kept to be looked at, for a day. */
async function sweep(base: string) {
  for (const name of await readdir(base)) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(base, name)
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (age > KEPT_MS) await rm(path, { recursive: true, force: true })
  }
}
