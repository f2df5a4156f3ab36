import { ageOn } from '../../kernel/age.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { NotFound, Problem, demandFresh, invalid } from '../../kernel/problems.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { ensureCompanies } from './company.actions.ts'
import { keyAfter } from './directory.store.ts'
import { keysOf } from './keys.rules.ts'
import { splitName } from './names.rules.ts'
import { columnsOf } from './person.columns.ts'
import type { DirectoryQuery, NewPerson, Person, PersonBody, PersonLine } from './person.contract.ts'
import './people.events.ts'
import * as store from './person.store.ts'
import * as points from './contactPoint.store.ts'
import { reachWords } from './draft.rules.ts'

type Reader = Pick<App, 'db' | 'keys'>

/** @throws NotFound */
export async function get(app: Reader, scope: OfficeScope, id: PersonId, db: Db = app.db): Promise<Person> {
  const [person] = await shown(app, db, scope, [id])
  if (person === undefined) throw new Problem(NotFound, {}, 'There is no such person in the directory.')
  return person
}

/** Whole records in the order asked for; unknown ids are absent. Redaction happens where they leave the house. */
async function shown(app: Pick<App, 'keys'>, db: Db, scope: OfficeScope, ids: readonly PersonId[]): Promise<Person[]> {
  const rows = new Map((await store.byIds(db, scope, ids)).map((row) => [row.id, row]))
  const contacts = await points.reachesOf(db, 'person', ids)
  const can = { edit: scope.can('people.edit'), merge: scope.can('people.merge') }
  return ids.flatMap((id) => {
    const row = rows.get(id)
    if (row === undefined) return []
    const { bankSealed, companyId, companyName, agentId, agentName, departmentId, departmentName, ...rest } = row
    return {
      ...rest,
      company: named(companyId, companyName),
      agent: named(agentId, agentName),
      department: named(departmentId, departmentName),
      mergedInto: named(row.mergedIntoId, row.mergedIntoName),
      ...(contacts.get(id) ?? { emails: [], phones: [] }),
      // Sealed at rest: opened only for a reader whose role sees bank details at all.
      bankDetails: bankSealed !== null && scope.sees('people', 'bank') ? app.keys.unseal(bankSealed) : null,
      archivedAt: row.archivedAt?.toString() ?? null,
      can,
    }
  })
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** A page by name, or the best matches of a search; `total` counts what the filter holds, not the search. */
export async function list({ db, clock }: Pick<App, 'db' | 'clock'>, scope: OfficeScope, asked: DirectoryQuery) {
  const query = { ...asked, today: dayAt(clock.now(), 'UTC' as ZoneName) }
  const searching = query.q !== undefined && query.q !== ''
  const rows = searching ? await store.search(db, scope, query) : await store.page(db, scope, query)
  const page = rows.slice(0, query.limit)
  const contacts = await points.reachesOf(
    db,
    'person',
    page.map(({ id }) => id),
  )
  const items = page.map(
    ({ sortName: _, archivedAt, dayRateMinor, dayRateCurrency, birthDate, ...row }): PersonLine => ({
      ...row,
      age: birthDate === null ? null : ageOn(birthDate, query.today),
      dayRate: dayRateMinor === null ? null : { minor: Number(dayRateMinor), currency: dayRateCurrency ?? '' },
      email: contacts.get(row.id)?.emails[0]?.value ?? null,
      phone: contacts.get(row.id)?.phones[0]?.value ?? null,
      archivedAt: archivedAt?.toString() ?? null,
    }),
  )
  const last = page.at(-1)
  const next = !searching && rows.length > query.limit && last !== undefined ? keyAfter(last) : null
  return { items, next, total: searching ? items.length : await store.count(db, scope, query) }
}

interface Write {
  readonly scope: OfficeScope
  readonly actor: Actor
}

export const create = (app: App, { scope, actor, body }: Write & { body: NewPerson }): Promise<Person> =>
  app.transaction(async (tx) => {
    refuseUnseen(scope, body)
    const id = app.ids.next<PersonId>()
    const parts = body.givenName === undefined && body.familyName === undefined ? splitName(body.name) : {}
    const { display = body.name, ...split } = { display: undefined, ...parts }
    const whole = { ...blank, ...split, ...body, name: display }
    await store.insert(tx, [
      {
        ...(columnsOf(whole) as object),
        ...keysOf({ ...whole, kind: 'person' } as Parameters<typeof keysOf>[0]),
        ...(await references(app, tx, scope, body)),
        id,
        source: 'typed in',
        created_at: app.clock.now().toString(),
        archived_at: null,
        archived_reason: null,
        merged_into: null,
      } as never,
    ])
    await points.put(tx, { person: id }, body as Partial<points.Reaches>, () => app.ids.next())
    const person = await get(app, scope, id, tx)
    await record(app, tx, actor, { verb: 'person.added', before: null, after: person })
    return person
  })

interface ChangePerson extends Write {
  readonly id: PersonId
  readonly expected: number
  readonly body: PersonBody
}

export const change = (app: App, { scope, actor, id, expected, body }: ChangePerson): Promise<Person> =>
  app.transaction(async (tx) => {
    refuseUnseen(scope, body)
    if (body.agentId === id) throw invalid('/agentId', 'Nobody is their own agent.')
    const before = await lockFresh(app, tx, scope, id, expected)
    const after = {
      ...before,
      ...body,
      companyName: body.companyName === undefined ? (before.company?.name ?? null) : body.companyName,
    }
    await store.update(tx, scope, id, expected, {
      ...columnsOf(body),
      ...keysOf({ ...after, kind: 'person' } as Parameters<typeof keysOf>[0]),
      ...(await references(app, tx, scope, body)),
    })
    await points.put(tx, { person: id }, body as Partial<points.Reaches>, () => app.ids.next())
    const person = await get(app, scope, id, tx)
    await record(app, tx, actor, { verb: 'person.changed', before, after: person })
    await app.emit(tx, 'people.renamed', { kind: 'person', ids: [id] })
    return person
  })

interface Archiving extends Write {
  readonly id: PersonId
  readonly expected: number
  readonly archived: boolean
  readonly reason: string
}

export const setArchived = (app: App, { scope, actor, id, expected, archived, reason }: Archiving): Promise<Person> =>
  app.transaction(async (tx) => {
    const before = await lockFresh(app, tx, scope, id, expected)
    if (before.mergedInto !== null)
      throw invalid(
        '/archived',
        `This record was merged into ${before.mergedInto.name}. Undo the merge to have it back.`,
      )
    const at = archived ? app.clock.now().toString() : null
    await store.update(tx, scope, id, expected, { archived_at: at, archived_reason: archived ? reason || null : null })
    const person = await get(app, scope, id, tx)
    await record(app, tx, actor, { verb: archived ? 'person.archived' : 'person.restored', before, after: person })
    return person
  })

/** Nobody overwrites what they may not read. */
function refuseUnseen(scope: OfficeScope, { bankDetails }: PersonBody): void {
  if (bankDetails !== undefined && !scope.sees('people', 'bank'))
    throw invalid('/bankDetails', 'Bank details are entered by somebody who may see them.')
}

async function lockFresh(app: App, tx: Tx, scope: OfficeScope, id: PersonId, expected: number): Promise<Person> {
  await store.lock(tx, scope, [id])
  const before = await get(app, scope, id, tx)
  demandFresh({ expected, current: before.version }, before.name)
  return before
}

/** The company is found by its name or made; bank details are sealed before they touch the database. */
async function references(app: App, tx: Tx, scope: OfficeScope, { companyName, bankDetails }: PersonBody) {
  const company = companyName ? (await ensureCompanies(app, tx, scope, [companyName])).get(companyName) : null
  return {
    ...(companyName !== undefined && { company_id: company ?? null }),
    ...(bankDetails !== undefined && { bank_sealed: bankDetails ? app.keys.seal(bankDetails) : null }),
  }
}

/** Every field changed leaves a line, but what a bank detail was or is never enters the log. */
async function record(
  app: App,
  tx: Tx,
  actor: Actor,
  { verb, before, after }: { verb: string; before: Person | null; after: Person },
): Promise<void> {
  const told = (person: Person | null, word: string) =>
    person && { ...person, ...reachWords(person), can: null, bankDetails: person.bankDetails === null ? null : word }
  const same = before?.bankDetails === after.bankDetails
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'person', id: after.id, label: after.name },
    before: told(before, 'on file'),
    after: told(after, same ? 'on file' : 'on file, changed'),
  })
  await app.announce(tx, { department: 'people', productionId: null, ids: [after.id] })
}

const blank = {
  givenName: null,
  familyName: null,
  creditName: null,
  otherNames: [],
  position: null,
  companyName: null,
  homeBase: null,
  languages: [],
  websites: [],
}
