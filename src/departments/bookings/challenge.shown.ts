import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { Challenge } from './challenge.contract.ts'
import type * as store from './challenge.store.ts'
import * as rows from './row.store.ts'

/** Challenges as one production sees them. */
export async function shown(
  app: App,
  db: Db,
  scope: ProductionScope,
  found: readonly store.ChallengeRow[],
): Promise<Challenge[]> {
  const days = await rows.ofBookings(db, [...new Set(found.map(({ against_id }) => against_id))])
  const codes = await productions.codesByIds(
    db,
    found.flatMap((it) => [it.ourProductionId, it.theirProductionId]).filter((id) => id !== null),
  )
  const names = new Map(
    (await people.byIds(db, [...new Set(days.flatMap(({ personId }) => personId ?? []))])).map((it) => [
      it.id,
      it.name,
    ]),
  )
  return found.map((it) => {
    const side = it.ourProductionId === scope.productionId ? 'ours' : 'theirs'
    const asked = days.filter(({ id }) => it.day_ids.includes(id))
    const pageOf = (id: typeof it.our_link_id) =>
      id === null ? null : `${app.settings.url}/h/${app.links.tokenOf(id)}`
    const outside = it.theirProductionId === null
    return {
      id: it.id,
      bookingId: it.booking_id,
      againstId: it.against_id,
      side,
      title: it.title,
      state: it.state,
      other:
        (side === 'ours' ? codes.get(it.theirProductionId ?? '') : codes.get(it.ourProductionId ?? '')) ??
        it.theirHolder,
      name: names.get(asked[0]?.personId as never) ?? '',
      dates: asked.map(({ onDate }) => onDate),
      askedAt: it.asked_at.toString(),
      askedBy: it.asked_by,
      dueAt: it.due_at.toString(),
      zone: it.zone,
      rule: it.rule,
      answeredAt: it.answered_at?.toString() ?? null,
      ourPage: pageOf(side === 'ours' ? it.our_link_id : it.their_link_id),
      theirPage: side === 'ours' && outside ? pageOf(it.their_link_id) : null,
    }
  })
}
