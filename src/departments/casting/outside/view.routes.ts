import { NotFound, Problem } from '../../../kernel/problems.ts'
import type { App } from '../../../platform/app.ts'
import { handle, handleRaw } from '../../../platform/http/handle.ts'
import { forBearer, htmlResponse, localeAsked } from '../../../platform/outside/index.ts'
import { findFile, sendFile } from '../../../platform/uploads/index.ts'
import { find } from '../media.store.ts'
import * as contract from '../presentation.contract.ts'
import { logView, pick, viewOf } from '../view.actions.ts'
import { linkScope } from '../../../platform/access/scope.ts'
import { viewPage } from './viewPage.ts'

/** Only media of people in the selection, and saved only where the link allows it. */
function media(app: App, request: Request, token: string, mediaId: string, wantsCopy: boolean): Promise<Response> {
  return forBearer({ app, request, token, purpose: 'casting_view' }, async (link) => {
    const { presentation, people } = await viewOf(app, link)
    const found = people.flatMap((person) => person.media).find(({ id }) => id === mediaId)
    const save = wantsCopy && presentation.fields.includes('download')
    const row = found && link.productionId && (await find(app.db, link.productionId, mediaId))
    const file = row && (await findFile(app.db, row.fileId))
    if (!row || !file || (wantsCopy && !save))
      throw new Problem(NotFound, {}, 'There is no such file in this selection.')
    if (save) await logView(app, { scope: linkScope(link), what: 'saved' })
    return sendFile(app, request, { ...file, name: row.name, media_type: row.mediaType }, { save })
  })
}

export const viewRoutes = [
  handleRaw(contract.viewPage, ({ params, context }, app) =>
    forBearer({ app, request: context.req.raw, token: params.token, purpose: 'casting_view' }, async (link) =>
      htmlResponse(viewPage(params.token, localeAsked(context.req.raw), await viewOf(app, link))),
    ),
  ),
  handleRaw(contract.viewMedia, ({ params, query, context }, app) =>
    media(app, context.req.raw, params.token, params.mediaId, query.save === '1'),
  ),
  handle(contract.logView, ({ scope, params }, app) => logView(app, { scope, what: params.what })),
  handle(contract.pickCandidate, ({ scope, params, body }, app) =>
    pick(app, { scope, candidateId: params.candidateId, body }),
  ),
]
