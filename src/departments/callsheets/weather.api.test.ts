import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { aShootingDay } from './sheet.fixture.ts'
import { getCallSheet } from './sheet.contract.ts'
import { askForecast } from './weather.contract.ts'

const asked: string[] = []
let answer: { status: number; body: string } = { status: 200, body: '' }
const service = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
})
await new Promise<void>((open) => service.listen(0, '127.0.0.1', open))
afterAll(() => service.close())
const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/forecast`

const office = useOffice({ env: { UNITBASE_WEATHER_URL: url } })

test('CS-10 a forecast is asked only when somebody asks, and stands on the sheet with its source and time', async () => {
  const day = await aShootingDay(office)
  const params = { productionId: day.productionId, callSheetId: day.sheet.id }
  expect(asked).toEqual([])
  answer = {
    status: 200,
    body: JSON.stringify({ text: 'Bright, rain later', highC: 15, source: 'Coast station', mood: 'x' }),
  }
  const told = await day.ana.call(askForecast, { params, ifMatch: 1 })
  expect(told.view.weather).toMatchObject({
    text: 'Bright, rain later',
    highC: 15,
    lowC: null,
    source: 'Coast station',
  })
  expect(told.view.weather?.forecastAt).toBe('Mon 4 May 10:00')
  expect(asked).toEqual(['/forecast?latitude=51.361&longitude=1.024&date=2026-05-12&timezone=Europe%2FLondon'])

  const refusals = [
    { status: 500, body: '{}' },
    { status: 200, body: '<html>' },
    { status: 200, body: JSON.stringify({ text: 'x'.repeat(100_000), source: 'y' }) },
  ]
  for (const bad of refusals) {
    answer = bad
    expect(await day.ana.refused(askForecast, { params, ifMatch: told.version })).toMatchObject({ status: 502 })
  }
  expect((await day.ana.call(getCallSheet, { params })).view.weather?.text).toBe('Bright, rain later')
})
