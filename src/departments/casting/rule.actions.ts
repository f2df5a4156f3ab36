import { demandFresh } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { CastingRules } from './rule.contract.ts'
import * as store from './rule.store.ts'

export const castingRules = async (db: Db, scope: OfficeScope) => ({
  ...(await store.rulesOf(db)),
  can: { edit: scope.can('office.settings') },
})

export const changeRules = (
  app: App,
  { scope, actor, expected, body }: { scope: OfficeScope; actor: Actor; expected: number; body: CastingRules },
) =>
  app.transaction(async (tx) => {
    const { version } = await store.lockRules(tx)
    demandFresh({ expected, current: version }, 'these rules')
    const before = await store.rulesOf(tx)
    await store.putRules(tx, body, () => app.ids.next())
    const after = await store.rulesOf(tx)
    if (after.reminderHours.join() !== before.reminderHours.join())
      await store.resetReminders(tx, after.reminderHours, app.clock.now())
    await app.audit.record(tx, actor, 'casting_rules.changed', {
      subject: { kind: 'casting_rules', id: 'office', label: 'Rules of casting' },
      before: flat(before),
      after: flat(after),
    })
    await app.announce(tx, { department: 'casting', productionId: null, ids: [] })
    return castingRules(tx, scope)
  })

const flat = ({ speeds, reminderHours, ...rules }: CastingRules) => ({
  ...rules,
  reminderHours: reminderHours.join(', '),
  speeds: speeds.map(({ language, wordsFrom, wordsUntil }) => `${language} ${wordsFrom} to ${wordsUntil}`).join(', '),
})
