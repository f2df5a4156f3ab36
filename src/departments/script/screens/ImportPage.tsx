import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useGo, useParam, useSearchValue } from '../../../ui/address.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { changeImport, commitImport, dropImport, getImport } from '../import.contract.ts'
import type { ImportChange, ImportPreview } from '../import.contract.ts'
import { listScenes } from '../scene.contract.ts'
import type { ScriptDraftId } from '../scene.contract.ts'
import { AffectedList } from './AffectedList.tsx'
import { ImportAside } from './ImportAside.tsx'
import type { CommitChoices } from './ImportAside.tsx'
import { SceneChanges } from './SceneChanges.tsx'
import { TagTable } from './TagTable.tsx'

type View = 'scenes' | 'doubts' | 'lines' | 'affected'

/** A script that is being imported: what was understood, what to look at, what it would change. */
export function ImportPage() {
  const productionId = useParam('productionId') as ProductionId
  const draftId = useParam('draftId') as ScriptDraftId
  const params = { productionId, draftId }
  const preview = useAsk(getImport, { params })
  const go = useGo()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const back = `/productions/${productionId}/script`
  const doing = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
    } catch (thrown) {
      toast.problem(thrown)
    }
    await refresh(client, productionId)
    setBusy(false)
  }
  // Changes wait for one another: each is made on the version the one before it left.
  const latest = useRef<number>(undefined)
  const queue = useRef(Promise.resolve())
  const change = (body: ImportChange) => {
    queue.current = queue.current.then(() =>
      doing(async () => {
        const ifMatch = Math.max(latest.current ?? 0, preview.data?.version ?? 0)
        latest.current = (await browser.call(changeImport, { params, body, ifMatch })).version
      }),
    )
  }
  const commit = (choices: CommitChoices) =>
    doing(async () => {
      const { added, changed, omitted, draft } = await browser.call(commitImport, { params, body: choices })
      toast.done(`${draft.name} is the script now`, {
        detail: `${plural(added.length, 'scene')} new, ${changed.length} changed, ${omitted.length} omitted`,
      })
      go(back, { replace: true })
    })
  const drop = () =>
    doing(async () => {
      await browser.call(dropImport, { params })
      go(back, { replace: true })
    })
  return (
    <Page
      title="Import"
      crumbs={[{ label: 'Script', to: back }]}
      width="flush"
      aside={
        preview.data && (
          <ImportAside preview={preview.data} busy={busy} onChange={change} onCommit={commit} onDrop={drop} />
        )
      }
    >
      <Loaded of={preview}>{(shown) => <Views productionId={productionId} preview={shown} onChange={change} />}</Loaded>
    </Page>
  )
}

interface ViewsProps {
  productionId: ProductionId
  preview: ImportPreview
  onChange: (change: ImportChange) => void
}

function Views({ productionId, preview, onChange }: ViewsProps) {
  const [chosen, setChosen] = useSearchValue('view')
  const scenes = useAsk(listScenes, { params: { productionId } })
  const view = (chosen ?? (preview.doubts.length > 0 ? 'doubts' : 'scenes')) as View
  return (
    <>
      <div style={{ padding: '0 16px' }}>
        <Tabs<View>
          label="What was understood"
          options={[
            { value: 'doubts', label: 'To look at', count: preview.doubts.length + preview.warnings.length },
            { value: 'scenes', label: 'Scenes', count: preview.counts.headings },
            { value: 'lines', label: 'Every line', count: preview.lines.length },
            ...(preview.isFirst
              ? []
              : [{ value: 'affected' as const, label: 'Who and what it touches', count: preview.affected.length }]),
          ]}
          value={view}
          onChange={setChosen}
        />
      </div>
      {view === 'doubts' && <TagTable preview={preview} show="doubtful" onChange={onChange} />}
      {view === 'lines' && <TagTable preview={preview} show="every" onChange={onChange} />}
      {view === 'affected' && <AffectedList productionId={productionId} preview={preview} />}
      {view === 'scenes' && (
        <SceneChanges
          productionId={productionId}
          draftId={preview.id}
          scenes={preview.comparison}
          isFirst={preview.isFirst}
          standing={scenes.data?.items.filter(({ kind }) => kind === 'screenplay') ?? []}
          onMatch={(index, sceneId) => onChange({ matches: [{ index, sceneId }] })}
        />
      )}
    </>
  )
}
