import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { createProduction } from '../productions/production.contract.ts'
import { all, ofSets } from './index.ts'
import * as contract from './location.contract.ts'
import { missingOf } from './location.rules.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
beforeAll(async () => {
  ana = await office.as('coordinator')
  productionId = (await ana.call(createProduction, { body: { code: 'LOCS', title: 'Locations', kind: 'commercial' } }))
    .id
})

const hospital = {
  name: 'Saltreach General',
  address: 'Hill Road 1',
  phone: '+44 20 7946 0100',
  distanceKm: 4.2,
  driveMinutes: 11,
  note: '',
}

describe('LO-13 places of a production', () => {
  test('a place takes the next number, keeps its hospital, and says what is still missing', async () => {
    const params = { productionId }
    const pier = await ana.call(contract.createLocation, {
      params,
      body: { name: 'Pier 9', address: 'Quay Street', latitude: 51.5, longitude: -0.1 },
    })
    const house = await ana.call(contract.createLocation, {
      params,
      body: {
        name: 'Harbour house',
        gateCode: '4711#',
        contact: { name: 'R. Holt', role: 'Owner', phone: '+44 20 7946 0101' },
      },
    })
    expect([pier.number, house.number]).toEqual([1, 2])
    await ana.call(contract.setPlaces, {
      params,
      body: {
        sets: [
          { setName: 'PIER', locationId: pier.id },
          { setName: 'FERRY DECK', locationId: pier.id },
          { setName: 'KITCHEN', locationId: house.id },
        ],
      },
    })
    const scope = systemScope(productionId, 'test')
    expect((await all(office.app.db, scope)).map(({ name, sets }) => [name, sets])).toEqual([
      ['Pier 9', ['FERRY DECK', 'PIER']],
      ['Harbour house', ['KITCHEN']],
    ])
    expect((await ofSets(office.app.db, scope)).get('KITCHEN')).toBe(house.id)
    expect(missingOf(await all(office.app.db, scope)).map(({ code, subject }) => `${subject.label} ${code}`)).toEqual([
      'Pier 9 locations.no_hospital',
      'Harbour house locations.no_hospital',
      'Harbour house locations.no_address',
      'Harbour house locations.no_position',
    ])
    const changed = await ana.call(contract.changeLocation, {
      params: { productionId, locationId: pier.id },
      ifMatch: 1,
      body: { hospital },
    })
    expect(changed).toMatchObject({ hospital, name: 'Pier 9', version: 2 })
  })

  test('numbers stay single, coordinates come in pairs, and a place in use is not put away', async () => {
    const params = { productionId }
    expect(await ana.refused(contract.createLocation, { params, body: { name: 'Twin', number: 1 } })).toMatchObject({
      status: 409,
      number: 1,
    })
    expect(
      JSON.stringify(await ana.refused(contract.createLocation, { params, body: { name: 'Half', latitude: 51 } })),
    ).toContain('both latitude and longitude')
    const [pier] = (await ana.call(contract.listLocations, { params })).items
    const one = { productionId, locationId: pier!.id }
    expect(
      await ana.refused(contract.archiveLocation, { params: one, ifMatch: 2, body: { archived: true } }),
    ).toMatchObject({
      status: 409,
      detail: 'FERRY DECK, PIER are shot here. Choose another place first.',
    })
    await ana.call(contract.setPlaces, {
      params,
      body: {
        sets: [
          { setName: 'PIER', locationId: null },
          { setName: 'FERRY DECK', locationId: null },
        ],
      },
    })
    await ana.call(contract.archiveLocation, { params: one, ifMatch: 2, body: { archived: true } })
    expect((await ana.call(contract.listLocations, { params })).items.map(({ name }) => name)).toEqual([
      'Harbour house',
    ])
  })

  test('crew read the call-sheet facts of a place and not its gate code', async () => {
    const crew = await office.member(productionId, 'crew')
    const { items, can } = await crew.call(contract.listLocations, { params: { productionId } })
    expect(items[0]).toMatchObject({ name: 'Harbour house', gateCode: null, contact: null })
    expect(can.edit).toBe(false)
    expect(
      await crew.refused(contract.createLocation, { params: { productionId }, body: { name: 'No' } }),
    ).toMatchObject({ status: 403 })
  })
})
