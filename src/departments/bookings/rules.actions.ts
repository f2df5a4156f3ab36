import { demandFresh, invalid } from '../../kernel/problems.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BookingRules } from './rules.contract.ts'
import * as store from './rules.store.ts'

export const bookingRules = async (db: Db, scope: OfficeScope) => ({
  ...(await store.rulesOf(db)),
  can: { edit: scope.can('office.settings') },
})

/** A label keeps its meaning for good: bookings carry it, and tests of what is firm rely on it. */
export const changeRules = (
  app: App,
  { scope, actor, expected, body }: { scope: OfficeScope; actor: Actor; expected: number; body: BookingRules },
) =>
  app.transaction(async (tx) => {
    const { version } = await store.lockRules(tx)
    demandFresh({ expected, current: version }, 'these rules')
    const before = await store.rulesOf(tx)
    const meanings = new Map(before.labels.map(({ id, meaning }) => [id, meaning]))
    for (const [index, { id, meaning }] of body.labels.entries())
      if (id !== null && meanings.get(id) !== meaning)
        throw invalid(`/labels/${index}/meaning`, 'A label keeps its meaning. Make a new one instead.')
    await store.putRules(tx, body, { id: () => app.ids.next(), at: app.clock.now() })
    const after = await store.rulesOf(tx)
    await app.audit.record(tx, actor, 'bookings.rules_changed', {
      subject: { kind: 'booking_rules', id: 'office', label: 'Rules of booking' },
      before: flat(before),
      after: flat(after),
    })
    await app.announce(tx, { department: 'bookings', productionId: null, ids: [] })
    return bookingRules(tx, scope)
  })

const flat = ({ cancellation, labels, ...rules }: BookingRules) => ({
  ...rules,
  cancellation: cancellation.map(({ withinHours, feePercent }) => `< ${withinHours} h ${feePercent} %`).join(', '),
  labels: labels.map(({ name, meaning }) => `${name} (${meaning})`).join(', '),
})
