import { LinkUnusable, NotFound, Problem } from '../../kernel/problems.ts'
import type { LinkId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../platform/outside/index.ts'
import * as actions from './challenge.actions.ts'
import * as contract from './challenge.contract.ts'
import { challengePage } from './challenge.page.ts'
import { shown } from './challenge.shown.ts'
import * as store from './challenge.store.ts'

/** The challenge a link belongs to, and which side its holder stands on. */
async function behind(app: App, linkId: LinkId) {
  const row = await store.findByLink(app.db, linkId)
  if (row === undefined) throw new Problem(LinkUnusable, { reason: 'unknown' }, 'This challenge is gone.')
  const side: 'ours' | 'theirs' = row.our_link_id === linkId ? 'ours' : 'theirs'
  return { row, side }
}

export const challengeRoutes = [
  handle(contract.challengeHold, async ({ scope, actor, params, body }, app) => ({
    items: await actions.challenge(app, { scope, actor, bookingId: params.bookingId, ...body }),
  })),
  handle(contract.listChallenges, ({ scope, query }, app) => actions.challengesOf(app, scope, query.bookingId)),
  handle(contract.answerChallenge, async ({ scope, actor, params, body }, app) => {
    const found = await store.find(app.db, params.challengeId)
    const isOurs = found?.ourProductionId === scope.productionId
    if (found === undefined || (!isOurs && found.theirProductionId !== scope.productionId))
      throw new Problem(NotFound, {}, 'There is no such challenge on this production.')
    const side = isOurs && (body.answer === 'withdraw' || found.theirProductionId !== null) ? 'ours' : 'theirs'
    const settled = await actions.settleChallenge(app, { id: params.challengeId, actor, side, ...body })
    const [answered] = await shown(app, app.db, scope, [settled])
    return answered as contract.Challenge
  }),
  handleRaw(contract.challengePage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'hold' }, async ({ linkId }) => {
      const { row, side } = await behind(app, linkId)
      const scope = systemScope((row.ourProductionId ?? row.theirProductionId)!, 'a challenge link')
      const [challenge] = await shown(app, app.db, scope, [row])
      return htmlResponse(
        challengePage({
          locale: localeAsked(context.req.raw),
          token: params.token,
          side,
          now: app.clock.now(),
          challenge: challenge as contract.Challenge,
        }),
      )
    }),
  ),
  handle(contract.answerByLink, async ({ scope, actor, body }, app) => {
    const { row, side } = await behind(app, scope.link.linkId)
    const { state } = await actions.settleChallenge(app, { id: row.id, actor, side, ...body })
    return { state }
  }),
]
