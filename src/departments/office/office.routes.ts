import { handle, handleRaw } from '../../platform/http/handle.ts'
import * as account from './account.contract.ts'
import { accountOf, changeAccount } from './account.actions.ts'
import * as accounts from './account.store.ts'
import { activityOf } from './activity.store.ts'
import * as concern from './concern.contract.ts'
import { answer, concernsOf, reopen } from './concern.actions.ts'
import * as invitation from './invitation.actions.ts'
import * as link from './link.contract.ts'
import { registeredLinks, revokeLinks } from './link.actions.ts'
import * as logos from './logo.actions.ts'
import * as logo from './logo.contract.ts'
import * as office from './office.contract.ts'
import { changeOffice, officeSettings, whoAmI } from './office.actions.ts'
import { becomeOwner } from './owner.actions.ts'
import * as shipped from './shipped.contract.ts'
import { rowsOf, setBack, summaries, undo } from './shipped.actions.ts'
import * as today from './today.contract.ts'
import { find, todayOf } from './today.actions.ts'
import { createToken, revokeToken, tokensOf, tokenScopes } from './token.actions.ts'

export const officeRoutes = [
  handle(office.getMe, ({ scope }, app) => whoAmI(app, scope)),
  handle(office.getOffice, (_, app) => officeSettings(app.db)),
  handle(office.patchOffice, (call, app) => changeOffice(app, call)),

  handle(logo.setLogo, (call, app) => logos.setLogo(app, call)),
  handle(logo.removeLogo, (call, app) => logos.removeLogo(app, call)),
  handleRaw(logo.readLogo, ({ context }, app) => logos.answerLogo(app, { known: context.req.header('if-none-match') })),
  handleRaw(logo.outsideLogo, ({ query, context }, app) =>
    logos.answerLogo(app, { known: context.req.header('if-none-match'), version: query.v }),
  ),

  handle(account.listAccounts, ({ query }, app) => accounts.page(app.db, query)),
  handle(account.getAccount, ({ params }, app) => accountOf(app.db, params.userId)),
  handle(account.patchAccount, ({ scope, params, body, expected }, app) =>
    changeAccount(app, { scope, expected, ...params, ...body }),
  ),
  handle(account.listInvitations, ({ query }, app) => invitation.invitations(app, query)),
  handle(account.invite, ({ scope, body }, app) => invitation.inviteSomebody(app, { scope, ...body })),
  handle(account.withdrawInvitation, ({ scope, params }, app) =>
    invitation.withdrawInvitation(app, { scope, id: params.invitationId }),
  ),
  handle(account.openInvitation, ({ scope }, app) => invitation.readInvitation(app, scope)),
  handle(account.acceptInvitation, ({ scope, body }, app) => invitation.acceptInvitation(app, { scope, ...body })),
  handle(account.openWelcome, async (_, app) => {
    const { name, timeZone } = await officeSettings(app.db)
    return { officeName: name, timeZone }
  }),
  handle(account.acceptWelcome, ({ scope, body }, app) => becomeOwner(app, { scope, ...body })),
  handle(account.listTokens, async ({ scope }, app) => ({
    items: await tokensOf(app.db, scope),
    scopes: [...tokenScopes],
  })),
  handle(account.createToken, ({ scope, body }, app) => createToken(app, { scope, ...body })),
  handle(account.revokeToken, async ({ scope, params }, app) => ({
    items: await revokeToken(app, { scope, id: params.tokenId }),
  })),

  handle(link.listLinks, ({ query }, app) => registeredLinks(app.db, query, app.clock.now())),
  handle(link.revokeLinks, ({ scope, body }, app) => revokeLinks(app, { scope, which: body })),

  handle(shipped.listShipped, async (_, app) => ({ items: await summaries(app) })),
  handle(shipped.readShipped, ({ scope, params }, app) => rowsOf(app, scope, params.list)),
  handle(shipped.undoReset, ({ scope, params }, app) =>
    undo(app, { scope, key: params.list, resetId: params.resetId }),
  ),
  handle(shipped.resetShipped, ({ scope, params, body }, app) => setBack(app, { scope, key: params.list, ...body })),

  handle(concern.listConcerns, async ({ scope }, app) => ({
    items: await concernsOf(app, scope),
    mayAnswer: scope.can('concerns.answer'),
  })),
  handle(concern.answerConcern, ({ scope, body }, app) => answer(app, { scope, ...body })),
  handle(concern.withdrawAnswer, ({ scope, body }, app) => reopen(app, { scope, ...body })),
  handle(concern.listActivity, ({ scope, query }, app) => activityOf(app.db, scope, query)),

  handle(today.getToday, ({ scope }, app) => todayOf(app, scope)),
  handle(today.search, async ({ scope, query }, app) => ({ items: await find(app, scope, query) })),
]
