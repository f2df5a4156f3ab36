import { addressOf } from '../../../client/call.ts'
import { hrefOf } from '../../../ui/navigation.ts'
import {
  printReport,
  type PaperSize,
  type ReportFilters,
  type ReportFormat,
  type ReportName,
} from '../report.contract.ts'

/** Where a report is shown in the app. */
export const reportHref = (productionId: string, report: ReportName): string =>
  hrefOf('/productions/$productionId/reports/$report', { productionId, report })

/** Where a report's file is: the same filters as the page, so what is printed is what is shown. */
export const fileHref = (
  where: { productionId: string; report: ReportName },
  format: ReportFormat,
  query: ReportFilters & { paper?: PaperSize } = {},
): string => addressOf(printReport, { params: { ...where, format }, query })

/** The day on the board. */
export const dayHref = (productionId: string, date: string): string =>
  `${hrefOf('/productions/$productionId/schedule', { productionId })}?day=${date}`
