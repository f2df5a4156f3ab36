import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { browser, refresh } from '../../../client/react.ts'
import { toast } from '../../../ui/toast.tsx'
import { acceptProposals, dismissProposal, putOnSheet, takeOffSheet, undismissProposal } from '../breakdown.contract.ts'
import type { ProposedElement, Sheet } from '../breakdown.contract.ts'
import { listElements, removeElement } from '../element.contract.ts'
import type { Element, SheetRow } from '../element.contract.ts'
import { changeScene } from '../scene.contract.ts'
import type { BreakdownState, SceneId } from '../scene.contract.ts'
import type { ProductionId } from '../../../kernel/ids.ts'

interface Undoable {
  readonly label: string
  readonly back: () => Promise<unknown>
}

type Tagging = Pick<ProposedElement, 'key' | 'category' | 'name' | 'quantity' | 'elementId'>

/** What can be done to a sheet, each with its way back: Ctrl+Z takes back the last, then the one before. */
export function useBreakdown(productionId: ProductionId, elements: readonly Element[]) {
  const client = useQueryClient()
  const done = useRef<Undoable[]>([])

  const run = async (work: () => Promise<Undoable | undefined>) => {
    try {
      const undoable = await work()
      if (undoable) done.current.push(undoable)
    } catch (thrown) {
      toast.problem(thrown)
    } finally {
      await refresh(client, productionId)
    }
  }

  const accept = (sceneId: SceneId, proposals: readonly Tagging[]) =>
    run(async () => {
      const body = {
        proposals: proposals.map(({ key, category, name, quantity, elementId }) => ({
          key,
          category,
          name,
          quantity,
          elementId,
        })),
      }
      const { rows } = await browser.call(acceptProposals, { params: { productionId, sceneId }, body })
      const known = new Set(elements.map(({ id }) => id))
      const names = proposals.map(({ name }) => name).join(', ')
      return { label: `${names} taken off again`, back: () => takeBack(productionId, rows, known) }
    })

  const dismiss = (sceneId: SceneId, { key, name }: Pick<ProposedElement, 'key' | 'name'>) =>
    run(async () => {
      const params = { productionId, sceneId, key }
      await browser.call(dismissProposal, { params })
      return { label: `${name} is proposed again`, back: () => browser.call(undismissProposal, { params }) }
    })

  const put = (row: SheetRow, { quantity, note }: { quantity: number; note: string }) =>
    run(async () => {
      const params = { productionId, sceneId: row.sceneId, elementId: row.elementId }
      await browser.call(putOnSheet, { params, body: { quantity, note } })
      const before = { quantity: row.quantity, note: row.note }
      return { label: 'As it was', back: () => browser.call(putOnSheet, { params, body: before }) }
    })

  const takeOff = (row: SheetRow, name: string) =>
    run(async () => {
      const params = { productionId, sceneId: row.sceneId, elementId: row.elementId }
      await browser.call(takeOffSheet, { params })
      const body = { quantity: row.quantity, note: row.note }
      return { label: `${name} is on the sheet again`, back: () => browser.call(putOnSheet, { params, body }) }
    })

  const mark = ({ scene }: Sheet, state: BreakdownState) =>
    run(async () => {
      const params = { productionId, sceneId: scene.id }
      const changed = await browser.call(changeScene, {
        params,
        body: { breakdownState: state },
        ifMatch: scene.version,
      })
      const body = { breakdownState: scene.breakdownState }
      return { label: 'As it was', back: () => browser.call(changeScene, { params, body, ifMatch: changed.version }) }
    })

  const undo = async () => {
    const last = done.current.pop()
    if (!last) return
    try {
      await last.back()
      toast.done(last.label)
    } catch (thrown) {
      toast.problem(thrown)
    }
    await refresh(client, productionId)
  }

  return { accept, dismiss, put, takeOff, mark, undo }
}

/** Rows leave the sheet, and elements that were made for them leave the list. */
async function takeBack(
  productionId: ProductionId,
  rows: readonly SheetRow[],
  known: ReadonlySet<string>,
): Promise<void> {
  for (const { sceneId, elementId } of rows)
    await browser.call(takeOffSheet, { params: { productionId, sceneId, elementId } })
  const { items } = await browser.call(listElements, { params: { productionId } })
  for (const { id, version, scenes } of items)
    if (!known.has(id) && scenes.length === 0 && rows.some(({ elementId }) => elementId === id))
      await browser.call(removeElement, { params: { productionId, elementId: id }, ifMatch: version })
}
