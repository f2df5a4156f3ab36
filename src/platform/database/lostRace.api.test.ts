import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createProduction } from '../../../tests/support/production.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { createLocation, listLocations } from '../../departments/locations/location.contract.ts'
import { createEngagement } from '../../departments/people/engagement.contract.ts'
import { createPerson } from '../../departments/people/person.contract.ts'

const office = useOffice()
const nowhere = '01900000-0000-7000-8000-000000000000'

test('two transactions that wait for each other both come through', async () => {
  let arrived = 0
  let open = () => {}
  const both = new Promise<void>((resolve) => (open = resolve))
  const tries = [0, 0]
  const lock = (n: number) => sql`select pg_advisory_xact_lock(${n})`
  const crossing = (who: 0 | 1, first: number, second: number) =>
    office.app.transaction(async (tx) => {
      tries[who] = (tries[who] ?? 0) + 1
      await lock(first).execute(tx)
      arrived += 1
      if (arrived === 2) open()
      await both
      await lock(second).execute(tx)
      return who
    })
  expect(await Promise.all([crossing(0, 71, 72), crossing(1, 72, 71)])).toEqual([0, 1])
  expect(tries.reduce((sum, count) => sum + count)).toBe(3)
})

test('places entered at the same moment each get a number of their own', async () => {
  const productionId = await createProduction(office)
  const who = await office.as('coordinator')
  const names = Array.from({ length: 8 }, (_, at) => `Pier ${at + 1}`)
  await Promise.all(names.map((name) => who.call(createLocation, { params: { productionId }, body: { name } })))
  const { items } = await who.call(listLocations, { params: { productionId } })
  expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('what refers to something that is not there is refused in words, not as a fault of ours', async () => {
  const productionId = await createProduction(office)
  const who = await office.as('coordinator')
  const { id: personId } = await who.call(createPerson, { body: { name: 'Sam Oduya' } })
  const body = { personId, departmentId: nowhere, title: 'Gaffer' }
  const problem = await who.refused(createEngagement, { params: { productionId }, body })
  expect(problem).toMatchObject({ status: 409, type: '/problems/lost-race' })
})
