import type { ProductionRole } from '../../kernel/abilities.ts'
import type { UserId } from '../../kernel/ids.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Member } from './production.contract.ts'
import { putMember } from './memberships.store.ts'
import * as store from './production.store.ts'

/** Accounts that belong to the production, and those that could be added. */
export async function membersOf(db: Db, scope: ProductionScope) {
  const rows = await store.members(db, scope)
  return {
    members: rows.filter((row): row is Member => row.role !== null),
    others: rows.filter(({ role }) => role === null),
  }
}

interface Membership {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly userId: UserId
}

export const setMember = (app: App, { scope, actor, userId, role }: Membership & { role: ProductionRole }) =>
  app.transaction(async (tx): Promise<Member> => {
    const account = (await store.members(tx, scope)).find((row) => row.userId === userId)
    if (account === undefined) throw new Problem(NotFound, {}, 'There is no such account here.')
    await putMember(tx, { productionId: scope.productionId, userId, role, at: app.clock.now() })
    await app.audit.record(tx, actor, 'production.member_set', {
      subject: { kind: 'production', id: scope.productionId, label: account.name },
      productionId: scope.productionId,
      before: { role: account.role },
      after: { role },
    })
    await app.announce(tx, { department: 'productions', productionId: scope.productionId, ids: [userId] })
    return { ...account, role }
  })

export const removeMember = (app: App, { scope, actor, userId }: Membership) =>
  app.transaction(async (tx): Promise<null> => {
    const account = (await store.members(tx, scope)).find((row) => row.userId === userId)
    const removed = await store.deleteMember(tx, scope, userId)
    if (account === undefined || removed === undefined)
      throw new Problem(NotFound, {}, 'This account is no member of the production.')
    await app.audit.record(tx, actor, 'production.member_removed', {
      subject: { kind: 'production', id: scope.productionId, label: account.name },
      productionId: scope.productionId,
      before: { role: removed.role },
      after: { role: null },
    })
    await app.announce(tx, { department: 'productions', productionId: scope.productionId, ids: [userId] })
    return null
  })
