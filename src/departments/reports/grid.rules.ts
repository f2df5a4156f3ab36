import type { DoodTable, Report, ReportCell, ReportColumn, ReportTable } from './report.contract.ts'

/** The report as rows for a spreadsheet: nothing is only in the layout, so every row carries its section's cells. */
interface ReportGrid {
  name: string
  columns: { title: string; holds: 'text' | 'number' | 'day' }[]
  rows: ReportCell[][]
}

export const gridOf = ({ title, content }: Report): ReportGrid =>
  content.kind === 'dood' ? doodGrid(title, content) : tableGrid(title, content)

function tableGrid(title: string, table: ReportTable): ReportGrid {
  const withDetails = table.detailsTitle !== ''
  return {
    name: title,
    columns: [
      ...[...table.sectionColumns, ...table.columns].map(gridColumn),
      ...(withDetails ? [{ title: table.detailsTitle, holds: 'text' as const }] : []),
    ],
    rows: table.sections.flatMap((section) =>
      section.rows.map((row) => [
        ...section.cells,
        ...row.cells,
        ...(withDetails ? [row.details.map(({ label, text }) => `${label}: ${text}`).join('\n')] : []),
      ]),
    ),
  }
}

/** `2 3/8` would be read as a date or a fraction; eighths are counted instead, and can be added up. */
const gridColumn = ({ title, holds }: ReportColumn) =>
  holds === 'eighths' ? { title: `${title} (eighths)`, holds: 'number' as const } : { title, holds }

function doodGrid(title: string, table: DoodTable): ReportGrid {
  const text = (of: string) => ({ title: of, holds: 'text' as const })
  const number = (of: string) => ({ title: of, holds: 'number' as const })
  const day = (of: string) => ({ title: of, holds: 'day' as const })
  return {
    name: title,
    columns: [
      ...['No.', 'Name', 'Played by'].map(text),
      ...table.columns.map(({ date, dayNumber }) => text(dayNumber === null ? date : `${dayNumber}: ${date}`)),
      ...['Work', 'Hold', 'Travel', 'Rehearsal', 'Fitting', 'Paid days'].map(number),
      ...['Start', 'Finish'].map(day),
    ],
    rows: [
      ...table.lines.map((line) => [
        line.number,
        line.name,
        line.playedBy,
        ...table.columns.map(({ date }) => line.cells[date]?.code ?? ''),
        ...totalsOf(line.totals),
        line.startsOn,
        line.finishesOn,
      ]),
      ...(table.lines.length === 0 ? [] : [['', 'Working', '', ...table.columns.map(({ working }) => working)]]),
    ],
  }
}

const totalsOf = ({ work, hold, travel, rehearsal, fitting, paid }: DoodTable['lines'][number]['totals']) => [
  work,
  hold,
  travel,
  rehearsal,
  fitting,
  paid,
]
