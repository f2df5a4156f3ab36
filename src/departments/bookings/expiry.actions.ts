import { addDays, dayAt, dayText, type ZoneName } from '../../kernel/time.ts'
import { systemScope, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as expiry from './expiry.store.ts'
import type { UndecidedFacts } from './expiry.rules.ts'
import { rulesOf } from './rules.store.ts'
import { release } from './settle.actions.ts'

/** Holds whose last day has passed on the clock of their place let go by themselves. @returns how many bookings */
export async function releaseExpired(app: App): Promise<number> {
  const now = app.clock.now()
  const latest = addDays(dayAt(now, 'UTC' as ZoneName), 1)
  const due = (await expiry.expiring(app.db, latest)).filter(({ expiresOn, zone }) => expiresOn < dayAt(now, zone))
  for (const { id, productionId, expiresOn } of due) {
    const scope = systemScope(productionId, 'holds let go by date')
    await release(app, {
      scope,
      actor: scope.actor,
      bookingId: id,
      reason: `Let go by itself after ${dayText(expiresOn)}`,
    })
  }
  return due.length
}

/** Held days of the production that come near, for the checks. */
export async function undecidedFacts(db: Db, scope: ProductionScope, now: Temporal.Instant): Promise<UndecidedFacts> {
  const rule = await rulesOf(db)
  const from = addDays(dayAt(now, 'UTC' as ZoneName), -1)
  const held = await expiry.heldBetween(db, [scope.productionId], from, addDays(from, rule.undecidedDays + 2))
  const names = await namesOf(db, held)
  return {
    now,
    undecidedDays: rule.undecidedDays,
    settleHours: rule.settleHours,
    held: held.map((row) => ({ ...row, name: names.get(row.personId ?? '') ?? row.title })),
  }
}

/** Who the days are of, by person. */
export const namesOf = async (db: Db, held: readonly { personId: expiry.HeldRow['personId'] }[]) =>
  new Map<string, string>(
    (await people.byIds(db, [...new Set(held.flatMap(({ personId }) => personId ?? []))])).map((it) => [
      it.id,
      it.name,
    ]),
  )
