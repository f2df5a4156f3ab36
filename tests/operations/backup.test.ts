import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endProcessesAfter, runOurs } from '../support/processes.ts'
import { scratchFolder } from '../support/scratch.ts'

let folder: string

beforeAll(async () => {
  folder = await scratchFolder('restore')
})
afterAll(() => rm(folder, { recursive: true, force: true }))
endProcessesAfter()

/** Runs `unitbase …` on the office of this name. */
async function unitbase(office: string, ...args: string[]) {
  const command = runOurs('src/main/cli.ts', args, { UNITBASE_DATA: join(folder, office) })
  return { status: await command.ended(), said: command.said() }
}

test('an office with the sample in it is backed up, and comes back elsewhere with its key and not without', async () => {
  const archive = join(folder, 'office.tar.gz')
  const key = join(folder, 'office.key')
  const added = await unitbase(
    'here',
    'user',
    'add',
    '--name',
    'Ana Ruiz',
    '--email',
    'ana@example.com',
    '--role',
    'owner',
  )
  expect(added.status, added.said).toBe(0)
  expect((await unitbase('here', 'sample')).said).toMatch(/^The sample production is here: Harbour Light \(HLT\)/)
  const backup = await unitbase('here', 'backup', archive, '--key-to', key, '--json')
  expect(backup.status, backup.said).toBe(0)
  const { rows } = JSON.parse(backup.said) as { rows: number }
  expect(rows).toBeGreaterThan(300)

  const keyless = await unitbase('there', 'restore', archive)
  expect(keyless).toEqual({ status: 1, said: expect.stringContaining('needs the key of the office it was made in') })
  const restored = await unitbase('there', 'restore', archive, '--key', key, '--json')
  expect(restored.status, restored.said).toBe(0)
  expect([restored.status, JSON.parse(restored.said)]).toEqual([0, expect.objectContaining({ rows })])
  expect((await unitbase('there', 'user', 'list')).said).toBe('Ana Ruiz <ana@example.com>, owner\n')

  const again = await unitbase('there', 'restore', archive)
  expect(again).toEqual({ status: 1, said: expect.stringContaining('There is an office here already') })
}, 300_000)
