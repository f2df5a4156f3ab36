import { ordinal } from '../../../../kernel/revisions.ts'
import { addDays, dayText, daysBetween, type PlainDay } from '../../../../kernel/time.ts'
import type { Bar, Gap, Timeline, TimelinePerson } from '../../timeline.contract.ts'

/** A bar on its lane, in days from the left edge; what sticks out of the window is cut. */
export interface Placed<T> {
  readonly of: T
  readonly left: number
  readonly width: number
  readonly lane: number
}

type Away = Timeline['away'][number]
type Rest = Timeline['rest'][number]

export interface PersonRow {
  readonly kind: 'person'
  readonly key: string
  readonly person: TimelinePerson
  readonly bars: readonly Placed<Bar>[]
  readonly away: readonly Placed<Away>[]
  /** Days on which two jobs count on them. */
  readonly clashes: readonly number[]
  /** Too little rest before a day, over all productions. */
  readonly rest: readonly Rest[]
  /** Weeks with more booked days than the office likes. */
  readonly full: readonly FullWeek[]
  readonly lanes: number
}
/** A week of somebody that is over the limit: where it begins, and how many days are booked. */
interface FullWeek {
  readonly left: number
  readonly days: number
}
interface GapRow {
  readonly kind: 'gap'
  readonly key: string
  readonly gap: Gap
  readonly bars: readonly Placed<Gap>[]
}
interface GroupRow {
  readonly kind: 'group'
  readonly key: string
  readonly label: string
  readonly people: number
  readonly gaps: number
}
export type Row = (PersonRow | GapRow | GroupRow) & { readonly top: number; readonly height: number }

export interface Window {
  readonly from: PlainDay
  readonly days: number
}

export const daysOf = ({ from, days }: Window): PlainDay[] => Array.from({ length: days }, (_, at) => addDays(from, at))

const GROUP = 24
const ROW = 36
/** Bars of one row stand on lanes of this height, below a margin. */
export const LANE = 25
export const MARGIN = 6

function place<T extends { from: PlainDay; until: PlainDay }>(
  items: readonly T[],
  window: Window,
  taken: number[][] = [],
) {
  const lanes = taken
  return items
    .toSorted((a, b) => a.from.localeCompare(b.from) || b.until.localeCompare(a.until))
    .flatMap((of): Placed<T>[] => {
      const left = Math.max(0, daysBetween(window.from, of.from))
      const right = Math.min(window.days, daysBetween(window.from, of.until))
      if (right <= left) return []
      const span = Array.from({ length: right - left }, (_, at) => left + at)
      const free = lanes.findIndex((lane) => !span.some((day) => lane.includes(day)))
      const lane = free < 0 ? lanes.length : free
      lanes[lane] = [...(lanes[lane] ?? []), ...span]
      return [{ of, left, width: right - left, lane }]
    })
}

const counts = (bar: Bar): boolean => (bar.state === 'confirmed' && !bar.shared) || bar.waits

/** Days on which more than one job counts on a person for the same time. */
function clashesOf(bars: readonly Placed<Bar>[], days: number): number[] {
  const firm = bars.filter(({ of }) => counts(of))
  return Array.from({ length: days }, (_, day) => day).filter((day) => {
    const there = firm.filter(({ left, width }) => left <= day && day < left + width)
    return there.some((a) =>
      there.some((b) => a !== b && a.of.productionId !== b.of.productionId && hoursMeet(a.of.hours, b.of.hours)),
    )
  })
}

export interface Hours {
  readonly from: number | null
  readonly until: number | null
}

const hoursMeet = (a: Hours | null, b: Hours | null): boolean =>
  (a?.from ?? 0) < (b?.until ?? 1440) && (b?.from ?? 0) < (a?.until ?? 1440)

/** Weeks, Monday to Sunday, with more booked days than the limit. Half a day is a day: it cannot be given twice. */
function fullWeeks(bars: readonly Placed<Bar>[], days: number, limit: number): FullWeek[] {
  const booked = new Set(
    bars
      .filter(({ of }) => of.state === 'confirmed')
      .flatMap(({ left, width }) => Array.from({ length: width }, (_, at) => left + at)),
  )
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) => {
    const left = week * 7
    return { left, days: [...booked].filter((day) => day >= left && day < left + 7).length }
  }).filter((week) => week.days > limit)
}

interface Drawn {
  rest: readonly Rest[]
  bars: readonly Bar[]
  away: readonly Away[]
  window: Window
  limit: number
}

function personRow(person: TimelinePerson, { bars, away, rest, window, limit }: Drawn): PersonRow {
  const lanes: number[][] = []
  const placed = place(bars, window, lanes)
  const off = place(away, window, lanes)
  const clashes = clashesOf(placed, window.days)
  const full = fullWeeks(placed, window.days, limit)
  const height = Math.max(1, lanes.length)
  return { kind: 'person', key: person.id, person, bars: placed, away: off, clashes, rest, full, lanes: height }
}

