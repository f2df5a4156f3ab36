import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { BinderPart } from '../../platform/binder.ts'
import { print } from './print.actions.ts'
import { read } from './report.actions.ts'
import { gridOf } from './grid.rules.ts'
import type { ReportName } from './report.contract.ts'

interface Kept {
  readonly report: ReportName
  readonly title: string
}

/** Reports as they stand: a PDF in the book, a table in the tree. One with no rows is missing. */
const part = (section: string, sort: number, kept: readonly Kept[]): BinderPart => ({
  section,
  sort,
  gather: async (app, scope) => {
    if (!scope.can('reports.read')) return { papers: [], tables: [], missing: [] }
    const found = await Promise.all(kept.map(async (it) => ({ ...it, content: await contentOf(app, scope, it) })))
    const there = found.flatMap((it) => (it.content === undefined ? [] : [{ ...it, content: it.content }]))
    return {
      papers: there.map(({ report, title }, at) => ({
        folder: [],
        fileName: `${at + 1} ${title}.pdf`,
        title,
        kind: 'pdf' as const,
        bytes: async () => (await print(app, { scope, report, format: 'pdf', filters: {}, paper: undefined })).bytes,
      })),
      tables: there.map(({ report, title, content }) => ({ title, fileName: `${report}.csv`, ...content })),
      missing: found.filter(({ content }) => content === undefined).map(({ title }) => `No ${title.toLowerCase()} yet`),
    }
  },
})

async function contentOf(app: App, scope: ProductionScope, { report }: Kept) {
  try {
    const grid = gridOf(await read(app.db, { scope, report, filters: {} }))
    if (grid.rows.length === 0) return undefined
    return { columns: grid.columns.map((column) => column.title), rows: grid.rows }
  } catch {
    // A report about a plan that is not there yet refuses to be read.
    return undefined
  }
}

export const reportBinders: readonly BinderPart[] = [
  part('Schedule', 20, [
    { report: 'one-liner', title: 'One-liner schedule' },
    { report: 'shooting-schedule', title: 'Shooting schedule' },
    { report: 'day-out-of-days', title: 'Day out of days' },
  ]),
  part('Crew and cast', 40, [
    { report: 'crew-list', title: 'Crew list' },
    { report: 'cast-list', title: 'Cast list' },
  ]),
]
