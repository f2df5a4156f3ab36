import type { Folder } from '../folder.contract.ts'

interface TreeRow {
  readonly folder: Folder
  readonly depth: number
}

/** Folders in the order of a tree: each followed by what lies in it. One whose parent is gone stands at the top. */
export function inTree(folders: readonly Folder[]): TreeRow[] {
  const known = new Set(folders.map(({ id }) => id))
  const childrenOf = Map.groupBy(folders, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  )
  const rows: TreeRow[] = []
  const walk = (parent: Folder['parentId'], depth: number) => {
    for (const folder of childrenOf.get(parent) ?? []) {
      rows.push({ folder, depth })
      walk(folder.id, depth + 1)
    }
  }
  walk(null, 0)
  return rows
}

/** As a choice in a form: `Locations / Harbour`. */
export function folderChoices(folders: readonly Folder[]): { value: string; label: string }[] {
  const trail: string[] = []
  return [
    { value: 'top', label: 'In no folder' },
    ...inTree(folders).map(({ folder, depth }) => {
      trail.length = depth
      trail.push(folder.name)
      return { value: folder.id as string, label: trail.join(' / ') }
    }),
  ]
}
