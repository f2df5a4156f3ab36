import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh } from '../../../client/react.ts'
import { toast } from '../../../ui/toast.tsx'
import { changeFolder, type Folder } from '../folder.contract.ts'

interface FolderChange {
  name?: string | undefined
  parentId?: string | null | undefined
  archived?: boolean | undefined
}

/** Changes a folder, with a way back: `change` throws what the office refuses, `tryChange` says it. */
export function useFolders(productionId: string) {
  const client = useQueryClient()
  const send = async (folder: Folder, change: FolderChange) => {
    const saved = await browser.call(changeFolder, {
      params: { productionId, folderId: folder.id },
      body: change,
      ifMatch: folder.version,
    })
    await refresh(client, productionId)
    return saved
  }
  const before = ({ name, parentId }: Folder, change: FolderChange): FolderChange => ({
    ...(change.name !== undefined && { name }),
    ...(change.parentId !== undefined && { parentId }),
    ...(change.archived !== undefined && { archived: !change.archived }),
  })
  const change = async (folder: Folder, to: FolderChange) => {
    const saved = await send(folder, to)
    const did = to.archived ? 'put away' : to.parentId !== undefined ? 'moved' : `is now ${saved.name}`
    toast.done(`${folder.name} ${did}`, { undo: () => send(saved, before(folder, to)).catch(toast.problem) })
    return saved
  }
  return { change, tryChange: (folder: Folder, to: FolderChange) => change(folder, to).catch(toast.problem) }
}
