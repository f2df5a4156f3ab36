import { formatPages } from '../../kernel/eighths.ts'
import type { BinderPart } from '../../platform/binder.ts'
import { printedSheets } from './paper.actions.ts'
import * as faces from './index.ts'

/** The breakdown as sheets and as a table of scenes. The script itself stands among the documents, by its class. */
export const scriptBinder: BinderPart = {
  section: 'Breakdown',
  sort: 10,
  gather: async (app, scope) => {
    if (!scope.can('script.read')) return { papers: [], tables: [], missing: [] }
    const scenes = await faces.scenes(app.db, scope)
    if (scenes.length === 0) return { papers: [], tables: [], missing: ['No script or shot list yet'] }
    return {
      papers: [
        {
          folder: [],
          fileName: 'Breakdown sheets.pdf',
          title: 'Breakdown sheets',
          kind: 'pdf',
          bytes: () => printedSheets(app, scope, { sceneIds: [], paper: undefined }),
        },
      ],
      tables: [
        {
          title: 'Scenes',
          fileName: 'scenes.csv',
          columns: ['Scene', 'Heading', 'Pages', 'Synopsis'],
          rows: scenes.map((it) => [it.number, it.heading, formatPages(it.eighths), it.synopsis]),
        },
      ],
      missing: scenes
        .filter(({ omitted, breakdownState }) => !omitted && breakdownState === 'todo')
        .map(({ number, heading }) => `Scene ${number ?? heading} is not broken down`),
    }
  },
}
