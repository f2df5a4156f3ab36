import { clockAt, dayAt, dayText, type PlainDay, type ZoneName } from '../../kernel/time.ts'

/** Work of somebody, whichever production it is for. `known` says where from. */
export interface Work {
  readonly personId: string
  readonly productionId: string
  /** The shooting day it counts for. */
  readonly onDate: PlainDay
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  readonly known: 'worked' | 'sheet' | 'booked' | 'travel'
}

/** Rest between two days of work that is shorter than it should be. */
export interface ShortRest {
  readonly before: Work
  readonly next: Work
  readonly hadMinutes: number
  readonly dueMinutes: number
}

const ORDER = ['worked', 'sheet', 'booked'] as const

/**
 * What is known best of each day on each production: hours that were entered as worked, else the issued call sheet, else
 * the hours that were booked. Travel is no rest whatever else is known.
 */
function bestKnown(works: readonly Work[]): Work[] {
  const days = Map.groupBy(works, ({ personId, productionId, onDate }) => `${personId} ${productionId} ${onDate}`)
  return [...days.values()].flatMap((day) => {
    const best = ORDER.find((known) => day.some((it) => it.known === known))
    return day.filter(({ known }) => known === 'travel' || known === best)
  })
}

/** Minutes of rest a production asks for; undefined: it follows no profile. */
type DueOf = (productionId: string) => number | undefined

/**
 * Rest of one person over all productions that is too short. Between two jobs the longer rest of the two holds: the person
 * is owed both. Two stretches of one day are one day of work.
 */
export function shortRests(works: readonly Work[], dueOf: DueOf): ShortRest[] {
  const sorted = bestKnown(works).toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))
  const firstOfDay = new Set<PlainDay>()
  return sorted.flatMap((next) => {
    if (firstOfDay.has(next.onDate)) return []
    firstOfDay.add(next.onDate)
    const before = lastBefore(sorted, next.onDate)
    const dueMinutes = before && dueBetween(before, next, dueOf)
    if (before === undefined || dueMinutes === undefined) return []
    const hadMinutes = Math.round(next.from.since(before.until).total('minutes'))
    return hadMinutes < dueMinutes ? [{ before, next, hadMinutes, dueMinutes }] : []
  })
}

const dueBetween = (a: Work, b: Work, dueOf: DueOf): number | undefined => {
  const due = [dueOf(a.productionId), dueOf(b.productionId)].filter((it) => it !== undefined)
  return due.length === 0 ? undefined : Math.max(...due)
}

/** The work of earlier dates that ends last. */
const lastBefore = (works: readonly Work[], day: PlainDay): Work | undefined =>
  works.filter(({ onDate }) => onDate < day).toSorted((a, b) => Temporal.Instant.compare(b.until, a.until))[0]

const firstAfter = (works: readonly Work[], day: PlainDay): Work | undefined =>
  works.filter(({ onDate }) => onDate > day).toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))[0]

interface RestedWindow {
  /** Before this the rest since the last work is not over. */
  readonly earliest: { readonly at: Temporal.Instant; readonly because: Work } | null
  /** After this there is not enough rest before the next work. */
  readonly latest: { readonly at: Temporal.Instant; readonly because: Work } | null
}

/** Between when and when somebody can work on these days and have their rest before and after. */
export function restedWindow(works: readonly Work[], days: readonly PlainDay[], due: number): RestedWindow {
  const best = bestKnown(works)
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return { earliest: null, latest: null }
  const [before, after] = [lastBefore(best, first), firstAfter(best, last)]
  return {
    earliest: before ? { at: before.until.add({ minutes: due }), because: before } : null,
    latest: after ? { at: after.from.subtract({ minutes: due }), because: after } : null,
  }
}

const SOURCES = {
  worked: 'as entered on the timesheet',
  sheet: 'by the call sheet',
  booked: 'as booked',
  travel: 'in travel',
} as const

export interface Told {
  readonly codeOf: (productionId: string) => string
  readonly zoneOf: (productionId: string) => ZoneName
}

/** `23:40 on Tue 12 May`, on the clock of a place. */
export const momentText = (at: Temporal.Instant, zone: ZoneName): string =>
  `${clockAt(at, zone)} on ${dayText(dayAt(at, zone))}`

/** `HLT until 23:40 on Tue 12 May, by the call sheet`. */
export const endText = ({ productionId, until, known }: Work, { codeOf, zoneOf }: Told): string =>
  `${codeOf(productionId)} until ${momentText(until, zoneOf(productionId))}, ${SOURCES[known]}`

/** `GPS from 06:00 on Wed 13 May, as booked`. */
export const startText = ({ productionId, from, known }: Work, { codeOf, zoneOf }: Told): string =>
  `${codeOf(productionId)} from ${momentText(from, zoneOf(productionId))}, ${SOURCES[known]}`

/** `9 h 20 min`. */
export function lengthText(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [whole > 0 ? `${whole} h` : '', rest > 0 || whole === 0 ? `${rest} min` : ''].filter(Boolean).join(' ')
}
