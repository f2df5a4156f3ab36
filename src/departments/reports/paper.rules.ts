import { formatEighths } from '../../kernel/eighths.ts'
import { dayText, weekdays } from '../../kernel/time.ts'
import type { PaperSize, Report, ReportCell, ReportColumn, ReportTable } from './report.contract.ts'

/** What the templates `report.typ` and `dood.typ` print: every cell in words already. */
interface ReportPaper {
  template: 'report' | 'dood'
  facts: Record<string, unknown>
}

interface PrintedBy {
  paper: PaperSize
  /** `Mon 4 May 2026, 10:00 BST`. */
  printedAt: string
  office: string
}

/** A cell as a person reads it; screen and paper write it alike. */
export function cellText(column: ReportColumn | undefined, cell: ReportCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return column?.holds === 'eighths' ? formatEighths(cell) : String(cell)
  return column?.holds === 'day' ? dayText(cell as never) : cell
}

export function paperOf(report: Report, by: PrintedBy): ReportPaper {
  const shared = {
    paper: by.paper,
    lang: 'en',
    title: report.title,
    sub: `${report.production.code} · ${by.office}`,
    mark: report.mark.text || null,
    fill: report.mark.hex,
    rightTitle: report.production.title,
    rightSub: report.source,
    footLeft: `Printed ${by.printedAt}`,
    footMiddle: '',
    empty: report.empty,
    words: { nothing: 'Nothing scheduled', also: 'also travels, rehearses or is fitted that day' },
  }
  const { content } = report
  if (content.kind === 'dood') return { template: 'dood', facts: { ...shared, ...doodFacts(content, by.paper) } }
  const kept = printedColumns(content)
  return {
    template: 'report',
    facts: {
      ...shared,
      landscape: content.isLandscape,
      columns: withOneThatYields(kept.flatMap((at) => content.columns[at] ?? [])),
      sections: content.sections.map((section) => ({
        title: section.title,
        aside: section.aside,
        footer: section.footer,
        isShoot: section.isShoot,
        rows: section.rows.map((row) => ({
          cells: kept.map((at) => cellText(content.columns[at], row.cells[at] ?? null)),
          tone: row.tone,
          details: row.details,
        })),
      })),
    },
  }
}

/** A list prints no column nobody wrote anything in; a schedule keeps its places. @returns where they stand */
function printedColumns({ columns, sections }: ReportTable): number[] {
  const isSchedule = sections.some(({ isShoot }) => isShoot)
  const isWritten = (at: number) =>
    sections.some(({ rows }) => rows.some(({ cells }) => cellText(columns[at], cells[at] ?? null) !== ''))
  return columns.flatMap(({ holds }, at) => (isSchedule || holds !== 'text' || isWritten(at) ? [at] : []))
}

/** One column takes what the others leave, so that the rules reach both margins. */
function withOneThatYields(columns: readonly ReportColumn[]) {
  const hasOne = columns.some(({ width }) => width === 0)
  const widest = columns.reduce((most, { width }) => Math.max(most, width), 0)
  const at = columns.findIndex(({ width }) => width === widest)
  return columns.map(({ title, align, width, isStrong }, column) => ({
    title,
    align,
    strong: isStrong,
    width: !hasOne && column === at ? 0 : width,
  }))
}

type Dood = Extract<Report['content'], { kind: 'dood' }>

/** Date columns that fit beside the names and the totals on one sheet lying on its side. */
const columnsPerSheet: Record<PaperSize, number> = { a4: 31, letter: 28 }

function doodFacts(table: Dood, paper: PaperSize) {
  const size = columnsPerSheet[paper]
  const sheets: Dood['columns'][] = []
  for (let at = 0; at < table.columns.length; at += size) sheets.push(table.columns.slice(at, at + size))
  return {
    category: table.category,
    legend: table.legend,
    sheets: sheets.map((columns, at) => ({
      isLast: at === sheets.length - 1,
      dates: columns.map(({ date, dayNumber, weekday, kind, working, skippedDays }) => ({
        day: String(Number(date.slice(8))),
        month: dayText(date).split(' ').at(-1) ?? '',
        weekday: weekdays[weekday - 1]?.slice(0, 2) ?? '',
        number: dayNumber === null ? '' : String(dayNumber),
        kind,
        working: working === 0 ? '' : String(working),
        skipped: skippedDays > 0,
      })),
      lines: table.lines.map((line) => ({
        number: line.number,
        name: line.name,
        playedBy: line.playedBy,
        cells: columns.map(({ date }) => {
          const cell = line.cells[date]
          return { code: cell?.code ?? '', also: (cell?.also.length ?? 0) > 0 }
        }),
        totals: [line.totals.work, line.totals.hold, line.totals.travel, line.totals.rehearsal, line.totals.paid].map(
          (total) => (total === 0 ? '' : String(total)),
        ),
        start: line.startsOn === null ? '' : dayText(line.startsOn).slice(4),
        finish: line.finishesOn === null ? '' : dayText(line.finishesOn).slice(4),
      })),
    })),
  }
}
