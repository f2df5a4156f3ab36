import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../../tests/support/office.ts'
import { pdfText } from '../../../../tests/support/pdfText.ts'
import { withoutIds } from '../../../../tests/support/withoutIds.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { money } from '../../../kernel/money.ts'
import type { ZoneName } from '../../../kernel/time.ts'
import { createProduction } from '../../productions/production.contract.ts'
import { createVendor, setStage, type VendorId } from '../vendor.contract.ts'
import { addPrice, listPrices } from '../price.contract.ts'
import * as contract from './quote.contract.ts'
import { runQuotes } from './quote.jobs.ts'

const office = useOffice()
let ana: TestActor
let params: { productionId: ProductionId }
const vendors: Record<string, string> = {}

beforeAll(async () => {
  ana = await office.as('coordinator')
  const body = { code: 'QUO', title: 'Night Tide', kind: 'commercial', timeZone: 'Europe/London' as ZoneName } as const
  params = { productionId: (await ana.call(createProduction, { body })).id }
  for (const [name, email] of [
    ['Alder Camera', 'hire@alder.example'],
    ['Birch Camera', 'hire@birch.example'],
    ['Cedar Kamera', 'miete@cedar.example'],
    ['Dogwood', null],
  ] as const)
    vendors[name] = (await ana.call(createVendor, { body: { name, ...(email && { email }) } })).id
})

const line = (item: string, quantity: number, days: number | null = null) => ({ item, unit: 'day', quantity, days })
const ask = (more: object = {}) => ({
  title: 'Camera package',
  what: 'Two bodies for the night unit',
  answerBy: office.clock.now().add({ hours: 96 }).toString(),
  currency: 'GBP',
  lines: [line('Alexa 35 body', 2, 3), line('Prime set', 1, 3)],
  ...more,
})
const begin = async (more: object = {}) => ana.call(contract.createQuoteRequest, { params, body: ask(more) })
const at = ({ id }: { id: string }) => ({ ...params, requestId: id as contract.RequestId })
const get = (it: { id: string }) => ana.call(contract.getQuoteRequest, { params: at(it) })
const send = async (it: { id: string; version: number }, names: string[], more: object = {}) =>
  ana.call(contract.sendQuoteRequest, {
    params: at(it),
    ifMatch: it.version,
    idempotencyKey: office.app.ids.next(),
    body: { vendorIds: names.map((name) => vendors[name]), ...more } as never,
  })
