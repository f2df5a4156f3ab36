import { demandFresh } from '../../kernel/problems.ts'
import type { BodyOf } from '../../kernel/route.ts'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as office from '../office/index.ts'
import type { putVendorRules, VendorRules } from './rule.contract.ts'
import * as store from './rule.store.ts'
import type { Write } from './vendor.actions.ts'

export const rules = async (db: Db, scope: OfficeScope): Promise<VendorRules> => ({
  ...(await store.rules(db)),
  can: { edit: scope.can('vendors.settings') },
})

/** @throws Stale */
export const put = (app: App, call: Write & { expected: number; body: BodyOf<typeof putVendorRules> }) =>
  app.transaction(async (tx): Promise<VendorRules> => {
    const { scope, actor, expected, body } = call
    demandFresh({ expected, current: (await store.lock(tx)).version }, 'these rules')
    const before = await store.rules(tx)
    const zone = (await office.officeSettings(tx)).timeZone as ZoneName
    await store.put(tx, {
      invitation_reminder_days: body.invitationReminderDays,
      price_tolerance_percent: body.priceTolerancePercent,
      source: body.source,
      dated: dayAt(app.clock.now(), zone),
    })
    const told = (it: Pick<VendorRules, 'invitationReminderDays' | 'priceTolerancePercent' | 'source'>) => ({
      reminders: it.invitationReminderDays.join(', '),
      tolerance: it.priceTolerancePercent,
      source: it.source,
    })
    await app.audit.record(tx, actor, 'vendor.rules', {
      subject: { kind: 'vendor_rule', id: 'all', label: 'Rules of buying' },
      before: told(before),
      after: told(body),
    })
    await app.announce(tx, { department: 'vendors', productionId: null, ids: [] })
    return rules(tx, scope)
  })
