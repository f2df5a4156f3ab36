import { useAsk } from '../../../../client/react.ts'
import { datedColumn, RowsPage } from '../../../../ui/RowsPage.tsx'
import type { Column } from '../../../../ui/Table.tsx'
import { plural } from '../../../../ui/words.ts'
import { getMe } from '../../../office/office.contract.ts'
import { listLayouts, type StripField, type StripLayout } from '../../layout.contract.ts'
import { fieldWords } from '../../layout.rules.ts'
import { LayoutPanel } from './LayoutPanel.tsx'

const lineText = (fields: readonly StripField[]) => fields.map((field) => fieldWords[field]).join(', ')

const columns: Column<StripLayout>[] = [
  { key: 'name', head: 'Layout', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  {
    key: 'fields',
    head: 'Shows',
    of: ({ shape }) => [lineText(shape.upper), lineText(shape.lower)].filter(Boolean).join('; below: '),
    quiet: true,
    phone: 'hide',
  },
  { key: 'height', head: 'Height', of: (it) => it.shape.height, align: 'end', quiet: true },
  {
    key: 'boards',
    head: 'Shown by',
    of: (it) => (it.boards === 0 ? 'no board' : plural(it.boards, 'board')),
    sortBy: (it) => it.boards,
    quiet: true,
  },
  { ...datedColumn, beside: 'hide' },
]

/** The layouts a board can show its strips in. */
export function LayoutsPage() {
  const mayChange = useAsk(getMe).data?.abilities.includes('office.settings') ?? false
  return (
    <RowsPage
      title="Strip layouts"
      shipped="strip-layouts"
      rows="Layouts"
      about="Each board chooses one under Name, pace and look. Its one-liner and shooting schedule show the same fields in the same order."
      of={useAsk(listLayouts)}
      columns={columns}
      panel={(it, close) => <LayoutPanel of={it} mayChange={mayChange} onClose={close} />}
    />
  )
}
