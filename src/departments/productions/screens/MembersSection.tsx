import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { productionRoles, type ProductionRole } from '../../../kernel/abilities.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listMembers, removeMember, setMember, type Member } from '../production.contract.ts'
import css from './Members.module.css'

const words: Record<ProductionRole, string> = {
  producer: 'Producer',
  coordinator: 'Coordinator',
  department_head: 'Department head',
  crew: 'Crew',
  finance: 'Finance',
  client: 'Client',
  vendor: 'Vendor',
}
const roles = productionRoles.map((value) => ({ value, label: words[value] }))

interface AddMemberProps {
  others: readonly Pick<Member, 'userId' | 'name' | 'email'>[]
  onAdd: (userId: string, role: ProductionRole) => void
}

function AddMember({ others, onAdd }: AddMemberProps) {
  const [userId, setUserId] = useState<string | null>(null)
  const [role, setRole] = useState<ProductionRole | null>('crew')
  const choices = others.map((it) => ({ value: it.userId, label: `${it.name}, ${it.email}` }))
  return (
    <div className={css.add}>
      <SelectField
        label="Account"
        hideLabel
        placeholder="Somebody with an account"
        choices={choices}
        searchable
        value={userId}
        onChange={setUserId}
      />
      <SelectField label="Role" hideLabel choices={roles} value={role} onChange={setRole} />
      <Button
        disabled={userId === null || role === null}
        onClick={() => {
          if (userId !== null && role !== null) onAdd(userId, role)
          setUserId(null)
        }}
      >
        Give access
      </Button>
    </div>
  )
}

/** Accounts that may come into this production, and as what. */
export function MembersSection({ productionId }: { productionId: string }) {
  const asked = useAsk(listMembers, { params: { productionId } })
  const set = useChange(setMember)
  const remove = useChange(removeMember)
  const put = (userId: string, role: ProductionRole) =>
    set.mutate({ params: { productionId, userId }, body: { role } }, { onError: toast.problem })
  const takeOut = (member: Member) =>
    remove.mutate(
      { params: { productionId, userId: member.userId } },
      {
        onSuccess: () =>
          toast.done(`${member.name} has no access here any more`, { undo: () => put(member.userId, member.role) }),
        onError: toast.problem,
      },
    )
  const columns: Column<Member>[] = [
    { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b> },
    { key: 'email', head: 'E-mail', of: (it) => it.email, quiet: true, phone: 'hide' },
    {
      key: 'role',
      head: 'Role here',
      width: 180,
      of: (it) => (
        <SelectField
          label={`Role of ${it.name}`}
          hideLabel
          choices={roles}
          value={it.role}
          onChange={(role) => role && put(it.userId, role)}
        />
      ),
    },
    {
      key: 'out',
      head: '',
      align: 'end',
      width: 100,
      of: (it) => (
        <Button size="small" onClick={() => takeOut(it)}>
          Take out
        </Button>
      ),
    },
  ]
  return (
    <Section
      title="Who may come in"
      count={asked.data?.members.length}
      about="Owners, administrators and coordinators of the office are at home here already. Crew need no account: they get links."
    >
      <Loaded of={asked}>
        {({ members, others }) => (
          <>
            <AddMember others={others} onAdd={put} />
            <Table
              label="Members"
              rows={members}
              columns={columns}
              keyOf={(it) => it.userId}
              empty={<EmptyState small title="Nobody besides the office" />}
            />
          </>
        )}
      </Loaded>
    </Section>
  )
}
