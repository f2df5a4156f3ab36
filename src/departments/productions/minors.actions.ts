import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import { clockOf, durationText } from '../../kernel/time.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { HoursUnclear } from './minors.contract.ts'
import type { MinorBody, MinorProfile } from './minors.contract.ts'
import { spanText, wrongHours } from './minors.rules.ts'
import * as store from './minors.store.ts'

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}
interface Change extends Write {
  readonly id: string
  readonly expected: number
}

export const create = (app: App, { scope, actor, body }: Write & { body: MinorBody }) =>
  app.transaction(async (tx) => {
    refuseUnclear(body)
    const id = app.ids.next()
    await store.insert(tx, scope, id, body)
    return told(app, tx, actor, { verb: 'minor_profile.created', before: undefined, after: await found(tx, id) })
  })

/** Productions that go by it are checked by the new figures from now on. */
export const change = (app: App, on: Change & { body: MinorBody }) =>
  app.transaction(async (tx) => {
    refuseUnclear(on.body)
    const before = await held(tx, on)
    await store.update(tx, on.scope, on.id, on.body)
    return told(app, tx, on.actor, { verb: 'minor_profile.changed', before, after: await found(tx, on.id) })
  })

export const setArchived = (app: App, on: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    const before = await held(tx, on)
    await store.setArchived(tx, on.scope, on.id, on.archived ? app.clock.now() : null)
    const verb = on.archived ? 'minor_profile.archived' : 'minor_profile.restored'
    return told(app, tx, on.actor, { verb, before, after: await found(tx, on.id) })
  })

/** A production may go by hours that are there to choose. @throws NotFound */
export async function refuseUnknown(db: Db, id: string): Promise<void> {
  const profile = (await store.all(db)).find((it) => it.id === id)
  if (!profile || profile.isArchived)
    throw new Problem(NotFound, {}, 'These minors’ hours are not there any more. Choose another place.')
}

function refuseUnclear({ rows }: MinorBody): void {
  const wrong = wrongHours(rows)
  if (wrong.length > 0) throw new Problem(HoursUnclear, { wrong }, wrong.join(' '))
}

async function held(tx: Tx, { scope, id, expected }: Change): Promise<MinorProfile> {
  await store.lock(tx, scope, id)
  const profile = await found(tx, id)
  demandFresh({ expected, current: profile.version }, 'these hours')
  return profile
}

async function found(db: Db, id: string): Promise<MinorProfile> {
  const profile = (await store.all(db)).find((it) => it.id === id)
  if (!profile) throw new Problem(NotFound, {}, 'There are no such minors’ hours.')
  return profile
}

/** One line for each age and kind of day, as the record shows it. */
const inWords = ({ name, source, dated, mealExtendsMinutes, isArchived, rows }: MinorProfile) => ({
  name,
  source,
  dated,
  mealExtendsMinutes,
  isArchived,
  ...Object.fromEntries(
    rows.map((row) => [
      `${spanText(row)}, ${row.onSchoolDay ? 'school day' : 'no school'}`,
      `work ${durationText(row.workMinutes)}, on set ${durationText(row.onSetMinutes)}, school ${durationText(row.schoolMinutes)}, rest ${durationText(row.restMinutes)}, ${clockOf(row.earliest)} to ${clockOf(row.latest)} (${clockOf(row.latestBeforeFreeDay)})`,
    ]),
  ),
})

async function told(
  app: App,
  tx: Tx,
  actor: Actor,
  { verb, before, after }: { verb: string; before: MinorProfile | undefined; after: MinorProfile },
): Promise<MinorProfile> {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'minor_profile', id: after.id, label: after.name },
    before: before ? inWords(before) : {},
    after: inWords(after),
  })
  await app.announce(tx, { department: 'productions', productionId: null, ids: [after.id] })
  return after
}
