import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type { StandingScene } from './comparison.rules.ts'
import * as store from './draft.store.ts'
import * as elements from './element.store.ts'
import type { Unreadable } from './formats/decode.ts'
import { readScript } from './formats/readScript.ts'
import { ScriptUnreadable } from './import.contract.ts'
import { measure } from './layout.rules.ts'
import type { SceneId, ScriptDraftId } from './scene.contract.ts'
import * as scenes from './scene.store.ts'
import { isOmitted } from './screenplay.rules.ts'
import type { Screenplay } from './screenplay.rules.ts'

/** What keeps a script from being read, as a refusal with the way out. */
export const unreadableScript = ({ code, message, remedy, line }: Unreadable) =>
  new Problem(ScriptUnreadable, { code, remedy, ...(line === undefined ? {} : { line }) }, `${message} ${remedy}`)

export interface Understood {
  readonly draft: store.SourceRow
  readonly script: Screenplay
  readonly measured: ReturnType<typeof measure>
  readonly standing: readonly StandingScene[]
}

/** Reads a staged or committed draft again with everything people said about it. @throws NotFound */
export async function understand(db: Db, scope: ProductionScope, id: ScriptDraftId): Promise<Understood> {
  const draft = await store.source(db, scope, id)
  if (!draft) throw new Problem(NotFound, {}, 'There is no such draft. It may have been given up.')
  const read = readScript(draft.source, new Map(draft.retags.map(({ line, kind }) => [line, kind])))
  if (!read.ok) throw unreadableScript(read.problem)
  const { linesPerPage, eighthsRounding } = await productions.get(db, scope)
  const measured = measure(read.value.elements, { linesPerPage, rounding: eighthsRounding })
  return { draft, script: read.value, measured, standing: await standingScenes(db, scope, draft.number) }
}

/** The script as the draft before left it, with each scene's sheet. */
async function standingScenes(db: Db, scope: ProductionScope, number: number | null): Promise<StandingScene[]> {
  const last = number === null ? await store.latest(db, scope) : await store.before(db, scope, number)
  if (!last) return []
  const texts = new Map((await store.texts(db, last.id)).map((text) => [text.sceneId, text]))
  const sheets = await sheetNames(db, scope)
  const rows = await scenes.ofScript(db, scope, last.scriptId!)
  const all = rows.map((row) => ({ row, text: texts.get(row.id) }))
  if (number === null)
    return all.map(({ row, text }) => ({
      id: row.id,
      number: row.number,
      heading: row.heading,
      eighths: row.measuredEighths,
      omitted: row.omitted,
      elements: text?.elements ?? [],
      sheet: sheets.get(row.id) ?? [],
    }))
  return all.flatMap(({ row, text }) => (text ? [asItStood(text, sheets.get(row.id) ?? [])] : []))
}

/** A scene as an earlier draft had it, whatever became of it since. */
function asItStood(
  { sceneId, number, eighths, elements: own }: store.SceneText,
  sheet: StandingScene['sheet'],
): StandingScene {
  const heading = own.find(({ kind }) => kind === 'heading')?.text ?? ''
  return { id: sceneId, number, heading, eighths, omitted: isOmitted(heading), elements: own, sheet }
}

async function sheetNames(db: Db, scope: ProductionScope): Promise<Map<SceneId, StandingScene['sheet'][number][]>> {
  const names = new Map(
    (await elements.all(db, scope)).map(({ id, name, aliases, category }) => [
      id,
      { name, names: [name, ...aliases], isCast: category === 'cast' },
    ]),
  )
  const sheets = new Map<SceneId, StandingScene['sheet'][number][]>()
  for (const { sceneId, elementId } of await elements.sheetRows(db, scope)) {
    const one = names.get(elementId)
    if (one) sheets.set(sceneId, [...(sheets.get(sceneId) ?? []), one])
  }
  return sheets
}
