import { patched } from '../../kernel/patch.ts'
import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import { clockOf, daysThrough, dayText, type DayMinute, type PlainDay } from '../../kernel/time.ts'
import { mayInProduction } from '../../kernel/abilities.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import {
  NameTaken,
  type Bookable,
  type BookableId,
  type BookableKind,
  type BookableTimeline,
  type NewBookable,
  type OutOfService,
} from './bookable.contract.ts'
import * as store from './bookable.store.ts'
import { outsideOpening } from './opening.rules.ts'
import type { Bar } from './timeline.contract.ts'
import { barsOf } from './timeline.store.ts'

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

interface Asked {
  readonly q?: string | undefined
  readonly kind?: BookableKind | undefined
  readonly capacity?: number | undefined
  readonly show?: 'current' | 'archived' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const wordsOf = (text: string | undefined): string[] =>
  people
    .fold(text ?? '')
    .split(' ')
    .filter(Boolean)

export async function list(db: Db, scope: OfficeScope, { q, show = 'current', ...asked }: Asked) {
  const found = await store.page(db, scope, { ...asked, show, words: wordsOf(q) })
  const page = found.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ sortKey: _, ...it }) => it),
    next: found.length > asked.limit && last !== undefined ? `${last.sortKey}|${last.id}` : null,
    can: { edit: scope.can('bookables.edit') },
  }
}

/** @throws NotFound */
export const get = async (db: Db, id: BookableId): Promise<Bookable> => known(await store.find(db, id))

function known(found: Bookable | undefined): Bookable {
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no such room, vehicle or thing.')
  return found
}

/** As it stands, held until the transaction ends. @throws NotFound, Stale when it is not in the version that was seen */
async function lockFresh(tx: Tx, { id, expected }: { id: BookableId; expected: number }): Promise<Bookable> {
  const found = known(await store.lock(tx, id))
  demandFresh({ expected, current: found.version }, found.name)
  return found
}

/** Everything there is to book, a page at a time, with what is booked and held of it in the window. */
export async function timelineOf(
  db: Db,
  scope: OfficeScope,
  { from, to, ...asked }: Asked & { from: PlainDay; to: PlainDay },
): Promise<BookableTimeline> {
  const page = await list(db, scope, asked)
  const ids = page.items.map(({ id }) => id)
  const [bars, outOfService, visible] = await Promise.all([
    barsOf(db, scope, ids, { from, to }),
    store.outOfService(db, ids, { from, to }),
    productions.productionsVisibleTo(db, scope),
  ])
  return {
    ...page,
    bars: bars.map((bar) => ({ ...bar, outside: outsideOf(page.items, bar) })),
    outOfService,
    productions: visible.map(({ id, code, title, role }) => ({
      id,
      code,
      title,
      mayEdit: mayInProduction(role, 'bookings.edit'),
    })),
  }
}

const outsideOf = (things: readonly Bookable[], { resourceId, hours }: Bar): string | null => {
  const thing = hours && things.find(({ id }) => id === resourceId)
  return thing ? outsideOpening(hours, thing) : null
}

export const create = (app: App, { actor, body }: Write & { body: NewBookable }): Promise<Bookable> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<BookableId>()
    const it: Bookable = { ...body, id, isArchived: false, version: 1 }
    await refuseTwin(tx, it)
    await store.insert(tx, {
      id,
      production_id: null,
      created_at: app.clock.now().toString(),
      archived_at: null,
      ...columnsOf(it),
    })
    await recorded(app, tx, actor, { verb: 'bookables.added', subject: it, before: {}, after: told(it) })
    return get(tx, id)
  })

interface Change extends Write {
  readonly id: BookableId
  readonly expected: number
}

type Body = { [K in keyof Bookable]?: Bookable[K] | undefined }

/** @throws NameTaken, Stale */
export const change = (app: App, { actor, id, expected, body }: Change & { body: Body }): Promise<Bookable> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, { id, expected })
    return save(app, tx, actor, { verb: 'bookables.changed', before, after: patched(before, body) })
  })

