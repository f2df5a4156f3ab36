import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import * as contract from '../sessionTime.contract.ts'
import { choose, timeOf } from '../sessionChoice.actions.ts'
import { timePage } from './timePage.ts'

export const timeRoutes = [
  handleRaw(contract.slotPage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'casting_request' }, async (link) =>
      htmlResponse(timePage(params.token, localeAsked(context.req.raw), await timeOf(app, link))),
    ),
  ),
  handle(contract.chooseSlot, ({ scope, body }, app) => choose(app, { scope, body })),
]
