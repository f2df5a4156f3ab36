import { sql } from 'kysely'
import { mayInProduction, officeAbilities, productionAbilities } from '../../kernel/abilities.ts'
import { patched, type Patch } from '../../kernel/patch.ts'
import { Problem, Stale } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { productionsVisibleTo } from '../productions/index.ts'
import * as logos from './logo.store.ts'
import type { Me, OfficeSettings } from './office.contract.ts'
import './office.table.ts'

export async function officeSettings(db: Db): Promise<OfficeSettings> {
  const row = await db.selectFrom('office').selectAll().executeTakeFirstOrThrow()
  return {
    name: row.name,
    timeZone: row.time_zone,
    paperSize: row.paper_size,
    hourCycle: row.hour_cycle,
    undoSeconds: row.undo_seconds,
    approveByAnother: row.approve_by_another,
    address: row.address,
    logo: await logos.about(db),
    version: row.version,
  }
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
    const saved = await save(tx, patched<OfficeSettings>(before, body), expected)
    if (!saved)
      throw new Problem(
        Stale,
        { expected, current: before.version },
        'Somebody changed the settings in the meantime. Look at theirs first.',
      )
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
  if (!(await save(tx, before, expected)))
    throw new Problem(
      Stale,
      { expected, current: before.version },
      'Somebody changed the settings in the meantime. Look at theirs first.',
    )
  const after = await officeSettings(tx)
  const subject = { kind: 'office', id: 'office', label: after.name }
  await app.audit.record(tx, scope.actor, verb, { subject, ...changed })
  await app.announce(tx, { department: 'office', productionId: null, ids: [] })
  return after
}

const save = (tx: Tx, next: OfficeSettings, expected: number) =>
  tx
    .updateTable('office')
    .set({
      name: next.name,
      time_zone: next.timeZone,
      paper_size: next.paperSize,
      hour_cycle: next.hourCycle,
      undo_seconds: next.undoSeconds,
      approve_by_another: next.approveByAnother,
      address: next.address,
      version: sql<number>`version + 1`,
    })
    .where('version', '=', expected)
    .returning('version')
    .executeTakeFirst()

export async function whoAmI(db: Db, scope: OfficeScope): Promise<Me> {
  if (scope.actor.kind !== 'user') throw new Error('Only a person is somebody here.')
  const [user, settings, productions] = await Promise.all([
    db
      .selectFrom('auth.user')
      .select(['email', 'two_factor_enabled'])
      .where('id', '=', scope.actor.userId)
      .executeTakeFirstOrThrow(),
    officeSettings(db),
    productionsVisibleTo(db, scope),
  ])
  return {
    id: scope.actor.userId,
    name: scope.actor.name,
    email: user.email,
    officeRole: scope.actor.officeRole,
    hasTwoFactor: user.two_factor_enabled ?? false,
    abilities: officeAbilities.filter(scope.can),
    office: settings,
    productions: productions.map((production) => ({
      ...production,
      abilities: productionAbilities.filter((ability) => mayInProduction(production.role, ability)),
    })),
  }
}
