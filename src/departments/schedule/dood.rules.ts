import { daysBetween, weekdayOf } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'

/**
 * Day out of days: who or what works, holds, travels or waits on each date of a schedule. The same for cast, animals,
 * vehicles, stages: any element that strips call for.
 * @see the handbook, schedule and breakdown, section 9
 */
export interface DoodDate {
  date: PlainDay
  kind: 'shoot' | 'off' | 'holiday' | 'travel' | 'other'
  /** Day 4 of the shoot; null on a date nobody shoots. */
  dayNumber: number | null
}

export type DoodEventKind = 'travel' | 'rehearsal' | 'fitting'

export interface DoodSubject {
  key: string
  /** Dates with at least one scheduled strip, in any order. */
  worksOn: readonly PlainDay[]
  events: readonly { date: PlainDay; kind: DoodEventKind }[]
  /** Shoot dates between two working dates are kept, and paid, as holds. */
  allowHold: boolean
  /** A long gap may end the engagement and begin it again. */
  allowDrop: boolean
  /** Calendar days a gap must exceed to be a drop: with 10, from 1 June the earliest pick-up is 12 June. */
  minDropDays: number
  maxDrops: number
}

type WorkedCode = 'SW' | 'W' | 'WF' | 'SWF' | 'SWD' | 'WD' | 'PW' | 'PWF' | 'PWD' | 'WT' | 'TW'
type DoodCode = WorkedCode | 'R' | 'FT' | 'T' | 'H' | 'I'

interface DoodCell {
  code: DoodCode
  /** What else happens that day and lost its place in the cell: a fitting on a day of work. */
  also: DoodEventKind[]
}

interface DoodTotals {
  work: number
  hold: number
  travel: number
  rehearsal: number
  fitting: number
  /** Work, hold, travel and rehearsal; each date once. A fitting is paid by the hour and stays out. */
  paid: number
}

interface DoodRow {
  key: string
  /** By date; a blank day has no entry. */
  cells: Record<PlainDay, DoodCell>
  totals: DoodTotals
  startsOn: PlainDay | null
  finishesOn: PlainDay | null
}

interface DayOutOfDays {
  columns: (DoodDate & { weekday: number; working: number })[]
  rows: DoodRow[]
}

interface DoodOptions {
  /** Print I on shoot dates that are neither held nor dropped. */
  showsIdleDays: boolean
}

/** Ten for screen work; fourteen is used elsewhere, one break in a production: a rule of thumb, set per element. */
export const usualDrop = { minDropDays: 10, maxDrops: 1 } as const

/**
 * @example a performer who works days 1, 2, 5 and 8 of a shoot with weekends off, and is held:
 * SW W H H W WF, four worked and two held; the weekend shows nothing.
 */
export function dayOutOfDays(
  dates: readonly DoodDate[],
  subjects: readonly DoodSubject[],
  options: DoodOptions,
): DayOutOfDays {
  const calendar = [...dates].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const rows = subjects.map((subject) => rowOf(calendar, subject, options))
  const columns = calendar.map((day) => ({
    ...day,
    weekday: weekdayOf(day.date),
    working: rows.filter((row) => isWorked(row.cells[day.date]?.code)).length,
  }))
  return { columns, rows }
}

const workedCodes: ReadonlySet<string> = new Set<WorkedCode>([
  'SW',
  'W',
  'WF',
  'SWF',
  'SWD',
  'WD',
  'PW',
  'PWF',
  'PWD',
  'WT',
  'TW',
])

export const isWorked = (code: DoodCode | undefined): code is WorkedCode => code !== undefined && workedCodes.has(code)

function rowOf(calendar: readonly DoodDate[], subject: DoodSubject, options: DoodOptions): DoodRow {
  const worked = [...new Set(subject.worksOn)].toSorted()
  const gaps = gapsOf(worked, subject)
  const codes = new Map<PlainDay, DoodCode>()
  for (const gap of gaps) fillGap(codes, calendar, gap, subject, options)
  for (const [at, date] of worked.entries())
    codes.set(date, workedCode(at, worked.length, gaps[at - 1]?.drops === true, gaps[at]?.drops === true))
  const cells = withEvents(codes, worked, subject.events)
  return {
    key: subject.key,
    cells,
    totals: totalsOf(Object.values(cells)),
    startsOn: worked[0] ?? null,
    finishesOn: worked.at(-1) ?? null,
  }
}

interface Gap {
  from: PlainDay
  until: PlainDay
  drops: boolean
}

