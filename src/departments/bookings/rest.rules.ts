import type { Concern } from '../../kernel/concern.ts'
import { clockOf, dayText, instantOf, type DayMinute } from '../../kernel/time.ts'
import { momentText } from './restBetween.rules.ts'
import type { BookingFacts, JudgedDay } from './booking.rules.ts'
import { lengthText } from './restBetween.rules.ts'
import type { PlacedSpan } from './span.rules.ts'

/** Hours of somebody's day: booked on a job, or travelled. */
interface Stretch {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  readonly day: PlacedSpan
  readonly isOurs: boolean
  /** `JOBA`, `here as Gaffer`, `travel`. */
  readonly where: string
}

export interface RestFacts extends BookingFacts {
  /** Rest the production's working-time profile asks for between two days of work; null: it has none. */
  readonly dailyRestMinutes: number | null
  /** Travel with hours of the production's people. */
  readonly travel: readonly (PlacedSpan & { personId: string })[]
}

const isTimed = ({ from, until }: Pick<PlacedSpan, 'from' | 'until'>) => from !== null && until !== null

const stretch = (day: PlacedSpan, { where, isOurs }: Pick<Stretch, 'where' | 'isOurs'>): Stretch => ({
  from: instantOf(day.onDate, (day.from ?? 0) as DayMinute, day.zone),
  until: instantOf(day.onDate, (day.until ?? 1440) as DayMinute, day.zone),
  day,
  where,
  isOurs,
})

/**
 * People whose booked hours leave less rest than their profile asks for, whichever productions the two days belong to;
 * travel to or from a job is no rest. Days without hours are the schedule's to compare, by what is shot on them.
 */
export function shortRest({ people, days, elsewhere, travel, dailyRestMinutes }: RestFacts): Concern[] {
  if (dailyRestMinutes === null) return []
  const counts = (day: JudgedDay) => day.state === 'confirmed' && isTimed(day)
  const persons = new Map(people.flatMap((it) => (it.personId === null ? [] : [[it.personId, it] as const])))
  return [...persons].flatMap(([personId, { name }]) => {
    const own = people.filter((it) => it.personId === personId)
    const stretches = [
      ...days.flatMap((day) => {
        const engaged = own.find(({ engagementId }) => engagementId === day.engagementId)
        return engaged && counts(day) ? [stretch(day, { where: `here as ${engaged.title}`, isOurs: true })] : []
      }),
      ...elsewhere.flatMap((day) =>
        day.personId === personId && counts(day) ? [stretch(day, { where: `on ${day.code}`, isOurs: false })] : [],
      ),
      ...travel.flatMap((day) =>
        day.personId === personId && isTimed(day) ? [stretch(day, { where: 'in travel', isOurs: true })] : [],
      ),
    ].toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))
    return stretches.flatMap((next, at) => {
      const before = lastBefore(stretches.slice(0, at), next)
      return before === undefined || !(before.isOurs || next.isOurs)
        ? []
        : breach({ personId, name }, before, next, dailyRestMinutes)
    })
  })
}

/** The work of an earlier date that ends last: two stretches of one day are one day of work. */
const lastBefore = (earlier: readonly Stretch[], next: Stretch): Stretch | undefined =>
  earlier
    .filter(({ day }) => day.onDate < next.day.onDate)
    .toSorted((a, b) => Temporal.Instant.compare(b.until, a.until))[0]

function breach(person: { personId: string; name: string }, before: Stretch, next: Stretch, due: number): Concern[] {
  const had = Math.round(next.from.since(before.until).total('minutes'))
  if (had >= due) return []
  const earliest = before.until.add({ minutes: due })
  return [
    {
      code: 'bookings.short_rest',
      key: `bookings.short_rest:${person.personId}:${before.day.onDate}:${next.day.onDate}:${before.where}:${next.where}`,
      severity: 'warns',
      subject: { kind: 'person', id: person.personId, label: person.name },
      message:
        had < 0
          ? `${person.name} begins on ${dayText(next.day.onDate)} before the day before is over`
          : `${person.name} is ${lengthText(due - had)} short of rest before ${dayText(next.day.onDate)}`,
      causes: [told(before), `${told(next)}; ${lengthText(Math.max(0, had))} of rest, ${lengthText(due)} due`],
      remedy: `Begin no earlier than ${momentText(earliest, next.day.zone)}, or end earlier the day before.`,
      onDate: next.day.onDate,
    },
  ]
}

const told = ({ day, where }: Stretch): string =>
  `${clockOf((day.from ?? 0) as DayMinute)}–${clockOf((day.until ?? 0) as DayMinute)} on ${dayText(day.onDate)} ${where}`
