import { IconPlus, IconSearch, IconUpload, IconUsers } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { listDepartments, type PersonLine } from '../person.contract.ts'
import { usePeople } from './usePages.ts'

const columns: Column<PersonLine>[] = [
  { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b>, width: '20%' },
  { key: 'position', head: 'Position', of: (it) => it.position ?? '', width: '17%' },
  { key: 'department', head: 'Department', of: (it) => it.department ?? '', quiet: true, phone: 'hide' },
  { key: 'company', head: 'Company', of: (it) => it.company ?? '', quiet: true, phone: 'hide' },
  { key: 'base', head: 'Based in', of: (it) => it.homeBase ?? '', quiet: true, phone: 'hide' },
  { key: 'email', head: 'E-mail', of: (it) => it.email ?? '', quiet: true, phone: 'hide' },
  { key: 'phone', head: 'Phone', of: (it) => it.phone ?? '', quiet: true },
]

export interface DirectoryTableProps {
  current: string | undefined
  onOpen: (id: string) => void
  onAdd: () => void
}

/** People by name, or the best matches of what is typed. */
export function PeopleTable({ current, onOpen, onAdd, onImport }: DirectoryTableProps & { onImport: () => void }) {
  const [q, setQ] = useSearchValue('q')
  const [typed, setTyped] = useState(q ?? '')
  const [departmentId, setDepartment] = useSearchValue('department')
  const [shown, setShown] = useSearchValue('show')
  const show = shown === 'archived' ? 'archived' : 'current'
  const asked = usePeople({ q: useDeferredValue(typed.trim()), show, departmentId })
  const departments = useAsk(listDepartments)
  const filtered = typed !== '' || departmentId !== undefined || show === 'archived'
  return (
    <>
      <Toolbar end={asked.data && plural(asked.data.total, 'person', 'people')}>
        <TextField
          label="Find people"
          hideLabel
          type="search"
          placeholder="Name, position, phone …"
          icon={<IconSearch size={16} />}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            setQ(next.trim() || undefined)
          }}
        />
        <SelectField
          label="Department"
          hideLabel
          clearable
          placeholder="All departments"
          choices={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
          value={departmentId ?? null}
          onChange={(next) => setDepartment(next ?? undefined)}
        />
        <Segmented
          label="Which people"
          value={show}
          options={[
            { value: 'current', label: 'Current' },
            { value: 'archived', label: 'Archived' },
          ]}
          onChange={(next: string) => setShown(next === 'current' ? undefined : next)}
        />
      </Toolbar>
      <Loaded of={asked}>
        {({ items }) => (
          <Table
            label="People"
            rows={items}
            columns={columns}
            keyOf={(it) => it.id}
            current={current}
            onOpen={(it) => onOpen(it.id)}
            onEnd={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
            empty={filtered ? <NoMatch typed={typed} /> : <Nobody onAdd={onAdd} onImport={onImport} />}
          />
        )}
      </Loaded>
    </>
  )
}

const NoMatch = ({ typed }: { typed: string }) => (
  <EmptyState title={typed === '' ? 'Nobody here' : `Nobody matches “${typed}”`}>
    {typed === ''
      ? 'Nobody fits this choice.'
      : 'Try part of a name, a position, a company, an e-mail address or the end of a phone number.'}
  </EmptyState>
)

const Nobody = ({ onAdd, onImport }: { onAdd: () => void; onImport: () => void }) => (
  <EmptyState
    title="Nobody in the directory yet"
    icon={<IconUsers size={24} stroke={1.5} />}
    actions={
      <>
        <Button kind="accent" icon={<IconUpload size={16} />} onClick={onImport}>
          Import a list
        </Button>
        <Button icon={<IconPlus size={16} />} onClick={onAdd}>
          New person
        </Button>
      </>
    }
  >
    Crew, talent, clients and vendors of all your productions, in one place. Being listed gives nobody access. Bring a
    CSV or vCard file: you see what would happen to every line before anything is written.
  </EmptyState>
)