const of = (request: contract.QuoteRequest, name: string) => {
  const quote = request.quotes.find(({ vendor }) => vendor === name)
  if (quote === undefined) throw new Error(`${name} was not asked`)
  return quote
}
const tokenOf = (quote: contract.QuoteShown) => quote.page?.split('/q/')[1] ?? ''
const answer = (token: string, body: object) =>
  office.nobody.fetch(`/v1/quote-links/${token}/answer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const letters = () =>
  office.app.db.selectFrom('mail_message').select(['to_address', 'subject', 'body_text']).orderBy('id').execute()

describe('CR-17 three quotes side by side', () => {
  let request: contract.QuoteRequest
  const lineIds = () => request.lines.map(({ id }) => id as string)

  test('each vendor gets a link of their own; who cannot be asked is named, and then nobody is', async () => {
    request = await begin()
    expect(request).toMatchObject({ number: 'Q-001', state: 'draft', quotes: [] })
    const refused = await ana.refused(contract.sendQuoteRequest, {
      params: at(request),
      ifMatch: request.version,
      idempotencyKey: office.app.ids.next(),
      body: { vendorIds: [vendors['Alder Camera'], vendors['Dogwood']] },
    })
    expect(refused).toMatchObject({ status: 409, detail: 'Dogwood has no e-mail address.' })
    expect(await letters()).toHaveLength(0)
    request = await send(request, ['Alder Camera', 'Birch Camera'], { message: 'Night exteriors, rain cover please' })
    request = await send(request, ['Birch Camera', 'Cedar Kamera'], { locale: 'de' })
    expect(request.quotes.map(({ vendor, state }) => [vendor, state])).toEqual([
      ['Alder Camera', 'asked'],
      ['Birch Camera', 'asked'],
      ['Cedar Kamera', 'asked'],
    ])
    const sent = await letters()
    expect(sent.map(({ to_address }) => to_address)).toEqual([
      'hire@alder.example',
      'hire@birch.example',
      'miete@cedar.example',
    ])
    expect(sent[0]?.body_text).toContain('rain cover please')
    expect(sent[0]?.body_text).toContain('BST')
    expect(sent[2]?.subject).toBe('Angebotsanfrage: Camera package')
    const crew = await office.member(params.productionId, 'crew')
    expect((await crew.refused(contract.getQuoteRequest, { params: at(request) })).status).toBe(403)
  })

  test('what was asked stays as it is; only the time may move', async () => {
    const change = (body: object) => ({ params: at(request), ifMatch: request.version, body })
    expect((await ana.refused(contract.changeQuoteRequest, change(ask({ currency: 'EUR' })))).status).toBe(409)
    const past = office.clock.now().subtract({ hours: 1 }).toString()
    expect((await ana.refused(contract.changeQuoteRequest, change(ask({ answerBy: past })))).status).toBe(422)
    const answerBy = office.clock.now().add({ hours: 120 }).toString()
    request = await ana.call(contract.changeQuoteRequest, change(ask({ answerBy })) as never)
    expect(Temporal.Instant.from(request.answerBy).toString()).toBe(answerBy)
  })

  test('the page begins from their own last price, and shows nobody else’s', async () => {
    await ana.call(addPrice, {
      params: { vendorId: vendors['Alder Camera'] as VendorId },
      body: {
        item: 'ALEXA 35 body',
        unit: 'day',
        price: money(777_00, 'GBP'),
        pricedOn: '2026-01-10',
        source: 'List',
      },
    })
    const own = await (await office.nobody.fetch(`/q/${tokenOf(of(request, 'Alder Camera'))}`)).text()
    expect(own).toContain('value="777"')
    const other = await (await office.nobody.fetch(`/q/${tokenOf(of(request, 'Birch Camera'))}`)).text()
    expect(withoutIds(other)).not.toContain('777')
    expect(other).not.toContain('Alder')
    const german = await office.nobody.fetch(`/q/${tokenOf(of(request, 'Cedar Kamera'))}`, {
      headers: { 'accept-language': 'de' },
    })
    expect(await german.text()).toContain('Angebotsanfrage')
  })

  test('answers land in the same columns; wrong ones are named; sending again replaces', async () => {
    const [body, primes] = lineIds()
    const token = tokenOf(of(request, 'Alder Camera'))
    const none = await answer(token, { currency: 'GBP', lines: {} })
    expect(((await none.json()) as { errors: { pointer: string }[] }).errors).toMatchObject([{ pointer: '/lines' }])
    const strange = { currency: 'GBP', lines: { [office.app.ids.next()]: { unitPrice: 1 } } }
    expect((await answer(token, strange)).status).toBe(422)
    expect((await answer(token, { lines: { [body!]: { unitPrice: 1 } } })).status).toBe(422)
    const first = { currency: 'GBP', lines: { [body!]: { unitPrice: 900 } } }
    expect((await answer(token, first)).status).toBe(200)
    expect(of(await get(request), 'Alder Camera').missing).toEqual([primes])
    const full = {
      currency: 'gbp',
      lines: { [body!]: { unitPrice: 800, discountPercent: 10 }, [primes!]: { unitPrice: 300, days: 2 } },
      delivery: 80,
      taxPercent: 20,
      validUntil: '2026-05-31',
      note: 'Two-day week on lenses',
    }
    await answer(token, full)
    await answer(token, full)
    const seen = of(await get(request), 'Alder Camera')
    expect(seen).toMatchObject({
      state: 'answered',
      missing: [],
      totals: {
        lines: money(4920_00, 'GBP'),
        net: money(5000_00, 'GBP'),
        tax: money(1000_00, 'GBP'),
        gross: money(6000_00, 'GBP'),
      },
    })
    expect(seen.lines?.[0]?.againstHistory).toMatchObject({ percent: 3, source: 'List' })
    const { items } = await ana.call(listPrices, { params: { vendorId: vendors['Alder Camera'] as VendorId } })
    expect(items.map(({ item, price }) => [item, price?.minor])).toEqual([
      ['Alexa 35 body', 800_00],
      ['ALEXA 35 body', 777_00],
      ['Prime set', 300_00],
    ])
  })

  test('another currency is compared at a stated rate only; the lowest is marked', async () => {
    const [body, primes] = lineIds()
    await answer(tokenOf(of(request, 'Birch Camera')), {
      currency: 'GBP',
      lines: { [body!]: { unitPrice: 850 }, [primes!]: { unitPrice: 250 } },
    })
    await answer(tokenOf(of(request, 'Cedar Kamera')), {
      currency: 'EUR',
      lines: { [body!]: { unitPrice: 800 }, [primes!]: { unitPrice: 300 } },
    })
    request = await get(request)
    expect(request.quotes.map(({ vendor, comparable, isLowest }) => [vendor, comparable?.minor, isLowest])).toEqual(
      [
        ['Alder Camera', 6000_00, true],
        ['Birch Camera', 5850_00, false],
        ['Cedar Kamera', undefined, false],
      ].map(([vendor, minor]) => [vendor, minor, minor === 5850_00]),
    )
    const items = [{ currency: 'EUR', rate: 0.85, source: 'Budget rate', dated: '2026-05-04' }]
    const own = { params: at(request), ifMatch: request.version, body: { items: [{ ...items[0], currency: 'GBP' }] } }
    expect((await ana.refused(contract.setQuoteRates, own)).status).toBe(422)
    request = await ana.call(contract.setQuoteRates, {
      params: at(request),
      ifMatch: request.version,
      body: { items },
    })
    expect(of(request, 'Cedar Kamera')).toMatchObject({ comparable: money(4845_00, 'GBP'), isLowest: true })
    expect(of(request, 'Birch Camera').isLowest).toBe(false)
  })

  test('the sheet says the same as PDF, CSV and XLSX', async () => {
    const address = `/v1/productions/${params.productionId}/quotes/${request.id}/sheet`
    const pdf = await ana.fetch(`${address}/pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const words = (await pdfText(new Uint8Array(await pdf.arrayBuffer()))).pages.map(({ text }) => text).join(' ')
    for (const part of ['GBP 6,000.00', 'GBP 4,845.00', 'LOWEST', '1 EUR = 0.85 GBP']) expect(words).toContain(part)
    const csv = await (await ana.fetch(`${address}/csv`)).text()
    expect(csv).toContain('Alder Camera,Answered,Alexa 35 body,day,2,3,800,10,4320,GBP')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await (await ana.fetch(`${address}/xlsx`)).arrayBuffer())
    expect(book.worksheets[0]?.getRow(2).getCell(9).value).toBe(4320)
    const head = await office.member(params.productionId, 'department_head')
    expect((await head.fetch(`${address}/csv`)).status).toBe(403)
  })

  test('a choice has its reason; the chosen and the others are told, and nobody learns of the others', async () => {
    const before = (await letters()).length
    const decide = (quoteId: string, reason: string, ifMatch = request.version) => ({
      params: at(request),
      ifMatch,
      idempotencyKey: office.app.ids.next(),
      body: { quoteId, reason },
    })
    const cedar = of(request, 'Cedar Kamera')
    expect((await ana.refused(contract.decideQuote, decide(cedar.id, ''))).status).toBe(422)
    const decided = await ana.call(contract.decideQuote, decide(cedar.id, 'Lowest, and the lenses are newer'))
    expect(decided).toMatchObject({ state: 'decided', chosenId: cedar.id, reason: 'Lowest, and the lenses are newer' })
    expect(decided.quotes.map(({ state }) => state)).toEqual(['not_chosen', 'not_chosen', 'chosen'])
    expect((await ana.refused(contract.decideQuote, decide(cedar.id, 'Again'))).status).toBe(412)
    expect((await ana.refused(contract.decideQuote, decide(cedar.id, 'Again', decided.version))).status).toBe(422)
    const told = (await letters()).slice(before)
    expect(told).toHaveLength(3)
    expect(told.find(({ to_address }) => to_address === 'miete@cedar.example')?.body_text).toContain('annehmen')
    for (const { body_text } of told.slice(0, 2)) expect(body_text).not.toContain('Cedar')
    const late = await answer(tokenOf(of(request, 'Alder Camera')), {
      currency: 'GBP',
      lines: { [lineIds()[0]!]: { unitPrice: 1 } },
    })
    expect(late.status).toBe(410)
    const page = await (await office.nobody.fetch(`/q/${tokenOf(of(request, 'Alder Camera'))}`)).text()
    expect(page).toContain('This is decided')
    expect(page).not.toContain('<form')
  })
})

