import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { emailKey, nameKey, phoneKey } from './likeness.rules.ts'
import './person.table.ts'

interface PartyRow {
  id: string
  name: string
  sortName: string
  findText: string
  legalName: string | null
  homeBase: string | null
  address: string | null
  websites: string[]
  isArchived: boolean
  version: number
}

export async function partyRows(db: Db, kind: 'company' | 'person', ids: readonly string[]): Promise<PartyRow[]> {
  const { rows } = await sql<PartyRow>`
    select id, name, sort_name as "sortName", find_text as "findText", legal_name as "legalName",
      home_base as "homeBase", address, websites, archived_at is not null as "isArchived", version
    from ${sql.table(kind)} where id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

interface Likely {
  kind: 'company' | 'person'
  id: string
  name: string
  by: 'name' | 'email' | 'phone'
}

/** Same name whatever its legal form, same address, same number; twenty at most. */
export async function likelyKeys(
  db: Db,
  { name, email, phone }: { name: string; email: string | null; phone: string | null },
): Promise<Likely[]> {
  const { rows } = await sql<Likely>`
    select 'company' as kind, id, name, 'name' as by from company
      where archived_at is null and name_key = ${nameKey(name, 'company')}
    union all
    select 'person', id, name, 'name' from person
      where archived_at is null and name_key = ${nameKey(name, 'person')}
    union all
    select case when c.company_id is null then 'person' else 'company' end, coalesce(c.company_id, c.person_id),
      coalesce(company.name, person.name), c.kind
    from contact_point c
      left join company on company.id = c.company_id
      left join person on person.id = c.person_id
    where coalesce(company.archived_at, person.archived_at) is null
      and ((c.kind = 'email' and c.match_key = ${email === null ? '' : emailKey(email)})
        or (c.kind = 'phone' and c.match_key = ${phone === null ? '' : phoneKey(phone)} and c.match_key <> ''))
    limit 20`.execute(db)
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}
