import { addDays, clockOf, type DayMinute } from '../../../../kernel/time.ts'
import type { Bookable, BookableKind, OutOfService } from '../../bookable.contract.ts'
import type { Bar, Timeline } from '../../timeline.contract.ts'
import { LANE, MARGIN, rowsOf, type Placed, type Row, type Window } from '../timeline/layout.rules.ts'

export const KINDS: Record<BookableKind, { one: string; many: string }> = {
  room: { one: 'Room', many: 'Rooms' },
  vehicle: { one: 'Vehicle', many: 'Vehicles' },
  kit: { one: 'Kit', many: 'Kit and other things' },
}

/** `Hackney yard, 3 seats`; for a room how many it takes. */
export const thingText = ({ kind, place, capacity, mark }: Pick<Bookable, 'kind' | 'place' | 'capacity' | 'mark'>) =>
  [place, capacity !== null && `${kind === 'vehicle' ? 'seats' : 'takes'} ${capacity}`, mark].filter(Boolean).join(', ')

/** `09:00–18:00`, or nothing for what is always open. */
export const openText = ({ opens, closes }: Pick<Bookable, 'opens' | 'closes'>): string =>
  opens === null && closes === null
    ? ''
    : `${clockOf(opens ?? (0 as DayMinute))}–${clockOf(closes ?? (1440 as DayMinute))}`

/** Days out of service in a row, for one reason, are one span. Days come in order of date. */
export function outSpans(days: readonly OutOfService[]): Timeline['away'] {
  const spans: Timeline['away'] = []
  for (const { resourceId, onDate, note } of days) {
    const last = spans.find((it) => it.resourceId === resourceId && it.until === onDate && it.note === note)
    if (last !== undefined) last.until = addDays(onDate, 1)
    else spans.push({ resourceId, from: onDate, until: addDays(onDate, 1), kind: 'unavailable', note })
  }
  return spans
}

interface Things {
  readonly items: readonly Bookable[]
  readonly bars: readonly Bar[]
  readonly outOfService: readonly OutOfService[]
}

/** Rows of the board of days: grouped by kind, free ones too. */
export function thingRows({ items, bars, outOfService }: Things, window: Window): Row[] {
  return rowsOf(
    {
      people: items.map((it) => ({
        id: it.id,
        name: it.name,
        position: thingText(it),
        homeBase: null,
        departmentId: it.kind,
      })),
      bars: [...bars],
      away: outSpans(outOfService),
      rest: [],
      gaps: [],
      productions: [],
      next: null,
      departments: Object.entries(KINDS).map(([id, { many }]) => ({ id, name: many })),
      // A room has no week.
      weekDays: 7,
      nearest: null,
    },
    window,
    new Set(),
  )
}

/** Columns of the board of hours: half hours. */
export const SLOT = 30

export interface Hours {
  readonly from: number
  readonly until: number
}

/** The hours to show: from eight to eight, and as far as anything is open or booked on the day. */
export function shownHours({ items, bars, outOfService }: Things): Hours {
  const known = [
    ...items.filter(({ byHours }) => byHours).map(({ opens, closes }) => [opens, closes]),
    ...bars.map(({ hours }) => [hours?.from ?? null, hours?.until ?? null]),
    ...outOfService.map(({ from, until }) => [from, until]),
  ]
  const from = Math.min(480, ...known.flatMap(([first]) => first ?? []))
  const until = Math.max(1200, ...known.flatMap(([, last]) => last ?? []))
  return { from: Math.floor(from / 60) * 60, until: Math.min(2880, Math.ceil(until / 60) * 60) }
}

/** A stretch of a day in half-hour columns; what sticks out of the hours shown is cut, whole days fill them. */
export function inSlots(span: { from: number | null; until: number | null } | null, shown: Hours) {
  const from = Math.max(shown.from, span?.from ?? shown.from)
  const until = Math.min(shown.until, span?.until ?? shown.until)
  return { left: (from - shown.from) / SLOT, width: Math.max(0.5, (until - from) / SLOT) }
}

/** What meets each other in time stands on lanes of its own. */
export function inLanes<T extends { left: number; width: number }>(items: readonly T[]): (T & { lane: number })[] {
  const ends: number[] = []
  return items
    .toSorted((a, b) => a.left - b.left)
    .map((it) => {
      const free = ends.findIndex((end) => end <= it.left)
      const lane = free < 0 ? ends.length : free
      ends[lane] = it.left + it.width
      return { ...it, lane }
    })
}

/** One thing on the board of hours, with what is booked of it on lanes, and where it stands from the top. */
export interface HourRow {
  readonly thing: Bookable
  readonly bars: readonly Placed<Bar>[]
  readonly out: readonly OutOfService[]
  readonly top: number
  readonly height: number
}

const LEAST_HEIGHT = 44

export function hourRows({ items, bars, outOfService }: Things, shown: Hours): HourRow[] {
  const barsOf = Map.groupBy(bars, ({ resourceId }) => resourceId)
  const outOf = Map.groupBy(outOfService, ({ resourceId }) => resourceId)
  let top = 0
  return items.map((thing) => {
    const placed = inLanes((barsOf.get(thing.id) ?? []).map((of) => ({ of, ...inSlots(of.hours, shown) })))
    const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1))
    const row = { thing, bars: placed, out: outOf.get(thing.id) ?? [], top, height: laneHeight(lanes) }
    top += row.height
    return row
  })
}

const laneHeight = (lanes: number): number => Math.max(LEAST_HEIGHT, lanes * LANE + 2 * MARGIN)
