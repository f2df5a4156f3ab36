import { formatPages } from '../../kernel/eighths.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import * as productions from '../productions/index.ts'
import * as elements from './element.store.ts'
import * as faces from './index.ts'
import type { Scene } from './scene.contract.ts'

const sideText = { int: 'INT', ext: 'EXT', int_ext: 'INT/EXT' } as const
const bucketText = { day: 'Day', night: 'Night', dawn_dusk: 'Dawn or dusk' } as const
const stateText = { todo: 'To do', part: 'In part', done: 'Done' } as const

/** Facts of `templates/breakdown-sheets.typ`, one sheet a scene. */
async function sheetsOnPaper(app: App, scope: ProductionScope, sceneIds: readonly string[]) {
  const [production, scenes, list, rows, categories] = [
    await productions.get(app.db, scope),
    await faces.scenes(app.db, scope),
    new Map((await elements.all(app.db, scope)).map((element) => [element.id, element])),
    Map.groupBy(await elements.sheetRows(app.db, scope), ({ sceneId }) => sceneId),
    await faces.categories(app.db),
  ]
  const wanted =
    sceneIds.length === 0 ? scenes.filter(({ omitted }) => !omitted) : scenes.filter(({ id }) => sceneIds.includes(id))
  const numberOf = new Map(scenes.map(({ id }, at) => [id, at + 1]))
  return {
    production: { title: production.title, code: production.code },
    paper: production.paperSize,
    sheets: wanted.map((scene) => ({
      ...sceneFacts(scene),
      sheet: numberOf.get(scene.id)!,
      categories: categories.flatMap(({ code, name }) => {
        const own = (rows.get(scene.id) ?? []).filter(({ elementId }) => list.get(elementId)?.category === code)
        return own.length === 0
          ? []
          : [
              {
                name,
                rows: own.map(({ elementId, quantity, note, via }) =>
                  rowFacts(list.get(elementId)!, quantity, note, via === null ? '' : (list.get(via)?.name ?? '')),
                ),
              },
            ]
      }),
    })),
  }
}

const sceneFacts = (scene: Scene) => ({
  number: scene.number ?? '',
  heading: scene.heading,
  side: scene.intExt === null ? '' : sideText[scene.intExt],
  light: scene.timeOfDay ?? (scene.bucket === null ? '' : bucketText[scene.bucket]),
  set: scene.setName,
  pages: formatPages(scene.eighths),
  page: scene.page ?? '',
  scriptDay: scene.scriptDay ?? '',
  unit: scene.unit ?? 'Main',
  minutes:
    scene.minutes === null ? '' : `${Math.floor(scene.minutes / 60)}:${String(scene.minutes % 60).padStart(2, '0')}`,
  synopsis: scene.synopsis,
  note: scene.note,
  state: stateText[scene.breakdownState],
})

const rowFacts = (
  { name, boardId, isMinor, age }: { name: string; boardId: string | null; isMinor: boolean; age: number | null },
  quantity: number,
  note: string,
  broughtBy: string,
) => ({
  name: boardId === null ? name : `${boardId}  ${name}`,
  quantity: quantity > 1 ? `× ${quantity}` : '',
  note: [
    ...(isMinor ? [age === null ? 'minor' : `minor, ${age}`] : []),
    ...(broughtBy === '' ? [] : [`with ${broughtBy}`]),
    ...(note === '' ? [] : [note]),
  ].join('; '),
})

export async function printedSheets(
  app: App,
  scope: ProductionScope,
  { sceneIds, paper }: { sceneIds: readonly string[]; paper: 'a4' | 'letter' | undefined },
): Promise<Buffer> {
  const facts = await sheetsOnPaper(app, scope, sceneIds)
  return (await letterhead(app)).render('breakdown-sheets', { ...facts, paper: paper ?? facts.paper })
}
