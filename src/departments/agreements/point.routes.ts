import { NotFound, Problem } from '../../kernel/problems.ts'
import { handle, handleRaw, type BoundRoute } from '../../platform/http/handle.ts'
import { forBearer, htmlResponse } from '../../platform/outside/index.ts'
import { coverageOf } from './coverage.actions.ts'
import { Language } from './kinds.rules.ts'
import { releasePage } from './phone/releasePage.ts'
import { addCrowdNotice, crowdNotices } from './crowdNotice.actions.ts'
import { signRelease } from './onSet.actions.ts'
import * as actions from './point.actions.ts'
import * as contract from './point.contract.ts'
import * as points from './point.store.ts'
import { wholeFile } from './print.actions.ts'

/** The first language of the reader that hangs at this code. */
const firstOf = (languages: readonly Language[], asked: string | null): Language => {
  const wanted = (asked ?? '')
    .split(',')
    .flatMap((it) => Language.safeParse(it.trim().slice(0, 2).toLowerCase()).data ?? [])
  return wanted.find((it) => languages.includes(it)) ?? languages[0] ?? 'en'
}

export const pointRoutes: readonly BoundRoute[] = [
  handle(contract.listPoints, async ({ scope }, app) => ({ items: await actions.list(app, app.db, scope) })),
  handle(contract.createPoint, ({ scope, actor, body }, app) => actions.create(app, { scope, actor, body })),
  handle(contract.closePoint, ({ scope, actor, params, expected }, app) =>
    actions.close(app, { scope, actor, expected, id: params.pointId }),
  ),
  handle(contract.signRelease, ({ scope, body, from }, app) => signRelease(app, { scope, body, from })),
  handleRaw(contract.releasePage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'release' }, async (link) => {
      const point = await points.byId(app.db, link.subjectId as contract.PointId)
      if (point === undefined) throw new Problem(NotFound, {}, 'This code is gone.')
      const first = firstOf(point.languages, context.req.header('accept-language') ?? null)
      return htmlResponse(
        releasePage({ token: params.token, point, first, isOpen: actions.isOpen(point, app.clock.now()) }),
      )
    }),
  ),
  handle(contract.listCrowdNotices, async ({ scope }, app) => ({ items: await crowdNotices(app.db, scope) })),
  handle(contract.addCrowdNotice, ({ scope, actor, body }, app) => addCrowdNotice(app, { scope, actor, body })),
  handleRaw(contract.crowdNoticePhoto, async ({ scope, params }, app) => {
    const row = await points.notice(app.db, scope, params.noticeId)
    const photo = row?.photo_file_id == null ? undefined : await wholeFile(app, row.photo_file_id)
    if (photo === undefined) throw new Problem(NotFound, {}, 'There is no such picture.')
    return new Response(new Uint8Array(photo.bytes), {
      headers: { 'content-type': photo.mediaType, 'cache-control': 'private, no-cache' },
    })
  }),
  handle(contract.getCoverage, ({ scope, query }, app) => coverageOf(app.db, scope, app.clock.now(), query)),
]
