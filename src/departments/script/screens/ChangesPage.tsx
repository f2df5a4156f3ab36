import { useAsk } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useParam } from '../../../ui/address.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { compareDrafts } from '../import.contract.ts'
import type { ScriptDraftId } from '../scene.contract.ts'
import { SceneChanges } from './SceneChanges.tsx'

/** A committed draft beside the one before it. */
export function ChangesPage() {
  const productionId = useParam('productionId') as ProductionId
  const draftId = useParam('draftId') as ScriptDraftId
  const changes = useAsk(compareDrafts, { params: { productionId, draftId } })
  const { before, after } = changes.data ?? {}
  const title = before ? `${after} beside ${before}` : (after ?? 'What changed')
  return (
    <Page title={title} crumbs={[{ label: 'Script', to: `/productions/${productionId}/script` }]} width="flush">
      <Loaded of={changes}>
        {({ scenes, before: earlier }) => (
          <SceneChanges
            productionId={productionId}
            draftId={draftId}
            scenes={scenes}
            isFirst={earlier === null}
            standing={[]}
          />
        )}
      </Loaded>
    </Page>
  )
}
