import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import { doorOf, signByLink } from '../door.actions.ts'
import * as contract from '../door.contract.ts'
import { doorPage } from './doorPage.ts'

export const doorOutsideRoutes = [
  handleRaw(contract.doorPage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'casting_door' }, async (link) =>
      htmlResponse(doorPage(params.token, localeAsked(context.req.raw), await doorOf(app, link))),
    ),
  ),
  handle(contract.signByLink, ({ scope, params, body }, app) =>
    signByLink(app, { scope, candidateId: params.candidateId, body }),
  ),
]
