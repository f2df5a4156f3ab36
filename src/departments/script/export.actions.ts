import { NotFound, Problem } from '../../kernel/problems.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import { compareScenes } from './comparison.rules.ts'
import { differenceOf } from './difference.rules.ts'
import * as store from './draft.store.ts'
import { writeFdx } from './formats/fdxWriter.ts'
import { writeFountain } from './formats/fountainWriter.ts'
import type { SceneComparison } from './import.contract.ts'
import { wholeDraft } from './screenplay.actions.ts'
import { understand } from './understanding.actions.ts'
import type { ScriptDraftId } from './scene.contract.ts'

interface ExportedScript {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/** A committed draft as it was read, with the scene numbers it has been given since. @throws NotFound */
export async function exported(
  db: Db,
  scope: ProductionScope,
  id: ScriptDraftId,
  format: 'fountain' | 'fdx',
): Promise<ExportedScript> {
  const { draft, elements } = await wholeDraft(db, scope, id)
  const { code } = await productions.get(db, scope)
  const script = { titlePage: draft.titlePage, elements, extras: draft.extras }
  const fileName = `${code} ${draft.number} ${draft.name}.${format}`.replace(/[^\p{L}\p{N} ._-]/gu, '')
  return format === 'fdx'
    ? { fileName, mediaType: 'application/xml; charset=utf-8', text: writeFdx(script) }
    : { fileName, mediaType: 'text/plain; charset=utf-8', text: writeFountain(script) }
}

/** A draft beside the one before it. */
export async function changesOf(db: Db, scope: ProductionScope, id: ScriptDraftId) {
  const { draft, measured, standing } = await understand(db, scope, id)
  const before = draft.number === null ? await store.latest(db, scope) : await store.before(db, scope, draft.number)
  const scenes = compareScenes(standing, measured.scenes, await correctionsOf(db, draft))
  const known = draft.committedAt === null ? scenes : scenes.map(asCommitted)
  return { before: before?.name ?? null, after: draft.name, scenes: known }
}

/** What is committed is no longer a proposal. */
const asCommitted = (scene: SceneComparison): SceneComparison => ({
  ...scene,
  confidence: null,
  reason: 'as committed',
})

/** Of a committed draft the matches are known: its scenes carry their ids. */
async function correctionsOf(db: Db, draft: store.SourceRow) {
  if (draft.committedAt === null) return draft.matches
  const texts = await store.texts(db, draft.id)
  return texts.map(({ sceneId, position }) => ({ index: position, sceneId }))
}

export async function sceneChanges(db: Db, scope: ProductionScope, id: ScriptDraftId, index: number) {
  const { draft, measured, standing } = await understand(db, scope, id)
  const scene = measured.scenes[index]
  if (!scene) throw new Problem(NotFound, {}, 'The draft has no such scene.')
  const scenes = compareScenes(standing, measured.scenes, await correctionsOf(db, draft))
  const comparison = scenes.find((one) => one.index === index)
  const old = standing.find(({ id: sceneId }) => sceneId === comparison?.sceneId)
  return { lines: differenceOf(old?.elements ?? [], scene.elements) }
}