test('CR-17 who was asked by telephone gets no letter and no link, needs no address, and is entered by the office', async () => {
  const before = (await letters()).length
  const request = await send(await begin(), ['Dogwood'], { isByPhone: true })
  expect(request.quotes).toMatchObject([{ vendor: 'Dogwood', state: 'asked', page: null, to: null }])
  expect(await letters()).toHaveLength(before)
  office.clock.advance({ hours: 80 })
  await runQuotes(office.app)
  expect(await letters()).toHaveLength(before)
})

describe('CR-17 quotes in time, late, declined, on paper, taken back', () => {
  test('one reminder a day before, silence runs out, more time opens it again; the office may type in what came by phone', async () => {
    let request = await send(await begin(), ['Alder Camera', 'Birch Camera'])
    const start = (await letters()).length
    await runQuotes(office.app)
    expect(await letters()).toHaveLength(start)
    office.clock.advance({ hours: 73 })
    await answer(tokenOf(of(request, 'Alder Camera')), { declines: true, note: 'All out' })
    await Promise.all([runQuotes(office.app), runQuotes(office.app)])
    await runQuotes(office.app)
    const reminders = (await letters()).slice(start)
    expect(reminders.map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['hire@birch.example', 'Still open: quote for Camera package'],
    ])
    office.clock.advance({ hours: 24 })
    const late = await answer(tokenOf(of(request, 'Birch Camera')), { declines: true })
    expect(late.status).toBe(410)
    await runQuotes(office.app)
    request = await get(request)
    expect(request.quotes.map(({ state }) => state)).toEqual(['declined', 'expired'])
    const birch = of(request, 'Birch Camera')
    const [body] = request.lines
    const typed = { currency: 'GBP', lines: { [body!.id]: { unitPrice: 500 } } }
    const enter = { params: { ...at(request), quoteId: birch.id }, ifMatch: birch.version, body: typed }
    request = await ana.call(contract.enterQuote, enter)
    expect(of(request, 'Birch Camera')).toMatchObject({
      state: 'answered',
      answeredBy: expect.stringContaining('coordinator'),
    })
    expect((await ana.refused(contract.enterQuote, enter)).status).toBe(412)
  })

  test('who was reminded and then given more time is reminded before the new end, too', async () => {
    let request = await send(await begin(), ['Alder Camera'])
    const start = (await letters()).length
    office.clock.advance({ hours: 73 })
    await runQuotes(office.app)
    request = await get(request)
    await ana.call(contract.changeQuoteRequest, {
      params: at(request),
      ifMatch: request.version,
      body: ask({ answerBy: office.clock.now().add({ hours: 96 }).toString() }) as never,
    })
    await runQuotes(office.app)
    expect((await letters()).length - start).toBe(1)
    office.clock.advance({ hours: 73 })
    await runQuotes(office.app)
    expect((await letters()).length - start).toBe(2)
  })

  test('a file beside the columns is looked into; a withdrawn request opens nothing and says so', async () => {
    const request = await send(await begin(), ['Alder Camera'])
    const token = tokenOf(of(request, 'Alder Camera'))
    const post = (bytes: Buffer) => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], 'offer.pdf'))
      return office.nobody.fetch(`/q/${token}`, { method: 'POST', body: form })
    }
    expect((await post(Buffer.from('<html>'))).status).toBe(422)
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF')
    expect((await post(pdf)).status).toBe(200)
    const seen = of(await get(request), 'Alder Camera')
    const address = `/v1/productions/${params.productionId}/quotes/${request.id}/quotes/${seen.id}/file`
    expect(await (await ana.fetch(address)).text()).toBe(pdf.toString())
    const { version } = await get(request)
    await ana.call(contract.withdrawQuoteRequest, { params: at(request), ifMatch: version })
    expect((await office.nobody.fetch(`/q/${token}`)).status).toBe(410)
    expect((await letters()).at(-1)?.body_text).toContain('does not need')
  })

  test('who is not to be used is not asked; numbers of a production have no gaps when two begin at once', async () => {
    const { id, version } = await ana.call(createVendor, { body: { name: 'Elm', email: 'elm@example.com' } })
    vendors['Elm'] = id
    await ana.call(setStage, {
      params: { vendorId: id },
      ifMatch: version,
      body: { stage: 'do_not_use', reason: 'Broken twice' },
    })
    const requests = await Promise.all([begin(), begin(), begin()])
    const numbers = requests.map(({ number }) => Number(number.slice(2))).toSorted()
    expect(numbers.map((it) => it - (numbers[0] ?? 0))).toEqual([0, 1, 2])
    const refused = await ana.refused(contract.sendQuoteRequest, {
      params: at(requests[0]!),
      ifMatch: requests[0]!.version,
      idempotencyKey: office.app.ids.next(),
      body: { vendorIds: [id] },
    })
    expect(refused.detail).toBe('Elm is not to be used.')
  })
})
