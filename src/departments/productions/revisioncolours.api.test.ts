import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { changeProduction, createProduction } from './production.contract.ts'
import { getRevisionColours, setRevisionColours } from './revisioncolours.contract.ts'

const office = useOffice()
let owner: TestActor
let ana: TestActor
beforeAll(async () => {
  owner = await office.as('owner')
  ana = await office.as('coordinator')
})
let made = 0
const begin = () => ana.call(createProduction, { body: { code: `RC${++made}`, title: 'Spot', kind: 'commercial' } })

test('ST-8 the office prints in the order of the handbook until it says otherwise; productions that began keep theirs', async () => {
  const { colours, source, dated, shipped, version } = await ana.call(getRevisionColours)
  expect(colours.map(({ name }) => name).join()).toBe('White,Blue,Pink,Yellow,Green,Goldenrod,Buff,Salmon,Cherry')
  const before = await begin()
  const tan = { name: 'Tan', hex: '#e6d3b3' }
  const saved = await owner.call(setRevisionColours, {
    ifMatch: version,
    body: { colours: [...colours, tan], source: 'House style', dated },
  })
  expect([saved.colours.at(-1), saved.shipped]).toEqual([tan, shipped])
  expect((await begin()).revisionColours).toHaveLength(10)
  const own = await ana.call(changeProduction, {
    params: { productionId: before.id },
    ifMatch: before.version,
    body: { revisionColours: [...colours.slice(0, 2), tan] },
  })
  expect(own.revisionColours.map(({ name }) => name)).toEqual(['White', 'Blue', 'Tan'])
  // The office's own list is not the production's.
  await owner.call(setRevisionColours, { ifMatch: saved.version, body: { colours, source, dated } })
  expect((await ana.call(getRevisionColours)).colours).toEqual(shipped.colours)
})

test('ST-8 two of one name, words nobody could read, a stale change and a coordinator are refused', async () => {
  const { colours, source, dated, version } = await ana.call(getRevisionColours)
  const body = (more: object) => ({ ifMatch: version, body: { colours: [...colours, more], source, dated } })
  const twice = await owner.refused(setRevisionColours, body({ name: 'Blue', hex: '#dbeafe' }))
  expect([twice.status, twice.type]).toEqual([422, '/problems/revision-colours-unclear'])
  expect((await owner.refused(setRevisionColours, body({ name: 'Navy', hex: '#1d3557' }))).detail).toContain('Navy')
  expect(
    (await owner.refused(setRevisionColours, { ...body({ name: 'Tan', hex: '#e6d3b3' }), ifMatch: 99 })).status,
  ).toBe(412)
  expect((await ana.refused(setRevisionColours, body({ name: 'Tan', hex: '#e6d3b3' }))).status).toBe(403)
  const production = await begin()
  const own = await ana.refused(changeProduction, {
    params: { productionId: production.id },
    ifMatch: production.version,
    body: { revisionColours: [colours[0], colours[0]] },
  })
  expect(own.type).toBe('/problems/revision-colours-unclear')
})
