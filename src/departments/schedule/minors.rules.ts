import type { Concern } from '../../kernel/concern.ts'
import { addDays } from '../../kernel/time.ts'
import type { ClashDay, ClashFacts, LimitedElement, MinorHours } from './clash.facts.rules.ts'
import { clock, daySubject, hours, laneOf, on } from './clash.words.rules.ts'

/** The row of the table for an age; ages are in months because the law counts infants so. */
export const hoursFor = (
  table: readonly MinorHours[],
  ageMonths: number,
  isSchoolDay: boolean,
): MinorHours | undefined =>
  table.find(
    (row) => row.fromAgeMonths <= ageMonths && ageMonths < row.untilAgeMonths && row.onSchoolDay === isSchoolDay,
  )

/** A minor's day: how long at work and on set, how early and how late. */
interface MinorDay {
  readonly from: number
  readonly until: number
  readonly workMinutes: number
  readonly hasMeal: boolean
}

/** Every limit the day breaks, in the words of the concern. */
export function overLimits(day: MinorDay, limits: MinorHours, isBeforeFreeDay: boolean): string[] {
  const onSet = day.until - day.from
  const allowedOnSet = limits.onSetMinutes + (day.hasMeal ? limits.mealExtendsMinutes : 0)
  const latest = isBeforeFreeDay ? limits.latestBeforeFreeDay : limits.latest
  return [
    ...(day.workMinutes > limits.workMinutes
      ? [`Works ${hours(day.workMinutes)}, allowed ${hours(limits.workMinutes)}`]
      : []),
    ...(onSet > allowedOnSet ? [`On set ${hours(onSet)}, allowed ${hours(allowedOnSet)}`] : []),
    ...(day.from < limits.earliest ? [`Starts ${clock(day.from)}, not before ${clock(limits.earliest)}`] : []),
    ...(day.until > latest ? [`Released ${clock(day.until)}, not after ${clock(latest)}`] : []),
  ]
}

/** Children's hours, and any element's own limit of hours. */
export function minorHours(facts: ClashFacts): Concern[] {
  return facts.days.flatMap((day) =>
    facts.limited.flatMap((element) => {
      const at = minorDay(facts, day, element.id)
      return at === undefined ? [] : [...minorConcerns(facts, day, element, at), ...ownLimit(day, element, at)]
    }),
  )
}

/** A child's clock starts at arrival, make-up included; where nobody is booked yet, with the first scene. */
function minorDay(facts: ClashFacts, day: ClashDay, elementId: string): MinorDay | undefined {
  const strips = day.strips.filter((strip) => !strip.isOmitted && strip.elementIds.includes(elementId))
  const work = facts.works.find((it) => it.elementId === elementId && it.dayId === day.dayId)
  const starts = strips.flatMap((strip) => (strip.from === null ? [] : [strip.from]))
  const ends = strips.flatMap((strip) => (strip.until === null ? [] : [strip.until]))
  if (starts.length === 0 || ends.length === 0) return undefined
  const from = work?.from ?? Math.min(...starts)
  const until = Math.max(...ends)
  const workMinutes = strips.reduce((sum, strip) => sum + strip.minutes, 0)
  return { from, until, workMinutes, hasMeal: day.meals.some((meal) => meal.from >= from && meal.until <= until) }
}

function minorConcerns(facts: ClashFacts, day: ClashDay, element: LimitedElement, at: MinorDay): Concern[] {
  if (element.minorAgeMonths === null) return []
  const limits = hoursFor(facts.minorHours, element.minorAgeMonths, facts.isSchoolDay(day.onDate))
  if (!limits) return []
  const broken = overLimits(at, limits, !facts.isSchoolDay(addDays(day.onDate, 1)))
  if (broken.length === 0) return []
  return [
    {
      code: 'schedule.minor_hours',
      key: `schedule.minor_hours:${element.id}:${day.onDate}:${laneOf(day.plan)}`,
      severity: 'blocks',
      subject: { ...daySubject(day), kind: 'element', id: element.id, label: element.label },
      message: `${element.label} over a minor’s hours on ${on(day.onDate)}`,
      causes: [...broken, `${limits.jurisdiction}, ${facts.isSchoolDay(day.onDate) ? 'school day' : 'no school'}`],
      remedy: 'Bring the scenes together, earlier in the day, or move some to another day.',
      onDate: day.onDate,
    },
  ]
}

function ownLimit(day: ClashDay, element: LimitedElement, at: MinorDay): Concern[] {
  const limit = element.doNotExceedMinutes
  if (limit === null || at.until - at.from <= limit) return []
  return [
    {
      code: 'schedule.over_own_limit',
      key: `schedule.over_own_limit:${element.id}:${day.onDate}:${laneOf(day.plan)}`,
      severity: 'warns',
      subject: { ...daySubject(day), kind: 'element', id: element.id, label: element.label },
      message: `${element.label} is needed longer than agreed on ${on(day.onDate)}`,
      causes: [`${hours(at.until - at.from)} from first scene to last`, `Not longer than ${hours(limit)}`],
      remedy: 'Bring the scenes together, or move some to another day.',
      onDate: day.onDate,
    },
  ]
}
