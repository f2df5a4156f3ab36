import { sql, type SelectQueryBuilder } from 'kysely'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import { wanted, type Wanted } from './keys.rules.ts'
import './person.table.ts'

/** People and companies are found and paged the same way: by the texts and keys both have. */
type Record = 'person' | 'company'
type Lines<Row> = SelectQueryBuilder<Schema, 'person' | 'company', Row>

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

/** Keys are `sort name|id`; names are folded and hold no bar. */
export const keyAfter = ({ sortName, id }: { sortName: string; id: string }): string => `${sortName}|${id}`

/** One page by name, and one row more where there is a next page. The key ends in the id: two of one name never hide each other. */
export function pageOf<Row>(
  record: Record,
  lines: unknown,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Row[]> {
  const [name, id] = [sql.ref<string>(`${record}.sort_name`), sql.ref<string>(`${record}.id`)]
  const at = after?.lastIndexOf('|') ?? -1
  const from =
    after === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(${name}, ${id}) > (${after.slice(0, at)}, ${after.slice(at + 1)}::uuid)`
  return (lines as Lines<Row>)
    .where(from)
    .orderBy(name)
    .orderBy(id)
    .limit(limit + 1)
    .execute()
}

/**
 * The best matches first, all by index: parts of words; only when they find nobody, every word with slipped letters; then
 * whoever is somewhat like all of it. Part of an address or a number is looked up among those, for readers who may see them at all.
 */
export async function bestOf<Row>(
  db: Db,
  scope: OfficeScope,
  record: Record,
  lines: () => unknown,
  { q, limit }: { q?: string | undefined; limit: number },
): Promise<Row[]> {
  const want = wanted(q ?? '')
  const base = () => (lines() as Lines<Row>).limit(limit)
  const byName = sql.ref<string>(`${record}.sort_name`)
  if (want.by !== 'words') {
    // Finding somebody by a number is a way to learn whose it is.
    if (!scope.sees('people', 'contact')) return []
    const found = await reached(db, record, want)
    return found.length === 0
      ? []
      : base()
          .where(sql<boolean>`${sql.ref(`${record}.id`)} = any(${found}::uuid[])`)
          .orderBy(byName)
          .execute()
  }
  const text = sql.ref<string>(`${record}.find_text`)
  const start = `${escapeLike(want.text)}%`
  const begins = sql<boolean>`(${text} like ${start} or ${byName} like ${start})`
  const exact = await want.words
    .reduce(
      (select, word) => select.where(sql<boolean>`${text} like ${`%${escapeLike(word)}%`}`),
      base().orderBy(begins, 'desc').orderBy(byName),
    )
    .execute()
  if (exact.length > 0) return exact
  const likeness = sql<number>`word_similarity(${want.text}, ${text})`
  const ranked = base().orderBy(likeness, 'desc').orderBy(byName)
  const close = await want.words
    .reduce((select, word) => select.where(sql<boolean>`${text} %> ${word}`), ranked)
    .execute()
  if (close.length > 0) return close
  const alike = sql.raw(`${record}_alike`)
  return ranked.where(sql<boolean>`${sql.ref(`${record}.id`)} in (select ${alike}(${want.text}))`).execute()
}

async function reached(db: Db, record: Record, want: Exclude<Wanted, { by: 'words' }>): Promise<string[]> {
  const column = record === 'person' ? 'person_id' : 'company_id'
  const rows = await db
    .selectFrom('contact_point')
    .select(sql<string>`${sql.ref(column)}`.as('owner'))
    .where('kind', '=', want.by)
    .where('match_key', 'like', want.by === 'email' ? `${escapeLike(want.text)}%` : `%${want.digits}%`)
    .where(column, 'is not', null)
    .limit(2000)
    .execute()
  return rows.map(({ owner }) => owner)
}
