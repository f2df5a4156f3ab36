import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DataFolderTaken } from './dataFolder.ts'
import { attachOrOpen, openOfficeDatabase } from './officeDatabase.ts'
import { scratchFolder } from '../../../tests/support/scratch.ts'

let folder: string
const settings = () => ({ databaseUrl: undefined, dataFolder: join(folder, 'office') })

beforeAll(async () => {
  folder = await scratchFolder('runtime')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = async (url: string, statement: string) => {
  const client = new pg.Client(url)
  await client.connect()
  return client.query(statement).finally(() => client.end())
}

/** A process of its own that opens the office, writes a row, and says so. */
const elsewhere = () => {
  const program = `
    import pg from 'pg'
    import { openOfficeDatabase } from ${JSON.stringify(join(import.meta.dirname, 'officeDatabase.ts'))}
    const { url } = await openOfficeDatabase(${JSON.stringify(settings())}, 'npm start')
    const client = new pg.Client(url)
    await client.connect()
    await client.query('create table kept (word text)')
    await client.query("insert into kept values ('turnaround')")
    console.log('written')
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

test('a folder in use is refused with who has it, an operator command attaches, and kill -9 loses nothing', async () => {
  const other = elsewhere()
  await once(other.stdout, 'data')

  await expect(openOfficeDatabase(settings(), 'a second start')).rejects.toThrow(DataFolderTaken)
  await expect(openOfficeDatabase(settings(), 'a second start')).rejects.toThrow(
    /^The data folder .*office is in use: npm start runs on it since .* \(process \d+\)\. Stop that first, or choose another folder with UNITBASE_DATA\.$/,
  )
  const attached = await attachOrOpen(settings(), 'unitbase backup')
  expect((await ask(attached.url, 'select word from kept')).rows).toEqual([{ word: 'turnaround' }])
  await attached.close()

  other.kill('SIGKILL')
  await once(other, 'exit')
  const again = await openOfficeDatabase(settings(), 'npm start')
  expect((await ask(again.url, 'select word from kept')).rows).toEqual([{ word: 'turnaround' }])
  await again.close()
}, 60_000)

test('a lock left behind by a process number that somebody else has now is no obstacle', async () => {
  const holder = { pid: process.pid, what: 'npm start', since: '2026-01-14 06:30', port: 9, token: 'gone' }
  await writeFile(join(settings().dataFolder, 'lock'), JSON.stringify(holder))
  await writeFile(join(settings().dataFolder, 'database', 'postmaster.pid'), `${process.pid}\n/elsewhere\n`)
  const office = await attachOrOpen(settings(), 'unitbase user')
  expect((await ask(office.url, 'select 1 as one')).rows).toEqual([{ one: 1 }])
  await office.close()
}, 60_000)

test('of two that start at once, one wins and the other is told', async () => {
  const both = await Promise.allSettled([openOfficeDatabase(settings(), 'one'), openOfficeDatabase(settings(), 'two')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const start of both) if (start.status === 'fulfilled') await start.value.close()
}, 60_000)

test.skipIf(process.getuid?.() !== 0)(
  'root may keep the data folder where no other user can look',
  async () => {
    const dataFolder = join(folder, 'closed', 'office')
    await mkdir(join(folder, 'closed'), { mode: 0o700 })
    const office = await openOfficeDatabase({ databaseUrl: undefined, dataFolder }, 'npm start')
    expect((await ask(office.url, 'select 1 as one')).rows).toEqual([{ one: 1 }])
    await office.close()
    const { cluster } = JSON.parse(await readFile(join(dataFolder, 'database.json'), 'utf8')) as { cluster: string }
    expect(cluster).toMatch(/^\/var\/lib\/unitbase-clusters\//)
    await rm(cluster, { recursive: true })
  },
  60_000,
)
