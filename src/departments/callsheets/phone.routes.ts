import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinkUnusable, Problem } from '../../kernel/problems.ts'
import { addDays } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import { handle, handleRaw } from '../../platform/http/handle.ts'
import type { BoundRoute } from '../../platform/http/handle.ts'
import { writeCalendar } from '../../platform/ical/index.ts'
import * as contract from './notice.contract.ts'
import { copyOf } from './noticePdf.actions.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import { localeOf } from './noticeWords.ts'
import type { Locale } from './noticeWords.ts'
import * as actions from './phone.actions.ts'
import { escaped } from './phone/html.ts'
import { phonePage, shell } from './phone/phonePage.ts'
import { phoneWords } from './phone/phoneWords.ts'
import { copyFor } from './sheetCopies.rules.ts'

const asset = (name: string): string => readFileSync(join(import.meta.dirname, 'phone', name), 'utf8')
const assets = { 'phone.js': asset('phone.js'), 'phone.css': asset('phone.css') }
const workerScript = asset('worker.js')
const javascript = 'text/javascript; charset=utf-8'

/** An answer for a person with a phone: whatever is wrong with their link is said on a page, in their language. */
async function forBearer(
  app: App,
  request: Request,
  token: string,
  answer: (notice: Notice) => Promise<Response> | Response,
): Promise<Response> {
  try {
    const link = await app.links.open(app.db, token, 'callsheet')
    return await answer(await actions.noticeBehind(app, app.db, link.linkId))
  } catch (fault) {
    if (fault instanceof Problem && fault.problem === (LinkUnusable as Problem['problem']))
      return gone((fault.extension as { reason: keyof (typeof phoneWords)['en']['gone'] }).reason, localeAsked(request))
    throw fault
  }
}

const localeAsked = (request: Request): Locale => localeOf(request.headers.get('accept-language'))

function gone(reason: keyof (typeof phoneWords)['en']['gone'], locale: Locale): Response {
  const [title, text] = phoneWords[locale].gone[reason]
  const body = `<main class="gone"><h1>${escaped(title ?? '')}</h1><p>${escaped(text ?? '')}</p></main>`
  return html(shell(locale, title ?? '', body), reason === 'unknown' ? 404 : 410)
}

const html = (body: string, status = 200): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    },
  })

async function page(app: App, token: string, notice: Notice): Promise<Response> {
  const view = await store.viewOfIssue(app.db, notice.issue_id)
  if (view === undefined) throw new Error('A notice without its issue.')
  return html(
    phonePage({
      token,
      notice,
      locale: notice.locale,
      view: copyFor(view, notice.personal.copy, notice.engagement_id),
      now: app.clock.now(),
    }),
  )
}

function calendar(app: App, token: string, notice: Notice): string {
  const { personal, head } = notice
  const from = personal.call
  return writeCalendar({
    name: head.title,
    description: '',
    zone: personal.timeZone,
    entries: [
      {
        uid: `call-${notice.link_id ?? notice.id}@unitbase`,
        sequence: notice.issue_number,
        summary: `${head.code}${head.dayNumber === null ? '' : ` D${head.dayNumber}`}: call ${personal.callText}`,
        description: `${head.title}, ${notice.issue_word}. ${personal.position}.`,
        location: [personal.reportTo?.name, personal.reportTo?.address]
          .filter((it) => it)
          .join(', ')
          .replaceAll('\n', ', '),
        time:
          from === null
            ? { kind: 'days', from: personal.onDate, until: addDays(personal.onDate, 1) }
            : {
                kind: 'timed',
                day: personal.onDate,
                from,
                until: Math.max(from + 60, ...personal.steps.map((it) => it.at)),
                zone: personal.timeZone,
              },
        isCancelled: notice.task === 'release',
        isBusy: true,
        changedAt: notice.visible_from ?? notice.state_at,
        url: `${app.settings.url}/c/${token}`,
      },
    ],
  })
}

export const phoneRoutes: readonly BoundRoute[] = [
  handleRaw(contract.phonePage, ({ params, context }, app) =>
    forBearer(app, context.req.raw, params.token, (notice) => page(app, params.token, notice)),
  ),
  handleRaw(contract.phonePdf, ({ params, context }, app) =>
    forBearer(app, context.req.raw, params.token, async (notice) => {
      const copy = await copyOf(app, notice)
      if (copy === undefined) return gone('not_yet', notice.locale)
      if (context.req.method === 'GET') await actions.tookPdf(app, notice)
      return new Response(copy.bytes, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="${copy.name}"`,
          'cache-control': 'private, no-cache',
        },
      })
    }),
  ),
  handleRaw(contract.phoneCalendar, ({ params, context }, app) =>
    forBearer(
      app,
      context.req.raw,
      params.token,
      (notice) =>
        new Response(calendar(app, params.token, notice), {
          headers: {
            'content-type': 'text/calendar; charset=utf-8',
            'content-disposition': 'attachment; filename="call.ics"',
            'cache-control': 'private, no-cache',
          },
        }),
    ),
  ),
  handleRaw(
    contract.phoneAsset,
    ({ params }) =>
      new Response(assets[params.name], {
        headers: {
          'content-type': params.name === 'phone.js' ? javascript : 'text/css; charset=utf-8',
          'cache-control': 'public, max-age=300',
        },
      }),
  ),
  handleRaw(
    contract.phoneWorker,
    () => new Response(workerScript, { headers: { 'content-type': javascript, 'cache-control': 'no-cache' } }),
  ),
  handle(contract.openedSheet, ({ scope, body }, app) => actions.opened(app, { scope, ...body })),
  handle(contract.confirmSheet, ({ scope, body }, app) => actions.confirm(app, { scope, ...body })),
  handle(contract.reportProblem, ({ scope, body }, app) => actions.report(app, { scope, ...body })),
  handle(contract.takeProblemBack, ({ scope, body }, app) => actions.takeBack(app, { scope, ...body })),
]
