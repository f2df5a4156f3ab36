import { IconFiles, IconLayoutGrid, IconList, IconUpload } from '@tabler/icons-react'
import { useRef, type DragEvent, type ReactNode } from 'react'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useKept } from '../../../ui/useKept.ts'
import { useKeys } from '../../../ui/useKeys.ts'
import type { DocumentRow } from '../document.contract.ts'
import { carryDocuments, type Carried } from './carrying.ts'
import css from './Documents.module.css'
import { DocumentGrid } from './DocumentGrid.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { FolderBar } from './FolderBar.tsx'
import { FolderTree } from './FolderTree.tsx'
import { SearchHits } from './SearchHits.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useArranging } from './useArranging.ts'
import { useFileDrop } from './useFileDrop.ts'
import { useFolders } from './useFolders.ts'
import type { useDocuments } from './usePages.ts'

interface FilesPaneProps {
  productionId: string
  documents: ReturnType<typeof useDocuments>
  isArchive: boolean
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
  /** Files that came by drop, for this folder; null is none. */
  onFiles: (files: File[], folderId: string | null) => void
}

/** Folders and the documents in them: searched, ticked, dragged, put away. */
export function FilesPane({ productionId, documents, isArchive, selected, onSelect, onFiles }: FilesPaneProps) {
  const [open, setOpen] = useSearchValue('document')
  const [folder, setFolder] = useSearchValue('folder')
  const [q, setQ] = useSearchValue('q')
  const [look, setLook] = useKept<'list' | 'grid'>('unitbase-documents-look', 'list')
  const find = useRef<HTMLDivElement>(null)
  const { folders = [], classes = [], items = [], can } = documents.data ?? {}
  const mayEdit = can?.edit ?? false
  const arrange = useArranging(productionId, () => onSelect(new Set()))
  const { tryChange } = useFolders(productionId)
  const inFolder = folder === undefined || folder === 'top' ? null : folder
  const drop = useFileDrop(mayEdit && !isArchive, (files) => onFiles(files, inFolder))
  const chosen = items.filter(({ id }) => selected.has(id))
  const here = folders.find(({ id }) => id === folder)
  useKeys({
    s: () => find.current?.querySelector('input')?.focus(),
    Escape: () => (selected.size > 0 ? onSelect(new Set()) : setOpen(undefined)),
    Delete: () => mayEdit && chosen.length > 0 && arrange(chosen, { archived: !isArchive }),
  })
  const dropped = (folderId: string | null, carried: Carried) => {
    drop.clear()
    if (carried.what === 'files') return onFiles(carried.files, folderId)
    if (carried.what === 'documents')
      return arrange(
        items.filter(({ id, folderId: lies }) => carried.ids.includes(id) && lies !== folderId),
        { folderId },
      )
    const moved = folders.find(({ id }) => id === carried.id)
    if (moved && moved.id !== folderId && moved.parentId !== folderId) void tryChange(moved, { parentId: folderId })
  }
  const view = (rows: readonly DocumentRow[]): ReactNode => {
    if (rows.length === 0)
      return (
        <Nothing
          archived={isArchive}
          inFolder={folder !== undefined}
          onAdd={mayEdit ? () => onFiles([], inFolder) : undefined}
        />
      )
    const list = {
      productionId,
      rows,
      current: open,
      selected,
      onEnd: documents.onEnd,
      onOpen: (it: DocumentRow) => setOpen(it.id),
      // What is ticked goes together; a row that is not ticked goes alone.
      ...(mayEdit && {
        onCarry: (it: DocumentRow, event: DragEvent) =>
          carryDocuments(event, selected.has(it.id) ? [...selected] : [it.id]),
      }),
    }
    return look === 'grid' ? (
      <DocumentGrid {...list} />
    ) : (
      <DocumentTable {...list} classes={classes} {...(mayEdit && { onSelect })} />
    )
  }
  return (
    <div className={css.split} {...drop.handlers}>
      <FolderTree
        {...{ folders, mayEdit }}
        current={folder}
        onChoose={setFolder}
        onDropped={dropped}
        onOver={drop.clear}
      />
      <div className={css.main}>
        {drop.over && <div className={css.over}>Drop the files here to add them</div>}
        <div className={css.find} ref={find}>
          <TextField
            label="Search names and what stands inside"
            hideLabel
            type="search"
            placeholder="Search names and what stands inside"
            value={q ?? ''}
            onChange={(next) => setQ(next === '' ? undefined : next)}
          />
          {here && mayEdit && (
            <FolderBar {...{ productionId, folders }} folder={here} onGone={() => setFolder(undefined)} />
          )}
          <Segmented
            label="How files are shown"
            value={look}
            options={[
              { value: 'list', label: 'List', icon: <IconList size={16} /> },
              { value: 'grid', label: 'Pictures', icon: <IconLayoutGrid size={16} /> },
            ]}
            onChange={setLook}
          />
        </div>
        {chosen.length > 0 && (
          <SelectionBar
            many={chosen.length}
            folders={folders}
            archived={isArchive}
            onArrange={(how) => arrange(chosen, how)}
            onClear={() => onSelect(new Set())}
          />
        )}
        {q === undefined ? (
          <Loaded of={documents}>{(it) => view(it.items)}</Loaded>
        ) : (
          <SearchHits productionId={productionId} q={q} />
        )}
      </div>
    </div>
  )
}
function Nothing({
  archived,
  inFolder,
  onAdd,
}: {
  archived: boolean
  inFolder: boolean
  onAdd: (() => void) | undefined
}) {
  if (archived) return <EmptyState title="Nothing is put away">Documents that are put away wait here.</EmptyState>
  return (
    <EmptyState
      title={inFolder ? 'This folder is empty' : 'No documents yet'}
      icon={<IconFiles size={24} stroke={1.5} />}
      actions={
        onAdd && (
          <Button kind="accent" icon={<IconUpload size={16} />} onClick={onAdd}>
            Add files
          </Button>
        )
      }
    >
      Permits, plans, storyboards, insurance, anything. Drop files on this page: every version is kept, what stands
      inside is found, and a class says who may open each and how it may leave the office.
    </EmptyState>
  )
}
