import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import type { ZoneName } from '../../kernel/time.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as quotes from './quotes/quote.contract.ts'
import { runQuotes } from './quotes/quote.jobs.ts'
import { getVendorScore } from './score.contract.ts'
import { createVendor, type VendorId } from './vendor.contract.ts'
import { addPrice } from './price.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let vendorId: VendorId

beforeAll(async () => {
  ana = await office.as('coordinator')
  const body = { code: 'SCO', title: 'Slack Water', kind: 'commercial', timeZone: 'Europe/London' as ZoneName } as const
  productionId = (await ana.call(createProduction, { body })).id
  vendorId = (await ana.call(createVendor, { body: { name: 'Alder Camera', email: 'a@alder.example' } })).id
})

const score = () => ana.call(getVendorScore, { params: { vendorId } })

async function ask(price: number | null): Promise<quotes.QuoteRequest> {
  const begun = await ana.call(quotes.createQuoteRequest, {
    params: { productionId },
    body: {
      title: 'Lamps',
      answerBy: office.clock.now().add({ hours: 48 }).toString(),
      currency: 'GBP',
      lines: [{ item: 'Lamp', unit: 'day', quantity: 1 }],
    },
  })
  const params = { productionId, requestId: begun.id }
  const sent = await ana.call(quotes.sendQuoteRequest, {
    params,
    ifMatch: begun.version,
    idempotencyKey: office.app.ids.next(),
    body: { vendorIds: [vendorId], isByPhone: true },
  })
  if (price === null) return sent
  const quote = sent.quotes[0]!
  return ana.call(quotes.enterQuote, {
    params: { ...params, quoteId: quote.id },
    ifMatch: quote.version,
    body: { currency: 'GBP', lines: { [sent.lines[0]!.id]: { unitPrice: price } } },
  })
}

test('N-14 nothing known makes no number, and what nobody records yet is named', async () => {
  const seen = await score()
  expect(seen).toMatchObject({ score: null, counted: 0, facts: [] })
  expect(seen.kinds.map(({ label }) => label)).toContain('Papers in order')
  expect(seen.notYet).toContain('Invoices against their orders')
})

test('N-14 each point leads to its record: an answer, a price against last time, a choice, a silence', async () => {
  await ana.call(addPrice, {
    params: { vendorId },
    body: { item: 'Lamp', unit: 'day', price: money(100_00, 'GBP'), pricedOn: '2026-01-10', source: 'List' },
  })
  const first = await ask(110)
  const decided = await ana.call(quotes.decideQuote, {
    params: { productionId, requestId: first.id },
    ifMatch: first.version,
    idempotencyKey: office.app.ids.next(),
    body: { quoteId: first.quotes[0]!.id, reason: 'Nearest' },
  })
  expect(decided.state).toBe('decided')
  const second = await ask(null)
  office.clock.advance({ hours: 49 })
  await runQuotes(office.app)
  const seen = await score()
  expect(seen.facts.map(({ kind, result, href }) => [kind, result, href])).toEqual(
    expect.arrayContaining([
      ['answers', 'good', `/productions/${productionId}/quotes/${first.id}`],
      ['prices', 'bad', `/productions/${productionId}/quotes/${first.id}`],
      ['choice', 'good', `/productions/${productionId}/quotes/${first.id}`],
      ['answers', 'bad', `/productions/${productionId}/quotes/${second.id}`],
    ]),
  )
  expect(seen.facts).toHaveLength(4)
  expect(seen.facts.find(({ kind }) => kind === 'prices')?.words).toBe(
    'Lamp at GBP 110.00 a day, +10 % against last time.',
  )
  // Answers 50, prices 0, chosen 100; papers say nothing yet.
  expect(seen.score).toBe(50)
})

test('N-14 a producer of one production does not read what vendors did on the others', async () => {
  const producer = await office.member(productionId, 'producer')
  expect((await producer.refused(getVendorScore, { params: { vendorId } })).status).toBe(403)
})
