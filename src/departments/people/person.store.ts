import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { wanted } from './keys.rules.ts'
import { fold } from './likeness.rules.ts'
import type { DirectoryQuery } from './person.contract.ts'
import type { PersonTable } from './person.table.ts'
import type { Insertable, Updateable } from 'kysely'

const full = [
  'person.id',
  'person.name',
  'person.given_name as givenName',
  'person.family_name as familyName',
  'person.legal_name as legalName',
  'person.credit_name as creditName',
  'person.other_names as otherNames',
  'person.pronouns',
  'person.company_id as companyId',
  'person.agent_id as agentId',
  'person.department_id as departmentId',
  'person.position',
  'person.home_base as homeBase',
  'person.address',
  'person.time_zone as timeZone',
  'person.languages',
  'person.websites',
  'person.birth_date as birthDate',
  'person.union_membership as union',
  'person.sizes',
  'person.emergency_contact as emergencyContact',
  'person.dietary',
  'person.allergies',
  'person.rate_note as rateNote',
  'person.bank_sealed as bankSealed',
  'person.notes',
  'person.archived_at as archivedAt',
  'person.archived_reason as archivedReason',
  'person.merged_into as mergedIntoId',
  'person.version',
] as const

/** The whole record with the names it refers to. */
export const byIds = (db: Db, _scope: OfficeScope, ids: readonly PersonId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('person')
        .leftJoin('company', 'company.id', 'person.company_id')
        .leftJoin('department', 'department.id', 'person.department_id')
        .leftJoin('person as agent', 'agent.id', 'person.agent_id')
        .leftJoin('person as heir', 'heir.id', 'person.merged_into')
        .select(full)
        .select(['company.name as companyName', 'department.name as departmentName'])
        .select(['agent.name as agentName', 'heir.name as mergedIntoName'])
        .where('person.id', 'in', ids as PersonId[])
        .execute()
export type PersonRow = Awaited<ReturnType<typeof byIds>>[number]

/** Names of people by id, for those who only show them. */
export const namesByIds = (db: Db, ids: readonly PersonId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('person')
        .select(['id', 'name', 'pronouns'])
        .where('id', 'in', ids as PersonId[])
        .execute()

export const lock = (tx: Tx, _scope: OfficeScope, ids: readonly PersonId[]) =>
  tx
    .selectFrom('person')
    .select(['id', 'version'])
    .where('id', 'in', ids as PersonId[])
    .orderBy('id')
    .forUpdate()
    .execute()

export const insert = (tx: Tx, rows: readonly Insertable<PersonTable>[]) =>
  rows.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('person')
        .values([...rows])
        .execute()

/** @returns undefined when somebody else was first */
export const update = (tx: Tx, _scope: OfficeScope, id: PersonId, expected: number, change: Updateable<PersonTable>) =>
  tx
    .updateTable('person')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

const filtered = (
  db: Db,
  { departmentId, companyId, show }: Pick<DirectoryQuery, 'departmentId' | 'companyId' | 'show'>,
) =>
  db
    .selectFrom('person')
    .where('person.archived_at', show === 'archived' ? 'is not' : 'is', null)
    .$if(departmentId !== undefined, (query) => query.where('person.department_id', '=', departmentId ?? ''))
    .$if(companyId !== undefined, (query) => query.where('person.company_id', '=', companyId as never))

export const count = async (db: Db, _scope: OfficeScope, query: DirectoryQuery): Promise<number> =>
  (
    await filtered(db, query)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** One page by family name. The key ends in the id, so that two people of one name never hide each other. */
export const page = (db: Db, _scope: OfficeScope, query: DirectoryQuery) =>
  lines(filtered(db, query))
    .$if(query.after !== undefined, (select) => {
      const [name = '', id = ''] = splitKey(query.after ?? '')
      return select.where(sql<boolean>`(person.sort_name, person.id) > (${name}, ${id}::uuid)`)
    })
    .orderBy('person.sort_name')
    .orderBy('person.id')
    .limit(query.limit + 1)
    .execute()

/** Parts of words first, by index; only when they find nobody, words with slipped letters: the likely by index, then all. */
export async function search(db: Db, scope: OfficeScope, query: DirectoryQuery) {
  const want = wanted(query.q ?? '')
  const base = () => lines(filtered(db, query)).limit(query.limit)
  // Finding somebody by a number is a way to learn whose it is.
  if (want.by !== 'words' && !scope.sees('people', 'contact')) return []
  if (want.by !== 'words') {
    const pattern = want.by === 'email' ? `${escapeLike(want.text)}%` : `%${want.digits}%`
    const points = db
      .selectFrom('contact_point')
      .select('person_id')
      .where('kind', '=', want.by)
      .where('match_key', 'like', pattern)
      .where('person_id', 'is not', null)
    return base()
      .where('person.id', 'in', points as never)
      .orderBy('person.sort_name')
      .execute()
  }
  const begins = sql<boolean>`(person.search_text like ${`${escapeLike(want.text)}%`} or person.sort_name like ${`${escapeLike(want.text)}%`})`
  const exact = await want.words
    .reduce(
      (select, word) => select.where('person.search_text', 'like', `%${escapeLike(word)}%`),
      base().orderBy(begins, 'desc').orderBy('person.sort_name'),
    )
    .execute()
  if (exact.length > 0) return exact
  const likeness = sql<number>`word_similarity(${want.text}, person.search_text)`
  const ranked = base().orderBy(likeness, 'desc').orderBy('person.sort_name')
  const close = await ranked.where(sql<boolean>`person.search_text %> ${want.text}`).execute()
  return close.length > 0 ? close : ranked.where(likeness, '>', 0.4).execute()
}

const lines = (from: ReturnType<typeof filtered>) =>
  from
    .leftJoin('company', 'company.id', 'person.company_id')
    .leftJoin('department', 'department.id', 'person.department_id')
    .select([
      'person.id',
      'person.name',
      'person.position',
      'person.home_base as homeBase',
      'person.sort_name as sortName',
    ])
    .select(['person.archived_at as archivedAt', 'company.name as company', 'department.name as department'])

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

/** Keys are `sort name|id`; names are folded and hold no bar. */
export const splitKey = (key: string): string[] => {
  const at = key.lastIndexOf('|')
  return [key.slice(0, at), key.slice(at + 1)]
}

export const departments = async (db: Db) => {
  const rows = await db
    .selectFrom('department')
    .leftJoin('position', 'position.department_id', 'department.id')
    .select(['department.id', 'department.name', 'department.sort', 'call_offset_minutes as callOffsetMinutes'])
    .select(['position.id as positionId', 'position.name as positionName'])
    .orderBy('department.sort')
    .orderBy('position.sort')
    .execute()
  return rows
}

/** Entries of the audit log about one record with every field they changed, the latest hundred first. */
export const activity = (db: Db, _scope: OfficeScope, id: string) =>
  db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_change as change', 'change.entry_id', 'entry.id')
    .select(['entry.id', 'entry.at', 'entry.actor_name as actor', 'entry.verb', 'entry.subject_label as label'])
    .select(['entry.subject_kind as kind', 'change.field', 'change.before', 'change.after'])
    .where('entry.subject_id', '=', id)
    .where('entry.id', 'in', (eb) =>
      eb.selectFrom('audit_entry').select('id').where('subject_id', '=', id).orderBy('id', 'desc').limit(100),
    )
    .orderBy('entry.id', 'desc')
    .execute()

/** Whoever has no usual department and position yet takes those of their first engagement; nothing known is overwritten. */
export const takeUsual = (tx: Tx, id: PersonId, departmentId: string, position: string) =>
  tx
    .updateTable('person')
    .set({
      department_id: departmentId,
      position,
      search_text: sql<string>`search_text || ' ' || ${fold(position)}`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('department_id', 'is', null)
    .where('position', 'is', null)
    .returning('name')
    .executeTakeFirst()
