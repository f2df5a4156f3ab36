import { addDays, daysBetween } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import type { BoardReportFacts, DayFacts } from './board.facts.ts'
import { nothing, usesOf } from './elements.rules.ts'
import type { DoodLine, DoodOrder, DoodTable } from './report.contract.ts'

export type DateKind = DayFacts['kind']

/** A date of the schedule and what it is. The same shape that the day-out-of-days rules of the schedule take. */
interface DatedDay {
  date: PlainDay
  kind: DateKind
  dayNumber: number | null
}

interface DoodAsked {
  key: string
  worksOn: PlainDay[]
  events: { date: PlainDay; kind: 'travel' | 'rehearsal' | 'fitting' }[]
  allowHold: boolean
  allowDrop: boolean
  minDropDays: number
  maxDrops: number
}

/** A run of dates with nothing on them is left out when it is longer than a long weekend. */
const longestBlankRun = 4

/** Every date from the first to the last with work or events; what the board does not name is what the calendar says. */
export function datesOf(facts: BoardReportFacts, restOn: (date: PlainDay) => DateKind): DatedDay[] {
  const marked = new Map<PlainDay, DatedDay>()
  for (const { onDate: date, kind, number } of facts.days) {
    const before = marked.get(date)
    // Of two units on a date the first shooting one numbers it.
    if (before === undefined || (before.kind !== 'shoot' && kind === 'shoot'))
      marked.set(date, { date, kind, dayNumber: number })
  }
  for (const { date } of facts.events)
    if (!marked.has(date)) marked.set(date, { date, kind: restOn(date), dayNumber: null })
  const known = [...marked.keys()].toSorted()
  return known.flatMap((date, at) => {
    const before = known[at - 1]
    const blank = before === undefined ? 0 : daysBetween(before, date) - 1
    const between = blank > longestBlankRun ? 0 : blank
    const filled = Array.from({ length: between }, (_, i) => addDays(date, i - between))
    return [...filled.map((it) => ({ date: it, kind: restOn(it), dayNumber: null })), marked.get(date)!]
  })
}

/** One break in a production is the usual agreement. */
const maxDrops = 1

export function askedOf(facts: BoardReportFacts, category: string): DoodAsked[] {
  const uses = usesOf(facts)
  return facts.elements
    .filter((element) => element.category === category)
    .map(({ id, allowHold, allowDrop, minDropDays }) => ({
      key: id,
      worksOn: (uses.get(id) ?? nothing).dates,
      events: facts.events.filter((event) => event.elementId === id),
      allowHold,
      allowDrop,
      minDropDays,
      maxDrops,
    }))
    .filter(({ worksOn, events }) => worksOn.length > 0 || events.length > 0)
}

/** What the schedule's rules answer, as far as the report prints it. */
interface Answered {
  columns: readonly {
    date: PlainDay
    kind: DateKind
    dayNumber: number | null
    weekday: number
    working: number
  }[]
  rows: readonly {
    key: string
    cells: Readonly<Record<string, { code: string; also: string[] }>>
    totals: DoodLine['totals']
    startsOn: PlainDay | null
    finishesOn: PlainDay | null
  }[]
}

interface DoodReportParts {
  facts: BoardReportFacts
  answered: Answered
  legend: Readonly<Record<string, string>>
  category: string
  order: DoodOrder
}

export function doodTable({ facts, answered, legend, category, order }: DoodReportParts): DoodTable {
  const elements = new Map(facts.elements.map((element) => [element.id, element]))
  const lines = answered.rows.map((row): DoodLine => {
    const element = elements.get(row.key)
    return {
      key: row.key,
      number: element?.number ?? '',
      name: element?.name ?? '',
      playedBy: element?.playedBy ?? '',
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([date, { code, also }]) => [
          date,
          { code, meaning: legend[code] ?? code, also },
        ]),
      ),
      totals: row.totals,
      startsOn: row.startsOn,
      finishesOn: row.finishesOn,
    }
  })
  const shown = new Set(lines.flatMap((line) => Object.values(line.cells).map((cell) => cell.code)))
  return {
    kind: 'dood',
    category: facts.categories.find(({ key }) => key === category)?.label ?? category,
    columns: answered.columns.map((column, at) => {
      const before = answered.columns[at - 1]
      return { ...column, skippedDays: before ? daysBetween(before.date, column.date) - 1 : 0 }
    }),
    lines: lines.toSorted(orders[order]),
    legend: Object.entries(legend)
      .filter(([code]) => shown.has(code))
      .map(([code, meaning]) => ({ code, meaning })),
  }
}

const byName = (a: DoodLine, b: DoodLine) => a.name.localeCompare(b.name)
const numbered = (line: DoodLine) => Number(line.number) || 1e9
const started = (line: DoodLine) => line.startsOn ?? '9999-12-31'

const orders: Record<DoodOrder, (a: DoodLine, b: DoodLine) => number> = {
  number: (a, b) => numbered(a) - numbered(b) || byName(a, b),
  name: byName,
  start: (a, b) => started(a).localeCompare(started(b)) || numbered(a) - numbered(b) || byName(a, b),
  work: (a, b) => b.totals.work - a.totals.work || numbered(a) - numbered(b) || byName(a, b),
}
