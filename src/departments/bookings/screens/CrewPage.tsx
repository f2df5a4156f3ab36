import { IconClipboardList, IconMail, IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useGo, useParam, useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { plural } from '../../../ui/words.ts'
import { listEngagements } from '../../people/engagement.contract.ts'
import { AddEngagementDialog } from './AddEngagementDialog.tsx'
import { AwayTab } from './AwayTab.tsx'
import { CrewGrid } from './CrewGrid.tsx'
import { CrewLegend } from './CrewLegend.tsx'
import { EngagementPanel } from './EngagementPanel.tsx'
import { FillPanel } from './FillPanel.tsx'
import { NeedsTab } from './NeedsTab.tsx'
import { listNeeds } from '../needs.contract.ts'
import { listUntold } from '../told.contract.ts'
import { TellDialog } from './TellDialog.tsx'
import { useBooking } from './useBooking.ts'
import { useGridFacts } from './useGridFacts.ts'

const gridKeys = [
  { keys: ['↑', '↓', '←', '→'], does: 'walk' },
  { keys: ['Space'], does: 'booked, hold, released' },
  { keys: ['Enter'], does: 'open' },
]

/** Everybody on the production by department, and who is there on which day. */
export function CrewPage() {
  const productionId = useParam('productionId')
  const go = useGo()
  const list = `/productions/${productionId}/crew/list`
  const [open, setOpen] = useSearchValue('engagement')
  const [shown, setShown] = useSearchValue('tab')
  const [filling, setFilling] = useSearchValue('fill')
  const [adding, setAdding] = useState(false)
  const tab = shown === 'away' || shown === 'needed' ? shown : 'days'
  const asked = useAsk(listEngagements, { params: { productionId } })
  const { grid, production, units, characters, mayBook } = useGridFacts(productionId)
  const book = useBooking(productionId)
  const mayEdit = asked.data?.can.edit ?? false
  const untold = useAsk(listUntold, { params: { productionId } }, { enabled: mayBook }).data?.items ?? []
  const [telling, setTelling] = useState(false)
  const current = asked.data?.items.find(({ id }) => id === open)
  const needs = useAsk(listNeeds, { params: { productionId } }, { enabled: filling !== undefined })
  const needed = needs.data?.items.find(({ id }) => id === filling)
  useKeys({
    n: () => mayEdit && setAdding(true),
    Escape: () => (filling === undefined ? setOpen(undefined) : setFilling(undefined)),
  })
  return (
    <Page
      of={production?.title}
      title="Crew and bookings"
      width="flush"
      tools={
        <Tabs
          label="Crew and bookings"
          value={tab}
          options={[
            { value: 'days', label: 'Days' },
            { value: 'needed', label: 'Positions' },
            { value: 'away', label: 'Away' },
          ]}
          onChange={(next: string) => setShown(next === 'days' ? undefined : next)}
        />
      }
      actions={
        mayEdit && (
          <>
            {untold.length > 0 && (
              <Button icon={<IconMail size={16} />} onClick={() => setTelling(true)}>
                Tell {plural(untold.length, 'person', 'people')}
              </Button>
            )}
            <Button icon={<IconClipboardList size={16} />} onClick={() => go(list)}>
              Add a list
            </Button>
            <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              Add somebody
            </Button>
          </>
        )
      }
      aside={
        tab === 'needed' && needed ? (
          <FillPanel
            key={needed.id}
            productionId={productionId}
            need={needed}
            days={grid.days}
            onClose={() => setFilling(undefined)}
          />
        ) : (
          current && (
            <EngagementPanel
              key={current.id}
              engagement={current}
              absences={grid.absences.filter(({ resource }) => resource.id === current.personId)}
              characters={characters}
              mayEdit={mayEdit}
              mayBook={mayBook}
              onClose={() => setOpen(undefined)}
            />
          )
        )
      }
      status={asked.data && plural(asked.data.items.length, 'person', 'people')}
      {...(tab === 'days' && { hints: gridKeys })}
    >
      <Loaded of={asked}>
        {({ items }) =>
          tab === 'needed' ? (
            <NeedsTab productionId={productionId} days={grid.days} onFill={({ id }) => setFilling(id)} />
          ) : tab === 'away' ? (
            <AwayTab productionId={productionId} people={items} units={units} mayBook={mayBook || mayEdit} />
          ) : items.length === 0 ? (
            <EmptyState
              title="Nobody on this production yet"
              icon={<IconUsersGroup size={24} stroke={1.5} />}
              actions={
                mayEdit && (
                  <>
                    <Button kind="accent" icon={<IconClipboardList size={16} />} onClick={() => go(list)}>
                      Paste a crew list
                    </Button>
                    <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
                      Add somebody
                    </Button>
                  </>
                )
              }
            >
              Paste the crew list you have, or put people from the directory on the production one by one. Their
              department, position and offsets decide where they stand on the call sheet and when they are called.
            </EmptyState>
          ) : (
            <>
              <CrewGrid
                people={items}
                grid={grid}
                current={open}
                mayBook={mayBook}
                untold={new Set(untold.map(({ personId }) => personId))}
                onOpen={setOpen}
                onBook={(engagementId, cell, state) => book(engagementId, cell, state)}
              />
              <CrewLegend days={grid.days.length} />
            </>
          )
        }
      </Loaded>
      {telling && untold.length > 0 && (
        <TellDialog productionId={productionId} people={untold} onClose={() => setTelling(false)} />
      )}
      <AddEngagementDialog
        open={adding}
        productionId={productionId}
        characters={characters}
        onClose={() => setAdding(false)}
        onAdded={(id) => setOpen(id)}
      />
    </Page>
  )
}
