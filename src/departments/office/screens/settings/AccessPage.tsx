import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { usePages } from '../../../../client/pages.ts'
import { useChange } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { Table, type Column } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/toast.tsx'
import {
  listAccounts,
  listInvitations,
  withdrawInvitation,
  type Account,
  type Invitation,
} from '../../account.contract.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { officeRoleHints, officeRoleWords } from './words.ts'

const seen = ({ lastSeenAt }: Account) => (lastSeenAt === null ? 'never' : <MomentText at={lastSeenAt} />)

const accountColumns: Column<Account>[] = [
  { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name },
  { key: 'email', head: 'E-mail', of: (it) => it.email, quiet: true, phone: 'hide' },
  {
    key: 'role',
    head: 'Role',
    of: (it) => <span title={officeRoleHints[it.officeRole]}>{officeRoleWords[it.officeRole]}</span>,
    sortBy: (it) => it.officeRole,
  },
  {
    key: 'code',
    head: 'Signs in with',
    of: (it) =>
      it.disabledAt !== null ? (
        <Status is="off">shut out</Status>
      ) : it.hasTwoFactor ? (
        <Status is="go">a code too</Status>
      ) : (
        'password or passkey'
      ),
    phone: 'hide',
  },
  { key: 'seen', head: 'Last here', of: seen, quiet: true, sortBy: (it) => it.lastSeenAt, phone: 'hide' },
  { key: 'more', head: '', of: (it) => <AccountMenu account={it} />, align: 'end', width: 46 },
]

const invitationStates = { open: 'waiting', accepted: 'go', withdrawn: 'off', expired: 'attention' } as const

function InvitationMenu({ invitation }: { invitation: Invitation }) {
  const withdraw = useChange(withdrawInvitation, {
    onDone: () => toast.done(`The invitation to ${invitation.email} is withdrawn`),
  })
  if (invitation.state !== 'open') return null
  return (
    <Button
      size="small"
      busy={withdraw.isPending}
      onClick={() => withdraw.mutate({ params: { invitationId: invitation.id } }, { onError: toast.problem })}
    >
      Withdraw
    </Button>
  )
}

const invitationColumns: Column<Invitation>[] = [
  { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b> },
  { key: 'email', head: 'E-mail', of: (it) => it.email, quiet: true, phone: 'hide' },
  { key: 'role', head: 'Role', of: (it) => officeRoleWords[it.officeRole], phone: 'hide' },
  { key: 'state', head: 'State', of: (it) => <Status is={invitationStates[it.state]}>{it.state}</Status> },
  { key: 'at', head: 'Invited', of: (it) => <MomentText at={it.invitedAt} />, quiet: true, phone: 'hide' },
  { key: 'more', head: '', of: (it) => <InvitationMenu invitation={it} />, align: 'end', width: 100 },
]

/** Who may sign in, and who was asked to. */
export function AccessPage() {
  const accounts = usePages(listAccounts)
  const invitations = usePages(listInvitations)
  const [inviting, setInviting] = useState(false)
  return (
    <SettingsPage
      title="People with access"
      actions={
        <Button kind="accent" icon={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
          Invite somebody
        </Button>
      }
    >
      <Section
        title="Accounts"
        count={accounts.onEnd ? undefined : accounts.data?.items.length}
        about="People who sign in. Crew, cast and clients need no account: they get links."
      >
        <Loaded of={accounts}>
          {({ items }) => (
            <Table
              label="Accounts"
              rows={items}
              columns={accountColumns}
              keyOf={(it) => it.id}
              onEnd={accounts.onEnd}
            />
          )}
        </Loaded>
      </Section>
      {(invitations.data?.items.length ?? 0) > 0 && (
        <Section title="Invitations" count={invitations.data?.items.filter((it) => it.state === 'open').length}>
          <Loaded of={invitations}>
            {({ items }) => (
              <Table
                label="Invitations"
                rows={items}
                columns={invitationColumns}
                keyOf={(it) => it.id}
                onEnd={invitations.onEnd}
              />
            )}
          </Loaded>
        </Section>
      )}
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </SettingsPage>
  )
}
