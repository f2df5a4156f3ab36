import { handle } from '../../../platform/http/handle.ts'
import * as contract from './template.contract.ts'
import * as templates from './template.actions.ts'

export const templateRoutes = [
  handle(contract.listQuoteTemplates, (_, app) => templates.list(app.db)),
  handle(contract.keepQuoteTemplate, ({ params, body, ...call }, app) =>
    templates.keep(app, { ...call, ...body, requestId: params.requestId }),
  ),
  handle(contract.forgetQuoteTemplate, ({ params, ...call }, app) =>
    templates.forget(app, { ...call, templateId: params.templateId }),
  ),
]
