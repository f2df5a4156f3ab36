import { capitalised } from '../../kernel/words.ts'
import { dayAt } from '../../kernel/time.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import { momentIn } from '../../kernel/locale.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import { writeCsv, writeXlsx } from '../../platform/spreadsheet/index.ts'
import * as office from '../office/index.ts'
import * as productions from '../productions/index.ts'
import { gridOf } from './grid.rules.ts'
import { paperOf } from './paper.rules.ts'
import { read } from './report.actions.ts'
import type { PaperSize, Report, ReportFilters, ReportFormat, ReportName } from './report.contract.ts'

interface PrintAsked {
  scope: ProductionScope
  report: ReportName
  format: ReportFormat
  filters: ReportFilters
  paper: PaperSize | undefined
}

interface Printed {
  bytes: Uint8Array
  contentType: string
  fileName: string
}

/** The bytes of a report, from the same computation as the page. */
export async function print(app: App, { scope, report: name, format, filters, paper }: PrintAsked): Promise<Printed> {
  const report = await read(app.db, { scope, report: name, filters })
  const { timeZone } = await productions.get(app.db, scope)
  const today = dayAt(app.clock.now(), timeZone)
  const fileName = fileNameOf(report, today, format)
  if (format === 'csv')
    return { bytes: Buffer.from(writeCsv(gridOf(report))), contentType: 'text/csv; charset=utf-8', fileName }
  if (format === 'xlsx') return { bytes: await writeXlsx(gridOf(report)), contentType: spreadsheet, fileName }
  return {
    bytes: await pdf(app, report, paper ?? report.paperSize, timeZone),
    contentType: 'application/pdf',
    fileName,
  }
}

/** `HLT_ShootingSchedule_20260504_v2-BLUE.pdf`: sorts by production and report, and says which revision it is. */
function fileNameOf({ production, title, mark }: Report, today: PlainDay, format: ReportFormat): string {
  const words = title.split(/[^A-Za-z]+/).map(capitalised)
  const parts = [production.code, words.join(''), today.replaceAll('-', ''), mark.text.replaceAll(' ', '-')]
  return `${parts.filter((part) => part !== '').join('_')}.${format}`
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function pdf(app: App, report: Report, paper: PaperSize, timeZone: ZoneName): Promise<Buffer> {
  const now = app.clock.now()
  const { name: officeName } = await office.officeSettings(app.db)
  const printed = paperOf(report, {
    paper,
    printedAt: momentIn('en', now, timeZone, { year: true }),
    office: officeName,
  })
  return (await letterhead(app)).render(printed.template, printed.facts, { createdAt: now })
}
