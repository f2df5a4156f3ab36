import { z } from 'zod'
import { ProductionId } from '../../kernel/ids.ts'
import { NotFound } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'

/** Each report has one address, which takes its filters and never changes. */
export const ReportName = z.enum([
  'one-liner',
  'shooting-schedule',
  'day-out-of-days',
  'cast-list',
  'element-list',
  'crew-list',
])
export type ReportName = z.infer<typeof ReportName>

export const PaperSize = z.enum(['a4', 'letter'])
export type PaperSize = z.infer<typeof PaperSize>

export const ReportFormat = z.enum(['pdf', 'csv', 'xlsx'])
export type ReportFormat = z.infer<typeof ReportFormat>

export const DoodOrder = z.enum(['number', 'name', 'start', 'work'])
export type DoodOrder = z.infer<typeof DoodOrder>

/** Absent means all; of boards it means the active one. */
export const ReportFilters = z.object({
  board: z.uuid().optional(),
  category: z.string().min(1).max(60).optional(),
  department: z.string().min(1).max(120).optional(),
  unit: z.string().min(1).max(60).optional(),
  from: PlainDay.optional(),
  until: PlainDay.optional(),
  sort: DoodOrder.optional(),
  /** Show idle days in a day out of days. */
  idle: z.enum(['yes', 'no']).optional(),
})
export type ReportFilters = z.infer<typeof ReportFilters>

/** `eighths` cells hold a count of eighths; `day` cells a date. Screen and paper write them out, a spreadsheet keeps them. */
export const ReportColumn = z.object({
  title: z.string(),
  holds: z.enum(['text', 'number', 'day', 'eighths']),
  align: z.enum(['left', 'right', 'center']),
  /** Millimetres on paper; 0 takes what is left. */
  width: z.number(),
  isStrong: z.boolean(),
})
export type ReportColumn = z.infer<typeof ReportColumn>

export const ReportCell = z.union([z.string(), z.number(), z.null()])
export type ReportCell = z.infer<typeof ReportCell>

/** How a row is drawn: a strip of the board by its colour, a banner across the page, or plainly. */
const RowTone = z.enum(['plain', 'banner', 'int_day', 'ext_day', 'int_night', 'ext_night', 'dawn_dusk', 'omitted'])
type RowTone = z.infer<typeof RowTone>

export const ReportRow = z.object({
  cells: z.array(ReportCell),
  tone: RowTone,
  /** Lines under the row, each with its label: everything a scene needs, by category. */
  details: z.array(z.object({ label: z.string(), text: z.string() })),
  /** Where the app shows what the row is about. */
  href: z.string().nullable(),
})
export type ReportRow = z.infer<typeof ReportRow>

export const ReportSection = z.object({
  title: z.string(),
  aside: z.string(),
  /** What a spreadsheet repeats on each row of the section, in the order of `sectionColumns`. */
  cells: z.array(ReportCell),
  rows: z.array(ReportRow),
  footer: z.string(),
  /** A shooting day, which says so when nothing lies on it; any other section without rows is only its heading. */
  isShoot: z.boolean(),
})
export type ReportSection = z.infer<typeof ReportSection>

export const ReportTable = z.object({
  kind: z.literal('table'),
  isLandscape: z.boolean(),
  sectionColumns: z.array(ReportColumn),
  columns: z.array(ReportColumn),
  /** Heading of the details in a spreadsheet; empty when rows have none. */
  detailsTitle: z.string(),
  sections: z.array(ReportSection),
})
export type ReportTable = z.infer<typeof ReportTable>

const DoodColumn = z.object({
  date: PlainDay,
  kind: z.enum(['shoot', 'off', 'holiday', 'travel', 'other']),
  dayNumber: z.number().int().nullable(),
  weekday: z.number().int(),
  working: z.number().int(),
  /** Dates left out before this one, because nothing happens on them. */
  skippedDays: z.number().int(),
})

export const DoodLine = z.object({
  key: z.string(),
  number: z.string(),
  name: z.string(),
  playedBy: z.string(),
  /** By date; a blank day has no entry. `also` names what else happens that day. */
  cells: z.record(z.string(), z.object({ code: z.string(), meaning: z.string(), also: z.array(z.string()) })),
  totals: z.object({
    work: z.number().int(),
    hold: z.number().int(),
    travel: z.number().int(),
    rehearsal: z.number().int(),
    fitting: z.number().int(),
    paid: z.number().int(),
  }),
  startsOn: PlainDay.nullable(),
  finishesOn: PlainDay.nullable(),
})
export type DoodLine = z.infer<typeof DoodLine>

export const DoodTable = z.object({
  kind: z.literal('dood'),
  /** What the lines are: *Cast*, *Vehicles*. */
  category: z.string(),
  columns: z.array(DoodColumn),
  lines: z.array(DoodLine),
  /** The codes that occur, with their meaning. */
  legend: z.array(z.object({ code: z.string(), meaning: z.string() })),
})
export type DoodTable = z.infer<typeof DoodTable>

const Choice = z.object({ value: z.string(), label: z.string() })

export const Report = z.object({
  name: ReportName,
  title: z.string(),
  production: z.object({ code: z.string(), title: z.string() }),
  paperSize: PaperSize,
  /** What it is computed from: *Board Main, 12 days*. */
  source: z.string(),
  /** The revision it shows, boxed on paper, or nothing where there are no revisions; the colour only repeats the words. */
  mark: z.object({ text: z.string(), hex: z.string().nullable() }),
  content: z.discriminatedUnion('kind', [ReportTable, DoodTable]),
  /** What the filters can be set to. */
  choices: z.object({
    board: z.array(Choice),
    category: z.array(Choice),
    department: z.array(Choice),
    unit: z.array(Choice),
  }),
  /** What would have to be there first, when there is nothing to show. */
  empty: z.string().nullable(),
})
export type Report = z.infer<typeof Report>

const params = z.object({ productionId: ProductionId, report: ReportName })
const reads = { ability: 'reports.read', on: 'production' } as const
const path = '/v1/productions/{productionId}/reports/{report}'

export const readReport = route({
  method: 'GET',
  path,
  summary: 'A report as the page shows it',
  access: reads,
  params,
  query: ReportFilters,
  response: Report,
  problems: [NotFound],
})

export const printReport = rawRoute({
  method: 'GET',
  path: `${path}/{format}`,
  summary: 'The same report as PDF (A4 or US Letter), CSV or XLSX',
  access: reads,
  params: params.extend({ format: ReportFormat }),
  query: ReportFilters.extend({ paper: PaperSize.optional() }),
  produces: 'application/pdf, text/csv or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
