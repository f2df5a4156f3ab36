import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { BinderPart } from '../../platform/binder.ts'
import * as schedule from '../schedule/index.ts'
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
  const grid = gridOf(await read(app.db, { scope, report, filters: {} }))
  if (grid.rows.length === 0) return undefined
  return { columns: grid.columns.map((column) => column.title), rows: grid.rows }
}

type Issue = Awaited<ReturnType<typeof schedule.issues>>[number]

/** The schedule as it stands, with what was published of it; a plan that went on since then is said. */
const schedulePart: BinderPart = {
  section: 'Schedule',
  sort: 20,
  gather: async (app, scope) => {
    const now = await part('Schedule', 20, [
      { report: 'one-liner', title: 'One-liner schedule' },
      { report: 'shooting-schedule', title: 'Shooting schedule' },
      { report: 'day-out-of-days', title: 'Day out of days' },
    ]).gather(app, scope)
    if (!scope.can('schedule.read')) return now
    const issues = await schedule.issues(app.db, scope)
    const last = issues[0]
    const gap =
      now.papers.length === 0 ? undefined : last === undefined ? notPublished : await changedSince(app, scope, last)
    return {
      papers: now.papers,
      tables: issues.length === 0 ? now.tables : [...now.tables, published(issues)],
      missing: gap === undefined ? now.missing : [...now.missing, gap],
    }
  },
}

const notPublished = 'The schedule was never published'

async function changedSince(app: App, scope: ProductionScope, { number, colour }: Issue) {
  const { mark } = await read(app.db, { scope, report: 'one-liner', filters: {} })
  return mark.text === 'DRAFT' ? `The schedule was changed after v${number} ${colour.name} was published` : undefined
}

const published = (issues: readonly Issue[]) => ({
  title: 'Published schedules',
  fileName: 'published-schedules.csv',
  columns: ['Number', 'Colour', 'Board', 'Published', 'By', 'SHA-256'],
  rows: issues.map((it) => [it.number, it.colour.name, it.boardName, it.issuedAt, it.issuedBy, it.sha256]),
})

export const reportBinders: readonly BinderPart[] = [
  schedulePart,
  part('Crew and cast', 40, [
    { report: 'crew-list', title: 'Crew list' },
    { report: 'cast-list', title: 'Cast list' },
  ]),
]
