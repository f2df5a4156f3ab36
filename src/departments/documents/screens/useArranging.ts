import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { arrangeDocuments, type DocumentRow } from '../document.contract.ts'

export interface Arrangement {
  folderId?: string | null
  archived?: boolean
}

/** Moves several documents or puts them away, at once and with a way back. */
export function useArranging(productionId: string, onDone: () => void = () => undefined) {
  const client = useQueryClient()
  const send = async (rows: readonly DocumentRow[], how: Arrangement) => {
    const items = rows.map(({ id, version }) => ({ id, version }))
    const done = await browser.call(arrangeDocuments, { params: { productionId }, body: { items, ...how } })
    await refresh(client, productionId)
    return done.items
  }
  return (rows: readonly DocumentRow[], how: Arrangement) => {
    if (rows.length === 0) return
    const back = async (now: readonly DocumentRow[]) => {
      // Each goes back to where it lay; those from one folder go together.
      const groups = Map.groupBy(now, ({ id }) => rows.find((it) => it.id === id)?.folderId ?? null)
      for (const [folderId, group] of groups)
        await send(group, how.archived === undefined ? { folderId } : { archived: !how.archived })
    }
    send(rows, how).then((now) => {
      onDone()
      const what = rows.length === 1 ? (rows[0]?.name ?? '') : plural(rows.length, 'document')
      const did = how.archived === undefined ? 'moved' : how.archived ? 'put away' : 'put back'
      toast.done(`${what} ${did}`, { undo: () => back(now).catch(toast.problem) })
    }, toast.problem)
  }
}
