import type { PersonId } from '../../kernel/ids.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { ensureCompanies, freshRow } from './company.actions.ts'
import * as companies from './company.store.ts'
import * as points from './contactPoint.store.ts'
import type { ContactDraft } from './draft.contract.ts'
import { emptyDraft } from './draft.rules.ts'
import { keysOf } from './keys.rules.ts'
import { fold } from './likeness.rules.ts'
import type { CompanyId } from './person.contract.ts'
import * as people from './person.store.ts'

/** A record of the directory, person or company, in the shape that is compared, merged and exchanged. */
export interface Entry {
  readonly id: string
  readonly contact: ContactDraft
  readonly version: number
  readonly isArchived: boolean
}

type Kind = ContactDraft['kind']

/** Whole records of one kind in the exchange shape; unknown ids are absent. */
export async function entriesOf(db: Db, scope: OfficeScope, kind: Kind, ids: readonly string[]): Promise<Entry[]> {
  const contacts = await points.reachesOf(db, kind, ids)
  const reach = (id: string) => contacts.get(id) ?? { emails: [], phones: [] }
  if (kind === 'company') {
    const rows = await companies.byIds(db, scope, ids as CompanyId[])
    return rows.map(
      ({ version, archivedAt, kinds: _, mergedIntoId: __, mergedIntoName: ___, archivedReason: ____, id, ...row }) => ({
        id,
        version,
        isArchived: archivedAt !== null,
        contact: { ...emptyDraft('company', row.name), ...row, ...reach(id) },
      }),
    )
  }
  const rows = await people.byIds(db, scope, ids as PersonId[])
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    isArchived: row.archivedAt !== null,
    contact: {
      kind: 'person',
      name: row.name,
      givenName: row.givenName,
      familyName: row.familyName,
      legalName: row.legalName,
      creditName: row.creditName,
      otherNames: row.otherNames,
      pronouns: row.pronouns,
      ...reach(row.id),
      websites: row.websites,
      companyName: row.companyName,
      department: row.departmentName,
      position: row.position,
      homeBase: row.homeBase,
      address: row.address,
      timeZone: row.timeZone,
      languages: row.languages,
      birthDate: row.birthDate,
      union: row.union,
      dietary: row.dietary,
      allergies: row.allergies,
      emergencyContact: row.emergencyContact,
      notes: row.notes,
    },
  }))
}

interface NewEntry {
  readonly id: string
  readonly contact: ContactDraft
}

/** Adds many records at once; companies people name are found or made, drafts come settled, see draft.rules.ts. */
export async function addEntries(
  app: App,
  tx: Tx,
  scope: OfficeScope,
  entries: readonly NewEntry[],
  source: string,
): Promise<void> {
  const firms = entries.filter(({ contact }) => contact.kind === 'company')
  await inChunks(firms, async (chunk) => {
    await companies.insert(
      tx,
      chunk.map(({ id, contact }) => ({
        ...freshRow(app, id as CompanyId, contact.name, source),
        ...companyColumns(contact),
      })),
    )
  })
  const persons = entries.filter(({ contact }) => contact.kind === 'person')
  const links = await linksOf(app, tx, scope, persons)
  await inChunks(persons, async (chunk) => {
    await people.insert(
      tx,
      chunk.map(({ id, contact }) => ({
        ...personColumns(contact),
        ...links.of(contact),
        id: id as PersonId,
        source,
        agent_id: null,
        sizes: null,
        rate_note: null,
        bank_sealed: null,
        created_at: app.clock.now().toString(),
        archived_at: null,
        archived_reason: null,
        merged_into: null,
      })),
    )
  })
  await points.insertMany(tx, entries, () => app.ids.next())
}

/** Writes a completed or merged record over the one that is there. */
export async function writeEntry(
  app: App,
  tx: Tx,
  scope: OfficeScope,
  { id, contact, version }: Omit<Entry, 'isArchived'>,
): Promise<void> {
  const reach = { emails: contact.emails, phones: contact.phones }
  if (contact.kind === 'company') {
    await companies.update(tx, scope, id as CompanyId, version, companyColumns(contact))
    return points.put(tx, { company: id as CompanyId }, reach, () => app.ids.next())
  }
  const links = await linksOf(app, tx, scope, [{ id, contact }])
  await people.update(tx, scope, id as PersonId, version, {
    ...personColumns(contact),
    ...links.of(contact),
  })
  return points.put(tx, { person: id as PersonId }, reach, () => app.ids.next())
}

const companyColumns = (contact: ContactDraft) => ({
  name: contact.name,
  legal_name: contact.legalName,
  other_names: contact.otherNames,
  home_base: contact.homeBase,
  address: contact.address,
  time_zone: contact.timeZone,
  languages: contact.languages,
  websites: contact.websites,
  notes: contact.notes,
  ...keysOf(contact),
})

const personColumns = (contact: ContactDraft) => ({
  name: contact.name,
  given_name: contact.givenName,
  family_name: contact.familyName,
  legal_name: contact.legalName,
  credit_name: contact.creditName,
  other_names: contact.otherNames,
  pronouns: contact.pronouns,
  position: contact.position,
  home_base: contact.homeBase,
  address: contact.address,
  time_zone: contact.timeZone,
  languages: contact.languages,
  websites: contact.websites,
  birth_date: contact.birthDate as never,
  union_membership: contact.union,
  emergency_contact: contact.emergencyContact,
  dietary: contact.dietary,
  allergies: contact.allergies,
  notes: contact.notes,
  ...keysOf(contact),
})

/** Company and department names of drafts as the rows they mean. */
async function linksOf(app: App, tx: Tx, scope: OfficeScope, entries: readonly NewEntry[]) {
  const named = entries.flatMap(({ contact }) => contact.companyName ?? [])
  const firms = await ensureCompanies(app, tx, scope, [...new Set(named)])
  const departments = new Map((await people.departments(tx)).map(({ id, name }) => [fold(name), id]))
  const departmentOf = ({ department }: ContactDraft) =>
    department === null ? null : (departments.get(fold(department)) ?? null)
  return {
    of: (contact: ContactDraft) => ({
      company_id: contact.companyName === null ? null : (firms.get(contact.companyName) ?? null),
      department_id: departmentOf(contact),
    }),
  }
}

/** PostgreSQL takes 65,535 values in one statement. */
async function inChunks<T>(items: readonly T[], write: (chunk: T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 500) await write(items.slice(at, at + 500))
}
