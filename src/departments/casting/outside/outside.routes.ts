import { systemScope } from '../../../platform/access/scope.ts'
import type { App } from '../../../platform/app.ts'
import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { assetsIn, forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import { answerTus } from '../../../platform/uploads/index.ts'
import * as office from '../../office/index.ts'
import * as productions from '../../productions/index.ts'
import { callBehind } from '../call.actions.ts'
import * as contract from '../call.contract.ts'
import { get as getRole } from '../role.actions.ts'
import { submit } from '../submission.actions.ts'
import { callPage } from './callPage.ts'
import { sendingBy } from './sending.ts'

const assets = assetsIn(import.meta.dirname, contract.CastingAsset.options)

async function page(app: App, request: Request, token: string, sent: boolean): Promise<Response> {
  return forBearer({ app, request, token, purpose: 'casting_call' }, async (link) => {
    const call = await callBehind(app.db, link)
    const scope = systemScope(call.productionId, 'open call')
    const role = await getRole(app.db, scope, call.roleId)
    const { title } = await productions.get(app.db, scope)
    const { name } = await office.officeSettings(app.db)
    return htmlResponse(
      callPage({
        token,
        locale: localeAsked(request),
        role,
        office: name,
        title: role.isConfidential ? null : title,
        slate: call.slate,
        consent: { number: call.number, body: call.body, retentionMonths: call.retentionMonths },
        sent,
      }),
    )
  })
}

export const callOutsideRoutes = [
  handleRaw(contract.callPage, ({ params, query, context }, app) =>
    page(app, context.req.raw, params.token, query.sent !== undefined),
  ),
  handleRaw(contract.callFiles, ({ params, scope, context }, app) =>
    answerTus(app, context, sendingBy('casting-call-links', params.token, scope)),
  ),
  handleRaw(contract.callFile, ({ params, scope, context }, app) =>
    answerTus(app, context, sendingBy('casting-call-links', params.token, scope)),
  ),
  handle(contract.submit, ({ scope, body }, app) => submit(app, { scope, body })),
  handleRaw(contract.castingAsset, ({ params }) => assets(params.name)),
]
