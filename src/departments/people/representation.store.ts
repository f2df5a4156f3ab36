import type { PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import { emailKey } from './likeness.rules.ts'
import { addresseesOf, type Addressees, type Reached } from './representation.rules.ts'
import './person.table.ts'

/**
 * Who is written to on behalf of people, by the rule of each: themselves, themselves with the agent copied, or the agent.
 * For messages the office sends in its own name: the scope is proof that it may send them. Unknown ids are absent.
 */
export async function representationOf(
  db: Db,
  _scope: ProductionScope,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Addressees>> {
  if (personIds.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .leftJoin('person as agent', (join) =>
      join.onRef('agent.id', '=', 'person.agent_id').on('agent.archived_at', 'is', null),
    )
    .select(['person.id', 'person.name', 'person.languages', 'person.representation as rule'])
    .select(['agent.id as agentId', 'agent.name as agentName', 'agent.languages as agentLanguages'])
    .where('person.id', 'in', [...personIds])
    .execute()
  const reached = await firstAddresses(
    db,
    people.flatMap(({ id, agentId }) => [id, ...(agentId === null ? [] : [agentId])]),
  )
  return new Map(
    people.map(({ id, name, languages, rule, agentId, agentName, agentLanguages }) => {
      const own: Reached = { name, email: reached.get(id) ?? null, languages }
      const agent: Reached | null =
        agentId === null
          ? null
          : { name: agentName ?? '', email: reached.get(agentId) ?? null, languages: agentLanguages ?? [] }
      return [id, addresseesOf(rule, own, agent)]
    }),
  )
}

async function firstAddresses(db: Db, ids: readonly PersonId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const points = await db
    .selectFrom('contact_point')
    .select(['person_id as personId', 'value'])
    .where('person_id', 'in', [...ids])
    .where('kind', '=', 'email')
    .orderBy('sort', 'desc')
    .execute()
  return new Map(points.map(({ personId, value }) => [personId ?? '', value]))
}

/** The languages of whoever in the directory has these addresses, for writing to colleagues; unknown ones are absent. */
export async function languagesAt(db: Db, emails: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (emails.length === 0) return new Map()
  const found = await db
    .selectFrom('contact_point')
    .innerJoin('person', 'person.id', 'contact_point.person_id')
    .select(['contact_point.match_key as key', 'person.languages'])
    .where('contact_point.kind', '=', 'email')
    .where('contact_point.match_key', 'in', [...new Set(emails.map(emailKey))])
    .where('person.archived_at', 'is', null)
    .orderBy('person.id', 'desc')
    .execute()
  const spoken = new Map(found.map(({ key, languages }) => [key, languages]))
  return new Map(
    emails.flatMap((email) => {
      const languages = spoken.get(emailKey(email))
      return languages === undefined ? [] : [[email, languages] as const]
    }),
  )
}
