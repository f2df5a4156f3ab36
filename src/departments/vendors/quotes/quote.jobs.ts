import { z } from 'zod'
import { systemScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import { job, work } from '../../../platform/jobs.ts'
import { told } from './quote.actions.ts'
import { writeAsk } from './quote.letters.ts'
import { isToRemind } from './quote.rules.ts'
import * as store from './quote.store.ts'

const round = job('vendors.quotes', z.object({}), { tries: 3, timeoutSeconds: 300, every: '7 * * * *' })

type Due = Awaited<ReturnType<typeof store.waiting>>[number]

/** Every hour: reminds a day before the time, once, and closes what nobody answered. Versions decide, so two rounds do it once. */
export async function runQuotes(app: App): Promise<void> {
  const now = app.clock.now()
  for (const quote of await store.waiting(app.db))
    if (Temporal.Instant.compare(now, quote.answerBy) >= 0) await expire(app, quote)
    else if (isToRemind(quote, now)) await remind(app, quote)
}

const expire = (app: App, due: Due) =>
  app.transaction(async (tx) => {
    if (!(await store.updateQuote(tx, due.id, due.version, { state: 'expired' }))) return
    const scope = systemScope(due.productionId, 'quotes')
    await told(app, tx, { scope, actor: scope.actor }, { requestId: due.requestId, verb: 'quote.expired' })
  })

const remind = (app: App, due: Due) =>
  app.transaction(async (tx) => {
    if (!(await store.updateQuote(tx, due.id, due.version, { reminded_at: app.clock.now().toString() }))) return
    const scope = systemScope(due.productionId, 'quotes')
    const request = await store.byId(tx, scope, due.requestId)
    const quote = (await store.quotesOf(tx, due.requestId)).find(({ id }) => id === due.id)
    if (request === undefined || quote?.link_id == null || quote.to_address === null) return
    const to = { name: quote.vendorName, address: quote.to_address }
    await writeAsk(app, tx, scope, {
      row: request,
      it: { linkId: quote.link_id, to, locale: quote.locale },
      message: '',
      reminds: true,
    })
  })

export const quoteJobs = [work(round, (_, app) => runQuotes(app))]
