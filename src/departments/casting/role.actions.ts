import { demandFresh, InUse, NotFound, Problem, invalid } from '../../kernel/problems.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as schedule from '../schedule/index.ts'
import * as script from '../script/index.ts'
import * as candidates from './candidate.store.ts'
import { RoleTaken, type NewRole, type Role, type RoleChange, type RoleId, type RoleState } from './role.contract.ts'
import { movedOn } from './role.rules.ts'
import * as store from './role.store.ts'
import { rulesOf } from './rule.store.ts'

export interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

/** Roles in the order they were added, with what their candidates add up to. */
async function shown(db: Db, scope: ProductionScope, rows: readonly store.RoleRow[]): Promise<Role[]> {
  const counts = new Map(
    (
      await candidates.counts(
        db,
        scope,
        rows.map(({ id }) => id),
      )
    ).map((each) => [each.roleId, each]),
  )
  return rows.map((row) => ({
    ...row,
    archivedAt: row.archivedAt?.toString() ?? null,
    candidates: counts.get(row.id)?.candidates ?? 0,
    unseen: counts.get(row.id)?.unseen ?? 0,
    cast: counts.get(row.id)?.cast ?? [],
  }))
}

export const all = async (db: Db, scope: ProductionScope, how: { archived?: boolean } = {}): Promise<Role[]> =>
  shown(db, scope, await store.all(db, scope, how))

/** @throws NotFound */
export async function get(db: Db, scope: ProductionScope, id: RoleId): Promise<Role> {
  const [role] = await shown(db, scope, await store.byIds(db, scope, [id]))
  if (role === undefined) throw new Problem(NotFound, {}, 'There is no such role on this production.')
  return role
}

/** Characters of the script that nobody casts yet, the busiest first. */
export async function uncast(db: Db, scope: ProductionScope) {
  const elements = await script.elements(db, scope)
  const rows = await store.all(db, scope)
  const taken = new Set(rows.map(({ elementId }) => elementId))
  return elements
    .filter(({ id, category }) => category === 'cast' && !taken.has(id))
    .map(({ id, name, scenes }) => ({ elementId: id as string, name, scenes: scenes.length }))
    .toSorted((a, b) => b.scenes - a.scenes || a.name.localeCompare(b.name))
}

export const create = (app: App, { scope, actor, body }: Write & { body: NewRole }): Promise<Role> =>
  app.transaction(async (tx) => {
    refuseBackwardAges(body.ageFrom ?? null, body.ageUntil ?? null)
    if (body.elementId !== null) await refuseForeignElement(tx, scope, body.elementId)
    const id = app.ids.next<RoleId>()
    if (!(await store.insert(tx, scope, { ...body, id, at: app.clock.now() })))
      throw new Problem(RoleTaken, {}, `${body.name} is being cast already. Open that role instead.`)
    return settle(app, tx, { scope, actor }, { verb: 'casting_role.added', id, before: null })
  })

export const createFromScript = (
  app: App,
  { scope, actor, elementIds }: Write & { elementIds: readonly string[] },
): Promise<{ added: number }> =>
  app.transaction(async (tx) => {
    const wanted = new Set(elementIds)
    const elements = (await script.elements(tx, scope)).filter(
      ({ id, category }) => category === 'cast' && wanted.has(id),
    )
    const { scriptAgeYears } = await rulesOf(tx)
    const days = await daysOfElements(tx, scope)
    let added = 0
    for (const { id: elementId, name, age, notes } of elements) {
      const id = app.ids.next<RoleId>()
      const row = {
        name,
        breakdown: notes,
        ...(age !== null && { ageFrom: Math.max(0, age - scriptAgeYears), ageUntil: age + scriptAgeYears }),
        shootDays: days.get(elementId) ?? [],
      }
      if (!(await store.insert(tx, scope, { ...row, id, elementId, at: app.clock.now() }))) continue
      added += 1
      await settle(app, tx, { scope, actor }, { verb: 'casting_role.added', id, before: null })
    }
    return { added }
  })

/** The dates on which each character works, by the boards that count. */
async function daysOfElements(db: Db, scope: ProductionScope): Promise<Map<string, PlainDay[]>> {
  const days = new Map<string, PlainDay[]>()
  for (const sheet of await schedule.planSheets(db, scope))
    for (const { day, rows } of sheet.days)
      for (const id of new Set(rows.flatMap(({ scene }) => scene?.castIds ?? [])))
        if (!days.get(id)?.includes(day.onDate)) days.set(id, [...(days.get(id) ?? []), day.onDate].toSorted())
  return days
}

async function refuseForeignElement(db: Db, scope: ProductionScope, elementId: string): Promise<void> {
  const known = (await script.elements(db, scope)).some(({ id, category }) => id === elementId && category === 'cast')
  if (!known) throw invalid('/elementId', 'This is no character of this script.')
}

interface Change extends Write {
  readonly id: RoleId
  readonly expected: number
}

export const change = (app: App, { scope, actor, id, expected, body }: Change & { body: RoleChange }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    refuseBackwardAges(
      body.ageFrom === undefined ? before.ageFrom : body.ageFrom,
      body.ageUntil === undefined ? before.ageUntil : body.ageUntil,
    )
    await store.update(tx, scope, id, expected, body)
    return settle(app, tx, { scope, actor }, { verb: 'casting_role.changed', id, before })
  })

export const setArchived = (app: App, { scope, actor, id, expected, archived }: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (archived && before.cast.length > 0)
      throw new Problem(
        InUse,
        { dependants: before.cast.map((label) => ({ kind: 'candidate', label })) },
        `${before.cast.join(', ')} is held for ${before.name}. Release them first.`,
      )
    await store.setArchived(tx, scope, id, archived ? app.clock.now() : null)
    return settle(
      app,
      tx,
      { scope, actor },
      { verb: archived ? 'casting_role.archived' : 'casting_role.restored', id, before },
    )
  })

/** Moves a role on because something happened to one of its candidates; part of the caller's transaction. */
export async function moveOn(tx: Tx, scope: ProductionScope, ids: readonly RoleId[], to: RoleState): Promise<void> {
  for (const { id, state } of await store.byIds(tx, scope, [...new Set(ids)]))
    await store.setState(tx, scope, id, movedOn(state, to))
}

async function lockFresh(tx: Tx, scope: ProductionScope, id: RoleId, expected: number): Promise<Role> {
  await store.lock(tx, scope, id)
  const before = await get(tx, scope, id)
  demandFresh({ expected, current: before.version }, before.name)
  return before
}

async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, before }: { verb: string; id: RoleId; before: Role | null },
): Promise<Role> {
  const after = await get(tx, scope, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'casting_role', id, label: after.name },
    productionId: scope.productionId,
    before: before && told(before, before),
    after: told(after, before ?? after),
  })
  await app.announce(tx, { department: 'casting', productionId: scope.productionId, ids: [id] })
  return after
}

/** More people read the history than may read a rate, or who is cast: of the rate only that it changed. */
const told = ({ cast: _, candidates: __, unseen: ___, ...now }: Role, before: Role): object => ({
  ...now,
  rate: now.rate === before.rate ? 'as it was' : 'changed',
})

function refuseBackwardAges(from: number | null, until: number | null): void {
  if (from !== null && until !== null && from > until)
    throw invalid('/ageUntil', 'The older age comes second: from 25 to 35.')
}
