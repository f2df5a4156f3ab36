import { IconFiles, IconFolderPlus, IconLayoutGrid, IconList, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Segmented, Tabs } from '../../../ui/Tabs.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useKept } from '../../../ui/useKept.ts'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { listAccess } from '../access.contract.ts'
import type { DocumentRow } from '../document.contract.ts'
import { AddDialog } from './AddDialog.tsx'
import css from './Documents.module.css'
import { DocumentGrid } from './DocumentGrid.tsx'
import { DocumentPanel } from './DocumentPanel.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { FolderDialog } from './FolderDialog.tsx'
import { FolderTree } from './FolderTree.tsx'
import { RequestsTable } from './RequestsTable.tsx'
import { SearchHits } from './SearchHits.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useArranging } from './useArranging.ts'
import { useDocuments } from './usePages.ts'
import { useFileDrop } from './useFileDrop.ts'

/** Everything on file about a production: in folders, by subject, found by what stands inside. */
export function DocumentsPage() {
  const productionId = useParam('productionId')
  const params = { productionId }
  const [open, setOpen] = useSearchValue('document')
  const [folder, setFolder] = useSearchValue('folder')
  const [shown, setShown] = useSearchValue('tab')
  const [q, setQ] = useSearchValue('q')
  const [look, setLook] = useKept<'list' | 'grid'>('unitbase-documents-look', 'list')
  const [adding, setAdding] = useState<File[]>()
  const [naming, setNaming] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const find = useRef<HTMLDivElement>(null)
  const production = useAsk(getProduction, { params })
  const tab = shown === 'requests' || shown === 'archived' ? shown : 'current'
  const query = {
    show: tab === 'archived' ? 'archived' : 'current',
    ...(folder && { folder: folder as never }),
  } as const
  const { asked, onEnd } = useDocuments(productionId, query)
  const { edit: mayEdit = false, share: mayShare = false } = asked.data?.can ?? {}
  const requests = useAsk(listAccess, { params }, { enabled: mayShare })
  const waiting = requests.data?.items.filter(({ state }) => state === 'asked').length
  const items = asked.data?.items ?? []
  const arrange = useArranging(productionId, () => setSelected(new Set()))
  const drop = useFileDrop(mayEdit && tab === 'current', setAdding)
  const chosen = items.filter(({ id }) => selected.has(id))
  useKeys({
    n: () => mayEdit && setAdding([]),
    f: () => mayEdit && setNaming(true),
    s: () => find.current?.querySelector('input')?.focus(),
    Escape: () => (selected.size > 0 ? setSelected(new Set()) : setOpen(undefined)),
    Delete: () => mayEdit && chosen.length > 0 && arrange(chosen, { archived: tab !== 'archived' }),
  })
  const view = (rows: readonly DocumentRow[]) => {
    const list = { productionId, rows, current: open, selected, onEnd, onOpen: (it: DocumentRow) => setOpen(it.id) }
    const empty = (
      <Nothing
        archived={tab === 'archived'}
        inFolder={folder !== undefined}
        onAdd={mayEdit ? () => setAdding([]) : undefined}
      />
    )
    if (rows.length === 0) return empty
    return look === 'grid' ? (
      <DocumentGrid {...list} />
    ) : (
      <DocumentTable {...list} classes={asked.data?.classes ?? []} {...(mayEdit && { onSelect: setSelected })} />
    )
  }
  return (
    <Page
      of={production.data?.title}
      title="Documents"
      width="flush"
      tools={
        <Tabs
          label="Documents"
          value={tab}
          options={[
            { value: 'current', label: 'Files' },
            ...(mayShare ? [{ value: 'requests' as const, label: 'Requests', count: waiting || undefined }] : []),
            { value: 'archived', label: 'Put away' },
          ]}
          onChange={(next: string) => setShown(next === 'current' ? undefined : next)}
        />
      }
      actions={
        mayEdit && (
          <>
            <Button icon={<IconFolderPlus size={16} />} onClick={() => setNaming(true)}>
              New folder
            </Button>
            <Button kind="accent" icon={<IconUpload size={16} />} onClick={() => setAdding([])}>
              Add files
            </Button>
          </>
        )
      }
      aside={
        open === undefined || tab === 'requests' ? undefined : (
          <DocumentPanel
            key={open}
            productionId={productionId}
            documentId={open}
            classes={asked.data?.classes ?? []}
            folders={asked.data?.folders ?? []}
            can={{ edit: mayEdit, share: mayShare }}
            onClose={() => setOpen(undefined)}
          />
        )
      }
      hints={[
        { keys: ['N'], does: 'add files' },
        { keys: ['S'], does: 'search inside' },
        { keys: ['Space'], does: 'tick' },
        { keys: ['Enter'], does: 'open' },
      ]}
      status={asked.data && plural(asked.data.total, 'document')}
    >
      {tab === 'requests' ? (
        <RequestsTable productionId={productionId} asked={requests} />
      ) : (
        <div className={css.split} {...drop.handlers}>
          <FolderTree
            folders={asked.data?.folders ?? []}
            current={folder}
            onChoose={setFolder}
            onDropped={(folderId) => arrange(chosen, { folderId })}
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
                folders={asked.data?.folders ?? []}
                archived={tab === 'archived'}
                onArrange={(how) => arrange(chosen, how)}
                onClear={() => setSelected(new Set())}
              />
            )}
            {q === undefined ? (
              <Loaded of={asked}>{(it) => view(it.items)}</Loaded>
            ) : (
              <SearchHits productionId={productionId} q={q} />
            )}
          </div>
        </div>
      )}
      {adding && (
        <AddDialog
          productionId={productionId}
          files={adding}
          folderId={folder === undefined || folder === 'top' ? null : folder}
          classes={asked.data?.classes ?? []}
          folders={asked.data?.folders ?? []}
          onClose={() => setAdding(undefined)}
        />
      )}
      <FolderDialog
        open={naming}
        productionId={productionId}
        parentId={folder === undefined || folder === 'top' ? null : folder}
        onClose={() => setNaming(false)}
        onAdded={setFolder}
      />
    </Page>
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
