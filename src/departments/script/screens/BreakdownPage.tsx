import { IconListDetails, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Meter } from '../../../ui/Meter.tsx'
import { Page } from '../../../ui/Page.tsx'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { getSheet } from '../breakdown.contract.ts'
import { listCategories, listElements } from '../element.contract.ts'
import { listScenes } from '../scene.contract.ts'
import type { Scene, SceneId } from '../scene.contract.ts'
import { BreakdownDesk } from './BreakdownDesk.tsx'

const hints = [
  { keys: ['J', 'K'], does: 'next, previous proposal' },
  { keys: ['Enter'], does: 'accept' },
  { keys: ['X'], does: 'not an element' },
  { keys: ['C', 'B', 'P', 'W'], does: 'or a category' },
  { keys: ['[', ']'], does: 'scene' },
  { keys: ['Ctrl', 'Z'], does: 'undo' },
]

/** Scene by scene: the script, what it needs, and what is proposed for it. */
export function BreakdownPage() {
  const productionId = useParam('productionId') as ProductionId
  const scenes = useAsk(listScenes, { params: { productionId } })
  const production = useAsk(getProduction, { params: { productionId } })
  const items = scenes.data?.items ?? []
  return (
    <Page
      title="Breakdown"
      of={production.data?.title}
      width="flush"
      tools={<Progress scenes={items} />}
      actions={
        <>
          <ButtonLink to={`/productions/${productionId}/breakdown/elements`} icon={<IconListDetails size={16} />}>
            Elements
          </ButtonLink>
          {items.length > 0 && (
            <FileLink
              href={`/v1/productions/${productionId}/breakdown-sheets.pdf`}
              icon={<IconPrinter size={16} />}
              opens
            >
              Sheets
            </FileLink>
          )}
        </>
      }
      hints={items.length > 0 ? hints : []}
      status="Select words to tag them"
    >
      <Loaded of={scenes}>
        {({ items: found }) =>
          found.length === 0 ? (
            <Nothing productionId={productionId} />
          ) : (
            <Desk productionId={productionId} scenes={found} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Progress({ scenes }: { scenes: readonly Scene[] }) {
  if (scenes.length === 0) return null
  const done = scenes.filter(({ breakdownState }) => breakdownState === 'done').length
  return (
    <>
      <span style={{ width: 120 }}>
        <Meter
          parts={[
            { is: 'go', count: done, label: 'done' },
            { is: 'waiting', count: scenes.length - done, label: 'to do' },
          ]}
        />
      </span>
      {done} of {plural(scenes.length, 'scene')}
    </>
  )
}

function Desk({ productionId, scenes }: { productionId: ProductionId; scenes: readonly Scene[] }) {
  const [chosen, setChosen] = useSearchValue('scene')
  const first = scenes.find(({ breakdownState, omitted }) => breakdownState !== 'done' && !omitted) ?? scenes[0]!
  const [opening] = useState(first.id)
  const sceneId = (scenes.find(({ id }) => id === chosen)?.id ?? opening) as SceneId
  const sheet = useAsk(getSheet, { params: { productionId, sceneId } })
  const categories = useAsk(listCategories, { params: { productionId } })
  const elements = useAsk(listElements, { params: { productionId } })
  return (
    <BreakdownDesk
      productionId={productionId}
      scenes={scenes}
      sceneId={sceneId}
      sheet={sheet}
      categories={categories.data?.items ?? []}
      elements={elements.data?.items ?? []}
      onScene={setChosen}
    />
  )
}

const Nothing = ({ productionId }: { productionId: ProductionId }) => (
  <EmptyState
    title="Nothing to break down yet"
    actions={
      <ButtonLink kind="accent" to={`/productions/${productionId}/script`}>
        Bring in the script
      </ButtonLink>
    }
  >
    Here each scene gets its sheet: who and what it needs, tagged from the script. Import a script or write down a shot
    list, and the scenes appear.
  </EmptyState>
)
