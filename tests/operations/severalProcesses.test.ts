import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileId } from '../../src/kernel/ids.ts'
import { freePort } from '../../src/platform/runtime/postgres.ts'
import { s3Storage } from '../../src/platform/storage/s3Storage.ts'
import { readWhole } from '../../src/platform/storage/storage.ts'
import { openDatabase, openPool } from '../../src/platform/database/database.ts'
import { cloneDatabase, dropDatabase } from '../support/database.ts'
import { endProcessesAfter, runOurs, type Running } from '../support/processes.ts'
import { startS3 } from '../support/s3Server.ts'
import { scratchFolder } from '../support/scratch.ts'
import { smtpServer, type Mailbox } from '../support/smtpServer.ts'
import { hashToken, tokenPrefix } from '../../src/platform/signin/authenticate.ts'
import { createIds } from '../../src/platform/ids.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { UserId } from '../../src/kernel/ids.ts'

let folder: string
let url: string
let s3: Awaited<ReturnType<typeof startS3>>
let post: Mailbox
let env: Record<string, string>
let ports: [number, number]
let token: string
const running: Running[] = []

beforeAll(async () => {
  folder = await scratchFolder('several')
  ;[url, s3, post] = [await cloneDatabase(), await startS3(join(folder, 's3')), await smtpServer()]
  ports = [await freePort(), await freePort()]
  env = {
    DATABASE_URL: url,
    UNITBASE_DATA: join(folder, 'office'),
    UNITBASE_SMTP_URL: post.url,
    UNITBASE_S3_ENDPOINT: s3.settings.endpoint ?? '',
    UNITBASE_S3_BUCKET: s3.settings.bucket,
    UNITBASE_S3_ACCESS_KEY: s3.settings.accessKey,
    UNITBASE_S3_SECRET_KEY: s3.settings.secretKey,
  }
  token = await makeOwner()
  for (const port of ports) running.push(runOurs('src/main/cli.ts', ['api'], { ...env, PORT: String(port) }))
  for (const _ of ports) running.push(runOurs('src/main/cli.ts', ['worker'], env))
  await Promise.all(running.map((it, at) => it.says(at < 2 ? 'The API is open' : 'takes jobs')))
}, 240_000)

endProcessesAfter()
afterAll(async () => {
  for (const { child } of running) child.kill('SIGTERM')
  await Promise.all(running.map((it) => it.ended()))
  await s3.stop()
  await post.close()
  await dropDatabase(url)
  await rm(folder, { recursive: true, force: true })
})

async function makeOwner(): Promise<string> {
  const ids = createIds(systemClock)
  const secret = tokenPrefix + ids.secret()
  const db = openDatabase(openPool(url, { max: 1 }))
  const id = ids.next<UserId>()
  const who = { id, name: 'Ana Ruiz', email: 'ana@example.com', email_verified: true, two_factor_enabled: false }
  await db
    .insertInto('auth.user')
    .values({ ...who, office_role: 'owner', disabled_at: null })
    .execute()
  const made = { created_at: systemClock.now().toString(), expires_at: null, last_used_at: null, revoked_at: null }
  await db
    .insertInto('api_token')
    .values({ id: ids.next(), user_id: id, name: 'test', hash: hashToken(secret), scopes: ['*'], ...made })
    .execute()
  await db.destroy()
  return secret
}

const at = (which: 0 | 1, path: string, init: RequestInit = {}) => {
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', ...(init.headers as object) }
  return fetch(`http://127.0.0.1:${ports[which]}${path}`, { ...init, headers })
}

test('both answer, and each says it is well', async () => {
  for (const which of [0, 1] as const) expect((await at(which, '/healthz')).status).toBe(200)
})

test('an upload begun with one goes on with the other', async () => {
  const bytes = randomBytes(3_000_000)
  const begun = await at(0, '/files', { method: 'POST', headers: { 'upload-length': String(bytes.length) } })
  const location = begun.headers.get('location') ?? ''
  const send = (which: 0 | 1, from: number, until: number) =>
    at(which, location, {
      method: 'PATCH',
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
      body: bytes.subarray(from, until),
    })
  expect((await send(0, 0, 1_000_000)).status).toBe(204)
  expect((await send(1, 1_000_000, 3_000_000)).status).toBe(204)
  const id = location.split('/').at(-1) as FileId
  const stored = await readWhole(s3Storage(s3.settings), `files/${id}`)
  const hash = (data: Buffer | undefined) =>
    createHash('sha256')
      .update(data ?? '')
      .digest('hex')
  expect(hash(stored)).toBe(hash(bytes))
})

test('what changes through one is heard by pages that listen to the other', async () => {
  const stream = await at(1, '/v1/live')
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const hears = async (words: string) => {
    while (!heard.includes(words)) heard += (await reader.read()).value ?? ''
  }
  await hears('listening')
  const body = JSON.stringify({ name: 'Sam Oduya' })
  const sent = await at(0, '/v1/people', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'sam-1' },
  })
  expect([200, 201], (await sent.text()) + running[0]?.said()).toContain(sent.status)
  await hears('changed')
  await reader.cancel()
}, 30_000)

test('twenty letters leave once each, whichever worker takes them', async () => {
  for (let i = 0; i < 20; i += 1) {
    const which = (i % 2) as 0 | 1
    const body = JSON.stringify({ name: `Guest ${i}`, email: `guest${i}@example.com`, officeRole: 'member' })
    const sent = await at(which, '/v1/invitations', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(sent.status, await sent.clone().text()).toBe(201)
  }
  await expect.poll(() => post.received.length, { timeout: 60_000, interval: 200 }).toBe(20)
  expect(new Set(post.received.map(({ to }) => to)).size).toBe(20)
}, 90_000)

test('a hundred people entered through both at once are all there, each once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const body = JSON.stringify({ name: `Crowd ${i}`, companyName: `Firm ${i % 7}` })
      const headers = { 'content-type': 'application/json', 'idempotency-key': `crowd-${i}` }
      // Each is sent twice, as a phone with bad signal does: once to either process.
      const both = await Promise.all(
        ([0, 1] as const).map((which) => at(which, '/v1/people', { method: 'POST', body, headers })),
      )
      return Promise.all(both.map(async (it) => ({ status: it.status, answer: (await it.json()) as { id: string } })))
    }),
  )
  const said = running
    .slice(0, 2)
    .map((it) => it.said())
    .join('\n')
  expect(
    answers.flat().filter(({ status }) => status !== 201),
    said,
  ).toEqual([])
  for (const [one, other] of answers) expect(one?.answer.id).toBe(other?.answer.id)
  expect(new Set(answers.map(([one]) => one?.answer.id)).size).toBe(100)
}, 90_000)

test('one of each is killed outright; the others go on', async () => {
  for (const gone of [running[0], running[2]]) {
    gone?.child.kill('SIGKILL')
    await gone?.ended()
  }
  const body = JSON.stringify({ name: 'Late Guest', email: 'late@example.com', officeRole: 'member' })
  const sent = await at(1, '/v1/invitations', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect(sent.status).toBe(201)
  await expect.poll(() => post.to('late@example.com').length, { timeout: 60_000, interval: 200 }).toBe(1)
}, 90_000)
