import { roleInProduction } from '../../kernel/abilities.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { SearchHit, Searcher } from '../../platform/department.ts'
import { memberships } from '../productions/index.ts'
import * as store from './documentSearch.store.ts'
import { eyesAcross, type Seat } from './librarySight.actions.ts'
import { snippet, textQuery, wordsOf } from './words.rules.ts'

/** Answers `Ctrl/Cmd+K`, in each production with the eyes of the person's role there. */
export const searchEverywhere: Searcher = async (db, { actor }, { text, productionIds, limit }) => {
  const words = wordsOf(text)
  if (words.length === 0 || actor.kind !== 'user') return []
  const eyes = await eyesAcross(db, actor.userId, await seatsOf(db, actor, productionIds as readonly ProductionId[]))
  const hits: SearchHit[] = []
  for (const it of await store.byName(db, eyes.sight, words, limit))
    if (eyes.standingOf({ id: it.documentId, ...it }) !== 'hidden')
      hits.push({ ...shown(it), detail: 'Document', score: Math.min(0.85, it.likeness) })
  for (const it of await store.byText(db, eyes.reading, textQuery(words), limit))
    if (!hits.some(({ id }) => id === it.documentId)) {
      const around = snippet(it.text, words).map((piece) => piece.text)
      hits.push({ ...shown(it, it.page), detail: `Page ${it.page}: ${around.join('')}`.slice(0, 120), score: 0.45 })
    }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit)
}

const shown = (it: { documentId: string; productionId: string | null; name: string }, page?: number | null) => ({
  kind: 'document',
  id: it.documentId,
  label: it.name,
  href: `/productions/${it.productionId}/documents?document=${it.documentId}${page ? `&page=${page}` : ''}`,
})

/** What the person is in each: a member, else what their office role brings. */
async function seatsOf(db: Db, actor: Actor & { kind: 'user' }, ids: readonly ProductionId[]): Promise<Seat[]> {
  const known = await memberships.rolesOf(db, actor.userId, ids)
  return ids.flatMap((id) => {
    const role = roleInProduction(actor.officeRole, known.get(id))
    return role === undefined ? [] : [{ id, role }]
  })
}
