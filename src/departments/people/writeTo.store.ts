import type { PersonId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { emailKey, phoneKey } from './likeness.rules.ts'
import './person.table.ts'

/** How a person is written to: their first address and number, and the languages they read. */
export interface WriteTo {
  personId: PersonId
  email: string | null
  phone: string | null
  languages: string[]
}

/** For messages the office sends in its own name, so it is not redacted: the scope is proof that it may send them. */
export async function writeToOf(db: Db, _scope: ProductionScope, personIds: readonly PersonId[]): Promise<WriteTo[]> {
  if (personIds.length === 0) return []
  const people = await db
    .selectFrom('person')
    .select(['id', 'languages'])
    .where('id', 'in', [...personIds])
    .execute()
  const points = await db
    .selectFrom('contact_point')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', [...personIds])
    .orderBy('sort')
    .execute()
  const first = (personId: PersonId, kind: 'email' | 'phone') =>
    points.find((it) => it.person_id === personId && it.kind === kind)?.value ?? null
  return people.map(({ id, languages }) => ({
    personId: id,
    email: first(id, 'email'),
    phone: first(id, 'phone'),
    languages,
  }))
}

interface Correction {
  /** For a contact point that has to be made. */
  id: string
  personId: PersonId
  kind: 'email' | 'phone'
  value: string
}

/**
 * Puts a corrected address in the place of the first one; where there is none it becomes the first.
 * @returns what stood there
 */
export async function correctWriteTo(tx: Tx, _scope: ProductionScope, change: Correction): Promise<string | null> {
  const former = await tx
    .selectFrom('contact_point')
    .select(['id', 'value'])
    .where('person_id', '=', change.personId)
    .where('kind', '=', change.kind)
    .orderBy('sort')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  const key = change.kind === 'email' ? emailKey(change.value) : phoneKey(change.value)
  const put = { value: change.value, match_key: key }
  if (former) await tx.updateTable('contact_point').set(put).where('id', '=', former.id).execute()
  else
    await tx
      .insertInto('contact_point')
      .values({
        id: change.id,
        person_id: change.personId,
        company_id: null,
        kind: change.kind,
        label: null,
        sort: 0,
        ...put,
      })
      .execute()
  return former?.value ?? null
}
