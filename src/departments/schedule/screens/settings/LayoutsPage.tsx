import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { DateText } from '../../../../ui/DateText.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
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
  {
    key: 'dated',
    head: 'As of',
    of: (it) => <DateText on={it.dated} year />,
    quiet: true,
    align: 'end',
    phone: 'hide',
    beside: 'hide',
  },
]

/** The layouts a board can show its strips in. */
export function LayoutsPage() {
  const asked = useAsk(listLayouts)
  const me = useAsk(getMe)
  const [open, setOpen] = useState<string>()
  const shown = asked.data?.items.find((it) => it.id === open)
  const mayChange = me.data?.abilities.includes('office.settings') ?? false
  return (
    <SettingsPage
      title="Strip layouts"
      shipped="strip-layouts"
      aside={
        shown && <LayoutPanel key={shown.id} of={shown} mayChange={mayChange} onClose={() => setOpen(undefined)} />
      }
    >
      <Section
        title="Layouts"
        count={asked.data?.items.filter((it) => !it.isArchived).length}
        about="Each board chooses one under Name, pace and look. Its one-liner and shooting schedule show the same fields in the same order."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Strip layouts"
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
              {...(items.some((it) => it.isArchived) && {
                groupBy: (it: StripLayout) => (it.isArchived ? 'Put away' : 'To choose from'),
              })}
            />
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
