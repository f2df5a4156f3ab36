import { IconEye } from '@tabler/icons-react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status, type Standing } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { plural } from '../../../ui/words.ts'
import { getPresentation, type Presentation } from '../presentation.contract.ts'
import type { Role } from '../role.contract.ts'
import { CastingTabs } from './CastingTabs.tsx'
import type { CastingTab } from './CastingPage.tsx'
import { SelectionPanel } from './SelectionPanel.tsx'
import { useSelections } from './usePages.ts'

const standing: Record<Presentation['state'], readonly [Standing, string]> = {
  draft: ['waiting', 'Not sent'],
  open: ['daylight', 'Out'],
  frozen: ['go', 'Decided'],
}

const columns: Column<Presentation>[] = [
  { key: 'title', head: 'Selection', of: (it) => <b>{it.title}</b>, sortBy: (it) => it.title },
  { key: 'people', head: 'People', of: (it) => it.items.length, align: 'end', width: 80 },
  {
    key: 'voices',
    head: 'Voices',
    of: (it) => it.voices.map(({ name }) => name).join(', '),
    phone: 'hide',
    quiet: true,
  },
  {
    key: 'seen',
    head: 'Seen',
    of: (it) => `${it.voices.filter(({ seenAt }) => seenAt !== null).length} of ${it.voices.length}`,
    width: 90,
  },
  { key: 'picks', head: 'Picks', of: (it) => it.picks.length, align: 'end', width: 80 },
  {
    key: 'state',
    head: 'Status',
    of: (it) => <Status is={standing[it.state][0]}>{standing[it.state][1]}</Status>,
    width: 120,
  },
]

interface SelectionsTabProps {
  productionId: string
  title: string | undefined
  roles: readonly Role[]
  can: { edit: boolean }
  onTab: (next: CastingTab) => void
}

/** What was shown to whom, what each voice said, and what was decided. */
export function SelectionsTab({ productionId, title, roles, can, onTab }: SelectionsTabProps) {
  const [open, setOpen] = useSearchValue('selection')
  const { onEnd, ...asked } = useSelections(productionId)
  const items = asked.data?.items ?? []
  const listed = items.find(({ id }) => id === open)
  const older = useAsk(
    getPresentation,
    { params: { productionId, presentationId: open as string } },
    { enabled: open !== undefined && asked.data !== undefined && listed === undefined },
  )
  const current = open === undefined ? items[0] : (listed ?? older.data)
  return (
    <Page
      of={title}
      title="Casting"
      width="flush"
      tools={<CastingTabs tab="selections" onTab={onTab} />}
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
      ]}
      status={asked.data && `${plural(items.length, 'selection')}${onEnd ? ' so far' : ''}`}
    >
      <Loaded of={asked}>
        {() => (
          <>
            <Table
              label="Selections"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={current?.id}
              onOpen={(it) => setOpen(it.id)}
              onEnd={onEnd}
              empty={
                <EmptyState title="Nothing was shown yet" icon={<IconEye size={24} stroke={1.5} />}>
                  Pick people under Talent with X and send the selection to those who decide. Each voice gets a link of
                  its own, so every pick has a name.
                </EmptyState>
              }
            />
            {open !== undefined && current === undefined && <Loaded of={older}>{() => null}</Loaded>}
            {current && <SelectionPanel key={current.id} {...{ productionId, roles, can }} presentation={current} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
