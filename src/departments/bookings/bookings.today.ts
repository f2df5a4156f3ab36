import { addDays, dayAt, dayText, instantOf, type DayMinute, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import type { TodayRow } from '../../kernel/today.ts'
import type { TodayTeller } from '../../platform/department.ts'
import { namesOf } from './expiry.actions.ts'
import * as expiry from './expiry.store.ts'
import { openPositions } from './needs.today.ts'
import { rulesOf } from './rules.store.ts'

/** What the front page hears: challenges to answer, answers awaited, holds that let go tomorrow or must be settled now. */
export const bookingsToday: TodayTeller = async (db, scope, { productionIds, now }) => {
  const ids = productionIds as never[]
  const challenges = await expiry.openChallenges(db, ids)
  const today = dayAt(now, 'UTC' as ZoneName)
  const soon = await expiry.lettingGo(db, ids, today, addDays(today, 2))
  const { settleHours } = await rulesOf(db)
  const held = (await expiry.heldBetween(db, ids, addDays(today, -1), addDays(today, 4))).filter(
    (row) => startOf(row).since(now).total('hours') < settleHours && Temporal.Instant.compare(startOf(row), now) > 0,
  )
  const names = await namesOf(db, [...challenges, ...soon, ...held])
  const nameOf = (row: { personId: string | null; title: string }) => names.get(row.personId ?? '') ?? row.title
  return {
    needs: [
      ...(await openPositions(db, scope, { productionIds, now })),
      ...challenges
        .filter((it) => it.theirProductionId !== null && productionIds.includes(it.theirProductionId))
        .map((it): TodayRow => ({
          ...base(`challenge:${it.id}`, it.theirProductionId, `Book or release ${nameOf(it)}`, 'Answer'),
          severity: 'blocks',
          detail: 'Another production challenged your hold. No answer releases it.',
          dueAt: it.dueAt.toString(),
          href: pageOf(it.againstId, it.onDate),
        })),
      ...soon.map((it): TodayRow => ({
        ...base(`expires:${it.bookingId}`, it.productionId, `The hold on ${nameOf(it)} lets go`, 'Decide'),
        detail: `By itself after ${dayText(it.expiresOn)}`,
        dueAt: instantOf(addDays(it.expiresOn, 1), 0 as DayMinute, it.zone).toString(),
        href: pageOf(it.bookingId, it.onDate),
      })),
      ...[...Map.groupBy(held, ({ bookingId }) => bookingId).values()].flatMap(([it]): TodayRow[] =>
        it === undefined
          ? []
          : [
              {
                ...base(`settle:${it.bookingId}`, it.productionId, `Confirm or release ${nameOf(it)}`, 'Decide'),
                detail: `Held as ${it.title} for ${dayText(it.onDate)}`,
                dueAt: startOf(it).toString(),
                href: pageOf(it.bookingId, it.onDate),
              },
            ],
      ),
    ],
    waiting: challenges
      .filter((it) => it.ourProductionId !== null && productionIds.includes(it.ourProductionId))
      .map((it): TodayRow => ({
        ...base(`awaits:${it.id}`, it.ourProductionId, `Answer on ${nameOf(it)} awaited`, 'Look'),
        severity: 'notes',
        detail: 'You challenged the hold ahead of yours.',
        dueAt: it.dueAt.toString(),
        since: it.askedAt.toString(),
        href: pageOf(it.bookingId, it.onDate),
      })),
  }
}

/** The timeline on the weeks the booking lies in, with its panel open. */
const pageOf = (bookingId: string, onDate: PlainDay) => `/bookings?from=${onDate}&booking=${bookingId}`

const startOf = ({ onDate, from, zone }: { onDate: PlainDay; from: DayMinute | null; zone: ZoneName }) =>
  instantOf(onDate, (from ?? 0) as DayMinute, zone)

const base = (key: string, productionId: TodayRow['productionId'], title: string, verb: string) => ({
  key: `bookings.${key}`,
  productionId,
  kind: 'crew' as const,
  severity: 'warns' as const,
  title,
  verb,
  since: null,
})
