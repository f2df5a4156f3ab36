import { mkdir, mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRecord, writeRecord } from './clusterRecord.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unitbase-record-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const record = { password: 'five words', port: 5499, cluster: '/office/database' }

test('the record of the database is read as it was written, and there is none before', async () => {
  expect(await readRecord(folder)).toBeUndefined()
  await writeRecord(folder, record)
  expect(await readRecord(folder)).toEqual(record)
})

test('a new record takes the place of the old one whole: the old file is never emptied', async () => {
  await writeRecord(folder, record)
  const old = await open(join(folder, 'database.json'))
  try {
    await writeRecord(folder, { ...record, port: 0 })
    expect(JSON.parse(await old.readFile('utf8'))).toEqual(record)
  } finally {
    await old.close()
  }
  expect((await readRecord(folder))?.port).toBe(0)
  expect(await readdir(folder)).toEqual(['database.json'])
})

test('a record that cannot be read is a fault, not a reason for a new password', async () => {
  await mkdir(join(folder, 'database.json'))
  await expect(readRecord(folder)).rejects.toThrow('EISDIR')
})
