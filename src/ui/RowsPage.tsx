import { Fragment, useState, type ReactNode } from 'react'
import type { PlainDay } from '../kernel/time.ts'
import { DateText } from './DateText.tsx'
import { Loaded, type Asked } from './Loaded.tsx'
import { Section } from './Section.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { Table, type Column } from './Table.tsx'
import type { OwnRow } from './useRowForm.ts'

export const sourceColumn: Column<{ source: string }> = {
  key: 'source',
  head: 'Source',
  of: (it) => it.source,
  quiet: true,
  phone: 'hide',
}

export const datedColumn: Column<{ dated: PlainDay }> = {
  key: 'dated',
  head: 'As of',
  of: (it) => <DateText on={it.dated} year />,
  quiet: true,
  align: 'end',
  phone: 'hide',
}

type ListedRow = OwnRow & { isArchived?: boolean }

interface RowsPageProps<Row extends ListedRow> {
  title: string
  /** The list as `platform/shipped.ts` knows it. */
  shipped: string
  wide?: boolean
  /** What the rows are: *Profiles*, *Places*. */
  rows: string
  about: string
  of: Asked<{ items: Row[] }>
  columns: readonly Column<Row>[]
  panel: (row: Row, onClose: () => void) => ReactNode
}

/** A list of the office's own that came with rows in it: each says where it is from and of when, and opens beside the list. */
export function RowsPage<Row extends ListedRow>({ title, shipped, wide = false, rows, ...props }: RowsPageProps<Row>) {
  const { about, of: asked, columns, panel } = props
  const [open, setOpen] = useState<string>()
  const shown = asked.data?.items.find((it) => it.id === open)
  return (
    <SettingsPage
      title={title}
      shipped={shipped}
      wide={wide}
      aside={shown && <Fragment key={shown.id}>{panel(shown, () => setOpen(undefined))}</Fragment>}
    >
      <Section title={rows} count={asked.data?.items.filter((it) => !it.isArchived).length} about={about}>
        <Loaded of={asked}>
          {({ items }) => (
            <Table
              label={title}
              rows={items}
              columns={columns}
              keyOf={(it) => it.id}
              current={open}
              onOpen={(it) => setOpen(it.id)}
              {...(items.some((it) => it.isArchived) && {
                groupBy: (it: Row) => (it.isArchived ? 'Put away' : 'To choose from'),
              })}
            />
          )}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
