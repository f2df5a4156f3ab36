import { z } from 'zod'
import { classed, open, personal, rate } from '../../../kernel/fields.ts'
import { idOf, ProductionId } from '../../../kernel/ids.ts'
import { Locale } from '../../../kernel/locale.ts'
import { Currency, Money } from '../../../kernel/money.ts'
import { Stale, problemType } from '../../../kernel/problems.ts'
import { pageOf, rawRoute, route } from '../../../kernel/route.ts'
import { InstantText, PlainDay } from '../../../kernel/time.ts'
import { Days, Quantity, QuoteAnswer, QuoteState } from './answer.contract.ts'

export const RequestId = idOf('QuoteRequestId')
export type RequestId = z.infer<typeof RequestId>
export const QuoteId = idOf('QuoteId')
export type QuoteId = z.infer<typeof QuoteId>
export const LineId = idOf('QuoteLineId')
export type LineId = z.infer<typeof LineId>
const VendorId = idOf('VendorId')

const RequestState = z.enum(['draft', 'sent', 'decided', 'withdrawn'])

export const AskedLineBody = z.object({
  item: z.string().trim().min(1, 'What is it?').max(160),
  unit: z.string().trim().min(1, 'Per what?').max(30),
  quantity: Quantity,
  days: Days.default(null),
  note: z.string().trim().max(300).nullable().default(null),
})

export const RequestBody = z
  .object({
    title: z.string().trim().min(1, 'Give it a name.').max(120),
    what: z.string().trim().max(4000).default(''),
    fromOn: PlainDay.nullable().default(null),
    untilOn: PlainDay.nullable().default(null),
    deliverBy: PlainDay.nullable().default(null),
    deliverTo: z.string().trim().max(300).nullable().default(null),
    answerBy: InstantText,
    currency: Currency,
    lines: z.array(AskedLineBody).min(1, 'Ask for at least one thing.').max(100),
  })
  .refine(({ fromOn, untilOn }) => fromOn === null || untilOn === null || fromOn <= untilOn, {
    error: 'The last day is before the first.',
    path: ['untilOn'],
  })
export type RequestBody = z.infer<typeof RequestBody>

const OfferedLine = z.object({
  lineId: z.string(),
  unitPrice: Money,
  quantity: z.number(),
  days: z.number().nullable(),
  discountPercent: z.number(),
  net: Money,
  note: z.string().nullable(),
  isLowest: z.boolean(),
  /** Against the last price of this vendor for it, in percent. */
  againstHistory: z.object({ percent: z.number(), price: Money, pricedOn: PlainDay, source: z.string() }).nullable(),
})

const Totals = z.object({ lines: Money, delivery: Money, net: Money, tax: Money, gross: Money })

export const QuoteShown = classed('vendors', {
  id: open(QuoteId),
  vendorId: open(VendorId),
  vendor: open(z.string()),
  state: open(QuoteState),
  to: personal(z.string().nullable()),
  /** Whoever has this can quote in their name, so it is for those who run the request. */
  page: personal(z.string().nullable()),
  sentAt: open(InstantText),
  remindedAt: open(InstantText.nullable()),
  answeredAt: open(InstantText.nullable()),
  answeredBy: open(z.string().nullable()),
  validUntil: open(PlainDay.nullable()),
  note: rate(z.string().nullable()),
  hasFile: open(z.boolean()),
  currency: rate(z.string().nullable()),
  taxPercent: rate(z.number().nullable()),
  lines: rate(z.array(OfferedLine)),
  totals: rate(Totals.nullable()),
  /** The total with tax in the currency of the request; null where no rate is stated. */
  comparable: rate(Money.nullable()),
  missing: open(z.array(z.string())),
  isLowest: open(z.boolean()),
  version: open(z.number().int()),
})
export type QuoteShown = z.infer<typeof QuoteShown>

export const QuoteRequest = z.object({
  id: RequestId,
  number: z.string(),
  title: z.string(),
  what: z.string(),
  fromOn: PlainDay.nullable(),
  untilOn: PlainDay.nullable(),
  deliverBy: PlainDay.nullable(),
  deliverTo: z.string().nullable(),
  answerBy: InstantText,
  currency: z.string(),
  state: RequestState,
  chosenId: z.string().nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: InstantText.nullable(),
  createdBy: z.string(),
  lines: z.array(AskedLineBody.extend({ id: LineId })),
  quotes: z.array(QuoteShown),
  exchange: z.array(z.object({ currency: z.string(), rate: z.number(), source: z.string(), dated: PlainDay })),
  version: z.number().int(),
  can: z.object({ edit: z.boolean() }),
})
export type QuoteRequest = z.infer<typeof QuoteRequest>

export const QuoteRequestLine = z.object({
  id: RequestId,
  number: z.string(),
  title: z.string(),
  state: RequestState,
  answerBy: InstantText,
  asked: z.number().int(),
  answered: z.number().int(),
  chosen: z.string().nullable(),
})
export type QuoteRequestLine = z.infer<typeof QuoteRequestLine>

