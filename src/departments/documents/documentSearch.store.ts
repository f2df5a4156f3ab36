import { sql, type ExpressionBuilder } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Schema } from '../../platform/database/schema.ts'
import type { DocumentKind, DocumentId, VersionId } from './document.contract.ts'
import { inSight, type Sights } from './document.store.ts'
import type { DocumentVersionTable } from './document.table.ts'

interface PageWords {
  readonly number: number
  readonly label: string | null
  readonly text: string
  readonly folded: string
}

/** Replaces the words of a version. */
export async function putPages(tx: Tx, id: VersionId, pages: readonly PageWords[]): Promise<void> {
  await tx.deleteFrom('document_page').where('version_id', '=', id).execute()
  for (let at = 0; at < pages.length; at += 100) {
    const some = pages.slice(at, at + 100)
    await tx
      .insertInto('document_page')
      .values(
        some.map(({ number, label, text, folded }) => ({
          version_id: id,
          number,
          label,
          text,
          words: sql`to_tsvector('simple', ${folded})`,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function learnWords(tx: Tx, words: readonly string[]): Promise<void> {
  const sorted = [...words].sort()
  for (let at = 0; at < sorted.length; at += 5000)
    await sql`insert into document_word (word) select unnest(${sorted.slice(at, at + 5000)}::text[]) on conflict do nothing`.execute(
      tx,
    )
}

/** Known words a slipped one may have been meant for, the likeliest first. */
export const wordsLike = async (db: Db, word: string): Promise<string[]> => {
  const { rows } = await sql<{ word: string }>`
    select word from document_word where word % ${word} and similarity(word, ${word}) > 0.4
    order by similarity(word, ${word}) desc, word limit 5`.execute(db)
  return rows.map((row) => row.word)
}

/** What the documents looked through have in common. */
export interface Among {
  readonly kind?: DocumentKind | undefined
  readonly classCode?: string | undefined
}

const among =
  ({ kind, classCode }: Among) =>
  (eb: ExpressionBuilder<Schema & { current: DocumentVersionTable }, 'document' | 'current'>) =>
    eb.and([
      ...(kind === undefined ? [] : [eb('current.kind', '=', kind)]),
      ...(classCode === undefined ? [] : [eb('document.class_code', '=', classCode)]),
    ])

export interface PageHit {
  readonly documentId: DocumentId
  readonly productionId: ProductionId | null
  readonly name: string
  readonly classCode: string
  readonly kind: DocumentKind
  readonly page: number | null
  readonly pageLabel: string | null
  readonly text: string
  readonly pagesWithHits: number
  readonly rank: number
  readonly place: number
}

/** Documents with these words in the text of their current version, the best page of each. Only what opens is asked. */
export async function byText(
  db: Db,
  reading: Sights,
  query: string,
  limit: number,
  of: Among = {},
): Promise<PageHit[]> {
  const seen = db
    .selectFrom('document')
    .innerJoin('document_version as current', (join) =>
      join.onRef('current.document_id', '=', 'document.id').onRef('current.number', '=', 'document.current_number'),
    )
    .innerJoin('document_page as page', 'page.version_id', 'current.id')
    .where((eb) => inSight(reading)(eb))
    .where((eb) => among(of)(eb))
    .where('document.archived_at', 'is', null)
    .where(sql<boolean>`page.words @@ to_tsquery('simple', ${query})`)
    .select(['document.id as documentId', 'document.name', 'document.class_code as classCode', 'current.kind'])
    .select(['document.production_id as productionId', 'page.number as page', 'page.label as pageLabel', 'page.text'])
    .select(sql<number>`count(*) over (partition by document.id)`.as('pagesWithHits'))
    .select(sql<number>`ts_rank(page.words, to_tsquery('simple', ${query}))`.as('rank'))
    .select(
      sql<number>`row_number() over (partition by document.id
        order by ts_rank(page.words, to_tsquery('simple', ${query})) desc, page.number)`.as('place'),
    )
    .as('hit')
  return db
    .selectFrom(seen)
    .selectAll()
    .where('hit.place', '=', 1)
    .orderBy('rank', 'desc')
    .orderBy('documentId')
    .limit(limit)
    .execute()
}

/** Documents whose name has all of these words, or looks like them. */
export const byName = (db: Db, sight: Sights, words: readonly string[], limit: number, of: Among = {}) => {
  const text = words.join(' ')
  return db
    .selectFrom('document')
    .innerJoin('document_version as current', (join) =>
      join.onRef('current.document_id', '=', 'document.id').onRef('current.number', '=', 'document.current_number'),
    )
    .where((eb) => inSight(sight)(eb))
    .where((eb) => among(of)(eb))
    .where('document.archived_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and(words.map((word) => eb('document.search_text', 'like', `%${word}%`))),
        sql<boolean>`document.search_text %> ${text}`,
      ]),
    )
    .select(['document.id as documentId', 'document.name', 'document.class_code as classCode', 'current.kind'])
    .select(['document.created_by as createdBy', 'document.production_id as productionId'])
    .select(sql<number>`word_similarity(${text}, document.search_text)`.as('likeness'))
    .orderBy('likeness', 'desc')
    .orderBy('document.id')
    .limit(limit)
    .execute()
}

export const waiting = async (db: Db, sight: Sights): Promise<number> =>
  (
    await db
      .selectFrom('document')
      .innerJoin('document_version as current', (join) =>
        join.onRef('current.document_id', '=', 'document.id').onRef('current.number', '=', 'document.current_number'),
      )
      .where((eb) => inSight(sight)(eb))
      .where('current.state', '=', 'waiting')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count
