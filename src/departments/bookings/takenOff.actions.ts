import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Events } from '../../platform/events.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as people from '../people/index.ts'
import type { EngagementId } from './booking.contract.ts'
import * as store from './engine.store.ts'
import { moveUp, renumber } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { spansOverlap } from './span.rules.ts'
import { isLive } from './state.rules.ts'

const OFF = 'Taken off the production'

/** Whoever is taken off a production is free for others; put back, they have their days again as far as those are free. */
export async function followEngagement(
  app: App,
  tx: Tx,
  { productionId, engagementId }: Events['people.engagement_changed'],
): Promise<void> {
  const scope = systemScope(productionId as ProductionId, 'bookings follow the crew list')
  const days = await rows.ofEngagement(tx, engagementId as EngagementId)
  if (days.length === 0) return
  const isHere = (await people.engagementsOf(tx, scope)).some(({ id }) => id === engagementId)
  const live = days.filter(({ state, byHand }) => isLive(state) && byHand)
  const away = days.filter(({ endedReason, state }) => state === 'released' && endedReason === OFF)
  const resources = days.map(({ resourceId }) => resourceId)
  if (!isHere && live.length > 0) {
    await rows.lockResources(tx, resources)
    await rows.end(
      tx,
      live.map(({ id }) => id),
      { state: 'released', ended_at: app.clock.now().toString(), ended_reason: OFF },
    )
    await tell(app, tx, live, OFF)
    await moveUp(app, tx, resources)
  }
  if (isHere && away.length > 0) {
    await rows.lockResources(tx, resources)
    await putBack(app, tx, away)
    await tell(app, tx, away, 'Back on the production')
    await renumber(tx, resources)
  }
}

async function putBack(app: App, tx: Tx, away: readonly rows.Row[]): Promise<void> {
  const dates = away.map(({ onDate }) => onDate).sort()
  const ids = [...new Set(away.flatMap(({ resourceId }) => resourceId ?? []))]
  const claims = await rows.claimsOn(tx, ids, { from: dates[0]!, to: dates.at(-1)! })
  const firm = claims.filter(({ state, sharedReason }) => state === 'confirmed' && sharedReason === null)
  for (const state of ['planning', 'hold', 'confirmed'] as const) {
    const again = away.filter((day) => {
      const taken = firm.some((other) => other.resourceId === day.resourceId && spansOverlap(other, day))
      return (day.was === 'confirmed' && taken ? 'hold' : (day.was ?? 'hold')) === state
    })
    await rows.update(
      tx,
      again.map(({ id }) => id),
      { state, ended_at: null, ended_reason: '', asked_at: app.clock.now().toString() },
    )
  }
}

const tell = (app: App, tx: Tx, days: readonly rows.Row[], words: string) =>
  store.addEvents(
    tx,
    [...new Set(days.map(({ bookingId }) => bookingId))].map((bookingId) => ({
      id: app.ids.next<string>(),
      bookingId,
      kind: 'crew_list',
      words,
      by: 'Unitbase',
    })),
    app.clock.now(),
  )
