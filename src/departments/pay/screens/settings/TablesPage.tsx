import { useAsk } from '../../../../client/react.ts'
import { DateText } from '../../../../ui/DateText.tsx'
import { RowPanel } from '../../../../ui/RowPanel.tsx'
import { RowsPage } from '../../../../ui/RowsPage.tsx'
import type { Column } from '../../../../ui/Table.tsx'
import { listPayProfiles, type PayProfileRecord } from '../../rate.contract.ts'
import { rulesSaid, stepsText } from '../../table.rules.ts'
import { TableDialog } from './TableDialog.tsx'

const columns: Column<PayProfileRecord>[] = [
  { key: 'name', head: 'Table', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: '27%' },
  { key: 'steps', head: 'Each day', of: (it) => stepsText(it.rules.steps), wraps: true, width: '30%' },
  { key: 'source', head: 'Source', of: (it) => it.source, wraps: true, quiet: true, phone: 'hide', width: '27%' },
  {
    key: 'asOf',
    head: 'As of',
    of: (it) => <DateText on={it.asOf} year />,
    sortBy: (it) => it.asOf,
    quiet: true,
    align: 'end',
    phone: 'hide',
    width: '16%',
  },
]

interface OneProps {
  of: PayProfileRecord
  mayChange: boolean
  onClose: () => void
}

const One = ({ of: it, ...panel }: OneProps) => (
  <RowPanel
    of={it}
    {...panel}
    change="Correct"
    facts={rulesSaid(it)}
    asOf={it.asOf}
    dialog={(edit) => <TableDialog {...edit} />}
  />
)

/** How hours become pay: the tables rates and deal memos name, each with its source and its day. */
export function TablesPage() {
  const asked = useAsk(listPayProfiles)
  const mayChange = asked.data?.can.edit ?? false
  return (
    <RowsPage
      title="Overtime tables"
      shipped="overtime-tables"
      wide
      rows="Tables"
      about="Rates and deal memos name one of these, and timesheets pay by it. A memo keeps the table it was signed with; an approved day keeps what it paid. Check the agreement you work under."
      of={asked}
      columns={columns}
      panel={(it, close) => <One of={it} mayChange={mayChange} onClose={close} />}
    />
  )
}
