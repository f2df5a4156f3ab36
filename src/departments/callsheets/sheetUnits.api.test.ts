import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { changeEngagement, listEngagements } from '../people/engagement.contract.ts'
import { listElements, changeElement } from '../script/element.contract.ts'
import type { CallSheet } from './sheet.contract.ts'
import { createCallSheet, getCallSheet, setOverride, setUnitOfDay } from './sheet.contract.ts'
import { aShootingDay, firstDay } from './sheet.fixture.ts'
import { peopleOf } from './sheetPersonal.rules.ts'

const office = useOffice()

const names = (sheet: CallSheet) => peopleOf(sheet.view).map((person) => person.name)

test('CS-6 a sheet calls its own unit: usual units, and for one day another', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId, sheet } = day
  const params = { productionId }
  const engagement = async (name: string) =>
    (await ana.call(listEngagements, { params })).items.find((each) => each.name === name)!
  expect(names(sheet)).toEqual(expect.arrayContaining(['Dana Okafor', 'Yusuf Kaya']))

  const dana = await engagement('Dana Okafor')
  await ana.call(changeEngagement, {
    params: { ...params, engagementId: dana.id },
    body: { unit: '2nd unit' },
    ifMatch: dana.version,
  })
  const second = await ana.call(createCallSheet, { params, body: { onDate: firstDay, unit: '2nd Unit' } })
  expect(names(second)).toEqual(['Dana Okafor'])
  const at = { ...params, callSheetId: sheet.id }
  const main = await ana.call(getCallSheet, { params: at })
  expect(names(main)).not.toContain('Dana Okafor')
  expect(main.otherUnits).toMatchObject([{ name: 'Dana Okafor', unit: '2nd unit' }])

  const yusuf = day.engagement('Yusuf Kaya')
  const lent = await ana.call(setUnitOfDay, {
    params: { ...params, callSheetId: second.id, engagementId: yusuf },
    body: { unit: '2nd unit' },
    ifMatch: second.version,
  })
  expect(names(lent).toSorted()).toEqual(['Dana Okafor', 'Yusuf Kaya'])
  expect(names(await ana.call(getCallSheet, { params: at }))).not.toContain('Yusuf Kaya')
  const stale = await ana.refused(setUnitOfDay, {
    params: { ...params, callSheetId: second.id, engagementId: yusuf },
    body: { unit: null },
    ifMatch: second.version,
  })
  expect(stale.status).toBe(412)
  const back = await ana.call(setUnitOfDay, {
    params: { ...params, callSheetId: second.id, engagementId: yusuf },
    body: { unit: null },
    ifMatch: lent.version,
  })
  expect(names(back)).toEqual(['Dana Okafor'])
  expect(names(await ana.call(getCallSheet, { params: at }))).toContain('Yusuf Kaya')

  // Imogen works both days, Kit the first only; a break that ends the engagement is a drop.
  const codes = Object.fromEntries(main.view.cast.map((row) => [row.name, row.dayCode]))
  expect(codes).toEqual({ 'Imogen Vale': 'SW', 'Desmond Achterberg': 'SW', 'Kit Marlow': 'SWF' })
  const mara = (await ana.call(listElements, { params, query: {} })).items.find((each) => each.name === 'Mara')!
  await ana.call(changeElement, {
    params: { ...params, elementId: mara.id },
    body: { allowDrop: true, minDropDays: 0 },
    ifMatch: mara.version,
  })
  const dropped = await ana.call(getCallSheet, { params: at })
  expect(dropped.view.cast.find((row) => row.name === 'Imogen Vale')?.dayCode).toBe('SWD')

  const headed = await ana.call(setOverride, {
    params: { ...at, key: 'header.client' },
    body: { value: 'Skerry Lamps' },
    ifMatch: dropped.version,
  })
  expect(headed.view.header.client).toBe('Skerry Lamps')
})
