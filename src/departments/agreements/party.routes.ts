import { handle } from '../../platform/http/handle.ts'
import * as codes from './code.actions.ts'
import * as contract from './party.contract.ts'
import * as paying from './payment.actions.ts'
import * as payment from './payment.contract.ts'
import * as actions from './sign.actions.ts'

export const partyRoutes = [
  handle(contract.openedPaper, ({ scope, from }, app) => actions.opened(app, { scope, from })),
  handle(contract.askCode, ({ scope }, app) => codes.askCode(app, { scope })),
  handle(contract.giveCode, ({ scope, body }, app) => codes.giveCode(app, { scope, code: body.code })),
  handle(contract.keepAnswers, ({ scope, body }, app) => actions.keepAnswers(app, { scope, answers: body.answers })),
  handle(contract.signPaper, ({ scope, body, from }, app) => actions.sign(app, { scope, body, from })),
  handle(payment.giveTax, ({ scope, body }, app) => paying.giveTax(app, { scope, body })),
  handle(payment.giveAccount, ({ scope, body }, app) => paying.giveAccount(app, { scope, body })),
  handle(contract.declinePaper, ({ scope, body, from }, app) =>
    actions.decline(app, { scope, reason: body.reason, from }),
  ),
]
