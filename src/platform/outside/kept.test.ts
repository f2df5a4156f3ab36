import { afterEach, expect, test, vi } from 'vitest'

interface Kept {
  keep(answer: { shelf: string; path: string; body: unknown }): Promise<{ key: string }>
  keptOn(shelf: string): Promise<unknown[]>
  send(answer: object): Promise<{ state: string }>
}
const script = './assets/kept.js'
const { keep, keptOn, send } = (await import(script)) as Kept

afterEach(() => vi.unstubAllGlobals())

test('CS-1 where a phone can write nothing down an answer still waits for signal, and goes once', async () => {
  const sent = vi.fn<() => Promise<Response>>()
  vi.stubGlobal('fetch', sent)
  sent.mockRejectedValueOnce(new TypeError('no signal')).mockResolvedValue(Response.json({ state: 'confirmed' }))

  const answer = await keep({ shelf: 'yes', path: '/v1/yes', body: {} })
  expect(await send(answer)).toEqual({ state: 'waiting' })
  expect(await keptOn('yes')).toHaveLength(1)

  expect((await send(answer)).state).toBe('taken')
  expect(await keptOn('yes')).toEqual([])
})
