import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { listed, plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { listLocations, type Location } from '../location.contract.ts'
import css from './Locations.module.css'
import { LocationDialog } from './LocationForm.tsx'
import { LocationPanel } from './LocationPanel.tsx'
import { SetsTable } from './SetsTable.tsx'
import { statusStanding, statusWords } from './words.ts'

const hospital = ({ hospital: it, sets }: Location) =>
  it !== null ? it.name : sets.length > 0 ? <Status is="attention">Not chosen</Status> : ''

const columns: Column<Location>[] = [
  { key: 'number', head: 'No.', of: (it) => it.number, sortBy: (it) => it.number, align: 'end', width: 56 },
  { key: 'name', head: 'Location', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: '22%' },
  { key: 'sets', head: 'Sets', of: (it) => <span className={css.sets}>{listed(it.sets, 3)}</span>, width: '24%' },
  {
    key: 'address',
    head: 'Address',
    beside: 'hide',
    of: (it) => it.address.split('\n').join(', '),
    quiet: true,
    phone: 'hide',
    width: 240,
  },
  { key: 'hospital', head: 'Hospital', beside: 'hide', of: hospital, quiet: true, phone: 'hide', width: 180 },
  {
    key: 'status',
    head: 'Status',
    of: (it) => <Status is={statusStanding[it.status]}>{statusWords[it.status]}</Status>,
    sortBy: (it) => it.status,
    width: 130,
  },
]

/** Where the production shoots, and which set is shot where. */
export function LocationsPage() {
  const productionId = useParam('productionId')
  const params = { productionId }
  const [open, setOpen] = useSearchValue('location')
  const [shown, setShown] = useSearchValue('tab')
  const [adding, setAdding] = useState(false)
  const production = useAsk(getProduction, { params })
  const tab = shown === 'sets' || shown === 'archived' ? shown : 'places'
  const asked = useAsk(listLocations, { params, query: { show: tab === 'archived' ? 'archived' : 'current' } })
  const mayEdit = asked.data?.can.edit ?? false
  const current = asked.data?.items.find(({ id }) => id === open)
  useKeys({ n: () => mayEdit && setAdding(true), Escape: () => setOpen(undefined) })
  return (
    <Page
      of={production.data?.title}
      title="Locations"
      width="flush"
      tools={
        <Tabs
          label="Locations"
          value={tab}
          options={[
            { value: 'places', label: 'Places' },
            { value: 'sets', label: 'Sets' },
            { value: 'archived', label: 'Archived' },
          ]}
          onChange={(next: string) => setShown(next === 'places' ? undefined : next)}
        />
      }
      actions={
        mayEdit && (
          <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            New location
          </Button>
        )
      }
      aside={
        current && (
          <LocationPanel
            key={current.id}
            location={current}
            productionId={productionId}
            mayEdit={mayEdit}
            onClose={() => setOpen(undefined)}
          />
        )
      }
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['N'], does: 'new' },
      ]}
      status={asked.data && plural(asked.data.items.length, 'place')}
    >
      {tab === 'sets' ? (
        <Loaded of={asked}>
          {({ items }) => <SetsTable productionId={productionId} mayEdit={mayEdit} places={items} />}
        </Loaded>
      ) : (
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Locations"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
              empty={<Nowhere archived={tab === 'archived'} mayEdit={mayEdit} onNew={() => setAdding(true)} />}
            />
          )}
        </Loaded>
      )}
      <LocationDialog
        open={adding}
        productionId={productionId}
        onClose={() => setAdding(false)}
        onSaved={(it) => setOpen(it.id)}
      />
    </Page>
  )
}

function Nowhere({ archived, mayEdit, onNew }: { archived: boolean; mayEdit: boolean; onNew: () => void }) {
  if (archived) return <EmptyState title="Nothing is archived">Places that are put away wait here.</EmptyState>
  return (
    <EmptyState
      title="No locations yet"
      icon={<IconMapPin size={24} stroke={1.5} />}
      actions={
        mayEdit && (
          <Button kind="accent" icon={<IconPlus size={16} />} onClick={onNew}>
            New location
          </Button>
        )
      }
    >
      Address, parking, gate code and the nearest hospital of every place, kept once and printed on each call sheet. Say
      which set is shot where, and the schedule knows the moves and the daylight.
    </EmptyState>
  )
}
