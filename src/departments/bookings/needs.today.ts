import { addDays, dayAt, dayText, instantOf, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import type { TodayRow } from '../../kernel/today.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import { gapsIn } from './needs.actions.ts'
import type { Gap } from './timeline.contract.ts'

/** Positions without anybody are the front page's business for two weeks. */
const daysAhead = 14

/** One row per production, whatever the number of its open positions; due when the first of them is needed. */
export async function openPositions(
  db: Db,
  scope: OfficeScope,
  { productionIds, now }: { productionIds: readonly string[]; now: Temporal.Instant },
): Promise<TodayRow[]> {
  const today = dayAt(now, 'UTC' as ZoneName)
  const gaps = await gapsIn(db, scope, { from: today, to: addDays(today, daysAhead) })
  const ours = Map.groupBy(
    gaps.filter(({ productionId }) => productionIds.includes(productionId)),
    ({ productionId }) => productionId,
  )
  const zones = await productions.zonesOf(db, [...ours.keys()])
  return [...ours].flatMap(([productionId, open]) => {
    const first = open
      .flatMap(({ dates }) => dates)
      .toSorted()
      .at(0)
    if (first === undefined) return []
    const zone = zones.get(productionId) ?? ('UTC' as ZoneName)
    return [
      {
        key: `bookings.open:${productionId}`,
        productionId,
        kind: 'crew',
        severity: 'warns',
        title: titleOf(open),
        detail: detailOf(open, first),
        dueAt: instantOf(first, 0, zone).toString(),
        since: null,
        verb: 'Fill',
        href: `/productions/${productionId}/crew?tab=needed`,
      },
    ]
  })
}

function titleOf(open: readonly Gap[]): string {
  const first = open[0]?.title ?? 'A position'
  return open.length === 1 ? `${first} is not filled` : `${open.length} positions are not filled`
}

/** Which ones, where the title only counts them, and when the first is needed. */
const detailOf = (open: readonly Gap[], first: PlainDay): string =>
  [
    ...(open.length === 1 ? [] : [[...new Set(open.map(({ title }) => title))].join(', ')]),
    `from ${dayText(first)}`,
  ].join('; ')