/** One entry between each two working dates, the drops given to the earliest gaps long enough. */
function gapsOf(worked: readonly PlainDay[], subject: DoodSubject): Gap[] {
  let used = 0
  return worked.slice(1).map((until, at) => {
    const from = worked[at]!
    const drops = subject.allowDrop && used < subject.maxDrops && daysBetween(from, until) > subject.minDropDays
    if (drops) used += 1
    return { from, until, drops }
  })
}

function fillGap(
  codes: Map<PlainDay, DoodCode>,
  calendar: readonly DoodDate[],
  gap: Gap,
  subject: DoodSubject,
  options: DoodOptions,
): void {
  const waiting = subject.allowHold ? 'H' : options.showsIdleDays ? 'I' : undefined
  if (gap.drops || waiting === undefined) return
  for (const day of calendar)
    if (day.kind === 'shoot' && gap.from < day.date && day.date < gap.until) codes.set(day.date, waiting)
}

function workedCode(at: number, count: number, pickedUp: boolean, dropped: boolean): WorkedCode {
  const starts = at === 0
  const finishes = at === count - 1
  if (starts && finishes) return 'SWF'
  if (starts) return dropped ? 'SWD' : 'SW'
  if (finishes) return pickedUp ? 'PWF' : 'WF'
  if (pickedUp) return dropped ? 'PWD' : 'PW'
  return dropped ? 'WD' : 'W'
}

const eventCodes = { rehearsal: 'R', fitting: 'FT', travel: 'T' } as const
/** The order in which events take a cell that nobody works. */
const eventOrder: readonly DoodEventKind[] = ['rehearsal', 'fitting', 'travel']

function withEvents(
  codes: ReadonlyMap<PlainDay, DoodCode>,
  worked: readonly PlainDay[],
  events: DoodSubject['events'],
): Record<PlainDay, DoodCell> {
  const cells: Record<PlainDay, DoodCell> = {}
  for (const [date, code] of codes) cells[date] = { code, also: [] }
  for (const date of new Set(events.map((event) => event.date))) {
    const kinds = eventOrder.filter((kind) => events.some((event) => event.date === date && event.kind === kind))
    cells[date] = cellWith(cells[date]?.code, kinds, date, worked)
  }
  return cells
}

function cellWith(
  code: DoodCode | undefined,
  kinds: DoodEventKind[],
  date: PlainDay,
  worked: readonly PlainDay[],
): DoodCell {
  if (code === 'W' && kinds.includes('travel'))
    return { code: travelsBeforeWork(date, worked) ? 'TW' : 'WT', also: kinds.filter((kind) => kind !== 'travel') }
  // A start, finish, drop or pick-up decides pay and keeps its letters; the journey is told beside it.
  if (isWorked(code)) return { code, also: kinds }
  const [first, ...rest] = kinds
  return first === undefined ? { code: code ?? 'I', also: [] } : { code: eventCodes[first], also: rest }
}

/** Somebody who was away the day before and stays on travels in; otherwise the journey comes after the work. */
function travelsBeforeWork(date: PlainDay, worked: readonly PlainDay[]): boolean {
  const at = worked.indexOf(date)
  const before = worked[at - 1]
  const after = worked[at + 1]
  const wasHere = before !== undefined && daysBetween(before, date) === 1
  const stays = after !== undefined && daysBetween(date, after) === 1
  return !wasHere && stays
}

function totalsOf(cells: readonly DoodCell[]): DoodTotals {
  const count = (holds: (code: DoodCode) => boolean) => cells.filter((cell) => holds(cell.code)).length
  const work = count(isWorked)
  const hold = count((code) => code === 'H')
  const travel = count((code) => code === 'T')
  const rehearsal = count((code) => code === 'R')
  const fitting = count((code) => code === 'FT')
  return { work, hold, travel, rehearsal, fitting, paid: work + hold + travel + rehearsal }
}

/** What each code says, for legends and screen readers. */
export const doodLegend: Record<DoodCode, string> = {
  SW: 'Start, work',
  W: 'Work',
  WF: 'Work, finish',
  SWF: 'Start, work, finish',
  SWD: 'Start, work, drop',
  WD: 'Work, drop',
  PW: 'Pick up, work',
  PWF: 'Pick up, work, finish',
  PWD: 'Pick up, work, drop',
  WT: 'Work, then travel',
  TW: 'Travel, then work',
  R: 'Rehearsal',
  FT: 'Fitting',
  T: 'Travel',
  H: 'Hold',
  I: 'Idle',
}
