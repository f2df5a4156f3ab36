import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { routeList } from '../platform/http/openapi.ts'
import { everyContract } from './everyContract.ts'

test('routes.txt lists every route with its access', async () => {
  const committed = await readFile(resolve(import.meta.dirname, '../../routes.txt'), 'utf8')
  expect(routeList(everyContract()), 'Make it anew: node scripts/run.mjs scripts/routes.ts').toBe(committed)
})

test('no two routes answer at the same method and address', () => {
  const places = everyContract().map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
  expect(places.length).toBeGreaterThan(20)
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([])
})
