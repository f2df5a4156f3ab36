import {
  IconArchive,
  IconArchiveOff,
  IconDownload,
  IconEye,
  IconPencil,
  IconShare2,
  IconUpload,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { Activity } from '../../../ui/Activity.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { plural } from '../../../ui/words.ts'
import { told } from '../../office/activity.rules.ts'
import { listActivity } from '../../office/concern.contract.ts'
import { getDocument, type ClassShown, type DocumentRecord } from '../document.contract.ts'
import { type Folder } from '../folder.contract.ts'
import { fileOf, pageOf } from './addresses.ts'
import css from './DocumentPanel.module.css'
import { EditDialog } from './EditDialog.tsx'
import { LockedPanel } from './LockedPanel.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { SharesSection } from './SharesSection.tsx'
import { useArranging } from './useArranging.ts'
import { VersionDialog } from './VersionDialog.tsx'
import { VersionsSection } from './VersionsSection.tsx'
import { kindWords, sizeText } from './words.ts'

interface DocumentPanelProps {
  productionId: string
  documentId: string
  classes: readonly ClassShown[]
  folders: readonly Folder[]
  can: { edit: boolean; share: boolean }
  onClose: () => void
}

/** One document beside the list: how it looks, what it is, its versions, and with whom it was shared. */
export function DocumentPanel(props: DocumentPanelProps) {
  const { productionId, documentId, onClose } = props
  const asked = useAsk(getDocument, { params: { productionId, documentId } })
  if (asked.data === undefined)
    return (
      <Panel title="Document" onClose={onClose}>
        <Loaded of={asked}>{() => null}</Loaded>
      </Panel>
    )
  if (asked.data.standing !== 'open') return <LockedPanel {...props} document={asked.data} />
  return <OpenPanel {...props} document={asked.data} />
}

function OpenPanel({
  productionId,
  document: it,
  classes,
  folders,
  can,
  onClose,
}: DocumentPanelProps & { document: DocumentRecord }) {
  const [doing, setDoing] = useState<'edit' | 'version' | 'share'>()
  const arrange = useArranging(productionId, onClose)
  const of = { productionId, documentId: it.id, number: it.number }
  const isDrawn = it.hasThumbnail && (it.kind === 'pdf' || it.kind === 'picture')
  const isArchived = it.archivedAt !== null
  const close = () => setDoing(undefined)
  return (
    <Panel
      title={it.name}
      about={[
        kindWords[it.kind],
        it.pages !== null && it.pages > 1 ? plural(it.pages, 'page') : '',
        sizeText(it.sizeBytes),
      ]
        .filter(Boolean)
        .join(', ')}
      onClose={onClose}
    >
      {it.problem !== null && <p className={css.note}>{it.problem}</p>}
      {isDrawn && (
        <Go to={`/productions/${productionId}/documents/${it.id}`} className={css.preview}>
          <img src={pageOf(of, 1)} alt={`First page of ${it.name}`} />
        </Go>
      )}
      <div className={css.actions}>
        {it.kind !== 'archive' && it.state !== 'encrypted' && !it.isDisguised && (
          <ButtonLink to={`/productions/${productionId}/documents/${it.id}`} icon={<IconEye size={16} />}>
            Look
          </ButtonLink>
        )}
        <FileLink href={fileOf(of)} icon={<IconDownload size={16} />}>
          Save
        </FileLink>
        {can.share && (
          <Button icon={<IconShare2 size={16} />} onClick={() => setDoing('share')}>
            Share
          </Button>
        )}
        {can.edit && (
          <>
            <Button icon={<IconUpload size={16} />} onClick={() => setDoing('version')}>
              New version
            </Button>
            <Button icon={<IconPencil size={16} />} onClick={() => setDoing('edit')}>
              Edit
            </Button>
            <Button
              icon={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
              onClick={() => arrange([it], { archived: !isArchived })}
            >
              {isArchived ? 'Put back' : 'Put away'}
            </Button>
          </>
        )}
      </div>
      <div className={css.facts}>
        <Facts
          of={[
            ['Class', classes.find(({ code }) => code === it.classCode)?.name ?? it.classCode],
            ['Folder', folders.find(({ id }) => id === it.folderId)?.name ?? 'In no folder'],
            ['About', it.subjects.map(({ label }) => label).join(', ')],
            ['Added by', it.addedBy],
            ['Changed', <MomentText key="at" at={it.changedAt} />],
          ]}
        />
      </div>
      <VersionsSection productionId={productionId} document={it} mayEdit={can.edit} />
      {can.share && <SharesSection productionId={productionId} documentId={it.id} />}
      <History productionId={productionId} id={it.id} shown={can.share} />
      {doing === 'edit' && <EditDialog {...{ productionId, classes, folders }} document={it} onClose={close} />}
      {doing === 'version' && <VersionDialog productionId={productionId} document={it} onClose={close} />}
      {doing === 'share' && <ShareDialog productionId={productionId} document={it} onClose={close} />}
    </Panel>
  )
}

function History({ productionId, id, shown }: { productionId: string; id: string; shown: boolean }) {
  const query = { kind: 'document', id, limit: 20 }
  const asked = useAsk(listActivity, { params: { productionId }, query }, { enabled: shown })
  if (asked.data === undefined || asked.data.items.length === 0) return null
  return (
    <Section title="Activity">
      <Activity entries={asked.data.items.map((it) => told(it))} />
    </Section>
  )
}
