import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { beforeAll, expect, test, vi } from 'vitest'
import { useListening } from '../../../tests/support/listen.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { hasSharedData, sharedData } from '../../../tests/support/sharedData.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { App } from '../app.ts'
import { readWhole } from '../storage/storage.ts'
import { finishUpload, openFile, plainName, sweepUploads } from './upload.actions.ts'

const office = useOffice()
const listening = useListening(office)
let ana: TestActor

beforeAll(async () => {
  ana = await office.as('coordinator')
})

const tus = (headers: Record<string, string> = {}) => ({ 'tus-resumable': '1.0.0', ...headers })
const bytesFrom = (offset: number) =>
  tus({ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) })
const named = (name: string) => `filename ${Buffer.from(name).toString('base64')}`

async function begin(who: TestActor, length: number, name = 'reel.mov'): Promise<string> {
  const headers = tus({ 'upload-length': String(length), 'upload-metadata': named(name) })
  const response = await who.fetch('/files', { method: 'POST', headers })
  expect(response.status).toBe(201)
  return response.headers.get('location') ?? ''
}

const fileOf = (location: string) => openFile(office.app, location.split('/').at(-1) as FileId)

test.skipIf(!hasSharedData)('an independent client scores the upload endpoint 20 of 23 or better', async () => {
  const header = `authorization:Bearer ${ana.token}`
  const script = sharedData('protocols/tus-check.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script, `${listening.url}/files`, header])
  const { passed, of, failed } = JSON.parse(stdout) as { passed: number; of: number; failed: unknown[] }
  console.log(`tus-check: ${passed} of ${of}`)
  expect(of, JSON.stringify(failed)).toBeGreaterThanOrEqual(21)
  expect(passed, JSON.stringify(failed)).toBeGreaterThanOrEqual(20)
})

test('a file sent in pieces arrives whole, named and hashed', async () => {
  const bytes = randomBytes(1_000_000)
  const location = await begin(ana, bytes.length, '../../etc/Gate  plan.pdf')
  const first = await ana.fetch(location, { method: 'PATCH', headers: bytesFrom(0), body: bytes.subarray(0, 400_000) })
  expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '400000'])
  await ana.fetch(location, { method: 'PATCH', headers: bytesFrom(400_000), body: bytes.subarray(400_000) })

  const arrived = await fileOf(location)
  expect(arrived?.file).toMatchObject({
    name: 'Gate  plan.pdf',
    size_bytes: 1_000_000,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    created_by: ana.userId,
  })
  expect((await readWhole(office.app.storage, arrived!.file.storage_key))?.equals(bytes)).toBe(true)
  expect(await Array.fromAsync(office.app.storage.keys(`uploads/${arrived!.file.id}`))).toEqual([])
})

test('a disk that is full is said to be full, and the upload goes on from where it was once there is room', async () => {
  const bytes = randomBytes(1000)
  const location = await begin(ana, bytes.length)
  const send = () => ana.fetch(location, { method: 'PATCH', headers: bytesFrom(0), body: bytes })
  const full = vi.spyOn(office.app.storage, 'put').mockRejectedValue(Object.assign(new Error('no'), { code: 'ENOSPC' }))
  const refused = await send()
  expect([refused.status, await refused.text()]).toEqual([
    507,
    expect.stringMatching(/^The disk of the office is full/),
  ])
  full.mockRestore()
  expect((await ana.fetch(location, { method: 'HEAD', headers: tus() })).headers.get('upload-offset')).toBe('0')
  expect((await send()).status).toBe(204)
  expect((await fileOf(location))?.file.size_bytes).toBe(1000)
})

test('two who send the same stretch at once: one is taken, the other is told 409 and nothing is doubled', async () => {
  const location = await begin(ana, 8)
  const send = (text: string) => ana.fetch(location, { method: 'PATCH', headers: bytesFrom(0), body: text })
  const statuses = (await Promise.all([send('aaaa'), send('bbbb')])).map(({ status }) => status)
  expect(statuses.sort()).toEqual([204, 409])
  const head = await ana.fetch(location, { method: 'HEAD', headers: tus() })
  expect(head.headers.get('upload-offset')).toBe('4')
})

test('an upload is nobody else’s, and nobody without a session or token may begin one', async () => {
  const location = await begin(ana, 4)
  const ben = await office.as('member')
  expect((await ben.fetch(location, { method: 'HEAD', headers: tus() })).status).toBe(404)
  expect((await ben.fetch(location, { method: 'PATCH', headers: bytesFrom(0), body: 'abcd' })).status).toBe(404)
  expect((await ben.fetch(location, { method: 'DELETE', headers: tus() })).status).toBe(404)
  const nobodys = await office.nobody.fetch('/files', { method: 'POST', headers: tus({ 'upload-length': '4' }) })
  expect(nobodys.status).toBe(401)
})

