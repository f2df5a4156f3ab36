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
import { audienceReads, audienceWords } from './feedAudience.rules.ts'
import type { Feed, FeedAudience } from './feeds.contract.ts'
import { issuesThatCount, retold } from './feeds.rules.ts'
import type { ToldEntry } from './feeds.rules.ts'
import * as store from './feeds.store.ts'
import { thawed } from './issued.rules.ts'
import * as issues from './issues.store.ts'
import { engagedOf } from './neighbours.actions.ts'
import { worksOf } from './works.rules.ts'

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

/** @throws NotFound when the person is not on the production */
export const create = (app: App, { scope, actor, audience, personId }: Making): Promise<Feed> =>
  app.transaction(async (tx) => {
    const production = await productions.get(tx, scope)
    const engaged = await people.engagementsOf(tx, scope)
    const person = engaged.find((one) => one.personId !== null && one.personId === personId)
    if (audience === 'person' && person === undefined)
      throw new Problem(NotFound, {}, 'This person is not on the production.')
    const label = audience === 'person' ? `Calendar of ${person?.name}` : `Calendar for ${audienceWords[audience]}`
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
    await store.forget(tx, id)
    await app.audit.record(tx, actor, 'feed.revoked', {
      subject: { kind: 'link', id, label: link.label },
      productionId: scope.productionId,
    })
    await app.announce(tx, { department: 'schedule', productionId: scope.productionId, ids: [id] })
    return null
  })

/**
 * The calendar a link opens: the published schedules and nothing that is still a draft. What it says is kept, because an
 * answer somebody's calendar has taken is a thing that happened: only so can a later one take it back.
 */
export async function calendarOf(app: App, { link }: LinkScope): Promise<{ text: string; etag: string }> {
  if (link.productionId === null)
    throw new Problem(LinkUnusable, { reason: 'unknown' }, 'This calendar belongs to no production any more.')
  const scope = productionScopeOfLink(link, link.productionId)
  const { subject_kind, label } = await store.subjectOf(app.db, link.linkId)
  const production = await productions.get(app.db, scope)
  const reader = { code: production.code, audience: store.audienceOf(subject_kind), personId: link.personId }
  const entries = await entriesFor(app.db, scope, reader)
  const text = writeCalendar({
    name: production.title,
    description: `${label}, ${production.title}`,
    zone: production.timeZone,
    entries: (await told(app, link.linkId, entries)).map((entry) => entryOf(app, scope, entry, reader.audience)),
  })
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` }
}

/** Says the entries to a calendar and remembers it; most readings bring nothing new, and write nothing. */
async function told(app: App, id: LinkId, entries: readonly FeedEntry[]): Promise<ToldEntry[]> {
  const how = { at: app.clock.now(), namespace: id }
  const { all, news } = retold(await store.toldTo(app.db, id), entries, how)
  if (news.length === 0) return all
  return app.transaction(async (tx) => {
    await store.lock(tx, id)
    const now = retold(await store.toldTo(tx, id), entries, how)
    await store.putTold(tx, id, now.news)
    return now.all
  })
}

interface Reader {
  readonly code: string
  readonly audience: FeedAudience
  readonly personId: PersonId | null
}

/** What the published schedules say to somebody now that bookings went on. */
async function entriesFor(db: Db, scope: ProductionScope, reader: Reader): Promise<FeedEntry[]> {
  const published = await publishedFacts(db, scope)
  const { code, audience, personId } = reader
  if (audience !== 'person')
    return published.flatMap((facts) => planEntries(sheetOf(facts), code, audienceReads(audience)))
  const engaged = await engagedOf(db, scope)
  return published.flatMap((facts) => {
    const sheet = sheetOf(facts)
    return personEntries(
      sheet,
      code,
      personId ?? '',
      worksOf(sheet, planOf(scope.productionId, code, facts.board), engaged),
    )
  })
}

async function publishedFacts(db: Db, scope: ProductionScope): Promise<BoardFacts[]> {
  const all = await boards.all(db, scope)
  const alongside = new Set<string>(all.filter((board) => board.runsAlongside).map(({ id }) => id))
  const ids = issuesThatCount(await issues.all(db, scope), planAmong(all)?.id, alongside).map(({ id }) => id)
  const frozen = await issues.snapshots(db, scope, ids)
  return ids.flatMap((id) => {
    const snapshot = frozen.get(id)
    return snapshot === undefined ? [] : [thawed(snapshot)]
  })
}

function entryOf(app: App, scope: ProductionScope, entry: ToldEntry, audience: FeedAudience): CalendarEntry {
  const { onDate, from, until, zone, unit: _, key: __, ...rest } = entry
  const page = new URL(`/productions/${scope.productionId}/schedule?day=${onDate}`, app.settings.url).href
  return {
    ...rest,
    url: audience !== 'person' && audienceReads(audience).page ? page : '',
    time:
      from === null || until === null
        ? { kind: 'days', from: onDate, until: addDays(onDate, 1) }
        : { kind: 'timed', day: onDate, from, until, zone },
  }
}
