import { handle } from '../../platform/http/handle.ts'
import * as invitations from './invite.actions.ts'
import { review } from './proposal.actions.ts'
import * as contract from './proposal.contract.ts'

export const proposalRoutes = [
  handle(contract.getInvitation, ({ scope, params }, app) => invitations.getShown(app, app.db, scope, params.vendorId)),
  handle(contract.inviteVendor, ({ params, ...call }, app) =>
    invitations.invite(app, { ...call, vendorId: params.vendorId }),
  ),
  handle(contract.closeInvitation, ({ params, ...call }, app) =>
    invitations.close(app, { ...call, vendorId: params.vendorId }),
  ),
  handle(contract.reviewProposal, ({ params, ...call }, app) => review(app, { ...call, vendorId: params.vendorId })),
]
