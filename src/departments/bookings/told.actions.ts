import { createHash } from 'node:crypto'
import type { PersonId } from '../../kernel/ids.ts'
import { dayAt, dayText } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { queueLetters, undoUntil, withdrawLetters } from '../../platform/mail/index.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import { nameOf } from './engine.actions.ts'
import { readersOf, type Reader } from './readers.actions.ts'
import * as rows from './row.store.ts'
import type { Told, Telling, Untold } from './told.contract.ts'
import { planChanges, toldLetter, type PlannedDay } from './told.rules.ts'
import * as store from './told.store.ts'

/** Most people who are told in one go; a feature's crew is half of it. */
const most = 500

/** Whose days are not as they were last told, by name, each with the letter they would get. */
export async function untold(app: App, db: Db, scope: ProductionScope, sender: string): Promise<Untold[]> {
  return (await changedPlans(app, db, scope, sender)).map(({ days: _, readers: _readers, copy: _copy, ...it }) => it)
}

async function changedPlans(app: App, db: Db, scope: ProductionScope, sender: string) {
  const { timeZone, title } = await productions.get(db, scope)
  const from = dayAt(app.clock.now(), timeZone)
  const plans = Map.groupBy(await store.planned(db, scope, from), ({ personId }) => personId)
  const known = new Map((await store.told(db, scope)).map((it) => [it.personId, it]))
  const changed = [...new Set([...plans.keys(), ...known.keys()])]
    .map((personId) => {
      const days = (plans.get(personId) ?? []).map(({ personId: _, ...day }): PlannedDay => day)
      return { personId, days, changes: planChanges(known.get(personId)?.plan ?? [], days, from) }
    })
    .filter(({ changes }) => changes.length > 0)
  const ids = changed.map(({ personId }) => personId)
  const names = new Map((await people.byIds(db, ids)).map(({ id, name }) => [id, name]))
  const readers = await readersOf(db, scope, ids)
  return changed
    .map(({ personId, days, changes }) => {
      const [name, toldAt] = [names.get(personId) ?? '', known.get(personId)?.toldAt ?? null]
      const theirs = readers.get(personId)
      const letterFor = (reader: Pick<Reader, 'name' | 'locale'>, as: 'self' | 'agent' | 'copy') =>
        toldLetter({
          production: title,
          name,
          plan: days,
          from,
          sender,
          told: known.get(personId)?.plan ?? [],
          isFirst: toldAt === null,
          reader: { name: reader.name, locale: reader.locale, as },
        })
      const letter = letterFor(theirs?.to ?? { name, locale: 'en' }, theirs?.isAgent ? 'agent' : 'self')
      const copy = theirs?.copy ? letterFor(theirs.copy, 'copy') : letter
      return {
        personId,
        name,
        changes,
        days,
        letter,
        copy,
        toldAt: toldAt?.toString() ?? null,
        readers: theirs,
        hasAddress: theirs?.to != null,
        plan: markOf(days),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, most)
}

const markOf = (plan: readonly PlannedDay[]) =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 32)

interface Tell {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly body: Telling
}

/**
 * Tells exactly the people who were chosen, each their own plan as it was looked at. Whoever's plan changed again since,
 * or who has no address for a letter, is left out and named.
 */
export const tell = (app: App, { scope, actor, body }: Tell): Promise<Told> =>
  app.transaction(async (tx) => {
    await rows.lockResources(
      tx,
      body.people.map(({ personId }) => personId),
    )
    const now = app.clock.now()
    const changed = new Map((await changedPlans(app, tx, scope, nameOf(actor))).map((it) => [it.personId, it]))
    const asked = body.people.flatMap(({ personId, plan }) => {
      const it = changed.get(personId)
      return it === undefined ? [] : [{ ...it, isSeen: it.plan === plan }]
    })
    const isLetter = body.how === 'letter'
    const ready = asked.filter(({ isSeen, hasAddress }) => isSeen && (hasAddress || !isLetter))
    const leavesAt = await undoUntil(app, tx)
    const letters = isLetter ? await queueLetters(app, tx, lettersTo(scope, ready, { now, leavesAt })) : []
    const messageOf = new Map(
      letters.filter(({ key }) => !key.endsWith(':copy')).map(({ key, id }) => [key.split(':')[2], id]),
    )
    if (ready.length > 0)
      await store.put(
        tx,
        scope,
        ready.map(({ personId, days }) => ({ personId, plan: days, messageId: messageOf.get(personId) ?? null })),
        { at: now, by: nameOf(actor), how: body.how },
      )
    for (const it of ready)
      await record(app, tx, { scope, actor }, isLetter ? 'bookings.told' : 'bookings.told_by_hand', it)
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [] })
    return {
      told: ready.map(({ personId }) => personId),
      left: asked
        .filter((it) => !ready.includes(it))
        .map(({ personId, name, isSeen }) => ({
          personId,
          name,
          why: isSeen ? ('no_address' as const) : ('changed_again' as const),
        })),
      leavesAt: letters.length > 0 ? leavesAt.toString() : null,
    }
  })

