import { IconPlus, IconSearch, IconUpload, IconUsers } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { moneyText } from '../../../kernel/money.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
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
import { PeopleFilterFields, usePeopleFilters } from './PeopleFilters.tsx'
import css from './Record.module.css'
import { usePeople } from './usePages.ts'

const columns: Column<PersonLine>[] = [
  { key: 'name', head: 'Name', of: (it) => <Name of={it} />, width: '22%' },
  { key: 'position', head: 'Position', of: (it) => it.position ?? '', width: '17%' },
  {
    key: 'skills',
    head: 'Skills',
    of: (it) => it.skills.join(', '),
    quiet: true,
    phone: 'hide',
    beside: 'hide',
    spare: true,
    width: '15%',
  },
  {
    key: 'company',
    head: 'Company',
    of: (it) => it.company ?? '',
    quiet: true,
    phone: 'hide',
    beside: 'hide',
    spare: true,
  },
  { key: 'base', head: 'Based in', of: (it) => it.homeBase ?? '', quiet: true, phone: 'hide', spare: true },
  {
    key: 'rate',
    head: 'Day rate',
    of: (it) => (it.dayRate ? moneyText(it.dayRate) : ''),
    align: 'end',
    phone: 'hide',
    beside: 'hide',
    spare: true,
  },
  { key: 'email', head: 'E-mail', of: (it) => it.email ?? '', quiet: true, phone: 'hide', beside: 'hide' },
  { key: 'phone', head: 'Phone', of: (it) => it.phone ?? '', quiet: true, whole: true },
]

const Name = ({ of: it }: { of: PersonLine }) => (
  <>
    {it.photoId === null ? (
      <span className={css.nobody}>
        <Avatar name={it.name} />
      </span>
    ) : (
      <img className={css.thumb} src={`/v1/people/${it.id}/media/${it.photoId}/small`} alt="" loading="lazy" />
    )}
    <b>{it.name}</b>
    {it.doNotHire !== null && (
      <span className={css.stop} title={it.doNotHire}>
        not to be hired
      </span>
    )}
  </>
)

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
  const filters = usePeopleFilters()
  const asked = usePeople({ q: useDeferredValue(typed.trim()), show, departmentId, ...filters.values })
  const departments = useAsk(listDepartments)
  const filtered = filters.any || typed !== '' || departmentId !== undefined || show === 'archived'
  return (
    <>
      <Toolbar end={asked.data && plural(asked.data.total, 'person', 'people')}>
        <TextField
          label="Find people"
          hideLabel
          type="search"
          placeholder="Name, skill, city, phone …"
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
        <PeopleFilterFields of={filters} />
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
            onEnd={asked.onEnd}
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
      : 'Try part of a name, a skill, a position, a company, a city, an e-mail address or the end of a phone number.'}
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
