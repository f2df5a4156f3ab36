import type { App } from '../../../platform/app.ts'
import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import { sendFile } from '../../../platform/uploads/index.ts'
import * as contract from '../presentation.contract.ts'
import { logView, mediaOf, pick, viewOf } from '../view.actions.ts'
import { viewPage } from './viewPage.ts'

const media = (
  app: App,
  request: Request,
  { token, mediaId, save }: { token: string; mediaId: string; save: boolean },
) =>
  forBearer({ app, request, token, purpose: 'casting_view' }, async (link) =>
    sendFile(app, request, await mediaOf(app, link, { mediaId, save }), { save }),
  )

export const viewRoutes = [
  handleRaw(contract.viewPage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'casting_view' }, async (link) =>
      htmlResponse(viewPage(params.token, localeAsked(context.req.raw), await viewOf(app, link))),
    ),
  ),
  handleRaw(contract.viewMedia, ({ params, query, context }, app) =>
    media(app, context.req.raw, { ...params, save: query.save === '1' }),
  ),
  handle(contract.logView, ({ scope, params }, app) => logView(app, { scope, what: params.what })),
  handle(contract.pickCandidate, ({ scope, params, body }, app) =>
    pick(app, { scope, candidateId: params.candidateId, body }),
  ),
]
