import { roleInProduction, type ProductionRole } from '../../kernel/abilities.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { SearchHit, Searcher } from '../../platform/department.ts'
import { memberships } from '../productions/index.ts'
import { viewFor } from './documentSight.actions.ts'
import * as store from './documentSearch.store.ts'
import { snippet, textQuery, wordsOf } from './words.rules.ts'

/** Answers `Ctrl/Cmd+K`, in each production with the eyes of the person's role there. */
export const searchEverywhere: Searcher = async (db, scope, { text, productionIds, limit }) => {
  const words = wordsOf(text)
  const { actor } = scope
  if (words.length === 0 || actor.kind !== 'user') return []
  const hits: SearchHit[] = []
  for (const [reader, ids] of await byRole(db, scope, productionIds as readonly ProductionId[])) {
    const [first] = ids
    if (first === undefined) continue
    const view = await viewFor(db, { productionId: first, reader, userId: actor.userId, actor })
    const names = await store.byName(db, { ...view.sight, productionIds: ids }, words, limit)
    for (const it of names)
      if (view.standingOf({ id: it.documentId, ...it }) !== 'hidden')
        hits.push({ ...shown(it), detail: 'Document', score: Math.min(0.85, it.likeness) })
    for (const it of await store.byText(db, { ...view.reading, productionIds: ids }, textQuery(words), limit))
      if (!hits.some(({ id }) => id === it.documentId)) {
        const around = snippet(it.text, words).map((piece) => piece.text)
        hits.push({ ...shown(it, it.page), detail: `Page ${it.page}: ${around.join('')}`.slice(0, 120), score: 0.45 })
      }
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit)
}

const shown = (it: { documentId: string; productionId: string | null; name: string }, page?: number | null) => ({
  kind: 'document',
  id: it.documentId,
  label: it.name,
  href: `/productions/${it.productionId}/documents?document=${it.documentId}${page ? `&page=${page}` : ''}`,
})

/** Productions by what the person is there: their membership, else what their office role brings. A handful of roles at most. */
async function byRole(db: Db, { actor }: OfficeScope, productionIds: readonly ProductionId[]) {
  const groups = new Map<ProductionRole, ProductionId[]>()
  if (actor.kind !== 'user') return groups
  const known = await memberships.rolesOf(db, actor.userId, productionIds)
  for (const id of productionIds) {
    const role = roleInProduction(actor.officeRole, known.get(id))
    if (role !== undefined) groups.set(role, [...(groups.get(role) ?? []), id])
  }
  return groups
}
