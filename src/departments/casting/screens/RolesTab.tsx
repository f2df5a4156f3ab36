import { IconFileDownload, IconMasksTheater, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import { formatDays } from '../../../ui/dates.ts'
import { listed, plural } from '../../../ui/words.ts'
import { deadlineText, kindWords, playingAge } from '../breakdown.rules.ts'
import { createRolesFromScript, type Role } from '../role.contract.ts'
import { CastingTabs } from './CastingTabs.tsx'
import type { CastingTab } from './CastingPage.tsx'
import { RoleDialog } from './RoleForm.tsx'
import { RolePanel } from './RolePanel.tsx'
import { roleStanding, roleStateWords } from './words.ts'

interface RolesTabProps {
  productionId: string
  title: string | undefined
  roles: readonly Role[]
  uncast: readonly { elementId: string; name: string; scenes: number }[]
  can: { edit: boolean }
  tab: CastingTab
  onTab: (next: CastingTab) => void
}

const columns: Column<Role>[] = [
  { key: 'name', head: 'Role', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: '20%' },
  {
    key: 'kind',
    head: 'Type',
    of: (it) => kindWords[it.kind],
    sortBy: (it) => it.kind,
    quiet: true,
    phone: 'hide',
    width: 110,
  },
  { key: 'age', head: 'Playing age', of: playingAge, quiet: true, phone: 'hide', width: 100 },
  {
    key: 'days',
    head: 'Shoots',
    of: (it) => (it.shootDays.length === 0 ? '' : formatDays(it.shootDays[0] as string, it.shootDays.at(-1) as string)),
    sortBy: (it) => it.shootDays[0] ?? '9',
    phone: 'hide',
    width: 120,
  },
  { key: 'deadline', head: 'Send by', spare: true, of: deadlineText, quiet: true, phone: 'hide' },
  { key: 'talent', head: 'Talent', of: talentOf, sortBy: (it) => it.candidates, align: 'end', width: 110 },
  { key: 'cast', head: 'Cast', spare: true, of: (it) => listed(it.cast, 2), phone: 'hide', width: '18%' },
  {
    key: 'state',
    head: 'Status',
    of: (it) => <Status is={roleStanding[it.state]}>{roleStateWords[it.state]}</Status>,
    sortBy: (it) => it.state,
    width: 150,
  },
]

function talentOf({ candidates, unseen }: Role) {
  return unseen === 0 ? candidates : `${candidates}, ${unseen} new`
}

/** Roles with how far each has come; the one that is open stands beside them. */
export function RolesTab({ productionId, title, roles, uncast, can, tab, onTab }: RolesTabProps) {
  const [open, setOpen] = useSearchValue('role')
  const [adding, setAdding] = useState(false)
  const current = roles.find(({ id }) => id === open)
  const base = `/v1/productions/${productionId}/casting/breakdown`
  useKeys({ n: () => can.edit && setAdding(true), Escape: () => setOpen(undefined), t: () => onTab('talent') })
  const fromScript = useFromScript(productionId)
  return (
    <Page
      of={title}
      title="Casting"
      width="flush"
      tools={<CastingTabs tab={tab} onTab={onTab} />}
      actions={
        tab === 'roles' && (
          <>
            {roles.length > 0 && (
              <Menu
                target={<Button icon={<IconFileDownload size={16} />}>Breakdown</Button>}
                width={250}
                items={[
                  { heading: 'All but confidential roles' },
                  { label: 'As PDF', onPress: () => window.open(`${base}/pdf`, '_blank', 'noopener') },
                  { label: 'As CSV, to post elsewhere', onPress: () => window.location.assign(`${base}/csv`) },
                  'line',
                  { label: 'PDF with fees', onPress: () => window.open(`${base}/pdf?rates=yes`, '_blank', 'noopener') },
                ]}
              />
            )}
            {can.edit && uncast.length > 0 && (
              <Button onClick={() => fromScript(uncast.map(({ elementId }) => elementId))}>
                Cast {plural(uncast.length, 'character')} of the script
              </Button>
            )}
            {can.edit && (
              <Button icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
                New role
              </Button>
            )}
          </>
        )
      }
      aside={
        current && (
          <RolePanel key={current.id} {...{ productionId, can }} role={current} onClose={() => setOpen(undefined)} />
        )
      }
      hints={[
        { keys: ['↑', '↓'], does: 'select' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['N'], does: 'new role' },
        { keys: ['T'], does: 'talent' },
      ]}
      status={plural(roles.length, 'role')}
    >
      <Toolbar>
        <Segmented
          label="Which roles"
          value={tab === 'archived' ? 'archived' : 'roles'}
          options={[
            { value: 'roles', label: 'To cast' },
            { value: 'archived', label: 'Archived' },
          ]}
          onChange={onTab}
        />
      </Toolbar>
      <Table
        label="Roles"
        rows={roles}
        columns={columns}
        keyOf={(it) => it.id}
        current={open}
        onOpen={(it) => setOpen(it.id)}
        empty={<Nobody archived={tab === 'archived'} mayEdit={can.edit} onNew={() => setAdding(true)} />}
      />
      <RoleDialog
        open={adding}
        productionId={productionId}
        onClose={() => setAdding(false)}
        onSaved={(it) => setOpen(it.id)}
      />
    </Page>
  )
}

function useFromScript(productionId: string) {
  const add = useChange(createRolesFromScript)
  return (elementIds: string[]) =>
    add.mutate(
      { params: { productionId }, body: { elementIds } },
      {
        onError: toast.problem,
        onSuccess: ({ added }) => toast.done(`${plural(added, 'role')} from the script, with age and shoot days`),
      },
    )
}

function Nobody({ archived, mayEdit, onNew }: { archived: boolean; mayEdit: boolean; onNew: () => void }) {
  if (archived) return <EmptyState title="Nothing is archived">Roles that are put away wait here.</EmptyState>
  return (
    <EmptyState
      title="No roles to cast yet"
      icon={<IconMasksTheater size={24} stroke={1.5} />}
      actions={
        mayEdit && (
          <Button kind="accent" icon={<IconPlus size={16} />} onClick={onNew}>
            New role
          </Button>
        )
      }
    >
      Write the breakdown once: it becomes the open call, the paper for agents, the list you mark and the link the
      client picks from. Once a script is broken down, its characters wait here.
    </EmptyState>
  )
}
