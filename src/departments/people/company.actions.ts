import { NotFound, Problem, demandFresh, invalid } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Company, CompanyBody, CompanyLine, NewCompany } from './company.contract.ts'
import * as store from './company.store.ts'
import { emptyDraft, reachWords } from './draft.rules.ts'
import { keyAfter } from './directory.store.ts'
import { keysOf } from './keys.rules.ts'
import { nameKey } from './likeness.rules.ts'
import type { CompanyId } from './person.contract.ts'
import * as points from './contactPoint.store.ts'
import './people.events.ts'

/** @throws NotFound */
export async function get(db: Db, scope: OfficeScope, id: CompanyId): Promise<Company> {
  const [row] = await store.byIds(db, scope, [id])
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such company in the directory.')
  const contacts = await points.reachesOf(db, 'company', [id])
  return {
    ...row,
    ...(contacts.get(id) ?? { emails: [], phones: [] }),
    people: await store.peopleOf(db, scope, id),
    archivedAt: row.archivedAt?.toString() ?? null,
    mergedInto: row.mergedIntoId === null ? null : { id: row.mergedIntoId, name: row.mergedIntoName ?? '' },
    can: { edit: scope.can('people.edit'), merge: scope.can('people.merge') },
  }
}

export async function list(db: Db, scope: OfficeScope, query: store.CompanyQuery) {
  const searching = query.q !== undefined && query.q !== ''
  const rows = searching ? await store.search(db, scope, query) : await store.page(db, scope, query)
  const page = rows.slice(0, query.limit)
  const contacts = await points.reachesOf(
    db,
    'company',
    page.map(({ id }) => id),
  )
  const items = page.map(({ sortName: _, archivedAt, people, ...row }): CompanyLine => ({
    ...row,
    people: people ?? 0,
    email: contacts.get(row.id)?.emails[0]?.value ?? null,
    phone: contacts.get(row.id)?.phones[0]?.value ?? null,
    archivedAt: archivedAt?.toString() ?? null,
  }))
  const last = page.at(-1)
  const next = !searching && rows.length > query.limit && last !== undefined ? keyAfter(last) : null
  return { items, next, total: searching ? items.length : await store.count(db, scope, query) }
}

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

export const create = (app: App, { scope, actor, body }: Write & { body: NewCompany }): Promise<Company> =>
  app.transaction(async (tx) => {
    const id = app.ids.next<CompanyId>()
    await store.insert(tx, [{ ...freshRow(app, id, body.name, 'typed in'), ...columnsOf(body), ...keys(body) }])
    await points.put(tx, { company: id }, body as Partial<points.Reaches>, () => app.ids.next())
    const company = await get(tx, scope, id)
    await record(app, tx, actor, { verb: 'company.added', before: null, after: company })
    return company
  })

interface ChangeCompany extends Write {
  readonly id: CompanyId
  readonly expected: number
}

export const change = (app: App, { scope, actor, id, expected, body }: ChangeCompany & { body: CompanyBody }) =>
  app.transaction(async (tx): Promise<Company> => {
    const before = await lockFresh(tx, scope, id, expected)
    const after = { ...before, ...body, name: body.name ?? before.name }
    await store.update(tx, scope, id, expected, { ...columnsOf(body), ...keys(after) })
    await points.put(tx, { company: id }, body as Partial<points.Reaches>, () => app.ids.next())
    const company = await get(tx, scope, id)
    await record(app, tx, actor, { verb: 'company.changed', before, after: company })
    await app.emit(tx, 'people.renamed', { kind: 'company', ids: [id] })
    return company
  })

export const setArchived = (
  app: App,
  { scope, actor, id, expected, archived, reason }: ChangeCompany & { archived: boolean; reason: string },
) =>
  app.transaction(async (tx): Promise<Company> => {
    const before = await lockFresh(tx, scope, id, expected)
    if (before.mergedInto !== null)
      throw invalid(
        '/archived',
        `This record was merged into ${before.mergedInto.name}. Undo the merge to have it back.`,
      )
    const at = archived ? app.clock.now().toString() : null
    await store.update(tx, scope, id, expected, { archived_at: at, archived_reason: archived ? reason || null : null })
    const company = await get(tx, scope, id)
    await record(app, tx, actor, { verb: archived ? 'company.archived' : 'company.restored', before, after: company })
    return company
  })

/**
 * Ids of companies by name; those nobody has heard of are made. Names that differ in case, accents or legal form are
 * one company: "Nordlys" and "NORDLYS AS" give the same id.
 */
export async function ensureCompanies(
  app: App,
  tx: Tx,
  _scope: OfficeScope,
  names: readonly string[],
): Promise<ReadonlyMap<string, CompanyId>> {
  const keyOf = (name: string) => nameKey(name, 'company')
  const known = new Map(
    (await store.byNameKeys(tx, [...new Set(names.map(keyOf))])).map(({ nameKey: key, id }) => [key, id]),
  )
  const fresh = new Map<string, string>()
  for (const name of names) if (!known.has(keyOf(name)) && !fresh.has(keyOf(name))) fresh.set(keyOf(name), name)
  const rows = [...fresh.values()].map((name) => freshRow(app, app.ids.next<CompanyId>(), name, 'named by a person'))
  await store.insert(tx, rows)
  for (const row of rows) known.set(row.name_key, row.id)
  return new Map(names.flatMap((name) => (known.has(keyOf(name)) ? [[name, known.get(keyOf(name)) as CompanyId]] : [])))
}

export const freshRow = (app: App, id: CompanyId, name: string, source: string) => ({
  id,
  name,
  kinds: [] as string[],
  legal_name: null,
  other_names: [] as string[],
  home_base: null,
  address: null,
  time_zone: null,
  languages: [] as string[],
  websites: [] as string[],
  notes: null,
  source,
  ...keysOf(emptyDraft('company', name)),
  created_at: app.clock.now().toString(),
  archived_at: null,
  archived_reason: null,
  merged_into: null,
})

const keys = ({ name, otherNames, homeBase }: Pick<CompanyBody, 'otherNames' | 'homeBase'> & { name: string }) =>
  keysOf({ ...emptyDraft('company', name), otherNames: otherNames ?? [], homeBase: homeBase ?? null })

function columnsOf(body: CompanyBody) {
  const all = {
    name: body.name,
    kinds: body.kinds,
    legal_name: body.legalName,
    other_names: body.otherNames,
    home_base: body.homeBase,
    address: body.address,
    time_zone: body.timeZone,
    websites: body.websites,
    notes: body.notes,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, value === '' ? null : value]],
    ),
  )
}

async function lockFresh(tx: Tx, scope: OfficeScope, id: CompanyId, expected: number): Promise<Company> {
  await store.lock(tx, scope, [id])
  const before = await get(tx, scope, id)
  demandFresh({ expected, current: before.version }, before.name)
  return before
}

async function record(
  app: App,
  tx: Tx,
  actor: Actor,
  { verb, before, after }: { verb: string; before: Company | null; after: Company },
): Promise<void> {
  const told = (company: Company | null) => company && { ...company, ...reachWords(company), can: null, people: null }
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'company', id: after.id, label: after.name },
    before: told(before),
    after: told(after),
  })
  await app.announce(tx, { department: 'people', productionId: null, ids: [after.id] })
}
