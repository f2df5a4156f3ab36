import { IconMovie, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useGo, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { DaysText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { listProductions, type ProductionLine } from '../production.contract.ts'
import { NewProductionDialog } from './NewProductionDialog.tsx'
import { kindWords, phaseWords } from './words.ts'

const dates = ({ startsOn, endsOn }: ProductionLine) =>
  startsOn === null ? <span>no dates yet</span> : <DaysText first={startsOn} last={endsOn ?? startsOn} />

const columns: Column<ProductionLine>[] = [
  { key: 'code', head: 'Code', of: (it) => it.code, quiet: true, sortBy: (it) => it.code, width: 80 },
  { key: 'title', head: 'Production', of: (it) => <b>{it.title}</b>, sortBy: (it) => it.title },
  { key: 'kind', head: 'Kind', of: (it) => kindWords[it.kind], quiet: true, sortBy: (it) => it.kind, phone: 'hide' },
  { key: 'client', head: 'Client', of: (it) => it.client?.name ?? '', sortBy: (it) => it.client?.name, phone: 'hide' },
  { key: 'phase', head: 'Phase', of: (it) => phaseWords[it.phase], sortBy: (it) => it.phase, phone: 'hide' },
  { key: 'dates', head: 'Dates', of: dates, sortBy: (it) => it.startsOn },
]

const views = [
  { value: 'current', label: 'Current' },
  { value: 'archived', label: 'Archived' },
] as const

function Nothing({ archived, onNew }: { archived: boolean; onNew: () => void }) {
  if (archived) return <EmptyState title="Nothing is archived">Productions that are put away wait here.</EmptyState>
  return (
    <EmptyState
      title="No productions yet"
      icon={<IconMovie size={24} stroke={1.5} />}
      actions={
        <Button kind="accent" icon={<IconPlus size={16} />} onClick={onNew}>
          New production
        </Button>
      }
    >
      A production holds one job from brief to archive: its script, schedule, crew, locations and call sheets. A title
      is enough to begin; everything else can follow.
    </EmptyState>
  )
}

/** Every job of the office, the next to begin first. */
export function ProductionsPage() {
  const [view, setView] = useSearchValue('show')
  const [dialog, setDialog] = useSearchValue('new')
  const [opening, setOpening] = useState(dialog !== undefined)
  const show = view === 'archived' ? 'archived' : 'current'
  const asked = useAsk(listProductions, { query: { show } })
  const go = useGo()
  const start = () => setOpening(true)
  const close = () => {
    setOpening(false)
    if (dialog !== undefined) setDialog(undefined)
  }
  useKeys({ n: start })
  return (
    <Page
      title="Productions"
      width="flush"
      actions={
        <Button icon={<IconPlus size={16} />} onClick={start}>
          New production
        </Button>
      }
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['N'], does: 'new' },
      ]}
    >
      <Toolbar>
        <Tabs
          label="Which productions"
          options={views}
          value={show}
          onChange={(it) => setView(it === 'current' ? undefined : it)}
        />
      </Toolbar>
      <Loaded of={asked}>
        {({ items }) => (
          <Table
            label="Productions"
            rows={items}
            columns={columns}
            keyOf={(it) => it.id}
            onOpen={(it) => go(`/productions/${it.id}`)}
            empty={<Nothing archived={show === 'archived'} onNew={start} />}
          />
        )}
      </Loaded>
      <NewProductionDialog open={opening} onClose={close} />
    </Page>
  )
}
