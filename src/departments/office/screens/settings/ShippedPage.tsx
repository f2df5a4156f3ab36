import { useAsk } from '../../../../client/react.ts'
import { useSearchValue } from '../../../../ui/address.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { plural } from '../../../../ui/words.ts'
import { listShipped, type ShippedSummary } from '../../shipped.contract.ts'
import { ShippedPanel } from './ShippedPanel.tsx'

const columns: Column<ShippedSummary>[] = [
  { key: 'label', head: 'List', of: (it) => <b>{it.label}</b>, sortBy: (it) => it.label },
  { key: 'rows', head: 'Came with', of: (it) => plural(it.rows, it.one, it.many), quiet: true, phone: 'hide' },
  {
    key: 'changed',
    head: 'Not as it came',
    of: (it) => (it.changed === 0 ? 'nothing' : String(it.changed)),
    sortBy: (it) => it.changed,
    align: 'end',
    quiet: true,
  },
]

/** Everything the office edits that came with rows in it: what differs, and the way back. */
export function ShippedPage() {
  const asked = useAsk(listShipped)
  const [open, setOpen] = useSearchValue('list')
  const shown = asked.data?.items.find((it) => it.key === open)
  return (
    <SettingsPage
      title="As it came"
      aside={shown && <ShippedPanel key={shown.key} of={shown} onClose={() => setOpen(undefined)} />}
    >
      <Section
        title="Lists"
        about="Setting a row back changes that row alone. What the office added stays, and so does everything that uses a row."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Lists that came with the product"
              rows={items}
              columns={columns}
              keyOf={(it) => it.key}
              current={open}
              onOpen={(it) => setOpen(it.key)}
            />
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
