import type { DragEvent } from 'react'
import { MomentText } from '../../../ui/DateText.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { listed } from '../../../ui/words.ts'
import type { ClassShown, DocumentRow } from '../document.contract.ts'
import { NameCell } from './KindIcon.tsx'
import { kindWords, sizeText, trouble } from './words.ts'

export interface DocumentListProps {
  productionId: string
  rows: readonly DocumentRow[]
  current: string | undefined
  selected: ReadonlySet<string>
  onOpen: (row: DocumentRow) => void
  /** A row is dragged by its name. */
  onCarry?: (row: DocumentRow, event: DragEvent) => void
  /** The end of the list came into view. */
  onEnd?: (() => void) | undefined
}

interface DocumentTableProps extends DocumentListProps {
  classes: readonly ClassShown[]
  onSelect?: (selected: ReadonlySet<string>) => void
}

export const State = ({ of }: { of: Parameters<typeof trouble>[0] }) => {
  const found = trouble(of)
  return found === undefined ? null : <Status is={found[0]}>{found[1]}</Status>
}

const columnsFor = (
  productionId: string,
  classes: readonly ClassShown[],
  onCarry: DocumentListProps['onCarry'],
): Column<DocumentRow>[] => {
  const className = (code: string) => classes.find((it) => it.code === code)?.name ?? code
  return [
    {
      key: 'name',
      head: 'Name',
      of: (it) => (
        <NameCell of={it} productionId={productionId} {...(onCarry && { onCarry: (event) => onCarry(it, event) })} />
      ),
      sortBy: (it) => it.name.toLowerCase(),
      width: '34%',
    },
    { key: 'state', head: '', of: (it) => <State of={it} />, width: 128 },
    {
      key: 'about',
      head: 'About',
      spare: true,
      of: (it) =>
        listed(
          it.subjects.map(({ label }) => label),
          2,
        ),
      phone: 'hide',
    },
    {
      key: 'class',
      head: 'Class',
      of: (it) => className(it.classCode),
      sortBy: (it) => className(it.classCode),
      quiet: true,
      phone: 'hide',
      width: 124,
    },
    {
      key: 'kind',
      head: 'Kind',
      of: (it) => `${kindWords[it.kind]}${it.pages !== null && it.pages > 1 ? `, ${it.pages} p.` : ''}`,
      sortBy: (it) => it.kind,
      quiet: true,
      phone: 'hide',
      width: 136,
    },
    {
      key: 'size',
      head: 'Size',
      of: (it) => sizeText(it.sizeBytes),
      sortBy: (it) => it.sizeBytes,
      align: 'end',
      quiet: true,
      phone: 'hide',
      width: 76,
    },
    {
      key: 'version',
      head: 'Version',
      of: (it) => (it.number > 1 ? `v${it.number}` : ''),
      quiet: true,
      phone: 'hide',
      width: 70,
    },
    {
      key: 'changed',
      head: 'Changed',
      of: (it) => <MomentText at={it.changedAt} />,
      sortBy: (it) => it.changedAt,
      align: 'end',
      quiet: true,
      phone: 'hide',
      width: 132,
    },
  ]
}

/** Documents as rows: dense, sortable, ticked for moving. */
export const DocumentTable = ({
  productionId,
  rows,
  classes,
  current,
  selected,
  onOpen,
  onSelect,
  onEnd,
  onCarry,
}: DocumentTableProps) => (
  <Table
    label="Documents"
    rows={rows}
    columns={columnsFor(productionId, classes, onCarry)}
    keyOf={(it) => it.id}
    current={current}
    onOpen={onOpen}
    onEnd={onEnd}
    {...(onSelect && { selected, onSelect })}
  />
)
