import type { CompanyId, PersonId } from '../../kernel/ids.ts'
import { given } from '../../kernel/patch.ts'
import { NotFound, Problem, demandFresh, invalid } from '../../kernel/problems.ts'
import type { Actor, OfficeScope, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as companies from './company.store.ts'
import * as points from './contactPoint.store.ts'
import type {
  Engagement,
  EngagementChange,
  EngagementId,
  EngagementLine,
  NewEngagement,
} from './engagement.contract.ts'
import * as store from './engagement.store.ts'
import * as people from './person.store.ts'
import type { DepartmentId } from './person.contract.ts'

/**
 * Everybody on the production in crew-list order, with name, department, offsets and first e-mail and phone. Nothing is
 * withheld here: what leaves the house passes through the `Engagement` contract, which does.
 */
export async function engagementsOf(
  db: Db,
  scope: ProductionScope,
  { archived = false }: { archived?: boolean } = {},
): Promise<Engagement[]> {
  return shown(db, await store.all(db, scope, { archived }))
}

async function shown(db: Db, rows: readonly store.EngagementRow[]): Promise<Engagement[]> {
  const people = await points.reachesOf(
    db,
    'person',
    rows.flatMap(({ personId }) => personId ?? []),
  )
  const firms = await points.reachesOf(
    db,
    'company',
    rows.flatMap(({ personId, companyId }) => (personId === null ? (companyId ?? []) : [])),
  )
  return rows.map(
    ({
      departmentId,
      departmentName,
      departmentSort,
      departmentOffset,
      personName,
      creditName: _,
      firmName,
      employerName,
      employerId,
      languages,
      archivedAt,
      ...row
    }) => {
      const reach = people.get(row.personId ?? '') ?? firms.get(row.companyId ?? '')
      return {
        ...row,
        name: personName ?? firmName ?? '',
        companyName: firmName ?? employerName,
        throughCompanyId: row.companyId ?? employerId,
        languages: languages ?? [],
        department: {
          id: departmentId as DepartmentId,
          name: departmentName,
          sort: departmentSort,
          callOffsetMinutes: departmentOffset,
        },
        email: reach?.emails[0]?.value ?? null,
        phone: reach?.phones[0]?.value ?? null,
        archivedAt: archivedAt?.toString() ?? null,
      }
    },
  )
}

async function get(db: Db, scope: ProductionScope, id: EngagementId): Promise<Engagement> {
  const [engagement] = await shown(db, await store.byIds(db, scope, [id]))
  if (engagement === undefined) throw new Problem(NotFound, {}, 'Nobody on this production answers to this.')
  return engagement
}

declare module '../../platform/events.ts' {
  interface Events {
    /** Somebody was put on a production, changed there, or left it. */
    'people.engagement_changed': { productionId: string; engagementId: string }
  }
}

interface Write {
  readonly scope: ProductionScope
  readonly actor: Actor
}

export const create = (app: App, { body, ...by }: Write & { body: NewEngagement }): Promise<Engagement> =>
  app.transaction((tx) => put(app, tx, by, body))

/**
 * Puts a whole list on the production. Once per person and position, so that a list that comes again, or from two
 * coordinators at once, adds nobody twice.
 */
export const createMany = (app: App, { items, ...by }: Write & { items: readonly NewEngagement[] }) =>
  app.transaction(async (tx) => {
    await store.lockList(tx, by.scope)
    const key = (who: string | null, title: string) => `${who} ${title.toLowerCase()}`
    const there = new Set(
      (await store.all(tx, by.scope, { archived: false })).map((it) => key(it.personId ?? it.companyId, it.title)),
    )
    const added: EngagementId[] = []
    for (const body of items) {
      const its = key(body.personId ?? body.companyId, body.title)
      if (there.has(its)) continue
      there.add(its)
      added.push((await put(app, tx, by, body)).id)
    }
    return { added, already: items.length - added.length }
  })

async function put(app: App, tx: Tx, { scope, actor }: Write, body: NewEngagement): Promise<Engagement> {
  const id = app.ids.next<EngagementId>()
  const { personId, companyId, departmentId, title, ...rest } = body
  await store.insert(tx, {
    id,
    production_id: scope.productionId,
    person_id: personId,
    company_id: companyId,
    department_id: departmentId,
    title,
    kind: 'crew',
    element_id: null,
    call_offset_minutes: null,
    pickup_from: null,
    drive_minutes: null,
    sort: (await store.lastSort(tx, scope)) + 10,
    ...columnsOf(rest),
    created_at: app.clock.now().toString(),
    archived_at: null,
  })
  if (personId !== null) await takeUsual(app, tx, actor, { id: personId, departmentId, position: title })
  return settle(app, tx, { scope, actor }, { verb: 'engagement.added', id, before: null })
}

/** Whoever is engaged for the first time is from then on known by that position; the record says where it came from. */
async function takeUsual(
  app: App,
  tx: Tx,
  actor: Actor,
  { id, departmentId, position }: { id: PersonId; departmentId: string; position: string },
) {
  const taken = await people.takeUsual(tx, id, departmentId, position)
  if (taken === undefined) return
  await app.audit.record(tx, actor, 'person.position_set', {
    subject: { kind: 'person', id, label: taken.name },
    before: { position: null },
    after: { position },
  })
}

interface Change extends Write {
  readonly id: EngagementId
  readonly expected: number
}

export const change = (app: App, { scope, actor, id, expected, body }: Change & { body: EngagementChange }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    if (body.elementId && (body.kind ?? before.kind) !== 'cast')
      throw invalid('/elementId', 'Only cast play a character.')
    if (body.companyId) await refuseUnknown(tx, body.companyId)
    if (body.companyId === null && before.personId === null)
      throw invalid('/companyId', 'The company itself is on the production; take it off instead.')
    await store.update(tx, scope, id, expected, columnsOf(body))
    return settle(app, tx, { scope, actor }, { verb: 'engagement.changed', id, before })
  })