/** What is missing first in its group as it is drawn, then people by name. Groups follow the order of the crew list. */
export function rowsOf(timeline: Timeline, window: Window, hidden: ReadonlySet<string>): Row[] {
  const bars = Map.groupBy(
    timeline.bars.filter(({ productionId }) => !hidden.has(productionId ?? 'outside')),
    ({ resourceId }) => resourceId,
  )
  const rest = Map.groupBy(timeline.rest, ({ resourceId }) => resourceId)
  const away = Map.groupBy(timeline.away, ({ resourceId }) => resourceId)
  const gaps = Map.groupBy(
    timeline.gaps.filter(({ productionId }) => !hidden.has(productionId)),
    ({ departmentId }) => departmentId,
  )
  const shown = timeline.people.filter(({ id }) => bars.has(id) || hidden.size === 0)
  const people = Map.groupBy(shown, ({ departmentId }) => departmentId ?? '')
  const groups = [...timeline.departments, { id: '', name: 'Without a department' }]
  const rows: Row[] = []
  let top = 0
  const add = (row: PersonRow | GapRow | GroupRow, height: number) => {
    rows.push({ ...row, top, height } as Row)
    top += height
  }
  for (const { id, name } of groups) {
    const members = (people.get(id) ?? []).toSorted((a, b) => a.name.localeCompare(b.name))
    const open = gaps.get(id) ?? []
    if (members.length + open.length === 0) continue
    add({ kind: 'group', key: `group:${id}`, label: name, people: members.length, gaps: open.length }, GROUP)
    for (const person of members) {
      const row = personRow(person, {
        bars: bars.get(person.id) ?? [],
        away: away.get(person.id) ?? [],
        rest: rest.get(person.id) ?? [],
        window,
        limit: timeline.weekDays,
      })
      add(row, Math.max(ROW + (saysSomething(row) ? 18 : 0), row.lanes * LANE + 10))
    }
    for (const [at, gap] of open.entries()) {
      const runs = runsOf(gap)
      add(
        {
          kind: 'gap',
          key: `gap:${gap.needId}:${at}`,
          gap,
          bars: place(runs, window).map((it) => ({ ...it, of: gap })),
        },
        ROW,
      )
    }
  }
  return rows
}

/** Days in a row of a gap, as spans. */
function runsOf({ dates }: Gap): { from: PlainDay; until: PlainDay }[] {
  const runs: { from: PlainDay; until: PlainDay }[] = []
  for (const day of dates.toSorted()) {
    const last = runs.at(-1)
    if (last?.until === day) last.until = addDays(day, 1)
    else runs.push({ from: day, until: addDays(day, 1) })
  }
  return runs
}

/** Whether a row has a line of warning under its name. */
const saysSomething = ({ clashes, rest, full, bars }: PersonRow): boolean =>
  clashes.length + rest.length + full.length > 0 || bars.some(({ of }) => of.outside !== null)

/** The rows that touch a stretch of the scrolled height: only these are drawn. */
export function visible<T extends { top: number; height: number }>(
  rows: readonly T[],
  from: number,
  until: number,
): T[] {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle] as T
    if (row.top + row.height <= from) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let at = low; at < rows.length && (rows[at] as T).top < until; at += 1) found.push(rows[at] as T)
  return found
}

/** What stands at the top of the page: what wants somebody's attention in this window. */
export function attention(rows: readonly Row[]) {
  const people = rows.filter((row) => row.kind === 'person')
  return {
    people: people.length,
    conflicts: people.filter(({ clashes }) => clashes.length > 0).length,
    rest: people.filter(({ rest }) => rest.length > 0).length,
    full: people.filter(({ full }) => full.length > 0).length,
    gaps: rows.filter(({ kind }) => kind === 'gap').length,
    holds: new Set(
      people.flatMap(({ bars }) => bars.filter(({ of }) => of.state === 'hold').map(({ of }) => of.bookingId)),
    ).size,
  }
}

/** What a bar is, in words. */
export function barWords(bar: Bar, code: string): string {
  const firm =
    bar.state === 'confirmed'
      ? bar.shared
        ? 'booked, shared'
        : 'booked'
      : bar.state === 'hold'
        ? `${ordinal(bar.rank ?? 1)} hold`
        : bar.waits
          ? 'waits: booked elsewhere'
          : 'pencilled'
  const last = addDays(bar.until, -1)
  const when = last === bar.from ? dayText(bar.from) : `${dayText(bar.from)} to ${dayText(last)}`
  const closed = bar.outside === null ? '' : `, ${bar.outside}`
  return `${code} ${bar.purpose || bar.title}, ${firm}, ${when}${closed}`
}

/** What a new hold on these days of a person would be: its rank, who is ahead, and who has the time already. */
export function prospect(bars: readonly Bar[], days: readonly PlainDay[], hours: Hours | null = null) {
  const there = bars.filter(
    (bar) => days.some((day) => bar.from <= day && day < bar.until) && hoursMeet(bar.hours, hours),
  )
  const ranks = there.filter(({ state }) => state === 'hold').map(({ rank }) => rank ?? 1)
  return {
    rank: Math.max(0, ...ranks) + 1,
    holds: there.filter(({ state }) => state === 'hold'),
    booked: there.filter((bar) => counts(bar)),
  }
}