type Changed = Awaited<ReturnType<typeof changedPlans>>[number]

/** To whoever hears it first, and to the agent who gets a copy. */
const lettersTo = (
  scope: ProductionScope,
  ready: readonly Changed[],
  { now, leavesAt }: { now: Temporal.Instant; leavesAt: Temporal.Instant },
) =>
  ready.flatMap(({ personId, readers, letter, copy, plan }) =>
    [readers?.to, readers?.copy].flatMap((reader, at) =>
      reader == null
        ? []
        : {
            key: `told:${scope.productionId}:${personId}:${plan}:${now.epochMilliseconds}${at === 1 ? ':copy' : ''}`,
            channel: 'email' as const,
            to: { name: reader.name, address: reader.email },
            ...(at === 0 ? letter : copy),
            about: at === 0 ? { kind: 'booking_plan', id: personId } : copyOf(scope, personId),
            productionId: scope.productionId,
            leavesAt,
          },
    ),
  )

const record = (
  app: App,
  tx: Tx,
  { scope, actor }: Pick<Tell, 'scope' | 'actor'>,
  verb: string,
  { personId, name, changes }: Changed,
) =>
  app.audit.record(tx, actor, verb, {
    subject: { kind: 'person', id: personId, label: name },
    productionId: scope.productionId,
    before: Object.fromEntries(changes.map(({ onDate, before }) => [dayText(onDate, { year: true }), before])),
    after: Object.fromEntries(changes.map(({ onDate, after }) => [dayText(onDate, { year: true }), after])),
  })

/** What the agent of somebody gets of their plan. */
const COPY = 'booking_plan_copy'
const copyOf = ({ productionId }: ProductionScope, personId: PersonId) => ({
  kind: COPY,
  id: `${productionId}:${personId}`,
})

/** Calls back what has not left and what was noted by hand. A letter that is on its way stays told. */
export const untell = (
  app: App,
  { scope, actor, personIds }: { scope: ProductionScope; actor: Actor; personIds: readonly PersonId[] },
) =>
  app.transaction(async (tx) => {
    const held = await store.lock(tx, scope, personIds)
    const ids = held.flatMap(({ messageId }) => messageId ?? [])
    const withdrawn = new Set(ids.length === 0 ? [] : await withdrawLetters(app, tx, { ids }))
    const back = held
      .filter(({ how, messageId }) => (how === 'by_hand' ? messageId === null : withdrawn.has(messageId ?? '')))
      .map(({ personId }) => personId)
    await withdrawLetters(app, tx, { about: { kind: COPY, ids: back.map((id) => copyOf(scope, id).id) } })
    await store.takeBack(tx, scope, back)
    const names = new Map((await people.byIds(tx, back)).map(({ id, name }) => [id, name]))
    for (const id of back)
      await app.audit.record(tx, actor, 'bookings.told_taken_back', {
        subject: { kind: 'person', id, label: names.get(id) ?? '' },
        productionId: scope.productionId,
      })
    await app.announce(tx, { department: 'bookings', productionId: scope.productionId, ids: [] })
    return { back }
  })
