import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isRaw, type RouteContract } from '../kernel/route.ts'
import { routeList } from '../platform/http/openapi.ts'
import { everyContract } from './everyContract.ts'

test('routes.txt lists every route with its access', async () => {
  const committed = await readFile(resolve(import.meta.dirname, '../../routes.txt'), 'utf8')
  expect(routeList(everyContract()), 'Make it anew: node scripts/run.mjs scripts/routes.ts').toBe(committed)
})

test('every POST says what becomes of one that arrives twice', () => {
  const posts = everyContract().filter((it) => !isRaw(it) && it.method === 'POST') as RouteContract[]
  expect(posts.length).toBeGreaterThan(150)
  const silent = posts.filter((it) => !it.ifMatch && !it.idempotencyKey && !it.repeated?.trim())
  expect(silent.map(({ path }) => path)).toEqual([])
  const twice = posts.filter((it) => (it.ifMatch ?? it.idempotencyKey) !== undefined && it.repeated !== undefined)
  expect(twice.map(({ path }) => path)).toEqual([])
})

test('no two routes answer at the same method and address', () => {
  const places = everyContract().map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
  expect(places.length).toBeGreaterThan(20)
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([])
})
