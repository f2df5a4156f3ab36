import { IconArrowMerge, IconTags } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { minorText } from '../breakdown.rules.ts'
import { listCategories, listElements, mergeElements } from '../element.contract.ts'
import type { Element } from '../element.contract.ts'
import { getScript } from '../import.contract.ts'
import { listScenes } from '../scene.contract.ts'
import type { Scene } from '../scene.contract.ts'
import { ElementPanel } from './ElementPanel.tsx'
import { MergeDialog } from './MergeDialog.tsx'

const columnsFor = (numbers: ReadonlyMap<string, string>): Column<Element>[] => [
  {
    key: 'board',
    head: 'No.',
    of: ({ boardId }) => boardId ?? '',
    sortBy: ({ boardId }) => Number(boardId ?? 1e6),
    width: 56,
  },
  { key: 'name', head: 'Name', of: ({ name }) => <b>{name}</b>, sortBy: ({ name }) => name },
  { key: 'also', head: 'Also', spare: true, of: ({ aliases }) => aliases.join(', '), quiet: true, phone: 'hide' },
  { key: 'about', head: 'About', spare: true, of: aboutOf, quiet: true, phone: 'hide' },
  {
    key: 'count',
    head: 'Scenes',
    of: ({ scenes }) => scenes.length,
    sortBy: ({ scenes }) => scenes.length,
    align: 'end',
    width: 70,
  },
  {
    key: 'scenes',
    head: 'In',
    of: ({ scenes }) => scenes.map((id) => numbers.get(id) ?? '').join(', '),
    quiet: true,
    phone: 'hide',
  },
]

const aboutOf = ({ isMinor, age, links }: Element) =>
  [...(isMinor ? [minorText(age)] : []), ...links.map(({ name }) => `brings ${name}`)].join(', ')

/** Everything the scenes need, by category. Duplicates are ticked and merged. */
export function ElementsPage() {
  const productionId = useParam('productionId') as ProductionId
  const params = { productionId }
  const elements = useAsk(listElements, { params })
  const categories = useAsk(listCategories, { params })
  const scenes = useAsk(listScenes, { params })
  const script = useAsk(getScript, { params })
  const [opened, setOpened] = useSearchValue('element')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [merging, setMerging] = useState(false)
  const client = useQueryClient()
  const all = elements.data?.items ?? []
  const canEdit = script.data?.can.breakDown ?? false
  const current = all.find(({ id }) => id === opened)
  const chosen = all.filter(({ id }) => ticked.has(id))
  const names = new Map((categories.data?.items ?? []).map(({ code, name }) => [code, name]))
  const order = new Map((categories.data?.items ?? []).map(({ code, sort }) => [code, sort]))
  const merge = async (into: Element) => {
    const elementIds = chosen.filter(({ id }) => id !== into.id).map(({ id }) => id)
    try {
      await browser.call(mergeElements, { params: { productionId, elementId: into.id }, body: { elementIds } })
      toast.done(`${plural(chosen.length, 'element')} are ${into.name} now`)
    } catch (thrown) {
      toast.problem(thrown)
    }
    setMerging(false)
    setTicked(new Set())
    await refresh(client, productionId)
  }
  return (
    <Page
      title="Elements"
      crumbs={[{ label: 'Breakdown', to: `/productions/${productionId}/breakdown` }]}
      width="flush"
      tools={
        canEdit &&
        chosen.length > 1 && (
          <Button icon={<IconArrowMerge size={16} />} onClick={() => setMerging(true)}>
            Merge {chosen.length}
          </Button>
        )
      }
      aside={
        current && (
          <ElementPanel
            key={current.id}
            productionId={productionId}
            element={current}
            elements={all}
            categories={categories.data?.items ?? []}
            canEdit={canEdit}
            onClose={() => setOpened(undefined)}
          />
        )
      }
      hints={
        canEdit
          ? [
              { keys: ['Space'], does: 'tick' },
              { keys: ['Enter'], does: 'open' },
            ]
          : []
      }
      status={plural(all.length, 'element')}
    >
      <Loaded of={elements}>
        {({ items }) => (
          <Table
            label="Elements"
            rows={items.toSorted((a, b) => (order.get(a.category) ?? 0) - (order.get(b.category) ?? 0))}
            columns={columnsFor(numbersOf(scenes.data?.items ?? []))}
            keyOf={({ id }) => id}
            groupBy={({ category }) => names.get(category) ?? category}
            current={opened}
            onOpen={({ id }) => setOpened(id)}
            {...(canEdit && { selected: ticked, onSelect: setTicked })}
            empty={<Nothing productionId={productionId} />}
          />
        )}
      </Loaded>
      {merging && (
        <MergeDialog elements={chosen} onMerge={(into) => void merge(into)} onClose={() => setMerging(false)} />
      )}
    </Page>
  )
}

const numbersOf = (scenes: readonly Scene[]) =>
  new Map(scenes.map(({ id, number, setName }) => [id as string, number ?? setName]))

const Nothing = ({ productionId }: { productionId: ProductionId }) => (
  <EmptyState
    title="No elements yet"
    icon={<IconTags size={24} stroke={1.5} />}
    actions={
      <ButtonLink kind="accent" to={`/productions/${productionId}/breakdown`}>
        Break a scene down
      </ButtonLink>
    }
  >
    Characters, props, vehicles, animals and everything else the scenes need are listed here once they are on a sheet.
  </EmptyState>
)
