import type { Concern } from '../../kernel/concern.ts'
import { clockOf, instantOf } from '../../kernel/time.ts'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { ClashFacts, LimitedElement, RestProfile, Work } from './clash.facts.rules.ts'
import { epochMinuteOf } from './epoch.rules.ts'
import { hours, on, workSubject, workText } from './clash.words.rules.ts'

/** A moment on a shooting day's clock. */
interface Moment {
  readonly onDate: PlainDay
  readonly minute: DayMinute
  readonly timeZone: ZoneName
}

const epochOf = ({ onDate, minute, timeZone }: Moment): number => epochMinuteOf(onDate, minute, timeZone)

const instant = ({ onDate, minute, timeZone }: Moment): Temporal.Instant => instantOf(onDate, minute, timeZone)

/**
 * Rest between release and next call, on the clock that ran: a night when clocks change is an hour shorter or longer.
 * @returns whole minutes; negative when the call is before the release
 */
export const restBetween = (release: Moment, call: Moment): number => epochOf(call) - epochOf(release)

/**
 * The first moment a person may be called again, as date and time at the place.
 * @example earliestCall({ onDate: '2026-05-12', minute: 1150, timeZone }, 720) // 13 May, 07:10, from 19:10 and 12 h
 */
export function earliestCall(release: Moment, restMinutes: number): { onDate: PlainDay; minute: DayMinute } {
  const at = instant(release).add({ minutes: restMinutes }).toZonedDateTimeISO(release.timeZone)
  return { onDate: at.toPlainDate().toString() as PlainDay, minute: at.hour * 60 + at.minute }
}

/**
 * Everybody whose next call comes before they have rested, whichever productions the two days belong to. A week's rest
 * is asked for once the days off between two calls end a working week.
 */
export function shortTurnaround(facts: ClashFacts): Concern[] {
  const limited = new Map(facts.limited.map((element) => [element.id, element]))
  return [...byPerson(facts.works).values()].flatMap((works) => {
    const before = lastReleases(works)
    return works.flatMap((next, index) => {
      const previous = before[index]
      if (!previous || !(previous.plan.isOurs || next.plan.isOurs)) return []
      return breach(previous, next, facts.rest, next.elementId === null ? undefined : limited.get(next.elementId))
    })
  })
}

/**
 * For each day of work the latest release of the days before it: a short scene after a long day must not hide the
 * long day. Works come in order of dates.
 */
function lastReleases(works: readonly Work[]): (Work | undefined)[] {
  let latest: Work | undefined
  let today: Work | undefined
  return works.map((work) => {
    if (today && today.onDate < work.onDate) {
      latest = latest ? later(latest, today) : today
      today = undefined
    }
    today = today ? later(today, work) : work
    return latest
  })
}

const later = (a: Work, b: Work): Work => (restBetween(release(a), release(b)) > 0 ? b : a)

const release = (work: Work): Moment => ({ onDate: work.onDate, minute: work.until, timeZone: work.timeZone })
const call = (work: Work): Moment => ({ onDate: work.onDate, minute: work.from, timeZone: work.timeZone })

function breach(before: Work, next: Work, rest: RestProfile, limited: LimitedElement | undefined): Concern[] {
  const isMinor = limited !== undefined && limited.minorAgeMonths !== null
  const due = isMinor ? Math.max(rest.minorRestMinutes, rest.dailyRestMinutes) : rest.dailyRestMinutes
  const had = restBetween(release(before), call(next))
  if (had >= due) return []
  const earliest = earliestCall(release(before), due)
  return [
    {
      code: 'schedule.short_turnaround',
      key: `schedule.short_turnaround:${next.resource.id}:${before.onDate}:${next.onDate}:${before.plan.productionId}:${next.plan.productionId}`,
      severity: isMinor ? 'blocks' : 'warns',
      subject: workSubject(next.resource, next.plan.isOurs ? next : before),
      message:
        had < 0
          ? `${next.resource.label} is called on ${on(next.onDate)} before the day before has wrapped`
          : `${next.resource.label} is ${hours(due - had)} short of rest before ${on(next.onDate)}`,
      causes: [workText(before), `${workText(next)}; ${hours(Math.max(0, had))} of rest, ${hours(due)} due`],
      remedy: `Call no earlier than ${clockOf(earliest.minute)} on ${on(earliest.onDate)}, or release earlier the day before.`,
      onDate: next.onDate,
    },
  ]
}

const WEEK = 7 * 24 * 60

/**
 * No seven times 24 hours without the week's rest, counted back from each release. Told once, on the first day that
 * goes too far, and again only after a proper rest.
 */
export function shortWeek(facts: ClashFacts): Concern[] {
  return [...byPerson(facts.works).values()].flatMap((works) => {
    const rests = works.map((_, index) => longestRest(works, index))
    return works.flatMap((work, index) => {
      const isShort = (rests[index] ?? WEEK) < facts.rest.weeklyRestMinutes
      const wasShort = index > 0 && (rests[index - 1] ?? WEEK) < facts.rest.weeklyRestMinutes
      return isShort && !wasShort && work.plan.isOurs ? [weekConcern(work, rests[index] ?? 0, facts.rest)] : []
    })
  })
}

/** The longest rest in the week that ends with the last release; what lies before that week does not count. */
function longestRest(works: readonly Work[], index: number): number {
  const last = works[index] as Work
  let longest = 0
  for (let i = index; i >= 0; i--) {
    const next = works[i] as Work
    const reach = restBetween(call(next), release(last))
    if (reach >= WEEK) break
    const before = works[i - 1]
    const gap = before ? restBetween(release(before), call(next)) : WEEK
    longest = Math.max(longest, Math.min(gap, WEEK - reach))
  }
  return longest
}

const weekConcern = (work: Work, longest: number, rest: RestProfile): Concern => ({
  code: 'schedule.short_week',
  key: `schedule.short_week:${work.resource.id}:${work.onDate}`,
  severity: 'warns',
  subject: workSubject(work.resource, work),
  message: `${work.resource.label} has no weekly rest in the seven days to ${on(work.onDate)}`,
  causes: [workText(work), `Longest rest ${hours(longest)}, ${hours(rest.weeklyRestMinutes)} due by ${rest.name}`],
  remedy: 'Give a day off in this week.',
  onDate: work.onDate,
})

function byPerson(works: readonly Work[]): Map<string, Work[]> {
  const people = Map.groupBy(
    works.filter(({ resource }) => resource.kind === 'person' || resource.kind === 'element'),
    ({ resource }) => resource.id,
  )
  for (const list of people.values()) list.sort((a, b) => a.onDate.localeCompare(b.onDate) || a.from - b.from)
  return people
}
