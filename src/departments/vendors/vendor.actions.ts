import { NotFound, Problem, demandFresh, invalid } from '../../kernel/problems.ts'
import type { CompanyId, PersonId } from '../../kernel/ids.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import { within, type App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import { lastFour } from './bank.rules.ts'
import * as banks from './bank.store.ts'
import { needsReason, waysFrom, stageWords, blockerText, type Stage } from './stage.rules.ts'
import {
  AlreadyVendor,
  NotReadyForStage,
  type NewVendor,
  type Vendor,
  type VendorBody,
  type VendorId,
  type VendorQuery,
} from './vendor.contract.ts'
import { blockersOf, partyIdOf, shown } from './vendor.shown.ts'
import * as store from './vendor.store.ts'

export interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

export const nameOf = (actor: Actor): string =>
  actor.kind === 'user' || actor.kind === 'system' ? actor.name : 'By link'

/** @throws NotFound */
export async function get(app: Pick<App, 'clock'>, db: Db, scope: OfficeScope, id: VendorId): Promise<Vendor> {
  const row = await store.byId(db, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such vendor.')
  return shown(app, db, scope, row)
}

export async function list(db: Db, scope: OfficeScope, query: VendorQuery) {
  const words = people
    .fold(query.q ?? '')
    .split(' ')
    .filter(Boolean)
  const rows = await store.page(db, scope, { ...query, words })
  const page = rows.slice(0, query.limit)
  const ids = page.map(({ id }) => id)
  const [categories, waiting, counts] = [
    Map.groupBy(await store.categoriesOf(db, ids), ({ vendorId }) => vendorId),
    new Set((await banks.waitingOf(db, ids)).map(({ vendorId }) => vendorId)),
    await store.countByStage(db, scope, { ...query, words }),
  ]
  const parties = await people.partiesByIds(db, {
    companyIds: page.flatMap(({ companyId }) => companyId ?? []),
    personIds: page.flatMap(({ personId }) => personId ?? []),
  })
  const last = page.at(-1)
  const stages = Object.fromEntries(counts.map(({ stage, count }) => [stage, count])) as Record<Stage, number>
  return {
    items: page.map(({ sortKey: _, companyId, personId, stageAt, ...row }) => ({
      ...row,
      kind: companyId === null ? ('person' as const) : ('company' as const),
      stageAt: stageAt.toString(),
      homeBase: parties.get(companyId ?? personId ?? '')?.homeBase ?? null,
      categories: (categories.get(row.id) ?? []).map(({ name }) => name),
      waits: { bank: waiting.has(row.id) },
    })),
    next: rows.length > query.limit && last !== undefined ? `${last.sortKey}|${last.id}` : null,
    total: query.stage === undefined ? counts.reduce((sum, { count }) => sum + count, 0) : (stages[query.stage] ?? 0),
    stages,
    can: { edit: scope.can('vendors.edit') },
  }
}

/** Somebody of the directory becomes a vendor, or somebody new is put into the directory and becomes one. */
export const create = (app: App, { scope, actor, body }: Write & { body: NewVendor }, stage: Stage = 'profile') =>
  app.transaction(async (tx): Promise<Vendor> => {
    const party = await partyFor(within(app, tx), tx, { scope, actor }, body)
    const [known] = await store.ofParties(tx, [party.id])
    if (known !== undefined)
      throw new Problem(AlreadyVendor, { vendorId: known.id }, `${party.name} is a vendor already.`)
    const id = app.ids.next<VendorId>()
    const now = app.clock.now().toString()
    await store.insert(tx, {
      id,
      company_id: party.kind === 'company' ? (party.id as CompanyId) : null,
      person_id: party.kind === 'person' ? (party.id as PersonId) : null,
      name: party.name,
      sort_name: party.sortName,
      find_text: party.findText,
      stage,
      stage_reason: null,
      stage_by: nameOf(actor),
      stage_at: now,
      payment_days: body.paymentDays ?? null,
      payment_terms: body.paymentTerms ?? null,
      currency: body.currency ?? null,
      ...taxColumns(app, body.tax ?? null),
      notes: body.notes ?? null,
      created_at: now,
      archived_at: null,
    })
    await putParts(app, tx, id, body)
    const vendor = await get(app, tx, scope, id)
    await record(app, tx, actor, { verb: 'vendor.added', before: null, after: vendor })
    return vendor
  })

async function partyFor(app: App, tx: Tx, { scope, actor }: Write, body: NewVendor): Promise<people.Party> {
  const reach = {
    ...(body.email && { emails: [{ label: null, value: body.email }] }),
    ...(body.phone && { phones: [{ label: null, value: body.phone }] }),
  }
  const [companyId, personId] =
    body.name === undefined
      ? [body.companyId, body.personId]
      : body.isPerson
        ? [undefined, (await people.addPerson(app, { scope, actor, body: { name: body.name, ...reach } })).id]
        : [
            (await people.addCompany(app, { scope, actor, body: { name: body.name, kinds: ['vendor'], ...reach } })).id,
            undefined,
          ]
  const id = companyId ?? personId ?? ''
  const party = (
    await people.partiesByIds(tx, {
      companyIds: companyId === undefined ? [] : [companyId],
      personIds: personId === undefined ? [] : [personId],
    })
  ).get(id)
  if (party === undefined || party.isArchived)
    throw invalid(companyId === undefined ? '/personId' : '/companyId', 'They are not in the directory any more.')
  return party
}

const taxColumns = (app: App, tax: { kind: string; id: string } | null) => ({
  tax_kind: tax?.kind ?? null,
  tax_sealed: tax === null ? null : app.keys.seal(tax.id),
  tax_last: tax === null ? null : lastFour(tax.id),
})

async function putParts(app: App, tx: Tx, id: VendorId, { categoryIds, contacts }: VendorBody): Promise<void> {
  const nextId = () => app.ids.next<string>()
  if (categoryIds !== undefined) await store.putCategories(tx, id, categoryIds, nextId)
  if (contacts !== undefined) {
    const known = await people.partiesByIds(tx, { personIds: contacts.map(({ personId }) => personId) })
    if (contacts.some(({ personId }) => !known.has(personId)))
      throw invalid('/contacts', 'One of these people is not in the directory any more.')
    await store.putContacts(tx, id, contacts, nextId)
  }
}

interface Change extends Write {
  readonly id: VendorId
  readonly expected: number
}

export const change = (app: App, { scope, actor, id, expected, body }: Change & { body: VendorBody }) =>
  app.transaction(async (tx): Promise<Vendor> => {
    const { before, row } = await lockFresh(app, tx, { scope, id, expected })
    await store.update(tx, row.id, expected, {
      ...(body.paymentDays !== undefined && { payment_days: body.paymentDays }),
      ...(body.paymentTerms !== undefined && { payment_terms: body.paymentTerms || null }),
      ...(body.currency !== undefined && { currency: body.currency }),
      ...(body.notes !== undefined && { notes: body.notes || null }),
      ...(body.tax !== undefined && taxColumns(app, body.tax)),
    })
    await putParts(app, tx, id, body)
    const vendor = await get(app, tx, scope, id)
    await record(app, tx, actor, { verb: 'vendor.changed', before, after: vendor })
    return vendor
  })

interface Staging extends Change {
  readonly stage: Stage
  readonly reason: string
}

export const setStage = (app: App, { scope, actor, id, expected, stage, reason }: Staging) =>
  app.transaction(async (tx): Promise<Vendor> => {
    const { before, row } = await lockFresh(app, tx, { scope, id, expected })
    if (!waysFrom(row.stage).includes(stage))
      throw invalid('/stage', `From “${stageWords[row.stage]}” one does not go to “${stageWords[stage]}”.`)
    if (needsReason(row.stage, stage) && reason === '') throw invalid('/reason', 'Say why; others will ask.')
    const blockers = stage === 'active' ? await blockersOf(app, tx, row) : []
    if (blockers.length > 0)
      throw new Problem(NotReadyForStage, { blockers }, blockers.map((it) => blockerText(it)).join(' '))
    await store.update(tx, id, expected, stageColumns(app, actor, stage, reason))
    const vendor = await get(app, tx, scope, id)
    await record(app, tx, actor, { verb: 'vendor.stage', before, after: vendor })
    return vendor
  })

export const stageColumns = (app: App, actor: Actor, stage: Stage, reason = '') => ({
  stage,
  stage_reason: reason === '' ? null : reason,
  stage_by: nameOf(actor),
  stage_at: app.clock.now().toString(),
})

export const setArchived = (app: App, { scope, actor, id, expected, archived }: Change & { archived: boolean }) =>
  app.transaction(async (tx): Promise<Vendor> => {
    const { before, row } = await lockFresh(app, tx, { scope, id, expected })
    const [other] = archived ? [] : await store.ofParties(tx, [partyIdOf(row)])
    if (other !== undefined && other.id !== id)
      throw new Problem(AlreadyVendor, { vendorId: other.id }, `${row.name} became a vendor again in the meantime.`)
    await store.update(tx, id, expected, { archived_at: archived ? app.clock.now().toString() : null })
    const vendor = await get(app, tx, scope, id)
    await record(app, tx, actor, { verb: archived ? 'vendor.archived' : 'vendor.restored', before, after: vendor })
    return vendor
  })

async function lockFresh(app: App, tx: Tx, { scope, id, expected }: Omit<Change, 'actor'>) {
  const row = await store.lock(tx, scope, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such vendor.')
  demandFresh({ expected, current: row.version }, row.name)
  return { row, before: await shown(app, tx, scope, row) }
}

/** Every field leaves a line; of a tax number only its last characters, and accounts write their own entries. */
async function record(
  app: App,
  tx: Tx,
  actor: Actor,
  { verb, before, after }: { verb: string; before: Vendor | null; after: Vendor },
) {
  const told = (it: Vendor | null) =>
    it && {
      stage: it.stage,
      stageReason: it.stageReason,
      categories: it.categories.map(({ name }) => name).join(', '),
      contacts: it.contacts.map(({ name, does }) => (does ? `${name} (${does})` : name)).join(', '),
      paymentDays: it.paymentDays,
      paymentTerms: it.paymentTerms,
      currency: it.currency,
      tax: it.tax === null ? null : `${it.tax.kind} ending in ${it.tax.last}`,
      notes: it.notes,
      archivedAt: it.archivedAt,
    }
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'vendor', id: after.id, label: after.name },
    before: told(before),
    after: told(after),
  })
  await app.announce(tx, { department: 'vendors', productionId: null, ids: [after.id] })
}

/** Who of the directory it may be already, and which of them are vendors. */
export async function hints(db: Db, asked: { name: string; email: string | null; phone: string | null }) {
  const found = await people.likely(db, asked)
  const vendors = await store.ofParties(
    db,
    found.map(({ id }) => id),
  )
  return found.map((it) => ({
    ...it,
    vendorId: vendors.find(({ companyId, personId }) => (companyId ?? personId) === it.id)?.id ?? null,
  }))
}
