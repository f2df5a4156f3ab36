import { useState } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { CategoryIcon } from '../../../../ui/CategoryIcon.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { listOfficeCategories, type ElementCategory } from '../../../script/element.contract.ts'
import { CategoryDialog, CategoryMark } from './CategoryDialog.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { useMayChange } from './useMayChange.ts'

const columns: Column<ElementCategory>[] = [
  {
    key: 'icon',
    head: '',
    width: 28,
    of: (it) => <CategoryIcon icon={it.icon} colour={it.colour} size={16} />,
  },
  { key: 'name', head: 'Category', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  { key: 'mark', head: 'In the script', of: (it) => <CategoryMark of={it} /> },
  { key: 'key', head: 'Letter', of: (it) => it.key ?? '–', sortBy: (it) => it.key ?? '~', width: 80 },
  { key: 'colour', head: 'Colour', of: (it) => it.colour, quiet: true, phone: 'hide' },
]

/** How breakdown categories are marked: colour, line and picture together, and the letter that tags into each. */
export function CategoriesPage() {
  const asked = useAsk(listOfficeCategories)
  const [open, setOpen] = useState<string>()
  const mayChange = useMayChange()
  const shown = mayChange ? asked.data?.items.find((it) => it.code === open) : undefined
  return (
    <SettingsPage title="Breakdown" shipped="breakdown">
      <Section
        title="Categories"
        count={asked.data?.items.length}
        about="The same in every production. A mark is a colour, a line and a picture, so that nobody has to tell colours apart."
      >
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label="Breakdown categories"
              rows={items}
              columns={columns}
              keyOf={(it) => it.code}
              {...(mayChange && { onOpen: (it: ElementCategory) => setOpen(it.code) })}
            />
          )}
        </Loaded>
      </Section>
      {shown && <CategoryDialog key={shown.code} category={shown} onClose={() => setOpen(undefined)} />}
    </SettingsPage>
  )
}
