import { IconBuilding, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { CompanyKind, type CompanyLine } from '../company.contract.ts'
import type { DirectoryTableProps } from './PeopleTable.tsx'
import { useCompanies } from './usePages.ts'
import { companyKindWords, kindsText } from './words.ts'

const columns: Column<CompanyLine>[] = [
  { key: 'name', head: 'Company', of: (it) => <b>{it.name}</b>, width: '28%' },
  { key: 'kinds', head: 'Kind', of: (it) => kindsText(it.kinds) },
  { key: 'people', head: 'People', of: (it) => (it.people === 0 ? '' : it.people), align: 'end', width: 80 },
  { key: 'base', head: 'Based in', spare: true, of: (it) => it.homeBase ?? '', quiet: true, phone: 'hide' },
  { key: 'email', head: 'E-mail', beside: 'hide', of: (it) => it.email ?? '', quiet: true, phone: 'hide' },
  { key: 'phone', head: 'Phone', of: (it) => it.phone ?? '', quiet: true, phone: 'hide' },
]

/** Clients, agencies and vendors by name. */
export function CompaniesTable({ current, onOpen, onAdd }: DirectoryTableProps) {
  const [q, setQ] = useSearchValue('q')
  const [typed, setTyped] = useState(q ?? '')
  const [kind, setKind] = useSearchValue('kind')
  const chosen = CompanyKind.safeParse(kind)
  const asked = useCompanies({
    q: useDeferredValue(typed.trim()),
    show: 'current',
    kind: chosen.success ? chosen.data : undefined,
  })
  return (
    <>
      <Toolbar end={asked.data && plural(asked.data.total, 'company', 'companies')}>
        <TextField
          label="Find companies"
          hideLabel
          type="search"
          placeholder="Name, town, e-mail, phone"
          icon={<IconSearch size={16} />}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            setQ(next.trim() || undefined)
          }}
        />
        <SelectField
          label="Kind of company"
          hideLabel
          clearable
          placeholder="Every kind"
          choices={CompanyKind.options.map((value) => ({ value, label: companyKindWords[value] }))}
          value={chosen.success ? chosen.data : null}
          onChange={(next) => setKind(next ?? undefined)}
        />
      </Toolbar>
      <Loaded of={asked}>
        {({ items }) => (
          <Table
            label="Companies"
            rows={items}
            columns={columns}
            keyOf={(it) => it.id}
            current={current}
            onOpen={(it) => onOpen(it.id)}
            onEnd={asked.onEnd}
            empty={
              typed !== '' || kind !== undefined ? (
                <EmptyState title="No company fits">Try part of the name, or another kind.</EmptyState>
              ) : (
                <EmptyState
                  title="No companies yet"
                  icon={<IconBuilding size={24} stroke={1.5} />}
                  actions={
                    <Button kind="accent" icon={<IconPlus size={16} />} onClick={onAdd}>
                      New company
                    </Button>
                  }
                >
                  Clients, agencies and vendors. A company also appears here as soon as somebody is said to work there.
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
    </>
  )
}
