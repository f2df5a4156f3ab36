import { handle, handleRaw } from '../../platform/http/handle.ts'
import { disposition } from '../../platform/http/fileAnswer.ts'
import * as feeds from './feeds.actions.ts'
import * as contract from './feeds.contract.ts'

export const feedRoutes = [
  handle(contract.listFeeds, ({ scope }, app) => feeds.list(app, scope)),
  handle(contract.createFeed, ({ scope, actor, body }, app) => feeds.create(app, { scope, actor, ...body })),
  handle(contract.revokeFeed, ({ scope, actor, params }, app) =>
    feeds.revoke(app, { scope, actor, id: params.feedId }),
  ),
  handleRaw(contract.readFeed, async ({ scope, context }, app) => {
    const { text, etag } = await feeds.calendarOf(app, scope)
    const headers = { etag, 'cache-control': 'private, no-cache' }
    const known = (context.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''))
    if (known.includes(etag)) return context.body(null, 304, headers)
    return context.body(text, 200, {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': disposition('inline', 'schedule.ics'),
    })
  }),
]
