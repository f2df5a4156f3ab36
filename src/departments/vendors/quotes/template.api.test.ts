import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../../tests/support/office.ts'
import { createProduction } from '../../../../tests/support/production.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { createQuoteRequest, type QuoteRequest } from './quote.contract.ts'
import { forgetQuoteTemplate, keepQuoteTemplate, listQuoteTemplates } from './template.contract.ts'

const office = useOffice()
let ana: TestActor
let [here, next] = [] as unknown as [ProductionId, ProductionId]
let request: QuoteRequest

const lines = [
  { item: 'Daylight head 4 kW', unit: 'day', quantity: 2, days: 3, note: 'With ballast' },
  { item: 'Lunch', unit: 'head', quantity: 18.5, days: null, note: null },
]
const answerBy = () => office.clock.now().add({ hours: 96 }).toString()

beforeAll(async () => {
  ana = await office.as('coordinator')
  here = await createProduction(office, { title: 'Harbour Loop' })
  next = await createProduction(office, { title: 'Night Tide' })
  request = await ana.call(createQuoteRequest, {
    params: { productionId: here },
    body: {
      title: 'Lighting',
      what: 'For the pier at Saltreach',
      answerBy: answerBy(),
      currency: 'GBP',
      lines,
    },
  })
})

const keep = (name: string) =>
  ana.call(keepQuoteTemplate, { params: { productionId: here, requestId: request.id }, body: { name } })
const kept = async () => (await ana.call(listQuoteTemplates, { params: { productionId: next } })).items

test('CR-17 the lines of a request are kept under a name and begun from on another production, nothing else of it', async () => {
  await keep('Lighting')
  const [template] = await kept()
  expect(template?.lines).toEqual(lines)
  expect(JSON.stringify(template)).not.toContain('Saltreach')
  const begun = await ana.call(createQuoteRequest, {
    params: { productionId: next },
    body: { title: 'Lighting', answerBy: answerBy(), currency: 'EUR', lines: template?.lines } as never,
  })
  expect(begun.lines.map(({ id: _, ...line }) => line)).toEqual(lines)
})

test('CR-17 keeping one of a name again replaces it, also by two at once; forgotten is gone for both', async () => {
  await Promise.all([keep('lighting'), keep('LIGHTING')])
  const [template, ...others] = await kept()
  expect(others).toEqual([])
  const params = { productionId: next, templateId: template?.id as never }
  await ana.call(forgetQuoteTemplate, { params })
  expect(await kept()).toEqual([])
  expect((await ana.refused(forgetQuoteTemplate, { params })).status).toBe(404)
})
