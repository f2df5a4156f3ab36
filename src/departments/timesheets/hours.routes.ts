import { dayIn } from '../../kernel/locale.ts'
import { LinkUnusable, Problem } from '../../kernel/problems.ts'
import { addDays, dayAt } from '../../kernel/time.ts'
import { productionScopeOfLink, type Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { handleRaw } from '../../platform/http/handle.ts'
import { forBearer, localeAsked } from '../../platform/outside/index.ts'
import * as productions from '../productions/index.ts'
import { linesOf } from './hours.actions.ts'
import { hoursPageOf } from './hours.page.ts'
import { hoursWords } from './hoursWords.ts'
import * as contract from './timesheet.contract.ts'
import { enter } from './timesheet.actions.ts'
import { minuteOfText } from './timesheet.rules.ts'

type LinkActor = Extract<Actor, { kind: 'link' }>

const scopeOf = (link: LinkActor) => {
  if (link.productionId === null) throw new Problem(LinkUnusable, { reason: 'unknown' })
  return productionScopeOfLink(link, link.productionId)
}

/** The last thirty days up to today at the production's place, of this person only. */
async function daysOf(app: App, link: LinkActor) {
  const scope = scopeOf(link)
  const today = dayAt(app.clock.now(), (await productions.get(app.db, scope)).timeZone)
  const lines = await linesOf(app.db, scope, { from: addDays(today, -30), until: today })
  return lines.filter(({ engagementId }) => engagementId === link.subjectId).toReversed()
}

async function page(
  app: App,
  request: Request,
  token: string,
  link: LinkActor,
  told?: { kind: 'ok' | 'bad'; text: string },
) {
  const { title } = await productions.get(app.db, scopeOf(link))
  return hoursPageOf({ locale: localeAsked(request), token, title, days: await daysOf(app, link), told })
}

async function take(app: App, request: Request, token: string, link: LinkActor): Promise<Response> {
  const locale = localeAsked(request)
  const words = hoursWords[locale]
  const form = await request.formData()
  const day = (await daysOf(app, link)).find(({ onDate }) => onDate === form.get('day'))
  const [startMinute, endMinute] = [minuteOfText(String(form.get('start'))), minuteOfText(String(form.get('end')))]
  const hours = contract.Hours.safeParse({ startMinute, endMinute, mealMinutes: Number(form.get('meal')) })
  if (day === undefined || !hours.success) return page(app, request, token, link, { kind: 'bad', text: words.unclear })
  try {
    await enter(app, {
      scope: scopeOf(link),
      actor: link,
      engagementId: link.subjectId,
      onDate: day.onDate,
      expected: Number(form.get('version')) || 0,
      body: hours.data,
      by: day.name,
    })
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.problem.status >= 500) throw fault
    return page(app, request, token, link, { kind: 'bad', text: words.changed })
  }
  return page(app, request, token, link, { kind: 'ok', text: words.taken(dayIn(locale, day.onDate)) })
}

export const hoursRoutes = [
  handleRaw(contract.hoursPage, ({ params: { token }, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'timesheet' }, (link) =>
      page(app, context.req.raw, token, link),
    ),
  ),
  handleRaw(contract.sendHours, ({ params: { token }, context }, app) =>
    forBearer({ app, request: context.req.raw, token, purpose: 'timesheet' }, (link) =>
      take(app, context.req.raw, token, link),
    ),
  ),
]
