import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { SearchHit } from './documentSearch.contract.ts'
import { viewOf, type View } from './documentSight.actions.ts'
import * as store from './documentSearch.store.ts'
import { snippet, textQuery, vocabulary, wordsOf } from './words.rules.ts'

export interface Found {
  readonly items: SearchHit[]
  /** The words that were looked for instead, where letters had slipped. */
  readonly readAs: string[]
  /** How many documents are not read yet. */
  readonly waiting: number
}

/** Names first, then what stands inside; slipped letters are forgiven when nothing has the words as they are. */
export async function search(app: App, scope: ProductionScope, asked: { q: string; limit: number }): Promise<Found> {
  const { db } = app
  const view = await viewOf(app, db, scope)
  const words = wordsOf(asked.q)
  const waiting = await store.waiting(db, view.sight)
  if (words.length === 0) return { items: [], readAs: [], waiting }
  const names = await named(db, view, words, asked.limit)
  const exact = await store.byText(db, view.reading, textQuery(words), asked.limit)
  const meant = exact.length > 0 ? new Map<string, string[]>() : await meantBy(db, words)
  const texts =
    exact.length > 0 || meant.size === 0
      ? exact
      : await store.byText(db, view.reading, textQuery(words, meant), asked.limit)
  const marked = [...words, ...[...meant.values()].flat()]
  const inside = new Map(texts.map((hit) => [hit.documentId, hit]))
  const items = [
    ...names.map((it): SearchHit => {
      const hit = inside.get(it.documentId)
      inside.delete(it.documentId)
      return hit ? shownHit(hit, marked) : { ...nameOnly, ...it }
    }),
    ...[...inside.values()].map((hit) => shownHit(hit, marked)),
  ]
  return { items: items.slice(0, asked.limit), readAs: texts === exact ? [] : readAs(texts, meant), waiting }
}

const nameOnly = { page: null, pageLabel: null, snippet: [], pagesWithHits: 0 }

async function named(db: Db, view: View, words: readonly string[], limit: number) {
  const rows = await store.byName(db, view.sight, words, limit)
  return rows
    .filter((row) => view.standingOf({ id: row.documentId, ...row }) !== 'hidden')
    .map(({ documentId, name, classCode, kind }) => ({ documentId, name, classCode, kind }))
}

const shownHit = (
  { text, rank: _rank, productionId: _, ...hit }: store.PageHit,
  words: readonly string[],
): SearchHit => ({
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
