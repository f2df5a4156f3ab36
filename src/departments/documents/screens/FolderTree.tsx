import { IconFolder, IconFolderOpen, IconStack2 } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { classes } from '../../../ui/classes.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { Folder } from '../folder.contract.ts'
import { carriedBy, carryFolder, isCarrying, type Carried } from './carrying.ts'
import css from './FolderTree.module.css'
import { inTree } from './tree.rules.ts'

interface FolderTreeProps {
  folders: readonly Folder[]
  /** Absent: every document. */
  current: string | undefined
  mayEdit: boolean
  onChoose: (id: string | undefined) => void
  /** Something was dropped on a folder; null is the top. */
  onDropped: (folderId: string | null, carried: Carried) => void
  /** Something is held over a folder, so it is not over the list. */
  onOver: () => void
}

/** Folders at the left, or a choice above the list where there is no room. */
export function FolderTree({ folders, current, mayEdit, onChoose, onDropped, onOver }: FolderTreeProps) {
  const rows = inTree(folders)
  const [target, setTarget] = useState<string>()
  const droppable = (key: string, id: string | null) =>
    mayEdit && {
      className: classes(target === key && css.target),
      onDragOver: (event: DragEvent) => {
        if (!isCarrying(event)) return
        event.preventDefault()
        event.stopPropagation()
        setTarget(key)
        onOver()
      },
      onDragLeave: () => setTarget(undefined),
      onDrop: (event: DragEvent) => {
        const carried = carriedBy(event)
        setTarget(undefined)
        if (carried === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onDropped(id, carried)
      },
    }
  return (
    <>
      <nav className={css.tree} aria-label="Folders">
        <button type="button" aria-current={current === undefined} onClick={() => onChoose(undefined)}>
          <IconStack2 size={16} stroke={1.5} />
          <span>Everything</span>
        </button>
        <button
          type="button"
          aria-current={current === 'top'}
          onClick={() => onChoose('top')}
          {...droppable('top', null)}
        >
          <IconFolder size={16} stroke={1.5} />
          <span>In no folder</span>
        </button>
        {rows.map(({ folder, depth }) => (
          <button
            key={folder.id}
            type="button"
            aria-current={current === folder.id}
            style={{ paddingLeft: 8 + depth * 14 }}
            draggable={mayEdit}
            onDragStart={(event) => carryFolder(event, folder.id)}
            onClick={() => onChoose(folder.id)}
            {...droppable(folder.id, folder.id)}
          >
            {current === folder.id ? <IconFolderOpen size={16} stroke={1.5} /> : <IconFolder size={16} stroke={1.5} />}
            <span>{folder.name}</span>
            <small>{folder.documents > 0 ? folder.documents : ''}</small>
          </button>
        ))}
      </nav>
      <div className={css.chooser}>
        <SelectField
          label="Folder"
          hideLabel
          value={current ?? 'all'}
          choices={[
            { value: 'all', label: 'Everything' },
            { value: 'top', label: 'In no folder' },
            ...rows.map(({ folder, depth }) => ({
              value: folder.id,
              label: `${'\u2003'.repeat(depth)}${folder.name}`,
            })),
          ]}
          onChange={(next) => onChoose(next === 'all' || next === null ? undefined : next)}
        />
      </div>
    </>
  )
}
