import { systemScope } from '../../platform/access/scope.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../platform/outside/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import * as actions from './ask.actions.ts'
import * as contract from './ask.contract.ts'
import { askPage } from './ask.page.ts'
import { takenStands } from './ask.rules.ts'
import { askOf, asksOf } from './ask.shown.ts'
import { answer, behindLink, opened } from './askAnswer.actions.ts'
import { decide } from './askDecision.actions.ts'
import { ofBookings } from './row.store.ts'

export const askRoutes = [
  handle(contract.createAsk, (call, app) => actions.create(app, call)),
  handle(contract.listAsks, ({ scope, query }, app) => asksOf(app, app.db, scope, query)),
  handle(contract.readAsk, ({ scope, params }, app) => askOf(app, app.db, scope, params.askId)),
  handle(contract.askMore, ({ params, ...call }, app) => actions.askMore(app, { ...call, id: params.askId })),
  handle(contract.sendAsk, ({ params, ...call }, app) => actions.sendNow(app, { ...call, id: params.askId })),
  handle(contract.decideAsk, ({ params, ...call }, app) => decide(app, { ...call, id: params.askId })),
  handle(contract.releaseAsk, ({ params, body, ...call }, app) =>
    actions.releaseAll(app, { ...call, ...body, id: params.askId }),
  ),
  handleRaw(contract.askPage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'ask' }, async ({ linkId }) => {
      const { person, ask } = await behindLink(app.db, linkId)
      const scope = systemScope(ask.production_id, 'an ask')
      const { title } = await productions.get(app.db, scope)
      const [asked] = await people.byIds(app.db, [person.person_id])
      const locale = localeAsked(context.req.raw)
      const taken = takenStands(await ofBookings(app.db, [person.booking_id]))
      const facts = { locale, production: title, name: asked?.name ?? '', ask, person, taken, now: app.clock.now() }
      return htmlResponse(askPage({ token: params.token, ...facts }))
    }),
  ),
  handle(contract.askOpened, ({ scope }, app) => opened(app, scope.link.linkId)),
  handle(contract.answerAsk, ({ scope, actor, body }, app) => answer(app, { linkId: scope.link.linkId, actor, body })),
]
