import { InUse, Problem, invalid } from '../../../kernel/problems.ts'
import type { App } from '../../../platform/app.ts'
import { nameOf } from '../vendor.actions.ts'
import { type QuoteId } from './quote.contract.ts'
import { writeOutcome } from './quote.letters.ts'
import * as store from './quote.store.ts'
import { lockFresh, told, type OfRequest } from './quote.actions.ts'

interface Deciding extends OfRequest {
  readonly quoteId: QuoteId
  readonly reason: string
}

/** One is chosen with a reason, and everybody who answered or was asked is told in the same act. */
export const decide = (app: App, { scope, actor, requestId, expected, quoteId, reason }: Deciding) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    const quotes = await store.quotesOf(tx, requestId)
    const chosen = quotes.find(({ id }) => id === quoteId)
    if (row.state !== 'sent') throw invalid('/quoteId', 'This request is not open any more.')
    if (chosen === undefined || chosen.state !== 'answered')
      throw invalid('/quoteId', 'Only a quote that was answered can be chosen.')
    for (const quote of quotes) {
      if (quote.id !== quoteId && quote.state === 'declined') continue
      await store.updateQuote(tx, quote.id, quote.version, {
        state: quote.id === quoteId ? 'chosen' : quote.answered_at === null ? 'expired' : 'not_chosen',
      })
      await writeOutcome(app, tx, scope, { row, quote, outcome: quote.id === quoteId ? 'chosen' : 'not_chosen' })
    }
    await store.update(tx, requestId, expected, {
      state: 'decided',
      chosen_id: quoteId,
      reason,
      decided_by: nameOf(actor),
      decided_at: app.clock.now().toString(),
    })
    return told(
      app,
      tx,
      { scope, actor },
      { requestId, verb: 'quote.decided', after: { chosen: chosen.vendorName, reason } },
    )
  })

export const withdraw = (app: App, { scope, actor, requestId, expected }: OfRequest) =>
  app.transaction(async (tx) => {
    const row = await lockFresh(tx, { scope, requestId, expected })
    if (row.state !== 'draft' && row.state !== 'sent')
      throw new Problem(InUse, { dependants: [] }, 'It is decided or withdrawn already.')
    const quotes = await store.quotesOf(tx, requestId)
    for (const quote of quotes)
      if (quote.state !== 'declined') await writeOutcome(app, tx, scope, { row, quote, outcome: 'withdrawn' })
    await app.links.revoke(
      tx,
      quotes.flatMap(({ link_id }) => link_id ?? []),
    )
    await store.update(tx, requestId, expected, { state: 'withdrawn' })
    return told(app, tx, { scope, actor }, { requestId, verb: 'quote.withdrawn' })
  })
