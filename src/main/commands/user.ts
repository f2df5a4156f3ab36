import { z } from 'zod'
import { officeRoles, type OfficeRole } from '../../kernel/abilities.ts'
import type { Account } from '../../departments/office/account.contract.ts'
import type { AccountPage } from '../../departments/office/account.store.ts'
import { CommandFault, need, textOf, type Call, type Command, type Said } from './command.ts'
import type { OperatorCall } from './withOffice.ts'

const ACTIONS = ['list', 'add', 'disable', 'enable'] as const

export const userCommand: Command = {
  name: 'user',
  usage: 'user list | add --name NAME --email ADDRESS [--role ROLE] | disable ADDRESS | enable ADDRESS',
  summary: 'Who may sign in to the office on this machine',
  options: { name: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' } },
  async run(call) {
    const action = ACTIONS.find((name) => name === (call.words[0] ?? 'list'))
    if (!action) throw new CommandFault(`unitbase user knows ${ACTIONS.join(', ')}.`, 2)
    const { withOffice } = await import('./withOffice.ts')
    return withOffice(call.env, 'unitbase user', (operator) => {
      if (action === 'list') return list(operator)
      if (action === 'add') return add(operator, call)
      return shut(operator, need(call.words[1], 'The e-mail address'), action)
    })
  },
}

async function list({ house }: OperatorCall): Promise<Said> {
  const accounts = await import('../../departments/office/account.store.ts')
  const items: Account[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page: AccountPage = await accounts.page(house.app.db, { ...(after && { after }), limit: 200 })
    items.push(...page.items)
    after = page.next
  }
  const lines = items.map(
    ({ name, email, officeRole, disabledAt }) =>
      `${name} <${email}>, ${officeRole}${disabledAt === null ? '' : ', may not sign in'}`,
  )
  return { text: lines.length === 0 ? 'Nobody has an account yet.' : lines.join('\n'), json: { items } }
}

async function add({ house }: OperatorCall, call: Call): Promise<Said> {
  const { createAccount } = await import('../../departments/office/account.actions.ts')
  const name = need(textOf(call, 'name'), '--name')
  const email = z.email().safeParse(need(textOf(call, 'email'), '--email').toLowerCase())
  if (!email.success) throw new CommandFault('--email is no e-mail address.', 2)
  const officeRole = roleOf(textOf(call, 'role') ?? 'coordinator')
  const password = house.app.ids.secret(12)
  const account = { name, email: email.data, officeRole }
  await house.app.transaction(async (tx) => {
    const id = await createAccount(house.app, tx, { ...account, password })
    await house.app.audit.record(tx, { kind: 'system', name: 'unitbase user' }, 'account.created', {
      subject: { kind: 'account', id, label: name },
      after: account,
    })
  })
  return {
    text: `${name} may sign in with ${account.email} and the password ${password}\nIt is shown this once; they can change it in Settings.`,
    json: { ...account, password },
  }
}

function roleOf(text: string): OfficeRole {
  const role = officeRoles.find((name) => name === text)
  if (!role) throw new CommandFault(`--role is one of ${officeRoles.join(', ')}.`, 2)
  return role
}

async function shut({ house }: OperatorCall, email: string, action: 'disable' | 'enable'): Promise<Said> {
  const accounts = await import('../../departments/office/account.store.ts')
  const { changeAccount } = await import('../../departments/office/account.actions.ts')
  const { systemOfficeScope } = await import('../../platform/access/scope.ts')
  const found = await accounts.findByEmail(house.app.db, email)
  if (!found) throw new CommandFault(`Nobody here has the address ${email}.`)
  const account = await changeAccount(house.app, {
    scope: systemOfficeScope('unitbase user'),
    userId: found.id,
    expected: found.version,
    disabled: action === 'disable',
  })
  const now = action === 'disable' ? 'may no longer sign in; all sessions have ended' : 'may sign in again'
  return { text: `${account.name} ${now}.`, json: account }
}
