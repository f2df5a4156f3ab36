import { isMainUnit } from '../../kernel/units.ts'
import { formatPages } from '../../kernel/eighths.ts'
import { dayText } from '../../kernel/time.ts'
import { plural } from '../../kernel/words.ts'
import type { BoardReportFacts, DayFacts, StripFacts } from './board.facts.ts'
import { day, eighths, number, strong, text } from './columns.rules.ts'
import type { ReportCell, ReportRow, ReportSection, ReportTable } from './report.contract.ts'

/** One line per strip under its day: what is shot, where, with whom. */
export function oneLiner(facts: BoardReportFacts): ReportTable {
  const shown = shownOf(facts.fields)
  return {
    kind: 'table',
    isLandscape: false,
    sectionColumns,
    columns: columnsOf(shown),
    detailsTitle: '',
    sections: facts.days.map((it) => sectionOf(it, (strip) => stripRow(strip, shown))),
  }
}

/** The one-liner with everything each scene needs, by category. */
export function shootingSchedule(facts: BoardReportFacts): ReportTable {
  const shown = shownOf(facts.fields)
  const detailsOf = needsByScene(facts)
  return {
    kind: 'table',
    isLandscape: false,
    sectionColumns,
    columns: columnsOf(shown),
    detailsTitle: 'Needs',
    sections: facts.days.map((it) =>
      sectionOf(it, (strip) => ({
        ...stripRow(strip, shown),
        details: strip.sceneId === null ? [] : (detailsOf.get(strip.sceneId) ?? []),
      })),
    ),
  }
}

const sectionColumns = [number('Day'), day('Date'), text('Unit')]

/** A field of a strip as a column of paper and spreadsheet; the synopsis stands with its set. */
const columnFor = {
  number: strong('Scene', 14),
  intExt: text('I/E', 12),
  set: text('Set'),
  light: text('D/N', 21),
  scriptDay: text('Script day', 14),
  cast: text('Cast', 21),
  pages: eighths('Pages', 11),
  location: text('Location', 30),
} as const

type Shown = (keyof typeof columnFor)[]

/**
 * What the board shows, in its order. Paper says when a strip begins instead of how long it takes, and every set and
 * length: a day is read from them.
 */
function shownOf(fields: BoardReportFacts['fields']): { columns: Shown; withSynopsis: boolean } {
  const columns = fields.filter((field): field is Shown[number] => Object.hasOwn(columnFor, field))
  return {
    columns: columns.includes('pages') ? columns : [...columns, 'pages'],
    withSynopsis: fields.includes('synopsis'),
  }
}

const columnsOf = ({ columns, withSynopsis }: ReturnType<typeof shownOf>) => [
  text('Time', 10),
  ...columns.map((field) => (field === 'set' && withSynopsis ? text('Set and synopsis') : columnFor[field])),
]

function sectionOf(facts: DayFacts, rowOf: (strip: StripFacts) => ReportRow): ReportSection {
  return {
    title: dayTitle(facts),
    aside: dayAside(facts),
    cells: [facts.number, facts.onDate, facts.unit],
    rows: facts.strips.map(rowOf),
    footer: facts.isShoot && facts.strips.length > 0 ? dayFooter(facts) : '',
    isShoot: facts.isShoot,
  }
}

/** `Day 2 of 3, Wed 13 May 2026`; a day nobody shoots says what it is instead. */
function dayTitle({ number: at, of, onDate, typeText, unit }: DayFacts): string {
  const lead = at === null ? typeText : `Day ${at} of ${of}`
  const second = isMainUnit(unit) || unit === '' ? '' : `, ${unit}`
  return `${lead}, ${dayText(onDate, { year: true })}${second}`
}

function dayAside({ isShoot, call, eighths: length, castCount, note, typeText, number: at }: DayFacts): string {
  const parts = [
    isShoot && at !== null && typeText !== 'Shoot' ? typeText : '',
    isShoot && call !== null ? `Call ${call}` : '',
    isShoot && length > 0 ? formatPages(length) : '',
    isShoot && castCount > 0 ? `${castCount} cast` : '',
    note,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function dayFooter({ number: at, sceneCount, eighths: length, wrap }: DayFacts): string {
  const end = at === null ? 'End of day' : `End of day ${at}`
  const estimate = wrap === null ? '' : `, estimated wrap ${wrap}`
  return `${end}: ${plural(sceneCount, 'scene')}, ${formatPages(length)}${estimate}`
}

function stripRow(strip: StripFacts, { columns, withSynopsis }: ReturnType<typeof shownOf>): ReportRow {
  const cellsOf = strip.kind === 'banner' ? bannerCells : sceneCells
  const cells: Record<Shown[number], ReportCell> = cellsOf(strip, withSynopsis)
  return {
    cells: [strip.start, ...columns.map((field) => cells[field])],
    tone: strip.kind === 'banner' ? 'banner' : strip.tone,
    details: [],
    href: null,
  }
}

const bannerCells = (strip: StripFacts) => ({
  number: '',
  intExt: '',
  light: '',
  scriptDay: '',
  cast: '',
  pages: null,
  set: bannerText(strip),
  location: strip.place,
})

function sceneCells(strip: StripFacts, withSynopsis: boolean) {
  const isOmitted = strip.tone === 'omitted'
  const set = [strip.setName, withSynopsis ? strip.synopsis : ''].filter(Boolean).join('\n')
  return {
    number: strip.number,
    intExt: strip.intExt,
    set: isOmitted ? 'OMITTED' : set,
    light: isOmitted ? '' : strip.timeOfDay,
    scriptDay: strip.scriptDay,
    cast: strip.cast.join(', '),
    pages: isOmitted ? null : strip.eighths,
    location: strip.place,
  }
}

const bannerText = ({ title, minutes }: StripFacts): string =>
  minutes === null || minutes === 0 ? title : `${title} (${minutes} min)`

/** Elements of each scene as lines: `Props: lamp, rope (2)`. The cast stands in its own column, with names here. */
function needsByScene(facts: BoardReportFacts): Map<string, { label: string; text: string }[]> {
  const elements = new Map(facts.elements.map((element) => [element.id, element]))
  const lines = new Map<string, { label: string; text: string }[]>()
  for (const [sceneId, needs] of Map.groupBy(facts.needs, (need) => need.sceneId)) {
    const inScene = needs.flatMap((need) => {
      const element = elements.get(need.elementId)
      return element ? [{ need, element }] : []
    })
    lines.set(
      sceneId,
      facts.categories.flatMap(({ key, label }) => {
        const here = inScene.filter(({ element }) => element.category === key)
        if (here.length === 0) return []
        return [{ label, text: here.map(({ need, element }) => needText(element, need)).join(', ') }]
      }),
    )
  }
  return lines
}

function needText(element: { name: string; number: string }, need: { quantity: number; note: string }): string {
  const lead = element.number === '' ? element.name : `${element.number} ${element.name}`
  const count = need.quantity > 1 ? ` (${need.quantity})` : ''
  return `${lead}${count}${need.note === '' ? '' : `: ${need.note}`}`
}
