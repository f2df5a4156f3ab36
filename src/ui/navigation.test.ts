import { lazy } from 'react'
import { expect, test } from 'vitest'
import { hrefOf, navigationOf, placeAt } from './navigation.ts'
import type { Place, PlaceGroup } from './places.ts'

const place = (id: string, group: PlaceGroup, path: string, more: Partial<Place> = {}): Place => ({
  id,
  group,
  label: id,
  path,
  element: lazy(() => Promise.resolve({ default: () => null })),
  ...more,
})

const places = [
  place('Today', 'office', '/', { order: 10 }),
  place('People', 'office', '/people', { order: 30, ability: 'people.read' }),
  place('Schedule', 'plan', '/productions/$productionId/schedule', { order: 40 }),
  place('Script', 'plan', '/productions/$productionId/script', { order: 20 }),
  place('Call sheets', 'shoot', '/productions/$productionId/callsheets', { ability: 'callsheets.read' }),
  place('Sheet', 'record', '/productions/$productionId/callsheets/$callSheetId'),
]
const may = (office: string[], production: string[] = []) => ({
  office: new Set(office),
  production: new Set(production),
})

test('a place appears only to those who may use it, and an empty group does not appear', () => {
  const nobody = navigationOf(places, may([]))
  expect(nobody.office.map((it) => it.label)).toEqual(['Today'])
  expect(nobody.groups.map((it) => it.group)).toEqual(['plan'])
  const crew = navigationOf(places, may(['people.read'], ['callsheets.read']))
  expect(crew.office.map((it) => it.label)).toEqual(['Today', 'People'])
  expect(crew.groups.map((it) => it.group)).toEqual(['plan', 'shoot'])
})

test('places stand in the product’s order', () => {
  expect(navigationOf(places, may([])).groups[0]?.places.map((it) => it.label)).toEqual(['Script', 'Schedule'])
})

test.each([
  ['/', 'Today'],
  ['/people/0190', 'People'],
  ['/productions/p1/schedule', 'Schedule'],
  ['/productions/p1/callsheets/c1', 'Call sheets'],
])('%s lights up %s', (address, label) => {
  expect(
    placeAt(
      places.filter((it) => it.group !== 'record'),
      address,
    )?.label,
  ).toBe(label)
})

test('an address takes its parameters', () => {
  expect(hrefOf('/productions/$productionId/schedule', { productionId: 'p1' })).toBe('/productions/p1/schedule')
})
