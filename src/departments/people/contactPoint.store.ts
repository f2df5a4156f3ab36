import type { PersonId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Reach } from './draft.contract.ts'
import { reachKey } from './keys.rules.ts'
import type { CompanyId } from './person.contract.ts'
import './person.table.ts'

export interface Reaches {
  readonly emails: Reach[]
  readonly phones: Reach[]
}

/** Whose they are: a person's or a company's. */
type Owner = { readonly person: PersonId } | { readonly company: CompanyId }

/** E-mail addresses and numbers of many records, each in the order its people put them. */
export async function reachesOf(
  db: Db,
  kind: 'person' | 'company',
  ids: readonly string[],
): Promise<ReadonlyMap<string, Reaches>> {
  const column = kind === 'person' ? 'person_id' : 'company_id'
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('contact_point')
          .select([column, 'kind', 'label', 'value'])
          .where(column, 'in', ids as never[])
          .orderBy('sort')
          .execute()
  const found = new Map<string, Reaches>(ids.map((id) => [id, { emails: [], phones: [] }]))
  for (const row of rows) {
    const owner = found.get(String(row[column as keyof typeof row]))
    owner?.[row.kind === 'email' ? 'emails' : 'phones'].push({ label: row.label, value: row.value })
  }
  return found
}

/** Replaces what is given; what is undefined stays. */
export async function put(
  tx: Tx,
  owner: Owner,
  { emails, phones }: Partial<Reaches>,
  nextId: () => string,
): Promise<void> {
  const [personId, companyId] = 'person' in owner ? [owner.person, null] : [null, owner.company]
  for (const [kind, list] of [
    ['email', emails],
    ['phone', phones],
  ] as const) {
    if (list === undefined) continue
    const all = tx.deleteFrom('contact_point').where('kind', '=', kind)
    await (
      personId === null ? all.where('company_id', '=', companyId) : all.where('person_id', '=', personId)
    ).execute()
    if (list.length === 0) continue
    await tx
      .insertInto('contact_point')
      .values(
        list.map(({ label, value }, sort) => ({
          id: nextId(),
          person_id: personId,
          company_id: companyId,
          kind,
          label,
          value,
          match_key: reachKey(kind, value),
          sort,
        })),
      )
      .execute()
  }
}

interface Reached {
  readonly id: string
  readonly contact: { readonly kind: 'person' | 'company' } & Reaches
}

/** The addresses and numbers of records that were just made. */
export async function insertMany(tx: Tx, records: readonly Reached[], nextId: () => string): Promise<void> {
  const rows = records.flatMap(({ id, contact }) =>
    (['email', 'phone'] as const).flatMap((kind) =>
      contact[kind === 'email' ? 'emails' : 'phones'].map(({ label, value }, sort) => ({
        id: nextId(),
        person_id: contact.kind === 'person' ? (id as PersonId) : null,
        company_id: contact.kind === 'company' ? (id as CompanyId) : null,
        kind,
        label,
        value,
        match_key: reachKey(kind, value),
        sort,
      })),
    ),
  )
  for (let at = 0; at < rows.length; at += 2000)
    await tx
      .insertInto('contact_point')
      .values(rows.slice(at, at + 2000))
      .execute()
}
