import type { ProductionId } from '../../kernel/ids.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { SearchHit } from './documentSearch.contract.ts'
import { viewOf, type Eyes } from './documentSight.actions.ts'
import * as store from './documentSearch.store.ts'
import { snippet, textQuery, vocabulary, wordsOf } from './words.rules.ts'

/** A hit with the production it is in. */
type Hit = SearchHit & { readonly productionId: ProductionId | null }

interface Found {
  readonly items: Hit[]
  /** The words that were looked for instead, where letters had slipped. */
  readonly readAs: string[]
  /** How many documents are not read yet. */
  readonly waiting: number
}

/** In one production. */
export async function search(app: App, scope: ProductionScope, asked: { q: string; limit: number }): Promise<Found> {
  return find(app.db, await viewOf(app, app.db, scope), asked)
}

interface Asked {
  readonly q: string
  readonly limit: number
  readonly among?: store.Among
}

/** Names first, then what stands inside; slipped letters are forgiven when nothing has the words as they are. */
export async function find(db: Db, eyes: Eyes, { q, limit, among = {} }: Asked): Promise<Found> {
  const words = wordsOf(q)
  const waiting = await store.waiting(db, eyes.sight)
  if (words.length === 0) return { items: [], readAs: [], waiting }
  const inside = (query: string) => store.byText(db, eyes.reading, query, limit, among)
  const names = await named(db, eyes, words, { limit, among })
  const exact = await inside(textQuery(words))
  const meant = exact.length > 0 ? new Map<string, string[]>() : await meantBy(db, words)
  const texts = exact.length > 0 || meant.size === 0 ? exact : await inside(textQuery(words, meant))
  const marked = [...words, ...[...meant.values()].flat()]
  const left = new Map(texts.map((hit) => [hit.documentId, hit]))
  const items = [
    ...names.map((it): Hit => {
      const hit = left.get(it.documentId)
      left.delete(it.documentId)
      return hit ? shownHit(hit, marked) : { ...nameOnly, ...it }
    }),
    ...[...left.values()].map((hit) => shownHit(hit, marked)),
  ]
  return { items: items.slice(0, limit), readAs: texts === exact ? [] : readAs(texts, meant), waiting }
}

const nameOnly = { page: null, pageLabel: null, snippet: [], pagesWithHits: 0 }

async function named(
  db: Db,
  eyes: Eyes,
  words: readonly string[],
  { limit, among }: { limit: number; among: store.Among },
) {
  const rows = await store.byName(db, eyes.sight, words, limit, among)
  return rows
    .filter((row) => eyes.standingOf({ id: row.documentId, ...row }) !== 'hidden')
    .map(({ createdBy: _by, likeness: _likeness, ...row }) => row)
}

const shownHit = ({ text, rank: _rank, place: _place, ...hit }: store.PageHit, words: readonly string[]): Hit => ({
  ...hit,
  snippet: snippet(text, words),
})

async function meantBy(db: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  const meant = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < 4) continue
    const like = (await store.wordsLike(db, word)).filter((it) => it !== word)
    if (like.length > 0) meant.set(word, like)
  }
  return meant
}

/** Only words that stand in what was found are named: the vocabulary of other documents stays theirs. */
const readAs = (hits: readonly store.PageHit[], meant: ReadonlyMap<string, readonly string[]>): string[] => {
  const found = new Set(hits.flatMap(({ text }) => vocabulary(text)))
  return [...new Set([...meant.values()].flat())].filter((word) => found.has(word))
}
