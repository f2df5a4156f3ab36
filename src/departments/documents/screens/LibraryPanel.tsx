import { useAsk } from '../../../client/react.ts'
import { listDocuments } from '../document.contract.ts'
import { DocumentPanel } from './DocumentPanel.tsx'

interface LibraryPanelProps {
  productionId: string
  documentId: string
  onClose: () => void
}

/** A document of the library beside the list, with all that can be done with it where it lies. */
export function LibraryPanel({ productionId, documentId, onClose }: LibraryPanelProps) {
  const around = useAsk(listDocuments, { params: { productionId }, query: { limit: 1 } })
  return (
    <DocumentPanel
      productionId={productionId}
      documentId={documentId}
      classes={around.data?.classes ?? []}
      folders={around.data?.folders ?? []}
      can={around.data?.can ?? { edit: false, share: false }}
      onClose={onClose}
    />
  )
}
