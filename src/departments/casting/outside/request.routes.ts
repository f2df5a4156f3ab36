import type { LinkId } from '../../../kernel/ids.ts'
import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import { answerTus } from '../../../platform/uploads/index.ts'
import { answer, requestOf } from '../request.actions.ts'
import * as contract from '../request.contract.ts'
import { MOST_BYTES } from './outside.routes.ts'
import { requestPage } from './requestPage.ts'

const tus = (token: string, linkId: LinkId) => ({
  path: `/v1/casting-request-links/${token}/files`,
  sender: { linkId },
  mostBytes: MOST_BYTES,
})

export const requestOutsideRoutes = [
  handleRaw(contract.requestPage, ({ params, query, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'casting_request' }, async (link) =>
      htmlResponse(
        requestPage({
          ...(await requestOf(app, link)),
          token: params.token,
          locale: localeAsked(context.req.raw),
          sent: query.sent !== undefined,
        }),
      ),
    ),
  ),
  handle(contract.answerRequest, ({ scope, body }, app) => answer(app, { scope, body })),
  handleRaw(contract.requestFiles, ({ params, scope, context }, app) =>
    answerTus(app, context, tus(params.token, scope.link.linkId)),
  ),
  handleRaw(contract.requestFile, ({ params, scope, context }, app) =>
    answerTus(app, context, tus(params.token, scope.link.linkId)),
  ),
]
