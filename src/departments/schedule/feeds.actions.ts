import { createHash } from 'node:crypto'
import type { LinkId, PersonId } from '../../kernel/ids.ts'
import { LinkUnusable, NotFound, Problem } from '../../kernel/problems.ts'
import { addDays } from '../../kernel/time.ts'
import { productionScopeOfLink } from '../../platform/access/scope.ts'
import type { Actor, LinkScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { writeCalendar } from '../../platform/ical/index.ts'
import type { CalendarEntry } from '../../platform/ical/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { BoardFacts } from './board.contract.ts'
import { sheetOf } from './board.rules.ts'
import * as boards from './board.store.ts'
import { planAmong, planOf } from './counting.rules.ts'
import { personEntries, planEntries } from './feedEntries.rules.ts'
import type { FeedEntry } from './feedEntries.rules.ts'
import type { Feed, FeedAudience } from './feeds.contract.ts'
import { eventsOf, historyOf } from './feeds.rules.ts'
import type { FeedEvent } from './feeds.rules.ts'
import * as store from './feeds.store.ts'
import { thawed } from './issued.rules.ts'
import * as issues from './issues.store.ts'
import { engagedOf, everEngagedOf } from './neighbours.actions.ts'
import { worksOf, type Engaged } from './works.rules.ts'

const shown = (app: App, link: store.FeedLink): Feed => ({
  id: link.id,
  audience: link.audience,
  label: link.label,
  personId: link.personId,
  createdAt: link.createdAt.toString(),
  createdBy: link.createdBy,
  address: new URL(`/v1/feeds/${app.links.tokenOf(link.id)}/calendar.ics`, app.settings.url).href,
})

export async function list(app: App, scope: ProductionScope) {
  const engaged = await people.engagementsOf(app.db, scope)
  const choices = engaged.flatMap(({ personId, name, title }) =>
    personId === null ? [] : [{ id: personId, name, title }],
  )
  return { items: (await store.all(app.db, scope)).map((link) => shown(app, link)), people: choices }
}

interface Making {
  scope: ProductionScope
  actor: Actor
  audience: FeedAudience
  personId: PersonId | null
}

const labels = { team: 'Calendar for the team', client: 'Calendar for the client' } as const

/** @throws NotFound when the person is not on the production */
export const create = (app: App, { scope, actor, audience, personId }: Making): Promise<Feed> =>
  app.transaction(async (tx) => {
    const production = await productions.get(tx, scope)
    const engaged = await people.engagementsOf(tx, scope)
    const person = engaged.find((one) => one.personId !== null && one.personId === personId)
    if (audience === 'person' && person === undefined)
      throw new Problem(NotFound, {}, 'This person is not on the production.')
    const label = audience === 'person' ? `Calendar of ${person?.name}` : labels[audience]
    const { id } = await app.links.create(tx, {
      purpose: 'feed',
      subject: { kind: store.subjectKind(audience), id: personId ?? scope.productionId },
      productionId: scope.productionId,
      personId,
      label,
      createdBy: actor,
    })
    await app.audit.record(tx, actor, 'feed.created', {
      subject: { kind: 'link', id, label: `${label}, ${production.code}` },
      productionId: scope.productionId,
    })
    await app.announce(tx, { department: 'schedule', productionId: scope.productionId, ids: [id] })
    return shown(
      app,
      (await store.all(tx, scope)).find((link) => link.id === id)!,
    )
  })

export const revoke = (app: App, { scope, actor, id }: { scope: ProductionScope; actor: Actor; id: LinkId }) =>
  app.transaction(async (tx) => {
    const link = (await store.all(tx, scope)).find((it) => it.id === id)
    if (link === undefined) throw new Problem(NotFound, {}, 'This calendar address is already withdrawn.')
    await app.links.revoke(tx, [id])
    await app.audit.record(tx, actor, 'feed.revoked', {
      subject: { kind: 'link', id, label: link.label },
      productionId: scope.productionId,
    })
    await app.announce(tx, { department: 'schedule', productionId: scope.productionId, ids: [id] })
    return null
  })

/** The calendar a link opens: the published schedules and nothing that is still a draft. */
export async function calendarOf(app: App, { link }: LinkScope): Promise<{ text: string; etag: string }> {
  if (link.productionId === null)
    throw new Problem(LinkUnusable, { reason: 'unknown' }, 'This calendar belongs to no production any more.')
  const scope = productionScopeOfLink(link, link.productionId)
  const { subject_kind, label } = await store.subjectOf(app.db, link.linkId)
  const production = await productions.get(app.db, scope)
  const audience = store.audienceOf(subject_kind)
  const said = await entriesFor(app.db, scope, { code: production.code, audience, personId: link.personId })
  const events = await publishedEvents(app.db, scope, said, link.personId ?? audience)
  const text = writeCalendar({
    name: production.title,
    description: `${label}, ${production.title}`,
    zone: production.timeZone,
    entries: events.map((event) => entryOf(app, scope, event, audience)),
  })
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` }
}

interface Reader {
  code: string
  audience: FeedAudience
  personId: PersonId | null
}

type EntriesOf = (facts: BoardFacts) => FeedEntry[]

/** What a published schedule said to somebody, and what the last one says to them now that bookings went on. */
interface Said {
  whenIssued: EntriesOf
  now: EntriesOf
}

async function entriesFor(db: Db, scope: ProductionScope, { code, audience, personId }: Reader): Promise<Said> {
  if (audience !== 'person') {
    const plan: EntriesOf = (facts) => planEntries(sheetOf(facts), code, audience)
    return { whenIssued: plan, now: plan }
  }
  const own =
    (engaged: readonly Engaged[]): EntriesOf =>
    (facts) => {
      const sheet = sheetOf(facts)
      const works = worksOf(sheet, planOf(scope.productionId, code, facts.board), engaged)
      return personEntries(sheet, code, personId ?? '', works)
    }
  return { whenIssued: own(await everEngagedOf(db, scope)), now: own(await engagedOf(db, scope)) }
}

/** The plan and every board that runs alongside it each have a history of their own. */
async function publishedEvents(db: Db, scope: ProductionScope, said: Said, namespace: string): Promise<FeedEvent[]> {
  const all = await boards.all(db, scope)
  const published = await issues.all(db, scope)
  const active = planAmong(all)
  const alongside = all.filter((board) => board.runsAlongside).map(({ id }) => id)
  const lanes = [
    historyOf(published, active?.id, new Set(alongside)),
    ...alongside.map((id) => published.filter(({ boardId }) => boardId === id).toReversed()),
  ]
  const ids = lanes.flat().map(({ id }) => id)
  const frozen = await issues.snapshots(db, scope, ids)
  return lanes.flatMap((lane) => {
    const history = lane.flatMap(({ id, issuedAt }) => {
      const snapshot = frozen.get(id)
      return snapshot === undefined ? [] : [{ publishedAt: Temporal.Instant.from(issuedAt), facts: thawed(snapshot) }]
    })
    const last = history.at(-1)
    const told = history.map(({ publishedAt, facts }) => ({ publishedAt, entries: said.whenIssued(facts) }))
    // Days that somebody no longer works are cancelled in their calendar although no schedule was published since.
    return eventsOf(
      last ? [...told, { publishedAt: last.publishedAt, entries: said.now(last.facts) }] : told,
      namespace,
    )
  })
}

function entryOf(app: App, scope: ProductionScope, event: FeedEvent, audience: FeedAudience): CalendarEntry {
  const { onDate, from, until, zone, unit: _, ...rest } = event
  const page = new URL(`/productions/${scope.productionId}/schedule?day=${onDate}`, app.settings.url).href
  return {
    ...rest,
    url: audience === 'team' ? page : '',
    time:
      from === null || until === null
        ? { kind: 'days', from: onDate, until: addDays(onDate, 1) }
        : { kind: 'timed', day: onDate, from, until, zone },
  }
}
