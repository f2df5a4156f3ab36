import { sql, type Insertable, type Updateable } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { MediaId, Medium, ProfileBody } from './profile.contract.ts'
import type { PersonMediaTable } from './profile.table.ts'
import './person.table.ts'

export const byId = (db: Db, _scope: OfficeScope, id: PersonId) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'skills', 'tags', 'travel_km as travelKm', 'representation', 'measurements', 'version'])
    .select(['do_not_hire_reason as doNotHireReason', 'do_not_hire_by as doNotHireBy', 'do_not_hire_at as doNotHireAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export const positionsOf = (db: Db, id: PersonId) =>
  db.selectFrom('person_position').select(['position', 'level']).where('person_id', '=', id).orderBy('sort').execute()

export async function putPositions(
  tx: Tx,
  id: PersonId,
  positions: NonNullable<ProfileBody['positions']>,
  nextId: () => string,
): Promise<void> {
  await tx.deleteFrom('person_position').where('person_id', '=', id).execute()
  if (positions.length === 0) return
  await tx
    .insertInto('person_position')
    .values(positions.map((each, sort) => ({ id: nextId(), person_id: id, ...each, sort })))
    .execute()
}

const medium = ['id', 'kind', 'title', 'tags', 'language', 'url', 'width', 'height', 'seconds', 'version'] as const

export const mediaOf = (db: Db, ids: readonly PersonId[]): Promise<(Medium & { personId: PersonId })[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('person_media')
        .select(medium)
        .select('person_id as personId')
        .where('person_id', 'in', [...ids])
        .where('archived_at', 'is', null)
        .orderBy('sort')
        .orderBy('id')
        .execute()

export const mediumById = (db: Db, personId: PersonId, id: MediaId) =>
  db
    .selectFrom('person_media')
    .select(medium)
    .select(['file_id as fileId', 'small_file_id as smallFileId'])
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Held until the transaction ends. */
export const lockMedium = (tx: Tx, personId: PersonId, id: MediaId): Promise<Medium | undefined> =>
  tx
    .selectFrom('person_media')
    .select(medium)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const insertMedium = (tx: Tx, row: Insertable<PersonMediaTable>) =>
  tx.insertInto('person_media').values(row).execute()

export const sortEnds = (db: Db, id: PersonId) =>
  db
    .selectFrom('person_media')
    .select((eb) => [eb.fn.min('sort').as('first'), eb.fn.max('sort').as('last')])
    .where('person_id', '=', id)
    .executeTakeFirst()

export const updateMedium = (tx: Tx, id: MediaId, change: Updateable<PersonMediaTable>): Promise<Medium> =>
  tx
    .updateTable('person_media')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning(medium)
    .executeTakeFirstOrThrow()

/** Writes anew what the profile adds to the text a person is found by. */
export const setProfileText = (tx: Tx, id: PersonId, text: string) =>
  tx.updateTable('person').set({ profile_text: text }).where('id', '=', id).execute()

/** What the latest day rate is, for finding by it. */
export const setDayRate = (tx: Tx, id: PersonId, rate: { minor: number; currency: string } | null) =>
  tx
    .updateTable('person')
    .set({ day_rate_minor: rate?.minor ?? null, day_rate_currency: rate?.currency ?? null })
    .where('id', '=', id)
    .execute()

/** The most frequent spellings of what people are found by, two hundred of each. */
export async function frequentWords(db: Db, _scope: OfficeScope) {
  const { rows } = await sql<{ kind: string; word: string }>`
    with words(kind, word) as (
      select 'skills', unnest(skills) from person where archived_at is null
      union all select 'tags', unnest(tags) from person where archived_at is null
      union all select 'languages', unnest(languages) from person where archived_at is null
      union all select 'cities', home_base from person where archived_at is null and home_base is not null
      union all select 'positions', position from person where archived_at is null and position is not null
      union all select 'positions', position from person_position),
    counted as (select kind, word, row_number() over (partition by kind order by count(*) desc, word) as at
      from words group by kind, word)
    select kind, word from counted where at <= 200 order by kind, at`.execute(db)
  return rows
}
