import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import { answerTus } from '../../../platform/uploads/index.ts'
import { answer, requestOf } from '../requestAnswer.actions.ts'
import * as contract from '../request.contract.ts'
import { requestPage } from './requestPage.ts'
import { sendingBy } from './sending.ts'

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
    answerTus(app, context, sendingBy('casting-request-links', params.token, scope)),
  ),
  handleRaw(contract.requestFile, ({ params, scope, context }, app) =>
    answerTus(app, context, sendingBy('casting-request-links', params.token, scope)),
  ),
]
