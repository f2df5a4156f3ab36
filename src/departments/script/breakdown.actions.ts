import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { Accepted, Sheet } from './breakdown.contract.ts'
import * as dismissals from './dismissal.store.ts'
import * as drafts from './draft.store.ts'
import { create } from './element.actions.ts'
import type { SheetRow } from './element.contract.ts'
import * as elements from './element.store.ts'
import { proposalsFor } from './proposals.rules.ts'
import { get as getScene } from './scene.actions.ts'
import type { ElementId, Scene, SceneId } from './scene.contract.ts'
import { sceneName } from './scene.rules.ts'
import * as scenes from './scene.store.ts'

interface Call {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly sceneId: SceneId
}

/** @throws NotFound */
export async function sheetOf(db: Db, scope: ProductionScope, sceneId: SceneId): Promise<Sheet> {
  const scene = await getScene(db, scope, sceneId)
  const text = await drafts.textOf(db, scope, sceneId)
  const rows = await elements.sheetRows(db, scope)
  const known = await elements.all(db, scope)
  const all = await scenes.all(db, scope)
  const dismissed = await dismissals.of(db, sceneId)
  const own = rows.filter((row) => row.sceneId === sceneId)
  const numbers = new Map(all.map(({ id, number, heading }) => [id, number ?? heading]))
  const proposals = proposalsFor({
    elements: text?.elements ?? [],
    known,
    present: new Set(own.map(({ elementId }) => elementId)),
    scenesOfElement: new Map(
      known.map((one) => [one.id, one.scenes.filter((id) => id !== sceneId).map((id) => numbers.get(id) ?? '')]),
    ),
    sourceTags: text?.sourceTags ?? [],
    dismissed,
  })
  return {
    scene,
    sheetNumber: all.findIndex(({ id }) => id === sceneId) + 1,
    draft: text ? { name: text.draftName, hex: text.draftColour.hex } : null,
    page: [...(text?.elements ?? [])],
    rows: own,
    proposals,
    can: { edit: scope.can('breakdown.edit') },
  }
}

export async function put(
  app: App,
  { scope, actor, sceneId, elementId, body }: Call & { elementId: ElementId; body: { quantity: number; note: string } },
): Promise<SheetRow> {
  return app.transaction(async (tx) => {
    const { scene, element, before } = await onSheet(tx, scope, sceneId, elementId)
    await elements.putOnSheets(tx, [{ sceneId, elementId, ...body }])
    await scenes.setBegun(tx, scope, sceneId)
    await told(app, tx, { scope, actor, scene, verb: `put ${element.name} on the sheet`, before, after: body })
    return { sceneId, elementId, ...body, via: null }
  })
}

export async function takeOff(app: App, { scope, actor, sceneId, elementId }: Call & { elementId: ElementId }) {
  return app.transaction(async (tx) => {
    const { scene, element, before } = await onSheet(tx, scope, sceneId, elementId)
    await elements.takeOffSheet(tx, sceneId, elementId)
    await told(app, tx, { scope, actor, scene, verb: `took ${element.name} off the sheet`, before, after: {} })
    return { sceneId, elementId }
  })
}

/** The scene, the element, and what its sheet says of it. @throws NotFound */
async function onSheet(tx: Tx, scope: ProductionScope, sceneId: SceneId, elementId: ElementId) {
  const scene = await getScene(tx, scope, sceneId)
  const element = await elements.find(tx, scope, elementId)
  if (!element) throw new Problem(NotFound, {}, 'There is no such element. It may have been merged into another.')
  return { scene, element, before: (await elements.sheetRow(tx, sceneId, elementId)) ?? {} }
}

/** Puts proposals on the sheet; one whose element exists already under that name and category uses it. */
export async function accept(
  app: App,
  { scope, actor, sceneId, proposals }: Call & { proposals: readonly Accepted[] },
): Promise<{ rows: SheetRow[] }> {
  return app.transaction(async (tx) => {
    const scene = await getScene(tx, scope, sceneId)
    const rows: SheetRow[] = []
    for (const proposal of proposals) {
      const elementId = await elementFor(app, tx, scope, proposal)
      rows.push({ sceneId, elementId, quantity: proposal.quantity, note: '', via: null })
    }
    await elements.addMissing(tx, rows)
    await scenes.setBegun(tx, scope, sceneId)
    await told(app, tx, { scope, actor, scene, verb: `put ${namesOf(proposals)} on the sheet` })
    return { rows }
  })
}

const namesOf = (proposals: readonly Accepted[]) => proposals.map(({ name }) => name).join(', ')

async function elementFor(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  { elementId, category, name }: Accepted,
): Promise<ElementId> {
  if (elementId !== null) {
    if (await elements.find(tx, scope, elementId)) return elementId
    throw new Problem(NotFound, {}, `${name} was merged or put away in the meantime. Look at the sheet again.`)
  }
  const same = await elements.byName(tx, scope, category, name)
  if (same) return same.id
  const id = app.ids.next<ElementId>()
  await create(tx, { scope, id, change: { category, name } })
  return id
}

type OfProposal = Call & { key: string }

/** This is no element: the scene is not asked about it again. */
export const dismiss = (app: App, { scope, sceneId, key }: OfProposal) =>
  app.transaction(async (tx) => {
    await getScene(tx, scope, sceneId)
    await dismissals.put(tx, sceneId, key, app.clock.now())
    await announce(app, tx, scope, sceneId)
    return { key }
  })

export const proposeAgain = (app: App, { scope, sceneId, key }: OfProposal) =>
  app.transaction(async (tx) => {
    await getScene(tx, scope, sceneId)
    await dismissals.drop(tx, sceneId, key)
    await announce(app, tx, scope, sceneId)
    return { key }
  })

const announce = (app: App, tx: Tx, { productionId }: ProductionScope, sceneId: SceneId) =>
  app.announce(tx, { department: 'script', productionId, ids: [sceneId] })

interface SheetChange {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly scene: Scene
  readonly verb: string
  readonly before?: object
  readonly after?: object
}

async function told(app: App, tx: Tx, { scope, actor, scene, verb, ...fields }: SheetChange): Promise<void> {
  await app.audit.record(tx, actor, verb, {
    subject: { kind: 'scene', id: scene.id, label: sceneName(scene) },
    productionId: scope.productionId,
    ...fields,
  })
  await announce(app, tx, scope, scene.id)
}