test('an upload whose last answer was lost becomes a file when its sender asks how far it got', async () => {
  const location = await begin(ana, 4)
  await ana.fetch(location, { method: 'PATCH', headers: bytesFrom(0), body: 'wr' })
  const id = location.split('/').at(-1) as FileId
  await office.app.storage.put(`uploads/${id}/last`, Buffer.from('ap'))
  await office.app.transaction(async (tx) => {
    await tx
      .insertInto('upload_part')
      .values({ upload_id: id, from_byte: 2, size_bytes: 2, storage_key: `uploads/${id}/last` })
      .execute()
    await tx.updateTable('upload').set({ offset_bytes: 4 }).where('id', '=', id).execute()
  })
  expect(await fileOf(location)).toBeUndefined()
  await ana.fetch(location, { method: 'HEAD', headers: tus() })
  expect((await readWhole(office.app.storage, `files/${id}`))?.toString()).toBe('wrap')
})

/** An upload with all its bytes and no file yet, as a process killed at that moment leaves it. */
async function beginWhole(text: string): Promise<FileId> {
  const location = await begin(ana, text.length + 1)
  await ana.fetch(location, { method: 'PATCH', headers: bytesFrom(0), body: text })
  const id = location.split('/').at(-1) as FileId
  await office.app.transaction((tx) =>
    tx.updateTable('upload').set({ size_bytes: text.length }).where('id', '=', id).execute(),
  )
  return id
}

/** The office with something that happens each time before bytes are stored. */
const beforeStoring = (happens: () => Promise<unknown>): App => ({
  ...office.app,
  storage: {
    ...office.app.storage,
    put: async (key, body) => {
      await happens()
      return office.app.storage.put(key, body)
    },
  },
})

test('while a large file is put together, nobody waits for its row', async () => {
  const id = await beginWhole('wrap')
  const look = () =>
    office.app.transaction((tx) =>
      tx.selectFrom('upload').select('id').where('id', '=', id).forUpdate().noWait().executeTakeFirstOrThrow(),
    )
  await finishUpload(beforeStoring(look), id)
  expect((await openFile(office.app, id))?.file.size_bytes).toBe(4)
})

test('an upload finished twice at once is one file, also for the one who comes when its parts are gone', async () => {
  const id = await beginWhole('wrap')
  await finishUpload(
    beforeStoring(() => finishUpload(office.app, id)),
    id,
  )
  expect((await readWhole(office.app.storage, `files/${id}`))?.toString()).toBe('wrap')
  expect(await Array.fromAsync(office.app.storage.keys(`uploads/${id}`))).toEqual([])
})

test('an upload given up while it is put together leaves no bytes', async () => {
  const id = await beginWhole('wrap')
  const slow = office.app.storage.put
  const app: App = {
    ...office.app,
    storage: {
      ...office.app.storage,
      put: async (key, body) => {
        const stored = await slow(key, body)
        await office.app.transaction((tx) => tx.deleteFrom('upload').where('id', '=', id).execute())
        return stored
      },
    },
  }
  await finishUpload(app, id)
  expect(await openFile(office.app, id)).toBeUndefined()
  expect(await Array.fromAsync(office.app.storage.keys(`files/${id}`))).toEqual([])
})

test('a size beyond the limit is refused before a byte is sent', async () => {
  const headers = tus({ 'upload-length': String(10 ** 15) })
  expect((await ana.fetch('/files', { method: 'POST', headers })).status).toBe(413)
})

test('uploads nobody went on with are swept with their parts, and finished files stay', async () => {
  const whole = await begin(ana, 2)
  await ana.fetch(whole, { method: 'PATCH', headers: bytesFrom(0), body: 'ok' })
  const half = await begin(ana, 9)
  await ana.fetch(half, { method: 'PATCH', headers: bytesFrom(0), body: 'half' })
  office.clock.advance({ hours: 24 * 4 })
  await office.app.storage.put(`uploads/nobody/${office.app.ids.next()}`, Buffer.from('x'))
  office.clock.advance({ hours: 25 })
  const swept = await sweepUploads(office.app)
  expect(swept.uploads).toBeGreaterThanOrEqual(2)
  expect(swept.parts).toBe(1)
  expect((await ana.fetch(half, { method: 'HEAD', headers: tus() })).status).toBe(404)
  expect((await fileOf(whole))?.file.size_bytes).toBe(2)
  expect(await Array.fromAsync(office.app.storage.keys('uploads/'))).toEqual([])
})

test.each([
  ['C:\\cards\\A001.mov', 'A001.mov'],
  ['/etc/passwd', 'passwd'],
  ['line\nbreak\u0000.txt', 'linebreak.txt'],
  ['', 'unnamed'],
  [null, 'unnamed'],
])('%j is kept as %j', (given, kept) => expect(plainName(given)).toBe(kept))
