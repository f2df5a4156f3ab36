import { dayText } from '../../kernel/time.ts'
import type { BinderPart } from '../../platform/binder.ts'
import { paper } from './paper.actions.ts'
import * as store from './sheet.store.ts'
import { list } from './sheetList.actions.ts'

/** Every call sheet that went out, each issue as it was; shooting days without one are missing. */
export const sheetBinder: BinderPart = {
  section: 'Call sheets',
  sort: 30,
  gather: async (app, scope) => {
    if (!scope.can('callsheets.read')) return { papers: [], tables: [], missing: [] }
    const issues = (await store.issues(app.db, scope)).filter(({ preliminary }) => !preliminary)
    const sheets = new Map((await store.list(app.db, scope)).map((sheet) => [sheet.id as string, sheet]))
    const { items, open } = await list(app.db, scope)
    const issued = new Set(issues.map(({ callSheetId }) => callSheetId as string))
    const papers = issues.flatMap((issue) => {
      const sheet = sheets.get(issue.callSheetId)
      if (sheet === undefined) return []
      const unit = sheet.unit === 'Main unit' ? '' : ` ${sheet.unit}`
      const name = `${sheet.onDate}${unit} Call sheet ${issue.word}`
      return [
        {
          folder: [],
          fileName: `${sheet.onDate}${unit} Call sheet ${String(issue.number).padStart(2, '0')} ${issue.word}.pdf`,
          title: name.replace(sheet.onDate, dayText(sheet.onDate, { year: true })),
          kind: 'pdf' as const,
          bytes: async () => (await paper(app, scope, { id: sheet.id, issueId: issue.id })).bytes,
        },
      ]
    })
    return {
      papers,
      tables: [],
      missing: [
        ...open.map(({ dayLabel, onDate }) => `No call sheet for ${dayLabel}, ${dayText(onDate)}`),
        ...items
          .filter(({ id }) => !issued.has(id))
          .map(({ dayLabel, onDate }) => `The call sheet for ${dayLabel}, ${dayText(onDate)}, was never published`),
      ],
    }
  },
}
