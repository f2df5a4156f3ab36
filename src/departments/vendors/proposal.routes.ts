import { NotFound, Problem } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import * as papers from '../papers/index.ts'
import * as invitations from './invite.actions.ts'
import { review } from './proposal.actions.ts'
import * as contract from './proposal.contract.ts'
import { ENGAGED_AS, partyIdOf } from './vendor.shown.ts'
import * as vendors from './vendor.store.ts'

async function holderOf(app: App, scope: OfficeScope, vendorId: string) {
  const vendor = await vendors.byId(app.db, scope, vendorId as never)
  if (vendor === undefined) throw new Problem(NotFound, {}, 'There is no such vendor.')
  return partyIdOf(vendor)
}

export const proposalRoutes = [
  handle(contract.getInvitation, ({ scope, params }, app) =>
    invitations.getShown(app, app.db, scope, params.vendorId as never),
  ),
  handle(contract.inviteVendor, ({ params, ...call }, app) =>
    invitations.invite(app, { ...call, vendorId: params.vendorId as never }),
  ),
  handle(contract.closeInvitation, ({ params, ...call }, app) =>
    invitations.close(app, { ...call, vendorId: params.vendorId as never }),
  ),
  handle(contract.reviewProposal, ({ params, ...call }, app) =>
    review(app, { ...call, vendorId: params.vendorId as never }),
  ),
  handle(contract.listVendorPapers, async ({ scope, params }, app) => {
    const holder = await holderOf(app, scope, params.vendorId)
    const found = await papers.ofHolders(app.db, [holder], ENGAGED_AS, app.clock.now())
    return { items: found.get(holder) ?? [], can: { edit: scope.can('vendors.edit') } }
  }),
  handle(contract.reviewVendorPaper, async ({ scope, actor, params, expected, body }, app) => {
    const holderId = await holderOf(app, scope, params.vendorId)
    return app.transaction((tx) =>
      papers.reviewFor(app, tx, { ...body, holderId, paperId: params.paperId as never, expected, actor }),
    )
  }),
  handleRaw(contract.readVendorPaper, async ({ scope, params }, app) => {
    const { file, bytes } = await papers.fileOf(
      app,
      await holderOf(app, scope, params.vendorId),
      params.paperId as never,
    )
    return new Response(bytes as never, {
      headers: {
        'content-type': file.media_type,
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'cache-control': 'private, no-store',
      },
    })
  }),
]
