import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { fold } from './likeness.rules.ts'
import { bestOf, escapeLike, pageOf } from './directory.store.ts'
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

/** The same word whatever its case, anywhere in a list of words; answered by an index on the words as they are compared. */
const holds = (column: string, word: string) => sql<boolean>`words_lowered(${sql.ref(column)}) @> array[lower(${word})]`

/** A search of the directory on a day: ages are whole years on it. */
export type Asked = DirectoryQuery & { readonly today: string }

const yearsBefore = (day: string, years: number) => Temporal.PlainDate.from(day).subtract({ years }).toString()
const bornBy = ({ today, ageFrom = 0 }: Asked) => yearsBefore(today, ageFrom)
/** Who is 30 today has their next birthday within a year: born after this day 31 years ago. */
const bornAfter = ({ today, ageUntil = 150 }: Asked) => yearsBefore(today, ageUntil + 1)

/** Current or archived people who fit every filter; a rate counts only for a reader who may see rates. */
const filtered = (db: Db, scope: OfficeScope, query: Asked) => {
  const {
    departmentId,
    companyId,
    show,
    skill,
    tag,
    language,
    position,
    city,
    has,
    voice,
    ageFrom,
    ageUntil,
    maxDayRate,
    hireable,
  } = query
  const seesRates = scope.sees('people', 'rate')
  return db
    .selectFrom('person')
    .where('person.archived_at', show === 'archived' ? 'is not' : 'is', null)
    .$if(departmentId !== undefined, (it) => it.where('person.department_id', '=', departmentId ?? ''))
    .$if(companyId !== undefined, (it) => it.where('person.company_id', '=', companyId as never))
    .$if(skill !== undefined, (it) => it.where(holds('person.skills', skill ?? '')))
    .$if(tag !== undefined, (it) => it.where(holds('person.tags', tag ?? '')))
    .$if(language !== undefined, (it) => it.where(holds('person.languages', language ?? '')))
    .$if(city !== undefined, (it) =>
      it.where(sql<boolean>`lower(person.home_base) like lower(${`%${escapeLike(city ?? '')}%`})`),
    )
    .$if(position !== undefined, (it) =>
      it.where(
        sql<boolean>`(lower(person.position) = lower(${position}) or person.id in (
          select other.person_id from person_position as other where lower(other.position) = lower(${position})))`,
      ),
    )
    .$if(has !== undefined, (it) =>
      it.where(
        sql<boolean>`exists (select 1 from person_media as medium where medium.person_id = person.id
          and medium.kind = ${has} and medium.archived_at is null)`,
      ),
    )
    .$if(voice !== undefined, (it) =>
      it.where(
        sql<boolean>`person.id in (select sample.person_id from person_media as sample
          where sample.kind = 'voice' and sample.archived_at is null
            and (words_lowered(sample.tags) @> array[lower(${voice})] or lower(sample.language) = lower(${voice})))`,
      ),
    )
    .$if((ageFrom !== undefined || ageUntil !== undefined) && scope.sees('people', 'personal'), (it) =>
      it
        .where(sql<boolean>`person.birth_date <= ${bornBy(query)}::date`)
        .where(sql<boolean>`person.birth_date > ${bornAfter(query)}::date`),
    )
    .$if(hireable === true && scope.sees('people', 'personal'), (it) => it.where('person.do_not_hire_at', 'is', null))
    .$if(maxDayRate !== undefined && seesRates, (it) =>
      it
        .where('person.day_rate_currency', '=', maxDayRate?.currency ?? '')
        .where('person.day_rate_minor', '<=', maxDayRate?.minor ?? 0),
    )
}

export const count = async (db: Db, scope: OfficeScope, query: Asked): Promise<number> =>
  (
    await filtered(db, scope, query)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

const lines = (db: Db, scope: OfficeScope, query: Asked) =>
  filtered(db, scope, query)
    .leftJoin('company', 'company.id', 'person.company_id')
    .leftJoin('department', 'department.id', 'person.department_id')
    .select([
      'person.id',
      'person.name',
      'person.position',
      'person.home_base as homeBase',
      'person.sort_name as sortName',
      'person.skills',
      'person.birth_date as birthDate',
      'person.do_not_hire_reason as doNotHire',
    ])
    .select(['day_rate_minor as dayRateMinor', 'day_rate_currency as dayRateCurrency'])
    .select(['person.archived_at as archivedAt', 'company.name as company', 'department.name as department'])
    .select((eb) =>
      eb
        .selectFrom('person_media as photo')
        .select('photo.id')
        .whereRef('photo.person_id', '=', 'person.id')
        .where('photo.kind', '=', 'photo')
        .where('photo.archived_at', 'is', null)
        .orderBy('photo.sort')
        .limit(1)
        .as('photoId'),
    )
export type PersonLineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

/** One page by family name. */
export const page = (db: Db, scope: OfficeScope, query: Asked) =>
  pageOf<PersonLineRow>('person', lines(db, scope, query), query)

export const search = (db: Db, scope: OfficeScope, query: Asked) =>
  bestOf<PersonLineRow>(db, scope, 'person', () => lines(db, scope, query), query)

export const departments = async (db: Db) => {
  const rows = await db
    .selectFrom('department')
    .leftJoin('position', 'position.department_id', 'department.id')
    .select(['department.id', 'department.name', 'department.sort', 'call_offset_minutes as callOffsetMinutes'])
    .select(['is_cast as isCast', 'position.id as positionId', 'position.name as positionName', 'position.also'])
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
