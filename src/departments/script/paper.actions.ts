import { formatPages } from '../../kernel/eighths.ts'
import { durationText } from '../../kernel/time.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import * as productions from '../productions/index.ts'
import { rowAsides } from './breakdown.rules.ts'
import type { Element, SheetRow } from './element.contract.ts'
import * as elements from './element.store.ts'
import * as faces from './index.ts'
import type { ElementId, Scene } from './scene.contract.ts'

const sideText = { int: 'INT', ext: 'EXT', int_ext: 'INT/EXT' } as const
const bucketText = { day: 'Day', night: 'Night', dawn_dusk: 'Dawn or dusk' } as const
const stateText = { todo: 'To do', part: 'In part', done: 'Done' } as const

/** Facts of `templates/breakdown-sheets.typ`, one sheet a scene. */
async function sheetsOnPaper(app: App, scope: ProductionScope, sceneIds: readonly string[]) {
  const production = await productions.get(app.db, scope)
  const scenes = await faces.scenes(app.db, scope)
  const byId = new Map((await elements.all(app.db, scope)).map((element) => [element.id, element]))
  const rows = Map.groupBy(await elements.sheetRows(app.db, scope), ({ sceneId }) => sceneId)
  const categories = await faces.categories(app.db)
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
        const own = (rows.get(scene.id) ?? []).filter(({ elementId }) => byId.get(elementId)?.category === code)
        return own.length === 0 ? [] : [{ name, rows: own.map((row) => rowFacts(row, byId)) }]
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
  minutes: scene.minutes === null ? '' : durationText(scene.minutes),
  synopsis: scene.synopsis,
  note: scene.note,
  state: stateText[scene.breakdownState],
})

function rowFacts(row: SheetRow, byId: ReadonlyMap<ElementId, Element>) {
  const element = byId.get(row.elementId)!
  const { name, boardId } = element
  return {
    name: boardId === null ? name : `${boardId}  ${name}`,
    quantity: row.quantity > 1 ? `× ${row.quantity}` : '',
    note: rowAsides(row, element, row.via === null ? undefined : byId.get(row.via)?.name).join('; '),
  }
}

export async function printedSheets(
  app: App,
  scope: ProductionScope,
  { sceneIds, paper }: { sceneIds: readonly string[]; paper: 'a4' | 'letter' | undefined },
): Promise<Buffer> {
  const facts = await sheetsOnPaper(app, scope, sceneIds)
  return (await letterhead(app)).render('breakdown-sheets', { ...facts, paper: paper ?? facts.paper })
}
