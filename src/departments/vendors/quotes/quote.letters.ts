import type { LinkId } from '../../../kernel/ids.ts'
import { momentIn } from '../../../kernel/locale.ts'
import type { ProductionScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { queueLetters } from '../../../platform/mail/index.ts'
import * as office from '../../office/index.ts'
import * as productions from '../../productions/index.ts'
import { quoteWords } from './quote.words.ts'
import type { QuoteRow, RequestRow } from './quote.store.ts'

interface To {
  readonly linkId: LinkId
  readonly to: { name: string; address: string }
  readonly locale: 'en' | 'de'
}

async function put(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  { it, key, subject, lines }: { it: To; key: string; subject: string; lines: string[] },
) {
  await queueLetters(app, tx, [
    {
      key: `quote:${it.linkId}:${key}`,
      channel: 'email',
      to: it.to,
      subject,
      text: lines.join('\n'),
      about: { kind: 'quote', id: it.linkId },
      productionId: scope.productionId,
    },
  ])
}

export async function writeAsk(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  { row, it, message, reminds = false }: { row: RequestRow; it: To; message: string; reminds?: boolean },
): Promise<void> {
  const { name } = await office.officeSettings(tx)
  const production = await productions.get(tx, scope)
  const words = quoteWords[it.locale]
  const by = momentIn(it.locale, row.answer_by, production.timeZone, { year: true })
  await put(app, tx, scope, {
    it,
    key: reminds ? `remind:${row.answer_by.toString()}` : 'ask',
    subject: (reminds ? words.remindSubject : words.askSubject)(row.title),
    lines: [
      words.hello(it.to.name),
      '',
      (reminds ? words.reminds : words.asks)(name, row.title),
      ...(message === '' ? [] : ['', message]),
      '',
      words.by(by),
      `${app.settings.url}/q/${app.links.tokenOf(it.linkId)}`,
    ],
  })
}

/** Everybody hears how it went, and nobody hears who else was asked or what they said. */
export async function writeOutcome(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  { row, quote, outcome }: { row: RequestRow; quote: QuoteRow; outcome: 'chosen' | 'not_chosen' | 'withdrawn' },
): Promise<void> {
  if (quote.link_id === null || quote.to_address === null) return
  const { name } = await office.officeSettings(tx)
  const words = quoteWords[quote.locale]
  const to = { name: quote.vendorName, address: quote.to_address }
  await put(app, tx, scope, {
    it: { linkId: quote.link_id, to, locale: quote.locale },
    key: outcome,
    subject: words.outcomeSubject(row.title),
    lines: [words.hello(quote.vendorName), '', words[outcome](name, row.title)],
  })
}
