import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as drafts from './draft.store.ts'
import * as elements from './element.store.ts'
import { titled } from './proposals.rules.ts'
import type { ElementId } from './scene.contract.ts'
import { cuesOf } from './screenplay.rules.ts'

/**
 * Puts who speaks in a scene on its sheet, on a person's word. New characters take the next numbers on the board, the
 * one with most scenes first.
 */
export async function addSpeakers(
  app: App,
  tx: Tx,
  { scope, actor }: { scope: ProductionScope; actor: Actor },
): Promise<void> {
  const draft = await drafts.latest(tx, scope)
  if (!draft) return
  const spoken = (await drafts.texts(tx, draft.id)).flatMap(({ sceneId, elements: own }) =>
    cuesOf(own).map(({ name }) => ({ sceneId, name: titled(name) })),
  )
  const byName = Map.groupBy(spoken, ({ name }) => name.toLowerCase())
  const known = new Map<string, ElementId>()
  for (const { id, name, aliases, category } of await elements.all(tx, scope))
    if (category === 'cast') for (const one of [name, ...aliases]) known.set(one.toLowerCase(), id)
  const rows: elements.OwnRow[] = []
  let next = await elements.nextBoardId(tx, scope)
  for (const [key, uses] of [...byName].sort((a, b) => b[1].length - a[1].length)) {
    let id = known.get(key)
    if (id === undefined) {
      id = app.ids.next<ElementId>()
      const { name } = uses[0]!
      await elements.insert(tx, scope, id, { category: 'cast', name, boardId: String(next++) })
      await app.audit.record(tx, actor, 'added a character', {
        subject: { kind: 'element', id, label: name },
        productionId: scope.productionId,
        after: { name, category: 'cast' },
      })
    }
    for (const { sceneId } of uses) rows.push({ sceneId, elementId: id, quantity: 1, note: '' })
  }
  await elements.addMissing(tx, rows)
}
