import { IconDots } from '@tabler/icons-react'
import { browser, useChange } from '../../../../client/react.ts'
import { officeRoles } from '../../../../kernel/abilities.ts'
import { IconButton } from '../../../../ui/Button.tsx'
import { Menu } from '../../../../ui/Menu.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useOverTheirs } from '../../../../ui/useOverTheirs.tsx'
import { getAccount, patchAccount, type Account } from '../../account.contract.ts'
import { officeRoleWords } from './words.ts'

type Standing = Pick<Account, 'officeRole' | 'disabledAt'>

/** One decision about an account: the role, or whether its holder may sign in. */
type Decision = { officeRole: Account['officeRole'] } | { disabled: boolean }

const isAsIn = (one: Standing, other: Standing, decision: Decision) =>
  'officeRole' in decision
    ? one.officeRole === other.officeRole
    : (one.disabledAt === null) === (other.disabledAt === null)

const back = ({ officeRole, disabledAt }: Standing, decision: Decision): Decision =>
  'officeRole' in decision ? { officeRole } : { disabled: disabledAt !== null }

const said = (name: string, decision: Decision) =>
  'officeRole' in decision
    ? `${name} is now ${officeRoleWords[decision.officeRole].toLowerCase()}`
    : `${name} ${decision.disabled ? 'is shut out' : 'may sign in again'}`

const compared = (mine: Decision, theirs: Standing) =>
  'officeRole' in mine
    ? [{ label: 'Role', mine: officeRoleWords[mine.officeRole], theirs: officeRoleWords[theirs.officeRole] }]
    : [
        {
          label: 'May sign in',
          mine: mine.disabled ? 'no' : 'yes',
          theirs: theirs.disabledAt === null ? 'yes' : 'no',
        },
      ]

/** What an owner may decide about one account. Who decides second, on the same thing, sees both sides. */
export function AccountMenu({ account }: { account: Account }) {
  const { mutateAsync: patch } = useChange(patchAccount)
  const params = { userId: account.id }
  const { put, bothSides } = useOverTheirs({
    read: () => browser.call(getAccount, { params }),
    isUntouched: (it: Account, seen: Account, mine: Decision) => isAsIn(it, seen, mine),
    send: (body, ifMatch) => patch({ params, body, ifMatch }),
    done: (mine, seen, { version: ifMatch }) =>
      toast.done(said(account.name, mine), {
        undo: () => patch({ params, body: back(seen, mine), ifMatch }).catch(toast.problem),
      }),
    subject: () => account.name,
    fields: compared,
  })
  const press = (mine: Decision) => void put(mine, account).catch(toast.problem)
  const isOut = account.disabledAt !== null
  return (
    <>
      <Menu
        width={320}
        target={<IconButton label={`Change ${account.name}`} size="small" icon={<IconDots size={16} />} />}
        items={[
          { heading: 'Role' },
          ...officeRoles
            .filter((role) => role !== account.officeRole)
            .map((officeRole) => ({ label: officeRoleWords[officeRole], onPress: () => press({ officeRole }) })),
          'line',
          {
            label: isOut ? 'Let back in' : 'Shut out, and sign out everywhere',
            danger: !isOut,
            onPress: () => press({ disabled: !isOut }),
          },
        ]}
      />
      {bothSides}
    </>
  )
}
