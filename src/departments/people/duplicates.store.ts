import { sql } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import './person.table.ts'

type Kind = 'person' | 'company'
const column = { person: 'person_id', company: 'company_id' } as const

/** What candidates are looked up by. */
export interface Traces {
  readonly nameKeys: readonly string[]
  readonly reachKeys: readonly string[]
}

/** One import at a time: each plans by what the one before it added. */
export const holdImports = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('people.import'))`.execute(tx)

/** Ids of current records that share a name key, an address or a number with what is asked, or are spelt almost alike. */
export async function candidates(
  db: Db,
  _scope: OfficeScope,
  kind: Kind,
  { nameKeys, reachKeys }: Traces,
): Promise<string[]> {
  const table = sql.table(kind)
  const owner = sql.ref(column[kind])
  const { rows } = await sql<{ id: string }>`
    with wanted(name_key) as (select distinct unnest(${[...nameKeys]}::text[]))
    select record.id from ${table} record join wanted using (name_key) where record.archived_at is null
    union
    select record.id from ${table} record join contact_point on contact_point.${owner} = record.id
      where record.archived_at is null and contact_point.match_key = any(${reachKeys.filter((key) => key.length > 5)}::text[])
    union
    select near.id from wanted cross join lateral (
      select id from ${table} record where record.archived_at is null and record.search_text % wanted.name_key
      order by similarity(record.search_text, wanted.name_key) desc limit 5) near
    where ${nameKeys.length} <= 2000`.execute(db)
  return rows.map(({ id }) => id)
}

interface Pair {
  readonly a: string
  readonly b: string
}

/** Pairs of current records that share a name, an address or a number and that nobody has called different people. */
export async function pairs(db: Db, _scope: OfficeScope, kind: Kind, limit: number): Promise<Pair[]> {
  const table = sql.table(kind)
  const owner = sql.ref(column[kind])
  const { rows } = await sql<Pair>`
    with pair as (
      select a.id as a, b.id as b from ${table} a join ${table} b on a.name_key = b.name_key and a.id < b.id
        where a.archived_at is null and b.archived_at is null and a.name_key <> ''
      union
      select least(x.${owner}, y.${owner}), greatest(x.${owner}, y.${owner})
        from contact_point x join contact_point y on x.match_key = y.match_key and x.kind = y.kind and x.${owner} < y.${owner}
        join ${table} a on a.id = x.${owner} and a.archived_at is null
        join ${table} b on b.id = y.${owner} and b.archived_at is null
        where length(x.match_key) > 5)
    select pair.a, pair.b from pair
    where not exists (select 1 from merge_answer answer
      where answer.answer = 'different' and answer.undone_at is null
        and ((answer.kept_id = pair.a and answer.other_id = pair.b) or (answer.kept_id = pair.b and answer.other_id = pair.a)))
    order by pair.a, pair.b limit ${limit}`.execute(db)
  return rows
}

interface NewAnswer {
  readonly id: string
  readonly kind: Kind
  readonly keptId: string
  readonly otherId: string
  readonly answer: 'merged' | 'different'
  readonly snapshot: object | null
  readonly by: string
  readonly at: Temporal.Instant
}

export const insertAnswer = (tx: Tx, answer: NewAnswer) =>
  tx
    .insertInto('merge_answer')
    .values({
      id: answer.id,
      kind: answer.kind,
      kept_id: answer.keptId,
      other_id: answer.otherId,
      answer: answer.answer,
      snapshot: answer.snapshot && JSON.stringify(answer.snapshot),
      answered_by_name: answer.by,
      answered_at: answer.at.toString(),
      undone_at: null,
    })
    .execute()

export const findAnswer = (tx: Tx, _scope: OfficeScope, id: string) =>
  tx
    .selectFrom('merge_answer')
    .select(['id', 'kind', 'kept_id as keptId', 'other_id as otherId', 'answer', 'snapshot', 'undone_at as undoneAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const markUndone = (tx: Tx, id: string, at: Temporal.Instant) =>
  tx.updateTable('merge_answer').set({ undone_at: at.toString() }).where('id', '=', id).execute()

/** Merges into a record, the latest first; for undoing them. */
export const answersOf = (db: Db, _scope: OfficeScope, keptId: string) =>
  db
    .selectFrom('merge_answer')
    .select([
      'id',
      'other_id as otherId',
      'snapshot',
      'answered_by_name as by',
      'answered_at as at',
      'undone_at as undoneAt',
    ])
    .where('kept_id', '=', keptId)
    .where('answer', '=', 'merged')
    .orderBy('id', 'desc')
    .execute()

/** Rows moved from one record to another: `table.column` → ids. */
export type Moved = Readonly<Record<string, readonly string[]>>

/**
 * Every column that refers to a record, asked of the database itself, so that a department added later is not forgotten.
 * Addresses are joined by value and merges keep their own trail, so those two stay.
 */
async function referencesTo(tx: Tx, kind: Kind): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select class.relname as "table", attribute.attname as "column" from pg_constraint constraint_
      join pg_class class on class.oid = constraint_.conrelid
      join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum = constraint_.conkey[1]
      join pg_attribute key on key.attrelid = class.oid and key.attname = 'id'
    where contype = 'f' and confrelid = ${kind}::regclass and cardinality(conkey) = 1
      and class.relname <> 'contact_point' and attribute.attname <> 'merged_into'
    order by 1, 2`.execute(tx)
  return rows
}

export async function moveReferences(tx: Tx, kind: Kind, from: string, to: string): Promise<Moved> {
  const moved: Record<string, string[]> = {}
  for (const { table, column: reference } of await referencesTo(tx, kind)) {
    const { rows } = await sql<{ id: string }>`
      update ${sql.table(table)} set ${sql.ref(reference)} = ${to} where ${sql.ref(reference)} = ${from} returning id`.execute(
      tx,
    )
    if (rows.length > 0) moved[`${table}.${reference}`] = rows.map(({ id }) => id)
  }
  return moved
}

export async function moveBack(tx: Tx, kind: Kind, moved: Moved, to: string): Promise<void> {
  for (const { table, column: reference } of await referencesTo(tx, kind)) {
    const ids = moved[`${table}.${reference}`] ?? []
    if (ids.length === 0) continue
    await sql`update ${sql.table(table)} set ${sql.ref(reference)} = ${to} where id = any(${[...ids]}::uuid[])`.execute(
      tx,
    )
  }
}

export async function retire(
  tx: Tx,
  kind: Kind,
  id: string,
  into: string | null,
  at: Temporal.Instant | null,
): Promise<void> {
  await sql`update ${sql.table(kind)} set merged_into = ${into}, archived_at = ${at?.toString() ?? null},
    archived_reason = ${into === null ? null : 'Merged into another record'}, version = version + 1 where id = ${id}`.execute(
    tx,
  )
}

/** Ids of everything current, by name. */
export async function currentIds(db: Db, _scope: OfficeScope, kind: Kind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(kind)} where archived_at is null order by sort_name, id`.execute(db)
  return rows.map(({ id }) => id)
}