/** @throws NameTaken where its name was given to something else meanwhile, Stale */
export const setArchived = (app: App, { actor, id, expected, archived }: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, { id, expected })
    const verb = archived ? 'bookables.archived' : 'bookables.restored'
    return save(app, tx, actor, { verb, before, after: { ...before, isArchived: archived } })
  })

async function save(
  app: App,
  tx: Tx,
  actor: Actor,
  { verb, before, after }: { verb: string; before: Bookable; after: Bookable },
): Promise<Bookable> {
  if (!after.isArchived) await refuseTwin(tx, after)
  const archived_at = after.isArchived ? app.clock.now().toString() : null
  await store.update(tx, after.id, {
    ...columnsOf(after),
    ...(before.isArchived !== after.isArchived && { archived_at }),
  })
  await recorded(app, tx, actor, { verb, subject: after, before: told(before), after: told(after) })
  return get(tx, after.id)
}

async function refuseTwin(tx: Tx, it: Bookable): Promise<void> {
  if (await store.isTaken(tx, it))
    throw new Problem(NameTaken, {}, `There is a ${it.kind} called ${it.name} already. Give this one another name.`)
}

const columnsOf = (it: Bookable) => ({
  kind: it.kind,
  name: it.name,
  place: it.place,
  mark: it.mark,
  capacity: it.capacity,
  notes: it.notes,
  zone: it.zone,
  by_hours: it.byHours,
  opens_minute: it.opens,
  closes_minute: it.closes,
  find_text: people.fold([it.name, it.place, it.mark, it.notes].join(' ')).slice(0, 2000),
})

const told = ({ id: _, version: __, opens, closes, ...it }: Bookable) => ({
  ...it,
  opens: opens === null ? '' : clockOf(opens),
  closes: closes === null ? '' : clockOf(closes),
})

async function recorded(
  app: App,
  tx: Tx,
  actor: Actor,
  {
    verb,
    subject: { id, name },
    before,
    after,
  }: { verb: string; subject: Pick<Bookable, 'id' | 'name'>; before: object; after: object },
): Promise<void> {
  await app.audit.record(tx, actor, verb, { subject: { kind: 'bookable', id, label: name }, before, after })
  await app.announce(tx, { department: 'bookings', productionId: null, ids: [id] })
}

interface Out {
  readonly from: PlainDay
  readonly to: PlainDay
  readonly fromMinute: DayMinute | null
  readonly untilMinute: DayMinute | null
  readonly note: string
}

/** What is booked on these days stays booked: the timeline shows both. */
export const takeOut = (
  app: App,
  { actor, id, body }: Write & { id: BookableId; body: Out },
): Promise<{ items: OutOfService[] }> =>
  app.transaction(async (tx) => {
    const it = await get(tx, id)
    const { from, to, fromMinute, untilMinute, note } = body
    const items = daysThrough(from, to).map((onDate): OutOfService => ({
      id: app.ids.next<string>(),
      resourceId: id,
      onDate,
      note,
      from: fromMinute,
      until: untilMinute,
    }))
    await store.addOutOfService(tx, items, app.clock.now())
    await recorded(app, tx, actor, {
      verb: 'bookables.out_of_service',
      subject: it,
      before: {},
      after: { days: spanText(from, to), note },
    })
    return { items }
  })

export const takeBackIn = (
  app: App,
  { actor, id, from, to }: Write & { id: BookableId; from: PlainDay; to: PlainDay },
): Promise<null> =>
  app.transaction(async (tx) => {
    const it = await get(tx, id)
    const gone = await store.removeOutOfService(tx, id, { from, to })
    if (gone === 0) throw new Problem(NotFound, {}, `${it.name} is not out of service on these days.`)
    await recorded(app, tx, actor, {
      verb: 'bookables.in_service',
      subject: it,
      before: { days: spanText(from, to) },
      after: {},
    })
    return null
  })

const spanText = (from: PlainDay, to: PlainDay) =>
  from === to ? dayText(from, { year: true }) : `${dayText(from, { year: true })} to ${dayText(to, { year: true })}`
