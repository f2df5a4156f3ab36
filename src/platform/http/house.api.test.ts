import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'

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

test('the live stream wants to know who listens', async () => {
  expect((await office.nobody.fetch('/v1/live')).status).toBe(401)
})
