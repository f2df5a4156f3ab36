import { expect, test } from 'vitest'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { withoutIds } from '../../../tests/support/withoutIds.ts'
import { clockOf } from '../../kernel/time.ts'
import { changeLocation } from '../locations/location.contract.ts'
import { changeStrip } from '../schedule/strips.contract.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { aShootingDay, crewOfTheDay, secondDay } from './sheet.fixture.ts'
import type { ShootingDay } from './sheet.fixture.ts'
import * as contract from './sheet.contract.ts'
import { askForecast } from './weather.contract.ts'
import { peopleOf } from './sheetPersonal.rules.ts'

// A whole day is made through the contracts before each test; on a busy machine that takes its time.
const office = useOffice()

const clock = (minutes: number | null | undefined) =>
  minutes === null || minutes === undefined ? '—' : clockOf(minutes)
const callOf = (view: CallSheetView, name: string) =>
  clock(peopleOf(view).find((person) => person.name === name)?.call.minutes)
const at = ({ productionId, sheet }: Pick<ShootingDay, 'productionId' | 'sheet'>) => ({
  productionId,
  callSheetId: sheet.id,
})

test('CS-6 CS-10 a sheet is full the moment it is made: strips, cast, crew, places, hospital, sun', async () => {
  const { sheet } = await aShootingDay(office)
  const { view } = sheet
  expect(view.schedule.rows.map((row) => row.number || row.kind)).toEqual(['1', '2', 'meal', '3'])
  expect(view.cast.map((row) => [row.boardId, row.name, row.character, row.dayCode])).toEqual([
    ['1', 'Imogen Vale', 'Mara', 'SW'],
    ['2', 'Desmond Achterberg', 'Keeper', 'SW'],
    ['3', 'Kit Marlow', 'Toma', 'SWF'],
  ])
  expect(view.crew.flatMap((group) => group.people)).toHaveLength(crewOfTheDay.length)
  expect(view.places.map((place) => place.name)).toEqual(['Lighthouse pier', 'Net loft'])
  expect(view.hospital?.name).toBe('Saltreach General')
  expect(clock(view.sun?.sunrise)).toBe('05:09')
  expect(view.background).toMatchObject([{ description: 'Fishers in oilskins', quantity: 6 }])
  expect(view.requirements).toMatchObject([{ text: 'Lamp glass (1, 3)' }])
  expect(view.header).toMatchObject({ dayLabel: 'Day 1 of 2', dateText: 'Tuesday 12 May 2026' })
  expect(callOf(view, 'Ruth Calloway')).toBe('07:00')
  expect(callOf(view, 'Dana Okafor')).toBe('06:40')
})

test('CS-5 a moved scene moves the calls that hang on it; an override stays, is seen, and goes back', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId, boardId } = day
  const before = day.sheet.view.cast[0]!
  const strip = await day.strip('1')
  await ana.call(changeStrip, {
    params: { productionId, boardId, stripId: strip.id },
    body: { startOverride: 540 },
    ifMatch: (await day.board()).version,
  })
  const moved = await ana.call(contract.getCallSheet, { params: at(day) })
  const shift = 540 - before.onSet.minutes! - 10
  expect(moved.view.cast[0]!.call.minutes).toBe(before.call.minutes! + shift)
  expect(moved.view.cast[0]!.pickup!.minutes).toBe(before.pickup!.minutes! + shift)

  const key = before.makeup.key
  const set = await ana.call(contract.setOverride, {
    params: { ...at(day), key },
    body: { value: 420 },
    ifMatch: moved.version,
  })
  expect(set.view.cast[0]!.makeup).toMatchObject({ minutes: 420, computed: moved.view.cast[0]!.makeup.minutes })
  expect(set.view.cast[0]!.makeup.override?.by).toMatch(/^coordinator/)
  const back = await ana.call(contract.revertOverride, { params: { ...at(day), key }, ifMatch: set.version })
  expect(back.view.cast[0]!.makeup).toMatchObject({ minutes: moved.view.cast[0]!.makeup.minutes, override: null })
})

test('CS-5 two people change one sheet: the second is told, and nothing is lost', async () => {
  const day = await aShootingDay(office)
  const params = { ...at(day), key: 'times.generalCall' }
  await day.ana.call(contract.setOverride, { params, body: { value: 390 }, ifMatch: day.sheet.version })
  const refusal = await day.ana.refused(contract.setOverride, {
    params,
    body: { value: 400 },
    ifMatch: day.sheet.version,
  })
  expect(refusal).toMatchObject({ status: 412, expected: 1, current: 2 })
  expect(
    (
      await day.ana.refused(contract.setOverride, {
        params: { ...params, key: 'person.x.salary' },
        body: { value: 1 },
        ifMatch: 2,
      })
    ).status,
  ).toBe(422)
})

