import { IconFolderPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { listAccess } from '../access.contract.ts'
import { AddDialog } from './AddDialog.tsx'
import { DocumentPanel } from './DocumentPanel.tsx'
import { FilesPane } from './FilesPane.tsx'
import { FolderDialog } from './FolderDialog.tsx'
import { RequestsTable } from './RequestsTable.tsx'
import { useDocuments } from './usePages.ts'

/** Everything on file about a production: in folders, by subject, found by what stands inside. */
export function DocumentsPage() {
  const productionId = useParam('productionId')
  const params = { productionId }
  const [open, setOpen] = useSearchValue('document')
  const [folder, setFolder] = useSearchValue('folder')
  const [shown, setShown] = useSearchValue('tab')
  const [adding, setAdding] = useState<{ files: File[]; folderId: string | null }>()
  const [naming, setNaming] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const production = useAsk(getProduction, { params })
  const tab = shown === 'requests' || shown === 'archived' ? shown : 'current'
  const query = {
    show: tab === 'archived' ? 'archived' : 'current',
    ...(folder && { folder }),
  } as const
  const documents = useDocuments(productionId, query)
  const { edit: mayEdit = false, share: mayShare = false } = documents.data?.can ?? {}
  const requests = useAsk(listAccess, { params }, { enabled: mayShare })
  const waiting = requests.data?.items.filter(({ state }) => state === 'asked').length
  const inFolder = folder === undefined || folder === 'top' ? null : folder
  const add = () => setAdding({ files: [], folderId: inFolder })
  useKeys({
    n: () => mayEdit && add(),
    f: () => mayEdit && setNaming(true),
  })
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
            <Button kind="accent" icon={<IconUpload size={16} />} onClick={add}>
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
            classes={documents.data?.classes ?? []}
            folders={documents.data?.folders ?? []}
            can={{ edit: mayEdit, share: mayShare }}
            onClose={() => setOpen(undefined)}
          />
        )
      }
      hints={[
        { keys: ['N'], does: 'add files' },
        { keys: ['S'], does: 'search inside' },
        { keys: ['Space'], does: 'tick' },
        { keys: ['M'], does: 'move what is ticked' },
        { keys: ['Enter'], does: 'open' },
      ]}
      status={documents.data && plural(documents.data.total, 'document')}
    >
      {tab === 'requests' ? (
        <RequestsTable productionId={productionId} asked={requests} />
      ) : (
        <FilesPane
          {...{ productionId, documents, selected }}
          isArchive={tab === 'archived'}
          onSelect={setSelected}
          onFiles={(files, folderId) => setAdding({ files, folderId })}
        />
      )}
      {adding && (
        <AddDialog
          productionId={productionId}
          {...adding}
          classes={documents.data?.classes ?? []}
          folders={documents.data?.folders ?? []}
          onClose={() => setAdding(undefined)}
        />
      )}
      <FolderDialog
        open={naming}
        productionId={productionId}
        parentId={inFolder}
        onClose={() => setNaming(false)}
        onAdded={setFolder}
      />
    </Page>
  )
}
