import {
  productionAbilities,
  reachesAllProductions,
  roleInProduction,
  type ProductionRole,
} from '../../kernel/abilities.ts'
import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import {
  productionScope,
  systemScope,
  type Actor,
  type OfficeScope,
  type ProductionScope,
} from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { companiesByIds } from '../people/index.ts'
import {
  DatesReversed,
  ProductionCodeTaken,
  type NewProduction,
  type Production,
  type ProductionChange,
  type ProductionLine,
} from './production.contract.ts'
import { refuseUnknown } from './minors.actions.ts'
import { paperFor, profileFor } from './profile.rules.ts'
import * as profiles from './profile.store.ts'
import { putMember } from './memberships.store.ts'
import * as store from './production.store.ts'
import { refuseUnclear } from './revisioncolours.actions.ts'
import * as colours from './revisioncolours.store.ts'

/** @throws NotFound */
export async function get(db: Db, scope: ProductionScope): Promise<Production> {
  const row = await store.find(db, scope)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such production here.')
  return shown(db, scope, row)
}

async function shown(db: Db, scope: ProductionScope, row: store.ProductionRow): Promise<Production> {
  const companies = await companiesByIds(db, [row.clientCompanyId, row.agencyCompanyId])
  return {
    ...row,
    clientCompanyId: row.clientCompanyId as Production['clientCompanyId'],
    agencyCompanyId: row.agencyCompanyId as Production['agencyCompanyId'],
    client: companies.get(row.clientCompanyId ?? '') ?? null,
    agency: companies.get(row.agencyCompanyId ?? '') ?? null,
    archivedAt: row.archivedAt?.toString() ?? null,
    can: productionAbilities.filter((ability) => scope.can(ability)),
  }
}

interface ListQuery {
  readonly show: 'current' | 'archived'
  readonly code?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** One page of the productions the reader belongs to, or of all when their office role reaches all. */
export async function list(db: Db, scope: OfficeScope, { show, code, after, limit }: ListQuery) {
  const { actor } = scope
  const member = actor.kind === 'user' && !reachesAllProductions(actor.officeRole) ? actor.userId : null
  const rows = await store.list(db, scope, { member, archived: show === 'archived', code, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const companies = await companiesByIds(
    db,
    page.map(({ clientCompanyId }) => clientCompanyId),
  )
  const items = page.map(({ key: _key, clientCompanyId, ...row }): ProductionLine => ({
    ...row,
    archivedAt: row.archivedAt?.toString() ?? null,
    client: companies.get(clientCompanyId ?? '') ?? null,
  }))
  return { items, next: rows.length > limit ? (page.at(-1)?.key ?? null) : null }
}

interface Create {
  readonly scope: OfficeScope
  /** A person, who becomes its first member, or the office itself, which becomes none. */
  readonly actor: Extract<Actor, { kind: 'user' | 'system' }>
  readonly body: NewProduction
}

/** Begins a production. What was not said comes from the office and from the country the job is in. */
export const create = (app: App, { scope, actor, body }: Create): Promise<Production> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<ProductionId>()
    await refuseTakenCode(tx, body.code, null)
    refuseReversedDates(body.startsOn ?? null, body.endsOn ?? null)
    if (body.revisionColours) refuseUnclear(body.revisionColours)
    if (body.jurisdiction != null) await refuseUnknown(tx, body.jurisdiction)
    await refuseAbsent(tx, body)
    const office = await store.officeDefaults(tx)
    const timeZone = body.timeZone ?? (office.timeZone as ZoneName)
    const row = {
      phase: 'prep' as const,
      clientCompanyId: null,
      agencyCompanyId: null,
      jobNumber: '',
      startsOn: null,
      endsOn: null,
      timeZone,
      paperSize: body.timeZone === undefined ? office.paperSize : paperFor(timeZone),
      hourCycle: office.hourCycle,
      daysOff: [6, 7],
      profileId: profileFor(await profiles.all(tx, scope), timeZone, body.kind),
      revisionColours: (await colours.get(tx)).colours,
      linesPerPage: 54,
      eighthsRounding: 'half_up' as const,
      jurisdiction: null,
      notes: '',
      calendarInvitations: false,
      holdDays: null,
      ...body,
    }
    const createdAt = app.clock.now()
    await store.insert(tx, { id, createdAt, ...row } as store.NewRow)
    const inside = actor.kind === 'system' ? systemScope(id, actor.name) : scopeOfFirst(actor, id)
    if (actor.kind === 'user')
      await putMember(tx, {
        productionId: id,
        userId: actor.userId,
        role: inside.role as ProductionRole,
        at: createdAt,
      })
    await app.audit.record(tx, actor, 'production.created', {
      subject: subjectOf(id, row),
      productionId: id,
      after: row,
    })
    await app.announce(tx, { department: 'productions', productionId: id, ids: [id] })
    return get(tx, inside)
  })

const scopeOfFirst = (actor: Extract<Actor, { kind: 'user' }>, id: ProductionId) =>
  productionScope(actor, id, roleInProduction(actor.officeRole, undefined) ?? 'coordinator')

interface Change {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly expected: number
}

export const change = (app: App, { scope, actor, expected, body }: Change & { body: ProductionChange }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, expected)
    if (body.revisionColours) refuseUnclear(body.revisionColours)
    if (body.jurisdiction != null && body.jurisdiction !== before.jurisdiction)
      await refuseUnknown(tx, body.jurisdiction)
    await refuseAbsent(tx, changedIn(body, before))
    if (body.code !== undefined && before.archivedAt === null) await refuseTakenCode(tx, body.code, scope.productionId)
    refuseReversedDates(
      body.startsOn === undefined ? before.startsOn : body.startsOn,
      body.endsOn === undefined ? before.endsOn : body.endsOn,
    )
    const after = await store.update(tx, scope, expected, body)
    return settle(app, tx, { scope, actor }, { verb: 'production.changed', before, after })
  })

