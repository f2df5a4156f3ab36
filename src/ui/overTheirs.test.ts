import { expect, test } from 'vitest'
import { overTheirs } from './overTheirs.ts'

const stale = { type: '/problems/stale', status: 412, title: 'Somebody else was first' }

/** A record on a server that refuses every version but its own. */
function record(version: number, mark: string) {
  const kept = { version, mark }
  const send = (mine: string) => (seen: number) => {
    if (seen !== kept.version) return Promise.reject(stale)
    Object.assign(kept, { version: kept.version + 1, mark: mine })
    return Promise.resolve()
  }
  return { kept, send, read: () => Promise.resolve({ ...kept }) }
}

test('what the other left alone is saved on top of theirs', async () => {
  const { kept, send, read } = record(4, 'as usual')
  const theirs = await overTheirs({
    seen: { version: 2 },
    read,
    isUntouched: ({ mark }) => mark === 'as usual',
    send: send('holiday'),
  })
  expect([theirs, kept]).toEqual([undefined, { version: 5, mark: 'holiday' }])
})

test('what both changed is not saved, and comes back', async () => {
  const { kept, send, read } = record(4, 'hiatus')
  const of = { seen: { version: 2 }, read, isUntouched: () => false, send: send('holiday') }
  expect(await overTheirs(of)).toEqual({ version: 4, mark: 'hiatus' })
  expect(kept.mark).toBe('hiatus')
})

test('another refusal is told as it is', async () => {
  const read = () => Promise.reject<{ version: number }>(new Error('unasked'))
  const of = { seen: { version: 1 }, read, isUntouched: () => true }
  const denied = { type: '/problems/not-allowed', status: 403, title: 'Not yours' }
  await expect(overTheirs({ ...of, send: () => Promise.reject(denied) })).rejects.toBe(denied)
})
