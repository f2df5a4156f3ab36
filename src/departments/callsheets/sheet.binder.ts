import { dayText } from '../../kernel/time.ts'
import type { BinderPart } from '../../platform/binder.ts'
import { paper } from './paper.actions.ts'
import * as store from './sheet.store.ts'
import { list } from './sheetList.actions.ts'
import { unitKey } from './sheetUnits.rules.ts'

/** Every call sheet that went out, each issue as it was; shooting days without one are missing. */
export const sheetBinder: BinderPart = {
  section: 'Call sheets',
  sort: 30,
  gather: async (app, scope) => {
    if (!scope.can('callsheets.read')) return { papers: [], tables: [], missing: [] }
    const issues = (await store.issues(app.db, scope)).filter(({ preliminary }) => !preliminary)
    const { items, open } = await list(app.db, scope)
    const issued = new Set(issues.map(({ callSheetId }) => callSheetId as string))
    const papers = issues.map(({ id: issueId, callSheetId, onDate, number, word, ...issue }) => {
      const unit = unitKey(issue.unit) === 'main' ? '' : ` ${issue.unit}`
      return {
        folder: [],
        fileName: `${onDate}${unit} Call sheet ${String(number).padStart(2, '0')} ${word}.pdf`,
        title: `${dayText(onDate, { year: true })}${unit} Call sheet ${word}`,
        kind: 'pdf' as const,
        bytes: async () => (await paper(app, scope, { id: callSheetId, issueId })).bytes,
      }
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
