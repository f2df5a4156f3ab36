import { handle, handleRaw, type BoundRoute } from '../../platform/http/handle.ts'
import * as access from './access.actions.ts'
import * as contract from './access.contract.ts'
import * as shared from './shared.routes.ts'
import * as shares from './share.actions.ts'

export const accessRoutes: readonly BoundRoute[] = [
  handle(contract.askForAccess, ({ params, ...call }, app) => access.ask(app, { ...call, id: params.documentId })),
  handle(contract.listAccess, async ({ scope, query }, app) => ({
    items: await access.list(app, scope, query.documentId),
  })),
  handle(contract.decideAccess, ({ params, ...call }, app) => access.decide(app, { ...call, id: params.accessId })),
  handle(contract.revokeAccess, ({ params, ...call }, app) => access.revoke(app, { ...call, id: params.accessId })),
  handle(contract.readTerms, ({ scope }, app) => access.terms(app, scope)),
  handle(contract.agreeToTerms, ({ scope, actor, body }, app) => access.agree(app, { scope, actor, name: body.name })),
  handle(contract.shareDocument, ({ params, ...call }, app) => shares.share(app, { ...call, id: params.documentId })),
  handle(contract.listShares, ({ scope, params }, app) => shares.listShares(app, { scope, id: params.documentId })),
  handle(contract.listVisits, async ({ scope, params }, app) => ({
    items: await shares.visits(app, { scope, id: params.documentId, shareId: params.shareId }),
  })),
  handle(contract.revokeShare, ({ scope, actor, params }, app) =>
    shares.revokeShare(app, { scope, actor, id: params.documentId, shareId: params.shareId }),
  ),
  handleRaw(contract.sharedPage, ({ params, context }, app) => shared.page(app, params.token, context)),
  handleRaw(contract.enterShared, ({ params, context }, app) => shared.enter(app, params.token, context)),
  handleRaw(contract.sharedPicture, ({ params, context }, app) =>
    shared.picture(app, params.token, params.page, context),
  ),
  handleRaw(contract.sharedFile, ({ params, context }, app) => shared.file(app, params.token, context)),
  handleRaw(contract.sharedStyle, ({ params }) => shared.style(params.name)),
]
