import type { ZoneName } from '../../kernel/time.ts'
import { LinkUnusable, Problem } from '../../kernel/problems.ts'
import type { LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { createAccount } from './account.actions.ts'
import * as accounts from './account.store.ts'
import { ownerLinks } from './link.store.ts'
import { begin } from './office.store.ts'

/**
 * The one-time address at which the first owner is made; nothing once there is one. Each call withdraws the former
 * address, so that only the one printed last works.
 */
export const ownerAddress = (app: App): Promise<string | undefined> =>
  app.transaction(async (tx) => {
    if (await accounts.hasOwner(tx)) return undefined
    const former = await ownerLinks(tx)
    await app.links.revoke(
      tx,
      former.map(({ id }) => id),
    )
    const { token } = await app.links.create(tx, {
      purpose: 'owner',
      subject: { kind: 'office', id: 'office' },
      label: 'First owner',
      maxUses: 1,
      expiresAt: app.clock.now().add({ hours: 24 * 7 }),
    })
    return `${app.settings.url}/welcome/${token}`
  })

interface Welcome {
  scope: LinkScope
  name: string
  email: string
  password: string
  officeName: string
  timeZone: ZoneName
}

/** Makes the first owner. @throws LinkUnusable when there is one already, whatever link is brought */
export const becomeOwner = (
  app: App,
  { scope, name, email, password, officeName, timeZone }: Welcome,
): Promise<{ email: string }> =>
  app.transaction(async (tx) => {
    await app.links.use(tx, scope.link.linkId)
    if (await accounts.hasOwner(tx))
      throw new Problem(LinkUnusable, { reason: 'used_up' }, 'This office has an owner already. Sign in instead.')
    const userId = await createAccount(app, tx, { name, email, password, officeRole: 'owner' })
    await begin(tx, { name: officeName, timeZone })
    await app.audit.record(tx, scope.link, 'account.created', {
      subject: { kind: 'account', id: userId, label: name },
      after: { name, email, officeRole: 'owner' },
    })
    return { email }
  })
