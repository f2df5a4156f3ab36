import { handle, type BoundRoute } from '../http/handle.ts'
import * as actions from './mail.actions.ts'
import { getMail, listOutbox, noticeMail, replySms, sendMail } from './mail.contract.ts'

export const mailRoutes: readonly BoundRoute[] = [
  handle(listOutbox, ({ query }, app) => actions.list(app, query)),
  handle(getMail, ({ params }, app) => actions.get(app, params.messageId)),
  handle(sendMail, ({ params, actor }, app) => actions.sendAgain(app, actor, params.messageId)),
  handle(noticeMail, ({ body }, app) => actions.takeNotices(app, body.notices)),
  handle(replySms, ({ body }, app) => actions.takeReply(app, body)),
]
