import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createKeys, loadKey } from './keys.ts'

const folder = await mkdtemp(join(tmpdir(), 'unitbase-keys-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('processes that start together on one folder have one key, and leave nothing else behind', async () => {
  const file = join(folder, 'office', 'key')
  const keys = await Promise.all(Array.from({ length: 20 }, () => loadKey(file)))
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
  expect(await readdir(join(folder, 'office'))).toEqual(['key'])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await loadKey(file)).toEqual(keys[0])
})

test('what was sealed opens again with the key, and with no other', async () => {
  const keys = createKeys(await loadKey(join(folder, 'one')))
  const sealed = keys.seal('GB33 BUKB 2020 1555 5555 55')
  expect(keys.unseal(sealed)).toBe('GB33 BUKB 2020 1555 5555 55')
  const others = createKeys(await loadKey(join(folder, 'two')))
  expect(() => others.unseal(sealed)).toThrow('authenticate data')
})
