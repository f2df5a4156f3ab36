import { momentIn } from '../../../kernel/locale.ts'
import { Problem, TooLarge } from '../../../kernel/problems.ts'
import { amountOf, money } from '../../../kernel/money.ts'
import { systemScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import type { LinkActor } from '../../../platform/links.ts'
import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { assetsIn, forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import * as office from '../../office/index.ts'
import * as papers from '../../papers/index.ts'
import * as productions from '../../productions/index.ts'
import { itemKey } from '../price.rules.ts'
import * as prices from '../price.store.ts'
import { answerByLink, attach, behind } from './answer.actions.ts'
import * as contract from './quote.outside.contract.ts'
import { quoteWords } from './quote.words.ts'
import { daysText, quotePageOf, type QuotePage } from './quotePage.ts'
import * as store from './quote.store.ts'

const assets = assetsIn(import.meta.dirname, ['quote.css'])

async function page(
  app: App,
  request: Request,
  token: string,
  link: LinkActor,
  { isSent = false, told }: Partial<QuotePage> = {},
) {
  const { quote, request: asked, closed } = await behind(app, app.db, link)
  const production = await productions.get(app.db, systemScope(asked.production_id, 'a quote link'))
  const lines = await store.linesOf(app.db, asked.id)
  const answers = await store.answersOf(app.db, asked.id)
  const currency = quote.currency ?? asked.currency
  const before = await prices.latestOf(
    app.db,
    [quote.vendor_id],
    lines.map(({ item }) => itemKey(item)),
    [quote.id],
  )
  const locale = localeAsked(request)
  const html = quotePageOf({
    token,
    locale,
    office: (await office.officeSettings(app.db)).name,
    production: production.title,
    vendor: quote.vendorName,
    title: asked.title,
    what: asked.what,
    days: daysText(asked.from_on, asked.until_on, locale),
    deliver: [daysText(asked.deliver_by, null, locale), asked.deliver_to].filter(Boolean).join(', ') || null,
    answerBy: momentIn(locale, asked.answer_by, production.timeZone, { year: true }),
    state: quote.state,
    closed,
    isSent,
    told,
    currency,
    lines: lines.map((line) => {
      const given = answers.find((it) => it.quote_id === quote.id && it.line_id === line.id)
      // Their own last price is theirs to see; it saves typing and is never anybody else's.
      const known = before.find(
        (it) => it.itemKey === itemKey(line.item) && it.unit === line.unit && it.currency === currency,
      )
      const minor = given?.unit_minor ?? (quote.answered_at === null ? known?.minor : undefined)
      const days = (given ?? line).days_tenths
      return {
        id: line.id,
        item: line.item,
        unit: line.unit,
        quantity: line.quantity_thousandths / 1000,
        days: line.days_tenths === null ? null : line.days_tenths / 10,
        note: line.note,
        filled: {
          unitPrice: minor === undefined ? null : amountOf(money(minor, currency)),
          quantity: (given ?? line).quantity_thousandths / 1000,
          days: days === null ? null : days / 10,
          discountPercent: (given?.discount_hundredths ?? 0) / 100,
          note: given?.note ?? null,
        },
      }
    }),
    deliveryMinor: quote.delivery_minor,
    taxPercent: quote.tax_hundredths === null ? null : quote.tax_hundredths / 100,
    validUntil: quote.valid_until,
    note: quote.note,
    hasFile: quote.file_id !== null,
  })
  return htmlResponse(html, told?.kind === 'bad' ? 422 : 200)
}

async function take(app: App, request: Request, token: string, link: LinkActor): Promise<Response> {
  const words = quoteWords[localeAsked(request)]
  if (Number(request.headers.get('content-length') ?? 0) > 2 * papers.LARGEST_PAPER)
    throw new Problem(TooLarge, { limitBytes: papers.LARGEST_PAPER }, 'At most 25 MB for each file.')
  const file = (await request.formData()).get('file')
  const refuse = (text: string) => page(app, request, token, link, { told: { kind: 'bad', text } })
  if (!(file instanceof File) || file.size === 0) return refuse(words.choose)
  try {
    await attach(app, link, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.problem.status !== 422) throw fault
    return refuse(fault.message)
  }
  return page(app, request, token, link, { told: { kind: 'ok', text: words.attached } })
}

export const quoteOutsideRoutes = [
  handleRaw(contract.quotePage, ({ params: { token }, query, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'quote' }, (link) =>
      page(app, context.req.raw, token, link, { isSent: query.sent !== undefined }),
    ),
  ),
  handleRaw(contract.quoteAttach, ({ params: { token }, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'quote' }, (link) =>
      take(app, context.req.raw, token, link),
    ),
  ),
  handle(contract.answerQuote, ({ scope, body }, app) => answerByLink(app, scope.link, body)),
  handleRaw(contract.quoteStyle, () => assets('quote.css')),
]