const params = z.object({ productionId: ProductionId })
const one = params.extend({ requestId: RequestId })
const reads = { ability: 'quotes.read', on: 'production' } as const
const edits = { ability: 'quotes.edit', on: 'production' } as const
const base = '/v1/productions/{productionId}/quotes'

export const listQuoteRequests = route({
  method: 'GET',
  path: base,
  summary: 'Requests for quotes of this production, the newest first',
  access: reads,
  params,
  query: z.object({ after: z.string().max(20).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: pageOf(QuoteRequestLine).extend({ can: z.object({ edit: z.boolean() }) }),
})

export const getQuoteRequest = route({
  method: 'GET',
  path: `${base}/{requestId}`,
  summary: 'A request and its answers side by side, totals and lowest marked',
  access: reads,
  params: one,
  response: QuoteRequest,
})

export const createQuoteRequest = route({
  method: 'POST',
  path: base,
  summary: 'Begin a request for quotes',
  access: edits,
  params,
  body: RequestBody,
  idempotencyKey: 'accepted',
  response: QuoteRequest,
  status: 201,
})

export const AlreadySent = problemType('quote-already-sent', 409, 'This request has been sent')

export const changeQuoteRequest = route({
  method: 'PUT',
  path: `${base}/{requestId}`,
  summary: 'Change a request; once it was sent only the time to answer may be moved',
  access: edits,
  params: one,
  body: RequestBody,
  ifMatch: 'required',
  response: QuoteRequest,
  problems: [Stale, AlreadySent],
})

export const NotAskable = problemType(
  'vendor-not-askable',
  409,
  'Some of these cannot be asked',
  z.object({ vendors: z.array(z.object({ name: z.string(), why: z.string() })) }),
)

export const sendQuoteRequest = route({
  method: 'POST',
  path: `${base}/{requestId}/send`,
  summary: 'Ask these vendors, each by a link of their own; whoever was asked already is not asked twice',
  access: edits,
  params: one,
  body: z.object({
    vendorIds: z.array(VendorId).min(1, 'Choose at least one.').max(20),
    locale: Locale.default('en'),
    message: z.string().trim().max(1000).default(''),
    /** They were asked by telephone: no letter and no link; the office enters what they say. */
    isByPhone: z.boolean().default(false),
  }),
  ifMatch: 'required',
  idempotencyKey: 'required',
  response: QuoteRequest,
  problems: [Stale, NotAskable],
})

export const setQuoteRates = route({
  method: 'PUT',
  path: `${base}/{requestId}/rates`,
  summary: 'State exchange rates for this comparison, each with its source and day',
  access: edits,
  params: one,
  body: z.object({
    items: z
      .array(
        z.object({
          currency: Currency,
          rate: z.number().positive('More than nothing.').max(1_000_000),
          source: z.string().trim().min(1, 'Say where the rate is from.').max(120),
          dated: PlainDay,
        }),
      )
      .max(20)
      .refine((items) => new Set(items.map(({ currency }) => currency)).size === items.length, {
        error: 'Two rates for one currency.',
      }),
  }),
  ifMatch: 'required',
  response: QuoteRequest,
  problems: [Stale],
})

export const decideQuote = route({
  method: 'POST',
  path: `${base}/{requestId}/decide`,
  summary: 'Choose a quote with a reason; the chosen and the others are told politely',
  access: edits,
  params: one,
  body: z.object({
    quoteId: QuoteId,
    reason: z.string().trim().min(1, 'Say why; it stands on the comparison sheet.').max(500),
  }),
  ifMatch: 'required',
  idempotencyKey: 'required',
  response: QuoteRequest,
  problems: [Stale],
})

export const withdrawQuoteRequest = route({
  method: 'POST',
  path: `${base}/{requestId}/withdraw`,
  summary: 'Take a request back; whoever was asked and has not declined is told',
  access: edits,
  params: one,
  ifMatch: 'required',
  response: QuoteRequest,
  problems: [Stale],
})

export const enterQuote = route({
  method: 'PUT',
  path: `${base}/{requestId}/quotes/{quoteId}`,
  summary: 'Enter an answer that came by telephone or on paper',
  access: edits,
  params: one.extend({ quoteId: QuoteId }),
  body: QuoteAnswer,
  ifMatch: 'required',
  response: QuoteRequest,
  problems: [Stale],
})

export const readQuoteFile = rawRoute({
  method: 'GET',
  path: `${base}/{requestId}/quotes/{quoteId}/file`,
  summary: 'What a vendor attached to their quote',
  access: reads,
  params: one.extend({ quoteId: QuoteId }),
  produces: 'PDF, pictures',
})

export const quoteSheet = rawRoute({
  method: 'GET',
  path: `${base}/{requestId}/sheet/{format}`,
  summary: 'The comparison sheet of a request',
  access: reads,
  params: one.extend({ format: z.enum(['pdf', 'csv', 'xlsx']) }),
  query: z.object({ paper: z.enum(['a4', 'letter']).default('a4') }),
  produces: 'PDF, CSV, XLSX',
})
