import type { PlainDay } from '../../kernel/time.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as people from '../people/index.ts'
import * as productions from '../productions/index.ts'
import type { EngagementId } from './booking.contract.ts'
import type { BookingDayId, BookingId } from './engine.contract.ts'
import { nameOf, type Write } from './engine.actions.ts'
import * as store from './engine.store.ts'
import { moveUp } from './queue.actions.ts'
import * as rows from './row.store.ts'
import { spansOverlap } from './span.rules.ts'
import * as standing from './standing.store.ts'

/**
 * Books everybody who works every shoot day on exactly these dates: rows come and go with the schedule, and what somebody
 * decided by hand stays. Where another job has a person already the row waits as *planning*, and a concern says so.
 */
export async function followShootDays(
  app: App,
  tx: Tx,
  { scope, actor, dates }: Write & { dates: readonly PlainDay[] },
): Promise<void> {
  const engaged = (await people.engagementsOf(tx, scope)).filter(
    ({ works, kind }) => works === 'every_shoot_day' && kind !== 'cast' && kind !== 'background',
  )
  const present = await standing.standingOf(tx, scope)
  const keyOf = ({ engagementId, onDate }: { engagementId: string; onDate: PlainDay }) => `${engagementId} ${onDate}`
  const wanted = new Map(
    engaged.flatMap((person) =>
      dates.map((onDate) => [keyOf({ engagementId: person.id, onDate }), { person, onDate }]),
    ),
  )
  const leaving = present.filter((row) => row.isStanding && !wanted.has(keyOf(row)))
  const known = new Set(present.map(keyOf))
  const coming = [...wanted].filter(([key]) => !known.has(key)).map(([, it]) => it)
  await rows.lockResources(tx, [
    ...leaving.map(({ resourceId }) => resourceId),
    ...coming.map(({ person }) => person.personId),
  ])
  await standing.setNotStanding(tx, idsOf(leaving.filter(({ byHand }) => byHand)))
  await rows.remove(tx, idsOf(leaving.filter(({ byHand }) => !byHand)))
  await insertStanding(app, tx, { scope, actor }, coming)
  if (leaving.length > 0)
    await moveUp(
      app,
      tx,
      leaving.map(({ resourceId }) => resourceId),
    )
}

const idsOf = (found: readonly standing.StandingRow[]): BookingDayId[] => found.map(({ id }) => id)

interface Coming {
  readonly person: Awaited<ReturnType<typeof people.engagementsOf>>[number]
  readonly onDate: PlainDay
}

async function insertStanding(app: App, tx: Tx, by: Write, coming: readonly Coming[]): Promise<void> {
  if (coming.length === 0) return
  const mains = await mainBookings(
    app,
    tx,
    by,
    coming.map(({ person }) => person),
  )
  const { timeZone } = await productions.get(tx, by.scope)
  const wanted = coming.map(({ person, onDate }) => ({
    id: app.ids.next<BookingDayId>(),
    booking_id: mains.get(person.id) as BookingId,
    person_id: person.personId,
    location_id: null,
    bookable_id: null,
    on_date: onDate,
    from_minute: null,
    until_minute: null,
    zone: timeZone,
    rank: null,
    asked_at: app.clock.now().toString(),
    is_standing: true,
    by_hand: false,
    shared_reason: null,
    shared_by: null,
    ended_at: null,
    fee_percent: null,
  }))
  const booked = await rows.insertWhereFree(
    tx,
    wanted.map((row) => ({ ...row, state: 'confirmed' as const })),
  )
  const left = wanted.filter(({ id }) => !booked.has(id))
  if (left.length === 0) return
  const dates = left.map(({ on_date }) => on_date).sort()
  const claims = await rows.claimsOn(tx, [...new Set(left.flatMap(({ person_id }) => person_id ?? []))], {
    from: dates[0]!,
    to: dates.at(-1)!,
  })
  await rows.insert(
    tx,
    left.map((row) => {
      const span = { onDate: row.on_date, from: null, until: null, zone: row.zone }
      const others = claims.filter(
        (claim) =>
          claim.resourceId === row.person_id &&
          claim.state === 'confirmed' &&
          claim.sharedReason === null &&
          spansOverlap(claim, span),
      )
      const second = others.length > 0 && others.every(({ productionId }) => productionId === by.scope.productionId)
      return second
        ? {
            ...row,
            state: 'confirmed' as const,
            shared_by: 'Unitbase',
            shared_reason: `Also ${others[0]?.title} on this production`,
          }
        : { ...row, state: 'planning' as const }
    }),
  )
}

/** The main booking of each engagement, made where there is none. */
export async function mainBookings(
  app: App,
  tx: Tx,
  { scope, actor }: Write,
  engaged: readonly { id: string; title: string; department: { id: string } }[],
): Promise<Map<string, BookingId>> {
  const ids = [...new Set(engaged.map(({ id }) => id as EngagementId))]
  const known = new Set((await store.mainOf(tx, ids)).map(({ engagementId }) => engagementId as string))
  const missing = [...new Map(engaged.map((it) => [it.id, it])).values()].filter(({ id }) => !known.has(id))
  await store.insertMain(
    tx,
    missing.map(({ id, title, department }) => ({
      id: app.ids.next<BookingId>(),
      production_id: scope.productionId,
      engagement_id: id as EngagementId,
      department_id: department.id,
      title,
      purpose: 'Shoot',
      is_main: true,
      expires_on: null,
      label_id: null,
      created_at: app.clock.now().toString(),
      created_by: nameOf(actor),
    })),
  )
  return new Map((await store.mainOf(tx, ids)).map(({ id, engagementId }) => [engagementId as string, id]))
}
