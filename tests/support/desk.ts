import { rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres, type Cluster } from '../../src/platform/runtime/postgres.ts'
import { SAMPLE } from './given.ts'
import { keepScratch, scratchFolder, sweepScratch } from './scratch.ts'

const TEMPLATE = 'template_office'

/** Where test files ask for a database: POST makes one and answers its address, DELETE gives it back, PUT keeps it. */
export interface Desk {
  readonly url: string
  /** Throws the cluster away, unless databases are to be kept; then it says how to open them. */
  close(): Promise<string>
}

interface Opened {
  cluster: Cluster
  folder: string
  admin: pg.Client
}

/**
 * One PostgreSQL for the whole run, started when the first test file asks for a database, so that a run of pure rules
 * pays nothing. Every file gets a copy of one migrated template.
 */
export async function openDesk(): Promise<Desk> {
  let opening: Promise<Opened> | undefined
  let clones = 0
  const kept: string[] = []
  const opened = () => (opening ??= openCluster())

  let sample: Promise<string> | undefined
  const sampled = async () => (sample ??= makeSampleTemplate(await opened()))

  const answer = async (method: string, name: string, response: ServerResponse) => {
    const { admin, cluster } = await opened()
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
  const close = async () => {
    server.close()
    server.closeAllConnections()
    const open = await opening?.catch(() => undefined)
    if (!open) return ''
    await open.admin.end()
    await open.cluster.stop()
    if (kept.length > 0) {
      await keepScratch(open.folder)
      return `Databases of failed tests are kept for a day: ${kept.join(', ')}
Open them with: node scripts/run.mjs scripts/openDatabase.ts ${open.folder}`
    }
    await rm(open.folder, { recursive: true, force: true })
    return ''
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

async function openCluster(): Promise<Opened> {
  await sweepScratch()
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
async function makeSampleTemplate({ admin, cluster, folder }: Opened): Promise<string> {
  const { makeSample } = await import('./sampleTemplate.ts')
  const data = join(folder, 'sample')
  await admin.query(`create database ${SAMPLE} template ${TEMPLATE} strategy file_copy`)
  await makeSample(cluster.url(SAMPLE), data)
  return data
}
