import type { Concern } from '../../kernel/concern.ts'
import { overlaps } from '../../kernel/ranges.ts'
import type { ClashFacts, Plan, Work } from './clash.facts.rules.ts'
import { laneOf, on, workSubject, workText } from './clash.words.rules.ts'

/**
 * One person or thing in two places on one date: in two units, two boards that count together, or two productions.
 * The same hours cannot be; the same day may be, and somebody should look at the way between.
 */
export function twoPlaces({ works }: ClashFacts): Concern[] {
  return [...sameDay(works).values()].flatMap((together) =>
    pairs(together)
      .filter(([a, b]) => (a.plan.isOurs || b.plan.isOurs) && placeOf(a.plan) !== placeOf(b.plan))
      .map(([a, b]): Concern => {
        const [ours, other] = a.plan.isOurs ? [a, b] : [b, a]
        const isSameHours = overlaps(a, b)
        return {
          code: 'schedule.two_places',
          key: `schedule.two_places:${ours.resource.id}:${ours.onDate}:${[keyOf(ours.plan), keyOf(other.plan)].sort().join('|')}`,
          severity: isSameHours ? 'blocks' : 'warns',
          subject: workSubject(ours.resource, ours),
          message: isSameHours
            ? `${ours.resource.label} is asked for in two places on ${on(ours.onDate)}`
            : `${ours.resource.label} works in two places on ${on(ours.onDate)}`,
          causes: [workText(ours), workText(other)],
          remedy: isSameHours
            ? `Move one of them to another day or hour${other.plan.isOurs ? '' : `, or settle it with ${other.plan.productionCode}`}.`
            : 'Check that there is time to get from one to the other.',
          onDate: ours.onDate,
        }
      }),
  )
}

const keyOf = (plan: Plan): string => `${plan.productionId}/${laneOf(plan)}`

const placeOf = (plan: Plan): string => `${plan.productionId}/${plan.boardId}/${plan.unit}`

/** Locations are shared by many units quite properly; people, things and units are not. */
const sameDay = (works: readonly Work[]): Map<string, Work[]> =>
  Map.groupBy(
    works.filter(({ resource }) => resource.kind !== 'location'),
    ({ resource, onDate }) => `${resource.kind}:${resource.id}:${onDate}`,
  )

const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]))
