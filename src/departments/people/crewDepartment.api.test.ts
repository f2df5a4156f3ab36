import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { listNeeds, putNeeds } from '../bookings/needs.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as contract from './crewDepartment.contract.ts'
import { createPerson, listDepartments } from './person.contract.ts'

const office = useOffice()
let [own, ana]: TestActor[] = []
beforeAll(async () => {
  ;[own, ana] = [await office.as('owner'), await office.as('coordinator')]
})
const saved = () => own!.call(contract.readCrewDepartments)
const source = 'House list, December'
const bodyOf = ({ items }: contract.CrewDepartments) => ({ items: [...items], source })

test('CR-1 the office orders, names and calls its departments; a position goes by its other names', async () => {
  const before = await saved()
  const body = bodyOf(before)
  const camera = body.items.find(({ name }) => name === 'Camera')!
  expect(camera.positions).toContainEqual(
    expect.objectContaining({ name: '1st AC', also: expect.arrayContaining(['Focus puller']) }),
  )
  const cast = body.items.find(({ isCast }) => isCast)!
  const items = [
    { ...camera, name: 'Kamera', callOffsetMinutes: -45, positions: [{ name: 'Focus', also: ['1st AC'] }] },
    { ...cast, name: 'Camera' },
    { id: null, name: 'Puppets', callOffsetMinutes: -90, positions: [{ name: 'Puppeteer', also: [] }] },
    ...body.items.filter(({ id }) => id !== camera.id && id !== cast.id),
  ]
  const set = { ifMatch: before.version, body: { items, source } }
  expect((await ana!.refused(contract.setCrewDepartments, set)).status).toBe(403)
  const after = await own!.call(contract.setCrewDepartments, set)
  expect((await own!.refused(contract.setCrewDepartments, set)).status, 'somebody was first').toBe(412)
  expect(after.items).toHaveLength(before.items.length + 1)
  const shown = (await ana!.call(listDepartments)).items.slice(0, 3)
  expect(shown.map(({ name, callOffsetMinutes, isCast }) => [name, callOffsetMinutes, isCast])).toEqual([
    ['Kamera', -45, false],
    ['Camera', cast.callOffsetMinutes, true],
    ['Puppets', -90, false],
  ])
  expect(shown[0]!.positions).toMatchObject([{ name: 'Focus', also: ['1st AC'] }])
  const twice = { items: [...items, { id: null, name: 'PUPPETS', callOffsetMinutes: 0, positions: [] }], source }
  expect((await own!.refused(contract.setCrewDepartments, { ifMatch: after.version, body: twice })).status).toBe(422)
})

test('CR-1 what somebody is in stays, the cast always; what is empty goes', async () => {
  const now = await saved()
  const without = async (name: string, ifMatch = now.version) =>
    own!.refused(contract.setCrewDepartments, {
      ifMatch,
      body: { items: now.items.filter((it) => it.name !== name), source },
    })
  const named = (name: string) => now.items.find((it) => it.name === name)!
  expect((await without(now.items.find(({ isCast }) => isCast)!.name)).detail).toContain('where performers belong')
  await ana!.call(createPerson, { body: { name: 'Wren Whisper', departmentId: named('Grip').id } })
  expect((await without('Grip')).detail).toContain('Grip has 1 line of people and crew lists')
  const { id: productionId } = await ana!.call(createProduction, {
    body: { title: 'Puppet Night', code: 'PUP', kind: 'narrative', timeZone: 'Europe/London' },
  })
  const params = { productionId }
  const items = [{ id: null, departmentId: named('Post').id, title: 'Editor' }]
  await ana!.call(putNeeds, {
    params,
    ifMatch: (await ana!.call(listNeeds, { params })).version,
    body: { items },
  })
  expect((await without('Post')).detail).toContain('positions that are looked for')
  const left = await own!.call(contract.setCrewDepartments, {
    ifMatch: now.version,
    body: { items: now.items.filter(({ name }) => name !== 'Vendors'), source },
  })
  expect(left.items.map(({ name }) => name)).not.toContain('Vendors')
  expect(left.items).toHaveLength(now.items.length - 1)
})
