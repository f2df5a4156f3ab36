import type { OfficeRole } from '../../kernel/abilities.ts'
import type { UserId } from '../../kernel/ids.ts'
import { demandFresh, NotFound, Problem } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { AlreadyHere, LastOwner, type Account } from './account.contract.ts'
import * as store from './account.store.ts'

interface NewAccount {
  name: string
  email: string
  officeRole: OfficeRole
  password: string
}

/** An account with a password. @throws AlreadyHere when the address has one */
export async function createAccount(app: App, tx: Tx, account: NewAccount): Promise<UserId> {
  if (await store.emailIsTaken(tx, account.email))
    throw new Problem(
      AlreadyHere,
      {},
      `${account.email} has an account here. Sign in with it, or ask for a new password.`,
    )
  const id = app.ids.next<UserId>()
  const { hashPassword } = await import('better-auth/crypto')
  const passwordHash = await hashPassword(account.password)
  await store.insert(tx, { ...account, id, passwordHash, credentialId: app.ids.next() })
  return id
}

/** @throws NotFound */
export async function accountOf(db: Db, userId: UserId): Promise<Account> {
  const found = await store.find(db, userId)
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no such account.')
  return found
}

interface ChangeAccount {
  scope: OfficeScope
  userId: UserId
  /** The version of the account that whoever decides has seen. */
  expected: number
  officeRole?: OfficeRole | undefined
  disabled?: boolean | undefined
}

/** @throws Stale; LastOwner when nobody would be left who can run the office */
export const changeAccount = (
  app: App,
  { scope, userId, expected, officeRole, disabled }: ChangeAccount,
): Promise<Account> =>
  app.transaction(async (tx) => {
    const owners = await store.lockOwners(tx)
    const before = await accountOf(tx, userId)
    demandFresh({ expected, current: before.version }, before.name)
    const role = officeRole ?? before.officeRole
    const isDisabled = disabled ?? before.disabledAt !== null
    const staysOwner = role === 'owner' && !isDisabled
    if (!staysOwner && owners.every((owner) => owner.id === userId) && owners.length > 0)
      throw new Problem(LastOwner, {}, `${before.name} is the only owner. Make somebody else an owner first.`)
    const now = app.clock.now().toString()
    await store.update(tx, userId, { officeRole: role, disabledAt: isDisabled ? (before.disabledAt ?? now) : null })
    if (isDisabled) await store.endSessions(tx, userId, now)
    const after = await accountOf(tx, userId)
    await app.audit.record(tx, scope.actor, 'account.changed', {
      subject: { kind: 'account', id: userId, label: before.name },
      before,
      after,
    })
    await app.announce(tx, { department: 'office', productionId: null, ids: [userId] })
    return after
  })
