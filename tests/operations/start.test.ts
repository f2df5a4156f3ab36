import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../src/platform/runtime/postgres.ts'
import { endProcessesAfter, run, runOurs } from '../support/processes.ts'
import { scratchFolder } from '../support/scratch.ts'

let folder: string
let env: Record<string, string>

beforeAll(async () => {
  folder = await scratchFolder('start')
  env = { UNITBASE_DATA: join(folder, 'office'), PORT: String(await freePort()) }
})
afterAll(() => rm(folder, { recursive: true, force: true }))
endProcessesAfter()

const health = async () => {
  const response = await fetch(`http://127.0.0.1:${env['PORT']}/healthz`)
  return [response.status, await response.json()]
}
const postmaster = () => readFile(join(folder, 'office/database/postmaster.pid'), 'utf8').catch(() => 'none')

test('npm start opens an office, says where and who may own it, and closes when npm is asked to', async () => {
  const office = run('npm', ['start'], env)
  await office.says('Ctrl-C closes it.')
  expect(office.said()).toContain(`Unitbase is open at http://localhost:${env['PORT']}`)
  expect(office.said()).toMatch(/owner here, once:\s+http:\/\/localhost:\d+\/welcome\/\S+/)
  expect(await health()).toEqual([200, { status: 'ok' }])
  const page = await fetch(`http://127.0.0.1:${env['PORT']}/productions`, { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])

  office.child.kill('SIGTERM')
  await office.ended()
  await office.says('Unitbase is closed.')
  await expect(health()).rejects.toThrow('fetch failed')
  expect(await postmaster()).toBe('none')
}, 180_000)

test('after kill -9 it starts again with nothing lost, and a second start is told what is taken', async () => {
  const first = runOurs('src/main/start.ts', [], env)
  await first.says('Ctrl-C closes it.')
  const added = runOurs(
    'src/main/cli.ts',
    ['user', 'add', '--name', 'Ana Ruiz', '--email', 'ana@example.com', '--role', 'owner', '--json'],
    env,
  )
  expect(await added.ended()).toBe(0)
  expect(JSON.parse(added.said())).toMatchObject({ name: 'Ana Ruiz', officeRole: 'owner' })

  const folderTaken = runOurs('src/main/start.ts', [], { ...env, PORT: String(await freePort()) })
  expect(await folderTaken.ended()).toBe(1)
  expect(folderTaken.said()).toMatch(/^The data folder .* is in use: npm start runs on it since .*UNITBASE_DATA\.\n$/)
  const portTaken = runOurs('src/main/start.ts', [], { ...env, UNITBASE_DATA: join(folder, 'other') })
  expect(await portTaken.ended()).toBe(1)
  expect(portTaken.said()).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken: .* PORT=\d+ npm start\n$/)

  first.child.kill('SIGKILL')
  await first.ended()
  const second = runOurs('src/main/start.ts', [], env)
  await second.says('Ctrl-C closes it.')
  expect(second.said()).not.toContain('Nobody has an account yet')
  const listed = runOurs('src/main/cli.ts', ['user', 'list'], env)
  await listed.ended()
  expect(listed.said()).toBe('Ana Ruiz <ana@example.com>, owner\n')
  second.child.kill('SIGINT')
  expect(await second.ended()).toBe(0)
}, 240_000)

test('settings that cannot be right are all named before anything is started', async () => {
  const wrong = runOurs('src/main/start.ts', [], { ...env, PORT: 'many', UNITBASE_COLOUR: 'red' })
  expect(await wrong.ended()).toBe(1)
  expect(wrong.said()).toBe(
    'UNITBASE_COLOUR is not a setting of Unitbase; the README lists them.\nPORT must be a port number, such as 4100.\n',
  )
})

test('the API alone wants a database it can share, and a port somebody else has is named', async () => {
  const api = runOurs('src/main/cli.ts', ['api'], env)
  expect(await api.ended()).toBe(1)
  expect(api.said()).toMatch(/^unitbase api runs apart .* set DATABASE_URL/)
  const other = createServer().listen(Number(env['PORT']), '127.0.0.1')
  const start = runOurs('src/main/start.ts', [], env)
  expect(await start.ended()).toBe(1)
  expect(start.said()).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken/)
  other.close()
})
