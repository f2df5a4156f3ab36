import { addAbsence } from '../../src/departments/bookings/booking.contract.ts'
import { createLocation, setPlaces } from '../../src/departments/locations/location.contract.ts'
import { createEngagement } from '../../src/departments/people/engagement.contract.ts'
import { createPerson, listDepartments } from '../../src/departments/people/person.contract.ts'
import { listElements } from '../../src/departments/script/element.contract.ts'
import { listScenes } from '../../src/departments/script/scene.contract.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import type { TestActor } from '../support/office.ts'

/** Eleven of a crew and one actor: twelve who are called on every day of this journey. */
const CREW = [
  ['Ruth Adeyinka', 'Direction', '1st AD'],
  ['Kofi Brandvold', 'Direction', 'Director'],
  ['Mateus Lindahl', 'Camera', 'Director of photography'],
  ['Jun Takeyama', 'Camera', '1st AC'],
  ['Odalys Penn', 'Grip', 'Key grip'],
  ['Bram Okonjo', 'Electric', 'Gaffer'],
  ['Fenella Quist', 'Sound', 'Production mixer'],
  ['Teodor Malik', 'Art', 'Production designer'],
  ['Winnie Arceneau', 'Props', 'Property master'],
  ['Salome Ruiz', 'Script', 'Script supervisor'],
  ['Ray Tomassi', 'Locations', 'Location manager'],
] as const
export const ACTOR = 'Elsie Marchbank'
export const EVERYBODY = [...CREW.map(([name]) => name), ACTOR]

export const addressOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@example.com`

/** People, a place and an absence, as another coordinator enters them meanwhile. */
export async function enterPeopleAndPlaces(who: TestActor, productionId: ProductionId, character: string) {
  const params = { productionId }
  const { items: departments } = await who.call(listDepartments)
  const department = (name: string) => departments.find((it) => it.name === name)!.id as never
  const { items: elements } = await who.call(listElements, { params })
  const elementId = elements.find(({ name }) => name.toLowerCase() === character.toLowerCase())!.id
  let actor = ''
  for (const [name, of, title] of [...CREW, [ACTOR, 'Cast', 'Actor'] as const]) {
    const emails = [{ label: null, value: addressOf(name) }]
    const person = await who.call(createPerson, { body: { name, emails } })
    const isActor = name === ACTOR
    if (isActor) actor = person.id
    const role = isActor ? { kind: 'cast' as const, elementId } : {}
    await who.call(createEngagement, {
      params,
      body: { personId: person.id, departmentId: department(of), title, ...role },
    })
  }
  await placeEverything(who, productionId)
  return {
    keepAway: (date: string) =>
      who.call(addAbsence, {
        params,
        body: { resource: { kind: 'person', id: actor }, from: date, to: date, kind: 'unavailable', note: 'Exam' },
      }),
  }
}

async function placeEverything(who: TestActor, productionId: ProductionId) {
  const params = { productionId }
  const hospital = { name: 'Sorrel Coast Hospital', address: '200 Cypress Avenue', phone: '+44 1632 960199' }
  const rest = { distanceKm: 6, driveMinutes: 11, note: '' }
  const place = await who.call(createLocation, {
    params,
    body: {
      name: 'Keeper’s Cottage',
      address: '3 Lighthouse Road',
      latitude: 51.5,
      longitude: -0.12,
      hospital: { ...hospital, ...rest },
    },
  })
  const { items } = await who.call(listScenes, { params })
  const names = [...new Set(items.map(({ setName }) => setName))]
  const sets = names.map((setName) => ({ setName, locationId: place.id }))
  await who.call(setPlaces, { params, body: { sets } })
}