test('CS-7 CS-10 without a hospital it cannot be marked ready; with one it can, and editing makes it a draft again', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId } = day
  await ana.call(changeLocation, {
    params: { productionId, locationId: day.base },
    body: { hospital: null },
    ifMatch: 1,
  })
  const refused = await ana.refused(contract.markReady, { params: at(day), ifMatch: 1 })
  expect(refused).toMatchObject({ status: 409, blockers: [{ code: 'no_hospital' }] })
  const { safety } = day.sheet.blocks
  const hospital = { name: 'Quay Hospital', address: '', phone: '999', distanceKm: null, driveMinutes: 20, note: '' }
  const typed = await ana.call(contract.changeBlocks, {
    params: at(day),
    body: { safety: { ...safety, hospital } },
    ifMatch: 1,
  })
  const ready = await ana.call(contract.markReady, { params: at(day), ifMatch: typed.version })
  expect(ready).toMatchObject({ status: 'ready', readyBy: expect.stringMatching(/^coordinator/) })
  const edited = await ana.call(contract.changeBlocks, {
    params: at(day),
    body: { lunchPlace: 'Sail loft' },
    ifMatch: ready.version,
  })
  expect(edited).toMatchObject({ status: 'draft', readyBy: null })
})

test('CS-17 a copy takes what is chosen, counts times anew, and refuses a wrong weekday', async () => {
  const day = await aShootingDay(office)
  const { ana, productionId } = day
  const typed = await ana.call(contract.changeBlocks, {
    params: at(day),
    body: { caterer: 'Bluebell', notices: [{ id: 'n', title: 'Closed set.', text: 'No photos.' }] },
    ifMatch: 1,
  })
  const body = { onDate: secondDay, copyFrom: { callSheetId: typed.id, carry: ['notices' as const] } }
  const wrong = await ana.refused(contract.createCallSheet, {
    params: { productionId },
    body: { ...body, weekday: 'Monday' },
  })
  expect(wrong).toMatchObject({
    status: 422,
    errors: [{ pointer: '/weekday', message: '13 May 2026 is a Wednesday, not a Monday.' }],
  })
  const copy = await ana.call(contract.createCallSheet, { params: { productionId }, body })
  expect(copy.blocks.notices).toEqual(typed.blocks.notices)
  expect(copy.blocks.caterer).toBe('')
  expect(copy.view.cast.map((row) => row.dayCode)).toEqual(['WF', 'WF'])
  const twice = await ana.refused(contract.createCallSheet, { params: { productionId }, body })
  expect(twice).toMatchObject({ status: 409, callSheetId: copy.id })
})

test('CS-8 CS-4 the paper carries each alphabet, its page numbers and nobody else’s phone on the client copy', async () => {
  const day = await aShootingDay(office)
  const pdf = async (query: string) => {
    const response = await day.ana.fetch(`/v1/productions/${day.productionId}/callsheets/${day.sheet.id}/pdf?${query}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    return pdfText(new Uint8Array(await response.arrayBuffer()))
  }
  const crew = await pdf('copy=crew')
  const text = crew.pages.map((page) => page.text).join('\n')
  for (const said of [
    'Harbour Light',
    'DRAFT',
    'Saltreach General',
    'LIGHTHOUSE PIER',
    '佐藤 花',
    'Никола Петров',
    '07700 900105',
    `Page 1 of ${crew.pages.length}`,
  ])
    expect(text).toContain(said)
  expect(crew.pages[0]?.size).toEqual([595, 842])
  const client = (await pdf('copy=client')).pages.map((page) => page.text).join('\n')
  expect(client).not.toMatch(/07700/)
  const own = (await pdf(`engagementId=${day.engagement('Imogen Vale')}`)).pages.map((page) => page.text).join('\n')
  expect(own).toContain(`Your call ${callOf(day.sheet.view, 'Imogen Vale')}`)
  expect(own).not.toContain('Yusuf Kaya')
})

test('CS-4 those who may not see contact data get the sheet without phones, and no crew copy', async () => {
  const day = await aShootingDay(office)
  const finance = await office.member(day.productionId, 'finance')
  const seen = await finance.call(contract.getCallSheet, { params: at(day) })
  expect(seen.can).toEqual({ edit: false, approve: false, publish: false })
  expect(withoutIds(JSON.stringify(seen.view))).not.toMatch(/07700/)
  expect(
    (await finance.fetch(`/v1/productions/${day.productionId}/callsheets/${day.sheet.id}/pdf?copy=crew`)).status,
  ).toBe(404)
  expect(
    (
      await finance.refused(contract.setOverride, {
        params: { ...at(day), key: 'times.lunch' },
        body: { value: 1 },
        ifMatch: 1,
      })
    ).status,
  ).toBe(403)
})

test('CS-10 without a forecast service the sheet says so, and weather is typed in', async () => {
  const day = await aShootingDay(office)
  const refusal = await day.ana.refused(askForecast, { params: at(day), ifMatch: 1 })
  expect(refusal).toMatchObject({ status: 409, title: 'No forecast service is set up' })
})
