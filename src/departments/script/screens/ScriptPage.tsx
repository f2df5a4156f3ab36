import { IconDownload, IconFileText, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useParam } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { getScript } from '../import.contract.ts'
import type { Draft } from '../import.contract.ts'
import { listScenes } from '../scene.contract.ts'
import type { Scene } from '../scene.contract.ts'
import { DraftList } from './DraftList.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { NewSceneDialog } from './NewSceneDialog.tsx'
import { totalOf } from './scene.words.ts'
import { SceneDialog } from './SceneDialog.tsx'
import { SceneTable } from './SceneTable.tsx'
import { ShotListDialog } from './ShotListDialog.tsx'

type Opened = 'import' | 'list' | 'scene' | undefined

/** The script as it stands: its drafts and its scenes, and every way to begin one. */
export function ScriptPage() {
  const productionId = useParam('productionId') as ProductionId
  const [opened, setOpened] = useState<Opened>()
  const [editing, setEditing] = useState<Scene>()
  const script = useAsk(getScript, { params: { productionId } })
  const scenes = useAsk(listScenes, { params: { productionId } })
  const production = useAsk(getProduction, { params: { productionId } })
  const items = scenes.data?.items ?? []
  const canEdit = script.data?.can.edit ?? false
  const drafts = script.data?.drafts ?? []
  useKeys({ i: () => canEdit && setOpened('import'), n: () => canEdit && setOpened('scene') })
  const close = () => setOpened(undefined)
  return (
    <Page
      title="Script"
      of={production.data?.title}
      width="flush"
      tools={items.length > 0 && <span>{totalOf(items)}</span>}
      actions={
        <>
          {drafts[0] && <Export productionId={productionId} draft={drafts[0]} />}
          {canEdit && items.length > 0 && <Adding onOpen={setOpened} />}
        </>
      }
      hints={
        canEdit
          ? [
              { keys: ['I'], does: 'import' },
              { keys: ['N'], does: 'new scene' },
              { keys: ['Enter'], does: 'open a scene' },
            ]
          : []
      }
    >
      <Loaded of={script}>
        {({ drafts: committed, staged }) => (
          <>
            <DraftList productionId={productionId} drafts={committed} staged={staged} canEdit={canEdit} />
            <Loaded of={scenes}>
              {({ items: all }) =>
                all.length === 0 ? (
                  <Nothing canEdit={canEdit} onOpen={setOpened} />
                ) : (
                  <SceneTable scenes={all} onOpen={(scene) => script.data?.can.breakDown && setEditing(scene)} />
                )
              }
            </Loaded>
          </>
        )}
      </Loaded>
      {opened === 'import' && (
        <ImportDialog productionId={productionId} isFirst={drafts.length === 0} onClose={close} />
      )}
      {opened === 'list' && <ShotListDialog productionId={productionId} onClose={close} />}
      {opened === 'scene' && <NewSceneDialog productionId={productionId} scenes={items} onClose={close} />}
      {editing && <SceneDialog productionId={productionId} scene={editing} onClose={() => setEditing(undefined)} />}
    </Page>
  )
}

function Export({ productionId, draft }: { productionId: ProductionId; draft: Draft }) {
  const bring = (format: 'fountain' | 'fdx') =>
    window.location.assign(`/v1/productions/${productionId}/script/drafts/${draft.id}/export?format=${format}`)
  return (
    <Menu
      target={<Button icon={<IconDownload size={16} />}>Export</Button>}
      items={[
        { heading: `${draft.name}, with nothing lost` },
        { label: 'Fountain', onPress: () => bring('fountain') },
        { label: 'Final Draft (.fdx)', onPress: () => bring('fdx') },
      ]}
    />
  )
}

function Adding({ onOpen }: { onOpen: (what: Opened) => void }) {
  return (
    <Menu
      width={260}
      target={
        <Button kind="accent" icon={<IconPlus size={16} />}>
          Add
        </Button>
      }
      items={[
        { label: 'A new draft of the script', onPress: () => onOpen('import') },
        { label: 'A shot list or run of show', onPress: () => onOpen('list') },
        { label: 'A scene by hand', onPress: () => onOpen('scene') },
      ]}
    />
  )
}

function Nothing({ canEdit, onOpen }: { canEdit: boolean; onOpen: (what: Opened) => void }) {
  return (
    <EmptyState
      title="No script yet"
      icon={<IconFileText size={24} stroke={1.5} />}
      actions={
        canEdit && (
          <>
            <Button kind="accent" onClick={() => onOpen('import')}>
              Import a script
            </Button>
            <Button onClick={() => onOpen('list')}>Shot list or run of show</Button>
            <Button onClick={() => onOpen('scene')}>Write a scene down</Button>
          </>
        )
      }
    >
      Scenes come from a script in Fountain or Final Draft, from a shot list or run of show, or by hand. They become the
      breakdown sheets and the strips of the board.
    </EmptyState>
  )
}
