import { useQueryClient } from '@tanstack/react-query'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { refresh } from '../client/react.ts'
import type { PlainDay } from '../kernel/time.ts'
import { Button } from './Button.tsx'
import { DateText } from './DateText.tsx'
import { Facts } from './Facts.tsx'
import { Panel } from './Panel.tsx'
import { toast } from './toast.tsx'
import { useDoing } from './useDoing.ts'
import type { OwnRow, RowEdit } from './useRowForm.ts'

interface RowPanelProps<Row extends OwnRow> {
  of: Row
  mayChange: boolean
  onClose: () => void
  /** The word for changing it: *Correct* where its figures have a source. */
  change: 'Change' | 'Correct'
  asOf: PlainDay
  /** What it says, before its source and its day. */
  facts: ComponentProps<typeof Facts>['of']
  dialog: (edit: RowEdit<Row>) => ReactNode
  /** Absent: what goes by these rows keeps them for good. */
  archive?: Archive
  /** A sample of it, above the facts. */
  children?: ReactNode
}

interface Archive {
  isArchived: boolean
  put: (archived: boolean, version: number) => Promise<{ version: number }>
  /** Said where something goes by it still: *Boards that wear it keep it.* */
  inUse: string | false
}

/** One row of the office's own lists, and what can be done with it: changed, copied, put away and taken out again. */
export function RowPanel<Row extends OwnRow>({ of: it, mayChange, onClose, ...props }: RowPanelProps<Row>) {
  const { change, facts, asOf, dialog, archive, children } = props
  const [mode, setMode] = useState<RowEdit<Row>['mode']>()
  const foot = mayChange && (
    <>
      <Button onClick={() => setMode('change')}>{change}</Button>
      <Button onClick={() => setMode('copy')}>Make one like it</Button>
      {archive && <PutAway of={it} {...archive} />}
    </>
  )
  return (
    <Panel title={it.name} onClose={onClose} foot={foot || undefined}>
      {children}
      <Facts of={[...facts, ['Source', it.source], ['As of', <DateText key="as-of" on={asOf} year />]]} />
      {mode && dialog({ row: it, mode, onClose: () => setMode(undefined) })}
    </Panel>
  )
}

function PutAway({ of: it, isArchived, put, inUse }: Archive & { of: OwnRow }) {
  const client = useQueryClient()
  const { doing, busy } = useDoing()
  const set = async (archived: boolean, version: number): Promise<void> => {
    const now = await put(archived, version)
    await refresh(client, null)
    toast.done(archived ? `${it.name} is put away` : `${it.name} can be chosen again`, {
      ...(archived && inUse !== false && { detail: inUse }),
      undo: () => set(!archived, now.version).catch(toast.problem),
    })
  }
  const press = () => void doing(() => set(!isArchived, it.version).catch(toast.problem))
  return (
    <Button kind="quiet" busy={busy} onClick={press}>
      {isArchived ? 'Take out again' : 'Put away'}
    </Button>
  )
}
