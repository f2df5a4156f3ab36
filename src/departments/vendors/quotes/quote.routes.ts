import { NotFound, Problem } from '../../../kernel/problems.ts'
import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { openFile } from '../../../platform/uploads/index.ts'
import { disposition } from '../../../platform/http/fileAnswer.ts'
import { enter } from './answer.actions.ts'
import { decide, withdraw } from './decide.actions.ts'
import * as quotes from './quote.actions.ts'
import { send } from './send.actions.ts'
import * as contract from './quote.contract.ts'
import { sheet } from './sheet.actions.ts'
import * as store from './quote.store.ts'

export const quoteRoutes = [
  handle(contract.listQuoteRequests, ({ scope, query }, app) => quotes.list(app.db, scope, query)),
  handle(contract.getQuoteRequest, ({ scope, params }, app) => quotes.get(app, app.db, scope, params.requestId)),
  handle(contract.createQuoteRequest, (call, app) => quotes.create(app, call)),
  handle(contract.changeQuoteRequest, ({ params, ...call }, app) =>
    quotes.change(app, { ...call, requestId: params.requestId }),
  ),
  handle(contract.sendQuoteRequest, ({ params, ...call }, app) => send(app, { ...call, requestId: params.requestId })),
  handle(contract.setQuoteRates, ({ params, ...call }, app) =>
    quotes.setRates(app, { ...call, requestId: params.requestId }),
  ),
  handle(contract.decideQuote, ({ params, body, ...call }, app) =>
    decide(app, { ...call, ...body, requestId: params.requestId }),
  ),
  handle(contract.withdrawQuoteRequest, ({ params, ...call }, app) =>
    withdraw(app, { ...call, requestId: params.requestId }),
  ),
  handle(contract.enterQuote, ({ params, ...call }, app) =>
    enter(app, { ...call, requestId: params.requestId, quoteId: params.quoteId }),
  ),
  handleRaw(contract.quoteSheet, ({ scope, params, query }, app) =>
    sheet(app, { scope, requestId: params.requestId, format: params.format, paper: query.paper }),
  ),
  handleRaw(contract.readQuoteFile, async ({ scope, params }, app) => {
    const request = await store.byId(app.db, scope, params.requestId)
    const quote = request && (await store.quotesOf(app.db, request.id)).find(({ id }) => id === params.quoteId)
    const found = quote?.file_id ? await openFile(app, quote.file_id) : undefined
    if (found === undefined) throw new Problem(NotFound, {}, 'Nothing is attached to this quote.')
    return new Response(found.bytes as never, {
      headers: {
        'content-type': found.file.media_type,
        'content-disposition': disposition('inline', found.file.name),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'cache-control': 'private, no-store',
      },
    })
  }),
]
