import type { OfficeRole, ProductionRole } from '../../kernel/abilities.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { LinkScope, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/outbox.ts'
import { memberships } from '../productions/index.ts'
import { createAccount } from './account.actions.ts'
import { AlreadyHere, type Invitation } from './account.contract.ts'
import * as accounts from './account.store.ts'
import * as store from './invitation.store.ts'
import { officeSettings } from './office.actions.ts'

interface Invite {
  scope: OfficeScope
  name: string
  email: string
  officeRole: OfficeRole
  productionRoles: { productionId: ProductionId; role: ProductionRole }[]
}

/** An invitation is good for this long. */
const validDays = 14

/** Invites somebody: a letter with a link goes into the outbox, and the address is given back once. */
export const inviteSomebody = (app: App, { scope, ...wanted }: Invite): Promise<Invitation & { address: string }> =>
  app.transaction(async (tx) => {
    if (await accounts.emailIsTaken(tx, wanted.email))
      throw new Problem(AlreadyHere, {}, `${wanted.email} can sign in already.`)
    const now = app.clock.now()
    const id = app.ids.next()
    const { id: linkId, token } = await app.links.create(tx, {
      purpose: 'invitation',
      subject: { kind: 'invitation', id },
      label: `Invitation for ${wanted.name}`,
      maxUses: 1,
      expiresAt: now.add({ hours: 24 * validDays }),
      createdBy: scope.actor,
    })
    await store.insert(tx, {
      id,
      name: wanted.name,
      email: wanted.email,
      office_role: wanted.officeRole,
      production_roles: JSON.stringify(wanted.productionRoles),
      link_id: linkId,
      invited_by: scope.actor.kind === 'user' ? scope.actor.userId : null,
      invited_at: now.toString(),
      accepted_at: null,
      accepted_by: null,
      withdrawn_at: null,
    })
    const address = `${app.settings.url}/invitation/${token}`
    await writeLetter(app, tx, {
      id,
      ...wanted,
      address,
      from: scope.actor.kind === 'user' ? scope.actor.name : 'The office',
    })
    await app.audit.record(tx, scope.actor, 'account.invited', {
      subject: { kind: 'invitation', id, label: wanted.name },
      after: wanted,
    })
    const row = await store.find(tx, id)
    return { ...store.present(row as store.InvitationRow, now), address }
  })

async function writeLetter(
  app: App,
  tx: Tx,
  letter: { id: string; name: string; email: string; address: string; from: string },
) {
  const office = await officeSettings(tx)
  await queueLetters(app, tx, [
    {
      key: `invitation:${letter.id}`,
      channel: 'email',
      to: { name: letter.name, address: letter.email },
      subject: `Come into the production office of ${office.name}`,
      text: `Hello ${letter.name},\n\n${letter.from} invites you to the production office of ${office.name}. Choose a password here; the link works once, for ${validDays} days:\n\n${letter.address}\n`,
      about: { kind: 'invitation', id: letter.id },
      sealed: true,
    },
  ])
}

export async function invitations(
  app: App,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Invitation[]; next: string | null }> {
  const now = app.clock.now()
  const rows = await store.page(app.db, { after, limit: limit + 1 })
  const items = rows.slice(0, limit).map((row) => store.present(row, now))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** What was accepted or withdrawn before stays as it was, and nothing is said to have happened. */
export const withdrawInvitation = (app: App, { scope, id }: { scope: OfficeScope; id: string }): Promise<Invitation> =>
  app.transaction(async (tx) => {
    const found = await store.find(tx, id)
    if (found === undefined) throw new Problem(NotFound, {}, 'There is no such invitation.')
    if ((await store.withdraw(tx, id, app.clock.now().toString())) === undefined)
      return store.present(found, app.clock.now())
    await app.links.revoke(tx, [found.link_id])
    await app.audit.record(tx, scope.actor, 'account.invitation_withdrawn', {
      subject: { kind: 'invitation', id, label: found.name },
    })
    return store.present((await store.find(tx, id)) as store.InvitationRow, app.clock.now())
  })

export async function readInvitation(
  app: App,
  scope: LinkScope,
): Promise<{ name: string; email: string; officeName: string }> {
  const found = await store.find(app.db, scope.link.subjectId)
  if (found === undefined) throw new Problem(NotFound, {}, 'There is no such invitation.')
  const { name: officeName } = await officeSettings(app.db)
  return { name: found.name, email: found.email, officeName }
}

/** Makes the account the invitation was for, in the roles it names. */
export const acceptInvitation = (
  app: App,
  { scope, name, password }: { scope: LinkScope; name: string; password: string },
): Promise<{ email: string }> =>
  app.transaction(async (tx) => {
    await app.links.use(tx, scope.link.linkId)
    const found = await store.find(tx, scope.link.subjectId)
    if (found === undefined) throw new Problem(NotFound, {}, 'There is no such invitation.')
    const userId = await createAccount(app, tx, { name, password, email: found.email, officeRole: found.office_role })
    const at = app.clock.now()
    for (const { productionId, role } of found.production_roles)
      await memberships.put(tx, { productionId, userId, role, at })
    await store.accept(tx, found.id, { by: userId, at: at.toString() })
    await app.audit.record(tx, scope.actor, 'account.created', {
      subject: { kind: 'account', id: userId, label: name },
      after: { name, email: found.email, officeRole: found.office_role },
    })
    await app.announce(tx, { department: 'office', productionId: null, ids: [userId] })
    return { email: found.email }
  })