async function refuseUnknown(tx: Tx, companyId: CompanyId): Promise<void> {
  if ((await companies.namesByIds(tx, [companyId])).length === 0)
    throw invalid('/companyId', 'This company is not in the directory.')
}

export const setArchived = (app: App, { scope, actor, id, expected, archived }: Change & { archived: boolean }) =>
  app.transaction(async (tx) => {
    const before = await lockFresh(tx, scope, id, expected)
    await store.update(tx, scope, id, expected, { archived_at: archived ? app.clock.now().toString() : null })
    return settle(
      app,
      tx,
      { scope, actor },
      { verb: archived ? 'engagement.archived' : 'engagement.restored', id, before },
    )
  })

async function lockFresh(tx: Tx, scope: ProductionScope, id: EngagementId, expected: number): Promise<Engagement> {
  await store.lock(tx, scope, id)
  const before = await get(tx, scope, id)
  demandFresh({ expected, current: before.version }, before.name)
  return before
}

async function settle(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  { verb, id, before }: { verb: string; id: EngagementId; before: Engagement | null },
) {
  const after = await get(tx, scope, id)
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'engagement', id, label: `${after.name}, ${after.title}` },
    productionId: scope.productionId,
    before: before && told(before, before),
    after: told(after, before ?? after),
  })
  await app.announce(tx, { department: 'people', productionId: scope.productionId, ids: [id] })
  await app.emit(tx, 'people.engagement_changed', { productionId: scope.productionId, engagementId: id })
  return after
}

/**
 * What the production's history says of an engagement. Many may read that history, so what is the person's own (address,
 * birthday, diet) is not in it, and of a pick-up place or a note only that it changed.
 */
function told(now: Engagement, before: Engagement): object {
  const { title, kind, works, callOffsetMinutes, makeupMinutes, wardrobeMinutes, driveMinutes, phoneOnSheet } = now
  const hint = (was: string | null, is: string | null) => (is === was ? 'as it was' : 'changed')
  return {
    department: now.department.name,
    through: now.companyName,
    title,
    kind,
    works,
    unit: now.unit,
    callOffsetMinutes,
    makeupMinutes,
    wardrobeMinutes,
    driveMinutes,
    phoneOnSheet,
    pickup: hint(before.pickupFrom, now.pickupFrom),
    note: hint(before.notes, now.notes),
    archivedAt: now.archivedAt,
  }
}

function columnsOf(body: EngagementChange) {
  return given({
    department_id: body.departmentId,
    company_id: body.companyId,
    title: body.title,
    kind: body.kind,
    element_id: body.elementId,
    works: body.works,
    unit: body.unit,
    call_offset_minutes: body.callOffsetMinutes,
    makeup_minutes: body.makeupMinutes,
    wardrobe_minutes: body.wardrobeMinutes,
    pickup_from: body.pickupFrom,
    drive_minutes: body.driveMinutes,
    phone_on_sheet: body.phoneOnSheet,
    notes: body.notes,
    sort: body.sort,
  })
}

export async function ofPerson(db: Db, scope: OfficeScope, personId: PersonId): Promise<EngagementLine[]> {
  const rows = await store.ofPerson(db, scope, personId)
  return rows.map((row) => ({ ...row, archivedAt: row.archivedAt?.toString() ?? null }))
}

/** Where else these people are engaged: ids only, because of another production nothing but its code is known here. */
export async function engagedElsewhere(db: Db, scope: ProductionScope, personIds: readonly PersonId[]) {
  const rows = await store.elsewhere(db, scope, personIds)
  return rows.flatMap(({ personId, ...row }) => (personId === null ? [] : [{ ...row, personId }]))
}
