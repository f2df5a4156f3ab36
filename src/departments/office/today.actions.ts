import { bySeverityAndDate, folded } from '../../kernel/concern.ts'
import { mayInProduction } from '../../kernel/abilities.ts'
import { addDays, dayAt, type ZoneName } from '../../kernel/time.ts'
import type { TodayNews } from '../../kernel/today.ts'
import { productionScope, type OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { productionsVisibleTo, type VisibleProduction } from '../productions/index.ts'
import { plannedDays } from '../schedule/index.ts'
import { concernsOf } from './concern.actions.ts'
import { officeSettings } from './office.actions.ts'
import type { SearchResult, Today } from './today.contract.ts'

/** A shoot further off than this is no business of today; its concerns stand on its own front page. */
const concernDays = 28
const mostConcerns = 20
const mostRows = 50

/** The front page: each department says what it has, and this puts the pressing first. */
export async function todayOf(app: App, scope: OfficeScope): Promise<Today> {
  const now = app.clock.now()
  const { timeZone } = await officeSettings(app.db)
  const productions = await productionsVisibleTo(app.db, scope)
  const news = await newsOf(app, scope, productions, now)
  return {
    date: dayAt(now, timeZone),
    timeZone,
    productions: productions.map(({ id, code, title, kind }) => ({ id, code, title, kind })),
    needs: news
      .flatMap(({ needs = [] }) => needs)
      .sort(byDue)
      .slice(0, mostRows),
    waiting: news
      .flatMap(({ waiting = [] }) => waiting)
      .sort(bySince)
      .slice(0, mostRows),
    shoots: news.flatMap(({ shoots = [] }) => shoots).sort((a, b) => a.onDate.localeCompare(b.onDate)),
    ...(await openConcerns(app, scope, productions, now)),
    bars: news.flatMap(({ bars = [] }) => bars),
  }
}

async function newsOf(
  app: App,
  scope: OfficeScope,
  productions: VisibleProduction[],
  now: Temporal.Instant,
): Promise<TodayNews[]> {
  const insiders = productions.filter(({ role }) => mayInProduction(role, 'callsheets.read'))
  const asked = { productionIds: insiders.map(({ id }) => id), now }
  const news: TodayNews[] = []
  for (const { today } of app.departments())
    if (today && insiders.length > 0) news.push(await today(app.db, scope, asked))
  return news
}

/** Of productions that shoot soon only, so that the front page costs what is going on and not what the office holds. */
async function openConcerns(
  app: App,
  scope: OfficeScope,
  productions: VisibleProduction[],
  now: Temporal.Instant,
): Promise<Pick<Today, 'concerns' | 'concernCounts'>> {
  const { actor } = scope
  if (actor.kind !== 'user') return { concerns: [], concernCounts: { open: 0, blocking: 0 } }
  const from = dayAt(now, 'UTC' as ZoneName)
  const insiders = productions.filter(({ role }) => mayInProduction(role, 'concerns.read'))
  const ids = insiders.map(({ id }) => id)
  const days = await plannedDays(app.db, {
    productionIds: ids,
    from: addDays(from, -1),
    until: addDays(from, concernDays),
  })
  const soon = new Set<string>(days.map(({ productionId }) => productionId))
  const concerns: Today['concerns'] = []
  const counts = { open: 0, blocking: 0 }
  for (const { id, role } of insiders.filter((production) => soon.has(production.id))) {
    const asked = await concernsOf(app, productionScope(actor, id, role))
    const open = asked.filter(({ answer }) => answer === null)
    counts.open += open.length
    counts.blocking += open.filter(({ severity }) => severity === 'blocks').length
    concerns.push(...folded(open).map(({ concern, alike }) => ({ ...concern, productionId: id, alike: alike.length })))
  }
  return { concerns: concerns.sort(bySeverityAndDate).slice(0, mostConcerns), concernCounts: counts }
}

const byDue = (a: { dueAt: string | null }, b: { dueAt: string | null }) =>
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')
const bySince = (a: { since: string | null }, b: { since: string | null }) =>
  (a.since ?? '9').localeCompare(b.since ?? '9')

/** Asks every department, and gives back the best of all. */
export async function find(
  app: App,
  scope: OfficeScope,
  { text, limit }: { text: string; limit: number },
): Promise<SearchResult[]> {
  const productions = await productionsVisibleTo(app.db, scope)
  const query = { text, limit, productionIds: productions.map(({ id }) => id) }
  const hits = await Promise.all(app.departments().map((department) => department.search?.(app.db, scope, query) ?? []))
  return hits
    .flat()
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ score: _, ...hit }) => hit)
}
