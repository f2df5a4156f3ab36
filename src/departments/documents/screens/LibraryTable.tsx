import { MomentText } from '../../../ui/DateText.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { ClassShown } from '../document.contract.ts'
import type { LibraryProduction, LibraryRow } from '../library.contract.ts'
import { State } from './DocumentTable.tsx'
import { NameCell } from './KindIcon.tsx'
import { kindWords, sizeText } from './words.ts'

interface LibraryTableProps {
  rows: readonly LibraryRow[]
  productions: readonly LibraryProduction[]
  classes: readonly ClassShown[]
  current: string | undefined
  onOpen: (row: LibraryRow) => void
  onEnd: (() => void) | undefined
}

const columnsFor = (
  productions: readonly LibraryProduction[],
  classes: readonly ClassShown[],
): Column<LibraryRow>[] => {
  const title = new Map(productions.map((it) => [it.id, it.title]))
  const className = (code: string) => classes.find((it) => it.code === code)?.name ?? code
  return [
    { key: 'name', head: 'Name', of: (it) => <NameCell of={it} productionId={it.productionId} />, width: '32%' },
    { key: 'state', head: '', of: (it) => <State of={it} />, width: 128 },
    { key: 'production', head: 'Production', of: (it) => title.get(it.productionId) ?? '' },
    { key: 'folder', head: 'Folder', of: (it) => it.folder.join(' / '), quiet: true, phone: 'hide' },
    { key: 'class', head: 'Class', of: (it) => className(it.classCode), quiet: true, phone: 'hide', width: 124 },
    { key: 'kind', head: 'Kind', of: (it) => kindWords[it.kind], quiet: true, phone: 'hide', width: 124 },
    {
      key: 'size',
      head: 'Size',
      of: (it) => sizeText(it.sizeBytes),
      align: 'end',
      quiet: true,
      phone: 'hide',
      width: 76,
    },
    {
      key: 'changed',
      head: 'Changed',
      of: (it) => <MomentText at={it.changedAt} />,
      align: 'end',
      quiet: true,
      phone: 'hide',
      width: 132,
    },
  ]
}

/** The latest change first, as far as one scrolls. */
export const LibraryTable = ({ rows, productions, classes, current, onOpen, onEnd }: LibraryTableProps) => (
  <Table
    label="Documents of every production"
    rows={rows}
    columns={columnsFor(productions, classes)}
    keyOf={(it) => it.id}
    current={current}
    onOpen={onOpen}
    onEnd={onEnd}
  />
)
