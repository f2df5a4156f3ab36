import { timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { dayAt, dayText, type ZoneName } from '../../kernel/time.ts'
import { masked } from '../../kernel/words.ts'
import type { App } from '../../platform/app.ts'
import { fromOf } from '../../platform/http/from.ts'
import { assetsIn, htmlResponse, localeAsked, orGone } from '../../platform/outside/index.ts'
import * as door from './door.actions.ts'
import type { Shared, Visitor } from './door.actions.ts'
import { codeStanding } from './code.rules.ts'
import { stages, type Stage } from './channel.rules.ts'
import { sendCode, tryCode } from './doorCode.actions.ts'
import { isDrawn } from './delivery.actions.ts'
import { codePage, documentPage, passwordPage, termsPage, type Door } from './outside/sharedPage.ts'
import * as versions from './documentVersion.store.ts'

export const style = assetsIn(join(import.meta.dirname, 'outside'), ['shared.css'])

/** A sitting lasts this long; then the password is asked again and the visit counts anew. */
const SITTING_HOURS = 12
const MOST_PICTURES = 400
const MOST_TEXT_PAGES = 200

const visitorOf = (context: Context): Visitor => {
  const { ip, device } = fromOf(context)
  return { address: ip, agent: device }
}

const seal = (app: App, token: string, stage: Stage, at: number) =>
  app.keys.sign('document-door', Buffer.from(`${token} ${stage} ${at}`)).toString('base64url')

const cookieName = (token: string) => `unitbase-doc-${token.slice(0, 22).replace(/[^\w]/g, '')}`

function stageOf(app: App, token: string, context: Context): Stage {
  const [said, at = '0', sign = ''] = (getCookie(context, cookieName(token)) ?? '').split('.')
  const stage = stages.find((it) => it === said) ?? 'none'
  const wanted = Buffer.from(seal(app, token, stage, Number(at)))
  const given = Buffer.from(sign)
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return 'none'
  return app.clock.now().epochMilliseconds - Number(at) > SITTING_HOURS * 3_600_000 ? 'none' : stage
}

function remember(app: App, token: string, context: Context, stage: Stage): void {
  const at = app.clock.now().epochMilliseconds
  setCookie(context, cookieName(token), `${stage}.${at}.${seal(app, token, stage, at)}`, {
    path: '/d/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: SITTING_HOURS * 3600,
    secure: app.settings.url.startsWith('https:'),
  })
}

const forHolder = (context: Context, answer: () => Promise<Response>) => orGone({ request: context.req.raw }, answer)

/** What ends at midnight ends with the day before, where the production is. */
const lastDay = (end: Temporal.Instant, zone: ZoneName) =>
  dayText(dayAt(end.subtract({ seconds: 1 }), zone), { year: true })

const doorOf = (token: string, context: Context, { name, production, timeZone, share }: Shared): Door => ({
  locale: localeAsked(context.req.raw),
  token,
  name,
  production,
  holder: share.holderName,
  until: share.expiresAt && lastDay(share.expiresAt, timeZone),
})

/** Answers with the cookies that were set on the way. */
const withCookies = (context: Context, response: Response): Response => {
  for (const cookie of context.res.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
  return response
}

export const page = (app: App, token: string, context: Context): Promise<Response> =>
  forHolder(context, async () => {
    const stage = stageOf(app, token, context)
    const shared = await door.behind(app, token, stage)
    const at = doorOf(token, context, shared)
    if (shared.gate === 'password') return htmlResponse(passwordPage(at, null))
    if (shared.gate === 'code') return htmlResponse(codePage(at, codeAt(app, shared), null))
    if (shared.gate === 'terms') return htmlResponse(termsPage(at, shared.wording))
    if (stage !== 'counted') {
      await door.cameIn(app, shared, visitorOf(context))
      remember(app, token, context, 'counted')
    }
    return withCookies(context, htmlResponse(documentPage(at, await insideOf(app, shared))))
  })

async function insideOf(app: App, { version, share, watermark, mayDownload }: Shared) {
  const pages = version.pages ?? 0
  const isPictures = isDrawn(version)
  const isText = ['text', 'script', 'word', 'sheet', 'slides'].includes(version.kind) && !version.isDisguised
  const rows = isText ? await versions.pagesOf(app.db, share.documentId, version.number, 1, MOST_TEXT_PAGES) : []
  const pictures = isPictures ? Math.min(pages, MOST_PICTURES) : 0
  return {
    isWatermarked: watermark !== null,
    mayDownload,
    pictures,
    texts: rows.map((row) => ({ page: row.number, text: row.text })),
    morePages: Math.max(0, pages - Math.max(pictures, rows.length)),
  }
}

export const enter = (app: App, token: string, context: Context): Promise<Response> =>
  forHolder(context, async () => {
    const stage = stageOf(app, token, context)
    const shared = await door.behind(app, token, stage)
    const at = doorOf(token, context, shared)
    const form = await context.req.parseBody()
    if (shared.gate === 'password') {
      const how = await door.tryPassword(app, token, String(form['password'] ?? ''), visitorOf(context))
      if (how !== 'right') return htmlResponse(passwordPage(at, how), how === 'wait' ? 429 : 403)
      remember(app, token, context, 'inside')
    } else if (shared.gate === 'code') {
      const answer = await atCode(app, shared, at, form, visitorOf(context))
      if (answer !== 'right') return answer
      remember(app, token, context, 'proved')
    } else if (shared.gate === 'terms') {
      const name = String(form['name'] ?? '')
        .trim()
        .slice(0, 200)
      if (name.length < 2) return htmlResponse(termsPage(at, shared.wording, 'name missing'), 422)
      await door.agreeBehind(app, shared, name, visitorOf(context))
    }
    return withCookies(context, new Response(null, { status: 303, headers: { location: `/d/${token}` } }))
  })

const codeAt = (app: App, { share }: Shared) => ({
  sentTo: masked(share.holderEmail ?? ''),
  isWaiting: codeStanding(share, app.clock.now()) === 'waiting',
})

/** Asked for a code, or given one. Only a right one is no page. */
async function atCode(
  app: App,
  shared: Shared,
  at: Door,
  form: Record<string, unknown>,
  visitor: Visitor,
): Promise<Response | 'right'> {
  const { sentTo } = codeAt(app, shared)
  if (form['send'] !== undefined) {
    const how = await sendCode(app, shared, at.locale, visitor)
    if (how === 'sent') return htmlResponse(codePage(at, { sentTo, isWaiting: true }, null))
    return htmlResponse(codePage(at, codeAt(app, shared), 'codeWait'), 429)
  }
  const how = await tryCode(app, shared, String(form['code'] ?? ''), visitor)
  if (how === 'right') return how
  const fault = how === 'wrong' ? 'codeWrong' : 'codeOver'
  return htmlResponse(codePage(at, { sentTo, isWaiting: how === 'wrong' }, fault), 403)
}

export const picture = (app: App, token: string, number: number, context: Context): Promise<Response> =>
  forHolder(context, () => door.pageBehind(app, token, stageOf(app, token, context), number))

export const file = (app: App, token: string, context: Context): Promise<Response> =>
  forHolder(context, () => door.fileBehind(app, token, stageOf(app, token, context), visitorOf(context)))