/** Putting away and taking out again. A code that another production took meanwhile has to be changed first. */
export const setArchived = (app: App, { scope, actor, expected, archived }: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, expected)
    if (!archived) await refuseTakenCode(tx, before.code, scope.productionId)
    const after = await store.setArchived(tx, scope, expected, archived ? app.clock.now() : null)
    const verb = archived ? 'production.archived' : 'production.restored'
    return settle(app, tx, { scope, actor }, { verb, before, after })
  })

async function lockFresh(tx: Tx, scope: ProductionScope, expected: number): Promise<store.ProductionRow> {
  const before = await store.lock(tx, scope)
  if (before === undefined) throw new Problem(NotFound, {}, 'There is no such production here.')
  demandFresh({ expected, current: before.version }, 'this production')
  return before
}

async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Pick<Change, 'scope' | 'actor'>,
  { verb, before, after }: { verb: string; before: store.ProductionRow; after: store.ProductionRow | undefined },
): Promise<Production> {
  if (after === undefined) throw new Problem(NotFound, {}, 'There is no such production here.')
  const subject = subjectOf(scope.productionId, after)
  await app.audit.record(tx, actor, verb, { subject, productionId: scope.productionId, before, after })
  await app.announce(tx, { department: 'productions', productionId: scope.productionId, ids: [scope.productionId] })
  return shown(tx, scope, after)
}

const subjectOf = (id: ProductionId, { title }: { title: string }) => ({ kind: 'production', id, label: title })

type Referred = Pick<ProductionChange, 'profileId' | 'clientCompanyId' | 'agencyCompanyId'>

/** A reference that stays may be to something archived since; only a new one has to be there to choose. */
const changedIn = (body: ProductionChange, before: store.ProductionRow): Referred => ({
  profileId: body.profileId === before.profileId ? null : body.profileId,
  clientCompanyId: body.clientCompanyId === before.clientCompanyId ? null : body.clientCompanyId,
  agencyCompanyId: body.agencyCompanyId === before.agencyCompanyId ? null : body.agencyCompanyId,
})

async function refuseAbsent(db: Db, of: Referred): Promise<void> {
  if (of.profileId != null && !(await profiles.isThere(db, of.profileId)))
    throw new Problem(NotFound, {}, 'This working-time profile is not there any more. Choose another.')
  const asked = [of.clientCompanyId, of.agencyCompanyId].filter((id) => id != null)
  const known = await companiesByIds(db, asked)
  if (asked.some((id) => !known.has(id)))
    throw new Problem(NotFound, {}, 'The client or the agency is not in the directory any more. Choose again.')
}

async function refuseTakenCode(tx: Tx, code: string, except: ProductionId | null): Promise<void> {
  if (await store.isCodeTaken(tx, code, except))
    throw new Problem(ProductionCodeTaken, { code }, `Another production is called ${code}. Choose another code.`)
}

function refuseReversedDates(startsOn: string | null, endsOn: string | null): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw new Problem(DatesReversed, {}, 'The last day lies before the first. Check the two dates.')
}
