import type { ReportCell, ReportColumn, ReportRow } from './report.contract.ts'

/** Columns are said briefly: what they hold decides the side they stand on. */
export const text = (title: string, width = 0): ReportColumn => column(title, 'text', width)
export const strong = (title: string, width = 0): ReportColumn => ({ ...text(title, width), isStrong: true })
export const number = (title: string, width = 10): ReportColumn => column(title, 'number', width)
export const day = (title: string, width = 18): ReportColumn => column(title, 'day', width)
export const eighths = (title: string, width = 12): ReportColumn => column(title, 'eighths', width)

const column = (title: string, holds: ReportColumn['holds'], width: number): ReportColumn => ({
  title,
  holds,
  width,
  align: holds === 'number' || holds === 'eighths' ? 'right' : 'left',
  isStrong: false,
})

export const plainRow = (cells: ReportCell[], href: string | null = null): ReportRow => ({
  cells,
  tone: 'plain',
  details: [],
  href,
})
