import { mayInProduction, officeAbilities, productionAbilities } from '../../kernel/abilities.ts'
import { patched, type Patch } from '../../kernel/patch.ts'
import { stale } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { carriersOf } from '../../platform/mail/index.ts'
import { productionsVisibleTo } from '../productions/index.ts'
import * as logos from './logo.store.ts'
import type { Me, OfficeSettings } from './office.contract.ts'
import * as store from './office.store.ts'

export async function officeSettings(db: Db): Promise<OfficeSettings> {
  return { ...(await store.settings(db)), logo: await logos.about(db) }
}

interface Save {
  before: OfficeSettings
  next: OfficeSettings
  expected: number
}

/** @throws Stale */
async function save(tx: Tx, { before, next, expected }: Save): Promise<void> {
  if (await store.save(tx, next, expected)) return
  throw stale({ expected, current: before.version }, 'the settings')
}

export const changeOffice = (
  app: App,
  {
    scope,
    body,
    expected,
  }: { scope: OfficeScope; body: Patch<Omit<OfficeSettings, 'version' | 'logo'>>; expected: number },
): Promise<OfficeSettings> =>
  app.transaction(async (tx) => {
    const before = await officeSettings(tx)
    await save(tx, { before, next: patched<OfficeSettings>(before, body), expected })
    const after = await officeSettings(tx)
    await app.audit.record(tx, scope.actor, 'office.changed', {
      subject: { kind: 'office', id: 'office', label: after.name },
      before,
      after,
    })
    await app.announce(tx, { department: 'office', productionId: null, ids: [] })
    return after
  })

/** The next version of the office's set-up, for what is kept beside it. @throws Stale */
export async function touchOffice(
  app: App,
  tx: Tx,
  { scope, expected }: { scope: OfficeScope; expected: number },
  verb: string,
  changed: { before: object; after: object },
): Promise<OfficeSettings> {
  const before = await officeSettings(tx)
  await save(tx, { before, next: before, expected })
  const after = await officeSettings(tx)
  const subject = { kind: 'office', id: 'office', label: after.name }
  await app.audit.record(tx, scope.actor, verb, { subject, ...changed })
  await app.announce(tx, { department: 'office', productionId: null, ids: [] })
  return after
}

export async function whoAmI(app: App, scope: OfficeScope): Promise<Me> {
  const { db } = app
  if (scope.actor.kind !== 'user') throw new Error('Only a person is somebody here.')
  const [user, settings, productions] = await Promise.all([
    store.ownAccount(db, scope.actor.userId),
    officeSettings(db),
    productionsVisibleTo(db, scope),
  ])
  const { email, sms } = carriersOf(app)
  return {
    id: scope.actor.userId,
    name: scope.actor.name,
    email: user.email,
    officeRole: scope.actor.officeRole,
    hasTwoFactor: user.two_factor_enabled ?? false,
    abilities: officeAbilities.filter(scope.can),
    office: settings,
    carries: { email: email !== null, sms: sms !== null },
    productions: productions.map((production) => ({
      ...production,
      abilities: productionAbilities.filter((ability) => mayInProduction(production.role, ability)),
    })),
  }
}
