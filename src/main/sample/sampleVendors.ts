import {
  addQuoteRequest,
  addVendor,
  addVendorPrice,
  askForQuotes,
  enterQuote,
  vendorCategories,
} from '../../departments/vendors/index.ts'
import { moneyOf } from '../../kernel/money.ts'
import { addDays, type PlainDay } from '../../kernel/time.ts'
import { systemOfficeScope } from '../../platform/access/scope.ts'
import type { Loading } from './samplePeople.ts'

const ITEMS = [
  { item: 'Camera body, large format', unit: 'day', quantity: 2, days: 3, note: null },
  { item: 'Set of primes, T1.5', unit: 'day', quantity: 1, days: 3, note: null },
  { item: 'Rain deflector', unit: 'day', quantity: 1, days: 3, note: 'The pier is wet either way' },
]

/** Two rental houses and a question both were asked by telephone: one wants more, the other leaves a line out. */
export async function loadVendors({ app, actor, scope, sample, dates }: Loading): Promise<void> {
  const office = { scope: systemOfficeScope(actor.name), actor }
  const categories = new Map((await vendorCategories(app.db)).map(({ id, name }) => [name, id]))
  const vendors = []
  for (const { name, phone, email, paymentDays, lastBody, category } of sample.vendors) {
    const vendor = await addVendor(app, {
      ...office,
      body: {
        name,
        phone,
        email,
        isPerson: false,
        paymentDays,
        currency: sample.quotes.currency,
        categoryIds: [categories.get(category) ?? []].flat(),
      },
    })
    const body = {
      item: ITEMS[0]?.item ?? '',
      unit: 'day',
      price: moneyOf(lastBody, sample.quotes.currency),
      pricedOn: addDays(dates[0] as PlainDay, -200),
      source: 'Price list',
      note: null,
    }
    await addVendorPrice(app, { ...office, vendorId: vendor.id, body })
    vendors.push(vendor)
  }
  const call = { scope, actor }
  const request = await addQuoteRequest(app, {
    ...call,
    body: {
      title: 'Camera package',
      what: 'Two bodies for the whole shoot, rain cover for the pier.',
      fromOn: dates[0] as PlainDay,
      untilOn: dates.at(-1) as PlainDay,
      deliverBy: addDays(dates[0] as PlainDay, -1),
      deliverTo: null,
      answerBy: app.clock.now().add({ hours: 72 }).toString(),
      currency: sample.quotes.currency,
      lines: ITEMS,
    },
  })
  const asked = await askForQuotes(app, {
    ...call,
    requestId: request.id,
    expected: request.version,
    body: { vendorIds: vendors.map(({ id }) => id), locale: 'en', message: '', isByPhone: true },
  })
  for (const quote of asked.quotes) {
    const prices = sample.quotes.prices[quote.vendor]
    if (prices === undefined) continue
    const lines = asked.lines.flatMap(({ id }, at) =>
      prices[at] === undefined
        ? []
        : [[id, { unitPrice: prices[at], quantity: null, days: null, discountPercent: null, note: null }] as const],
    )
    await enterQuote(app, {
      ...call,
      requestId: asked.id,
      quoteId: quote.id,
      expected: quote.version,
      body: {
        declines: false,
        currency: sample.quotes.currency,
        lines: Object.fromEntries(lines),
        delivery: 120,
        taxPercent: 0,
        validUntil: dates.at(-1) as PlainDay,
        note: null,
      },
    })
  }
}
