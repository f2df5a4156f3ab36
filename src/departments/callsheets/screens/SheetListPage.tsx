import { IconFileText, IconFingerprint, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isMainUnit, MAIN_UNIT } from '../../../kernel/units.ts'
import { useAsk } from '../../../client/react.ts'
import { getProduction } from '../../productions/production.contract.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useGo, useParam, useSearchValue } from '../../../ui/address.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { DateText, TimeText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { listCallSheets, type CallSheetLine, type OpenDay } from '../sheet.contract.ts'
import { SheetCopyDialog } from './SheetCopyDialog.tsx'
import { NewSheetDialog, type NewSheetDraft } from './SheetNewDialog.tsx'
import { RevisionChip, SheetStanding } from './SheetMarks.tsx'

type Line = { key: string; onDate: string } & ({ sheet: CallSheetLine } | { open: OpenDay })

const unitOf = ({ unit, variant }: { unit: string; variant?: string }) =>
  [isMainUnit(unit) ? '' : unit, variant ?? ''].filter((part) => part !== '').join(', ')

const columnsOf = (onMake: (day: OpenDay) => void): Column<Line>[] => [
  { key: 'date', head: 'Date', width: 110, sortBy: (it) => it.onDate, of: (it) => <DateText on={it.onDate} /> },
  {
    key: 'day',
    head: 'Day',
    width: 110,
    phone: 'hide',
    of: (it) => ('sheet' in it ? it.sheet.dayLabel : it.open.dayLabel),
  },
  {
    key: 'unit',
    head: 'Unit, variant',
    spare: true,
    quiet: true,
    phone: 'hide',
    of: (it) => unitOf('sheet' in it ? it.sheet : it.open),
  },
  {
    key: 'call',
    head: 'Call',
    width: 70,
    of: (it) =>
      'sheet' in it && it.sheet.call !== null ? (
        <b>
          <TimeText at={it.sheet.call} />
        </b>
      ) : (
        ''
      ),
  },
  { key: 'place', head: 'Report to', phone: 'hide', of: (it) => ('sheet' in it ? it.sheet.place : '') },
  {
    key: 'people',
    head: 'Called',
    align: 'end',
    width: 70,
    phone: 'hide',
    sortBy: (it) => ('sheet' in it ? it.sheet.people : 0),
    of: (it) => ('sheet' in it ? it.sheet.people : ''),
  },
  {
    key: 'out',
    head: 'Out',
    spare: true,
    width: 110,
    of: (it) => ('sheet' in it && it.sheet.current ? <RevisionChip of={it.sheet.current} /> : ''),
  },
  {
    key: 'status',
    head: 'Status',
    width: 110,
    of: (it) => ('sheet' in it ? <SheetStanding of={it.sheet.status} /> : <Status is="waiting">No sheet</Status>),
  },
  {
    key: 'trouble',
    head: 'Wants a look',
    phone: 'hide',
    of: (it) =>
      'sheet' in it ? (
        <Trouble of={it.sheet} />
      ) : (
        <TextButton onClick={() => onMake(it.open)}>Make the sheet</TextButton>
      ),
  },
]

function Trouble({ of: { blockers, warnings, toAsk } }: { of: CallSheetLine }) {
  if (blockers > 0) return <Status is="stop">{plural(blockers, 'thing blocks it', 'things block it')}</Status>
  if (toAsk > 0) return <Status is="attention">{`Behind the plan for ${plural(toAsk, 'person', 'people')}`}</Status>
  if (warnings > 0) return <Status is="attention">{plural(warnings, 'warning')}</Status>
  return null
}

const views = [
  { value: 'all', label: 'All days' },
  { value: 'open', label: 'Not published' },
  { value: 'out', label: 'Published' },
] as const
type View = (typeof views)[number]['value']

const fits = (line: Line, view: View, text: string): boolean => {
  const published = 'sheet' in line && line.sheet.status === 'published'
  if (view === 'open' && published) return false
  if (view === 'out' && !published) return false
  const said =
    'sheet' in line
      ? [line.sheet.place, line.sheet.unit, line.sheet.variant, line.sheet.dayLabel]
      : [line.open.unit, line.open.dayLabel]
  return [...said, line.onDate].join(' ').toLowerCase().includes(text.toLowerCase())
}

/** The library of call sheets: by day, with what is out, what is missing, and days that have no sheet yet. */
export function SheetListPage() {
  const productionId = useParam('productionId') as ProductionId
  const asked = useAsk(listCallSheets, { params: { productionId } })
  const production = useAsk(getProduction, { params: { productionId } })
  const [search, setSearch] = useSearchValue('find')
  const [shown, setShown] = useSearchValue('show')
  const [making, setMaking] = useState<NewSheetDraft>()
  const [finding, setFinding] = useState(false)
  const go = useGo()
  const view = (shown ?? 'all') as View
  const make = (day?: OpenDay) => setMaking({ onDate: day?.onDate ?? null, unit: day?.unit ?? MAIN_UNIT })
  return (
    <Page
      title="Call sheets"
      of={production.data?.title}
      width="flush"
      actions={
        <>
          <Button icon={<IconFingerprint size={16} />} onClick={() => setFinding(true)}>
            Whose copy?
          </Button>
          <Button icon={<IconPlus size={16} />} onClick={() => make()}>
            New call sheet
          </Button>
        </>
      }
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
      ]}
    >
      <Toolbar
        end={
          <TextField
            label="Find"
            hideLabel
            placeholder="Day, place, unit"
            value={search ?? ''}
            onChange={(text) => setSearch(text || undefined)}
          />
        }
      >
        <Tabs
          label="Which sheets"
          options={views}
          value={view}
          onChange={(next) => setShown(next === 'all' ? undefined : next)}
        />
      </Toolbar>
      <Loaded of={asked}>
        {({ items, open }) => {
          const lines: Line[] = [
            ...items.map((sheet) => ({ key: sheet.id, onDate: sheet.onDate, sheet })),
            ...open.map((day) => ({ key: `${day.onDate} ${day.unit}`, onDate: day.onDate, open: day })),
          ].sort((a, b) => a.onDate.localeCompare(b.onDate))
          return (
            <Table
              label="Call sheets"
              rows={lines.filter((line) => fits(line, view, search ?? ''))}
              columns={columnsOf(make)}
              keyOf={(it) => it.key}
              onOpen={(it) =>
                'sheet' in it ? go(`/productions/${productionId}/callsheets/${it.sheet.id}`) : make(it.open)
              }
              empty={<Nothing any={lines.length > 0} onMake={() => make()} />}
            />
          )
        }}
      </Loaded>
      {finding && <SheetCopyDialog productionId={productionId} onClose={() => setFinding(false)} />}
      {making && (
        <NewSheetDialog
          productionId={productionId}
          draft={making}
          others={asked.data?.items ?? []}
          onClose={() => setMaking(undefined)}
        />
      )}
    </Page>
  )
}

function Nothing({ any, onMake }: { any: boolean; onMake: () => void }) {
  if (any) return <EmptyState title="Nothing fits">Clear the search, or show all days.</EmptyState>
  return (
    <EmptyState
      title="No call sheets yet"
      icon={<IconFileText size={24} stroke={1.5} />}
      actions={
        <Button kind="accent" icon={<IconPlus size={16} />} onClick={onMake}>
          New call sheet
        </Button>
      }
    >
      A call sheet fills itself from the schedule, the bookings and the locations of its day. Shooting days of the
      active board appear here by themselves.
    </EmptyState>
  )
}
