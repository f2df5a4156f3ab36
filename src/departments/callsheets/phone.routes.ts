import { join } from 'node:path'
import type { FileId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import type { BoundRoute } from '../../platform/http/handle.ts'
import { assetsIn, forBearer, gonePage, htmlResponse } from '../../platform/outside/index.ts'
import { disposition } from '../../platform/http/fileAnswer.ts'
import { framePicture } from '../script/index.ts'
import * as contract from './notice.contract.ts'
import { callCalendar } from './noticeCalendar.ts'
import { copyOf } from './noticePdf.actions.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import * as actions from './phone.actions.ts'
import { phonePage } from './phone/phonePage.ts'
import { phoneWords } from './phone/phoneWords.ts'
import { copyFor } from './sheetCopies.rules.ts'

const assets = assetsIn(join(import.meta.dirname, 'phone'), contract.PhoneAsset.options)

const gone = { en: phoneWords.en.gone, de: phoneWords.de.gone }

/** An answer for a person with a phone, from the version of their sheet that their link shows now. */
const forPerson = (
  app: App,
  request: Request,
  token: string,
  answer: (notice: Notice) => Promise<Response> | Response,
): Promise<Response> =>
  forBearer({ app, request, token, purpose: 'callsheet', gone }, async ({ linkId }) =>
    answer(await actions.noticeBehind(app, app.db, linkId)),
  )

async function page(app: App, token: string, notice: Notice): Promise<Response> {
  const view = await store.viewOfIssue(app.db, notice.issue_id)
  if (view === undefined) throw new Error('A notice without its issue.')
  return htmlResponse(
    phonePage({
      token,
      notice,
      locale: notice.locale,
      view: copyFor(view, notice.personal.copy, notice.engagement_id),
      now: app.clock.now(),
    }),
  )
}

/** A frame of the sheet they were sent, and of no other. */
async function frameFor(app: App, notice: Notice, fileId: FileId): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const view = await store.viewOfIssue(app.db, notice.issue_id)
  const shown = view && copyFor(view, notice.personal.copy, notice.engagement_id).schedule.rows
  if (!shown?.some((row) => row.frame?.fileId === fileId)) return undefined
  return framePicture(app, systemScope(notice.production_id, notice.name), fileId)
}

export const phoneRoutes: readonly BoundRoute[] = [
  handleRaw(contract.phonePage, ({ params, context }, app) =>
    forPerson(app, context.req.raw, params.token, (notice) => page(app, params.token, notice)),
  ),
  handleRaw(contract.phonePdf, ({ params, context }, app) =>
    forPerson(app, context.req.raw, params.token, async (notice) => {
      const copy = await copyOf(app, notice)
      if (copy === undefined) return gonePage('not_yet', notice.locale, gone[notice.locale])
      if (context.req.method === 'GET') await actions.tookPdf(app, notice)
      return new Response(copy.bytes, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': disposition('inline', copy.name),
          'cache-control': 'private, no-cache',
        },
      })
    }),
  ),
  handleRaw(contract.phoneFrame, ({ params, context }, app) =>
    forPerson(app, context.req.raw, params.token, async (notice) => {
      const bytes = await frameFor(app, notice, params.fileId)
      if (bytes === undefined) return gonePage('not_yet', notice.locale, gone[notice.locale])
      return new Response(bytes, {
        headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=604800, immutable' },
      })
    }),
  ),
  handleRaw(contract.phoneCalendar, ({ params, context }, app) =>
    forPerson(
      app,
      context.req.raw,
      params.token,
      (notice) =>
        new Response(callCalendar(notice, `${app.settings.url}/c/${params.token}`), {
          headers: {
            'content-type': 'text/calendar; charset=utf-8',
            'content-disposition': disposition('attachment', 'call.ics'),
            'cache-control': 'private, no-cache',
          },
        }),
    ),
  ),
  handleRaw(contract.phoneAsset, ({ params }) => assets(params.name)),
  handle(contract.openedSheet, ({ scope, body }, app) => actions.opened(app, { scope, ...body })),
  handle(contract.confirmSheet, ({ scope, body }, app) => actions.confirm(app, { scope, ...body })),
  handle(contract.reportProblem, ({ scope, body }, app) => actions.report(app, { scope, ...body })),
  handle(contract.takeProblemBack, ({ scope, body }, app) => actions.takeBack(app, { scope, ...body })),
]
