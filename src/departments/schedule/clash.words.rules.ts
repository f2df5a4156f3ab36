import type { Concern } from '../../kernel/concern.ts'
import { clockOf, daysOver, dayText } from '../../kernel/time.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import { allListed } from '../../kernel/words.ts'
import type { ClashDay, Plan, Resource, Work } from './clash.facts.rules.ts'

/** `Wed 13 May`. */
export const on = (day: PlainDay): string => dayText(day)

/** `23:30`, and `01:20 the next morning` when the day runs over. */
export const clock = (minute: DayMinute): string =>
  daysOver(minute) > 0 ? `${clockOf(minute)} the next morning` : clockOf(minute)

/** `scene 12`, `scenes 12 and 13`. */
export const scenesText = (numbers: readonly string[]): string =>
  `${numbers.length === 1 ? 'scene' : 'scenes'} ${allListed(numbers)}`

/** `9 h 45 min`, `11 h`, `30 min`. */
export const hours = (minutes: number): string => {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [whole > 0 ? `${whole} h` : '', rest > 0 || whole === 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
}

/** A unit of a plan, as part of a concern's key. */
export const laneOf = (plan: Plan): string => `${plan.lane}/${plan.unit}`

/** Where a plan stands, as told to somebody who works on another: our unit or board, or the other job's code. */
const planText = (plan: Plan): string =>
  plan.isOurs ? `${plan.boardName}, ${plan.unit.toLowerCase()}` : `production ${plan.productionCode}`

/** The cause of a clash as one line: `Blue, main unit: scenes 12 and 13, 09:00–13:20`. */
export const workText = (work: Work): string =>
  `${planText(work.plan)}: ${work.doing}, ${clockOf(work.from)}–${clockOf(work.until)} on ${on(work.onDate)}`

export const boardHref = (productionId: string, boardId: string, dayId?: string): string =>
  `/productions/${productionId}/schedule?board=${boardId}${dayId === undefined ? '' : `&day=${dayId}`}`

export const daySubject = (day: ClashDay): Concern['subject'] => ({
  kind: 'shoot_day',
  id: day.dayId,
  label: `${day.label}, ${on(day.onDate)}`,
  href: boardHref(day.plan.productionId, day.plan.boardId, day.dayId),
})

export const workSubject = (resource: Resource, work: Work): Concern['subject'] => ({
  kind: resource.kind,
  id: resource.id,
  label: resource.label,
  ...(work.plan.isOurs && { href: boardHref(work.plan.productionId, work.plan.boardId, work.dayId) }),
})
