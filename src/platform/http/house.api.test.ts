import { expect, test } from 'vitest'
import { createToken, patchAccount, revokeToken } from '../../departments/office/account.contract.ts'
import { getOffice, patchOffice } from '../../departments/office/office.contract.ts'
import { createProduction, removeMember, setMember } from '../../departments/productions/production.contract.ts'
import { createBoard } from '../../departments/schedule/boards.contract.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { cookieOf, openSession, postSignIn, testPassword } from '../../../tests/support/session.ts'
import type { UserId } from '../../kernel/ids.ts'

const office = useOffice()

test('the house says it is well, and what it is', async () => {
  const health = await office.nobody.fetch('/healthz')
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  const api = (await (await office.nobody.fetch('/openapi.json')).json()) as { openapi: string; paths: object }
  expect(api.openapi).toBe('3.1.0')
  expect(Object.keys(api.paths).length).toBeGreaterThan(4)
  const docs = await office.nobody.fetch('/docs')
  expect(await docs.text()).toContain('GET /healthz')
})

test('an address that is not there is a problem a person can read', async () => {
  const response = await office.nobody.fetch('/v1/nothing')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ type: '/problems/not-found', title: 'There is nothing here' })
  const page = await office.nobody.fetch('/problems/stale')
  expect(await page.text()).toContain('Somebody changed this in the meantime')
})

test('a page hears of a production from when its reader joins it, and of nothing there once they have left', async () => {
  const [owner, ana] = [await office.as('owner'), await office.as('member')]
  const { id: productionId } = await owner.call(createProduction, {
    body: { code: 'LIVE', title: 'Live', kind: 'commercial' },
  })
  const stream = await ana.fetch('/v1/live')
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  /** What came up to these words, and no further. */
  const upTo = async (words: string): Promise<string> => {
    while (!heard.includes(words)) heard += (await reader.read()).value ?? ''
    const end = heard.indexOf(words) + words.length
    const taken = heard.slice(0, end)
    heard = heard.slice(end)
    return taken
  }
  await upTo('listening')
  const params = { productionId, userId: ana.userId as UserId }
  const board = { params: { productionId }, body: { name: 'Plan' } }
  const { version, name } = await owner.call(getOffice)
  await owner.call(createBoard, board)
  await owner.call(setMember, { params, body: { role: 'coordinator' } })
  expect(await upTo('"department":"productions"')).not.toContain('schedule')
  await owner.call(createBoard, board)
  await upTo('"department":"schedule"')
  await owner.call(removeMember, { params })
  await upTo('"department":"productions"')
  await owner.call(createBoard, board)
  await owner.call(patchOffice, { body: { name }, ifMatch: version })
  expect(await upTo('"department":"office"')).not.toContain('schedule')
  await reader.cancel()
})

test('a page that hides where it comes from does not act with our cookie, and is told so', async () => {
  const { cookie } = await openSession(office, 'coordinator')
  const from = (origin: string) => {
    const headers = { cookie, origin, 'x-forwarded-host': 'localhost:4100' }
    return office.nobody.fetch('/v1/tokens', { method: 'POST', headers, body: '{}' })
  }
  expect((await from('null')).status).toBe(403)
  expect((await from('https://elsewhere.example')).status).toBe(403)
  expect((await from('http://localhost:4100')).status).toBe(422)
})

test('the live stream wants to know who listens', async () => {
  expect((await office.nobody.fetch('/v1/live')).status).toBe(401)
})

/** The live stream of whoever these headers stand for, once it listens; reads on until it ends. */
async function openStream(headers: Record<string, string>) {
  const stream = await office.nobody.fetch('/v1/live', { headers })
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  return {
    async toItsEnd() {
      let heard = ''
      for (let next = await reader.read(); !next.done; next = await reader.read()) heard += next.value
      return heard
    },
  }
}

test('a revoked session hears nothing more', async () => {
  const { email, cookie } = await openSession(office, 'coordinator')
  const other = cookieOf(await postSignIn(office, 'sign-in/email', { email, password: testPassword }))
  const stream = await openStream({ cookie: other })
  expect((await postSignIn(office, 'revoke-other-sessions', {}, { cookie })).status).toBe(200)
  expect(await stream.toItsEnd()).toBe('')
  expect((await office.nobody.fetch('/v1/live', { headers: { cookie: other } })).status).toBe(401)
})

test('a revoked token and a disabled account hear nothing more', async () => {
  const owner = await office.as('owner')
  const ana = await office.as('coordinator')
  const { id: tokenId, token } = await ana.call(createToken, {
    body: { name: 'Wall', scopes: ['*'], expiresInDays: null },
  })
  const byToken = await openStream({ authorization: `Bearer ${token}` })
  await ana.call(revokeToken, { params: { tokenId } })
  expect(await byToken.toItsEnd()).toBe('')
  const disabled = await openStream({ authorization: `Bearer ${ana.token}` })
  await owner.call(patchAccount, { params: { userId: ana.userId! }, body: { disabled: true }, ifMatch: 1 })
  expect(await disabled.toItsEnd()).toBe('')
})
