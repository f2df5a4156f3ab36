import { demandFresh } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ScheduleRules } from './rule.contract.ts'
import * as store from './rule.store.ts'

export const scheduleRules = async (db: Db, scope: OfficeScope) => ({
  ...(await store.rulesOf(db)),
  can: { edit: scope.can('office.settings') },
})

interface Change {
  readonly scope: OfficeScope
  readonly actor: Actor
  readonly expected: number
  readonly body: ScheduleRules
}

export const changeRules = (app: App, { scope, actor, expected, body }: Change) =>
  app.transaction(async (tx) => {
    const { version } = await store.lockRules(tx)
    demandFresh({ expected, current: version }, 'these rules')
    const before = await store.rulesOf(tx)
    await store.putRules(tx, body)
    const after = await store.rulesOf(tx)
    await app.audit.record(tx, actor, 'schedule_rules.changed', {
      subject: { kind: 'schedule_rules', id: 'office', label: 'Rules of schedules' },
      before,
      after,
    })
    await app.announce(tx, { department: 'schedule', productionId: null, ids: [] })
    return scheduleRules(tx, scope)
  })
