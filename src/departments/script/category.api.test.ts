import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { createProduction } from '../../../tests/support/production.ts'
import { isFaint } from './category.rules.ts'
import { changeCategory, listCategories, listOfficeCategories } from './element.contract.ts'
import type { ElementCategory } from './element.contract.ts'

const office = useOffice()
let owner: TestActor
let ana: TestActor
beforeAll(async () => {
  owner = await office.as('owner')
  ana = await office.as('coordinator')
})
const named = async (code: string) =>
  (await ana.call(listOfficeCategories)).items.find((it) => it.code === code) as ElementCategory

test('ST-11 no shipped mark is faint, each has a picture, and no letter tags into two', async () => {
  const { items } = await ana.call(listOfficeCategories)
  expect(items.length).toBeGreaterThan(20)
  expect(items.filter(({ colour }) => isFaint(colour))).toEqual([])
  const keys = items.flatMap(({ key }) => (key === null ? [] : [key]))
  expect(new Set(keys).size).toBe(keys.length)
})

test('ST-11 a changed colour and picture show in every production', async () => {
  const productionId = await createProduction(office)
  const props = await named('props')
  const on = { params: { code: 'props' }, ifMatch: props.version }
  await owner.call(changeCategory, { ...on, body: { colour: '#0b7285', icon: 'crane', mark: 'double', key: 'Q' } })
  const { items } = await ana.call(listCategories, { params: { productionId } })
  expect(items.find((it) => it.code === 'props')).toMatchObject({
    colour: '#0b7285',
    icon: 'crane',
    mark: 'double',
    key: 'Q',
    version: props.version + 1,
  })
  expect((await owner.refused(changeCategory, { ...on, body: { name: 'Things' } })).status).toBe(412)
})

test('ST-11 a letter in use, a faint colour, an unknown picture and a coordinator are refused', async () => {
  const { version } = await named('animals')
  const on = { params: { code: 'animals' }, ifMatch: version }
  const taken = await owner.refused(changeCategory, { ...on, body: { key: 'C' } })
  expect([taken.status, taken.detail]).toEqual([409, expect.stringContaining('Cast')])
  expect((await owner.refused(changeCategory, { ...on, body: { colour: '#ffe08a' } })).type).toBe(
    '/problems/category-faint',
  )
  expect((await owner.refused(changeCategory, { ...on, body: { icon: 'skull' } })).status).toBe(422)
  expect((await ana.refused(changeCategory, { ...on, body: { name: 'X' } })).status).toBe(403)
})
