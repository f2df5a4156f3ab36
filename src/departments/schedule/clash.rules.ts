import { bySeverityAndDate } from '../../kernel/concern.ts'
import type { Concern } from '../../kernel/concern.ts'
import { eventClashes, unavailable } from './availability.rules.ts'
import type { ClashFacts } from './clash.facts.rules.ts'
import {
  companyMoves,
  flagged,
  heavyDay,
  lateMeal,
  missingMoves,
  omittedOnDay,
  unplaced,
  workOnRestDay,
} from './dayload.rules.ts'
import { daylight } from './daylight.rules.ts'
import { minorHours } from './minors.rules.ts'
import { twoPlaces } from './places.rules.ts'
import { shortTurnaround, shortWeek } from './turnaround.rules.ts'

const rules: readonly ((facts: ClashFacts) => Concern[])[] = [
  unavailable,
  eventClashes,
  twoPlaces,
  shortTurnaround,
  shortWeek,
  daylight,
  minorHours,
  companyMoves,
  missingMoves,
  heavyDay,
  lateMeal,
  workOnRestDay,
  flagged,
  omittedOnDay,
  unplaced,
]

/** Everything that clashes in a plan. Advisory: nothing is refused, each can be accepted with a reason. */
export function clashes(facts: ClashFacts): Concern[] {
  const found = new Map<string, Concern>()
  for (const rule of rules)
    for (const concern of rule(facts)) if (!found.has(concern.key)) found.set(concern.key, concern)
  return [...found.values()].sort(bySeverityAndDate)
}
