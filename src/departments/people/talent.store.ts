import type { PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { reachKey } from './keys.rules.ts'
import type { Representation } from './profile.contract.ts'
import './person.table.ts'

/** What casting takes over from the directory when it puts somebody forward. */
export interface Talent {
  id: PersonId
  name: string
  homeBase: string | null
  birthDate: string | null
  sizes: string | null
  email: string | null
  phone: string | null
  agent: { name: string; email: string | null } | null
  /** Who hears first. */
  representation: Representation
}

/** The scope is proof that its bearer works on a production; where it is shown, the fields' classes decide. */
export async function talentByIds(db: Db, _scope: ProductionScope, ids: readonly PersonId[]): Promise<Talent[]> {
  if (ids.length === 0) return []
  const people = await db
    .selectFrom('person')
    .leftJoin('person as agent', 'agent.id', 'person.agent_id')
    .select(['person.id', 'person.name', 'person.home_base as homeBase', 'person.birth_date as birthDate'])
    .select(['person.sizes', 'person.representation', 'agent.id as agentId', 'agent.name as agentName'])
    .where('person.id', 'in', [...ids])
    .where('person.archived_at', 'is', null)
    .execute()
  const wanted = people.flatMap(({ id, agentId }) => [id, ...(agentId === null ? [] : [agentId])])
  if (wanted.length === 0) return []
  const points = await db
    .selectFrom('contact_point')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', wanted)
    .orderBy('sort')
    .execute()
  const first = (id: PersonId | null, kind: 'email' | 'phone') =>
    points.find((it) => it.person_id === id && it.kind === kind)?.value ?? null
  return people.map(({ agentId, agentName, ...person }) => ({
    ...person,
    email: first(person.id, 'email'),
    phone: first(person.id, 'phone'),
    agent: agentId === null ? null : { name: agentName ?? '', email: first(agentId, 'email') },
  }))
}

/** Who in the directory has which of these e-mail addresses, by the address as it was asked; names only. */
export async function sharingAddress(
  db: Db,
  _scope: ProductionScope,
  emails: readonly string[],
): Promise<ReadonlyMap<string, { id: PersonId; name: string }[]>> {
  if (emails.length === 0) return new Map()
  const rows = await db
    .selectFrom('contact_point')
    .innerJoin('person', 'person.id', 'contact_point.person_id')
    .select(['person.id', 'person.name', 'contact_point.match_key as key'])
    .distinct()
    .where('contact_point.kind', '=', 'email')
    .where('contact_point.match_key', 'in', [...new Set(emails.map((it) => reachKey('email', it)))])
    .where('person.archived_at', 'is', null)
    .orderBy('person.name')
    .execute()
  return new Map(
    emails.map((email) => [
      email,
      rows.filter(({ key }) => key === reachKey('email', email)).map(({ id, name }) => ({ id, name })),
    ]),
  )
}

/** Wardrobe's sizes of people by id; those this reader may not see, and those nobody has measured, are absent. */
export async function measurementsByIds(
  db: Db,
  scope: ProductionScope,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Readonly<Record<string, string | undefined>>>> {
  if (ids.length === 0 || !scope.sees('people', 'personal')) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'measurements'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.flatMap(({ id, measurements }) => (measurements === null ? [] : [[id, measurements]])))
}
