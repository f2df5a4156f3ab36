import { invalid, NotFound, Problem, stale } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import { lockProduction } from './draft.store.ts'
import { bucketsOf, parseHeading, setNameOf } from './heading.rules.ts'
import type { NewScene, Scene, SceneChange, SceneId, ScriptId } from './scene.contract.ts'
import { sceneName } from './scene.rules.ts'
import * as store from './scene.store.ts'
import type { ScriptCommitted } from './script.events.ts'

interface Call {
  readonly scope: ProductionScope
  readonly actor: Actor
}

/** @throws NotFound */
export async function get(db: Db, scope: ProductionScope, id: SceneId): Promise<Scene> {
  const row = await store.find(db, scope, id)
  if (!row) throw new Problem(NotFound, {}, 'There is no such scene in this production.')
  return store.shown(row, (await store.castOf(db, scope)).get(id))
}

/** A heading that changes is taken apart again, so that set, time and strip colour follow. */
export async function change(
  app: App,
  { scope, actor, id, expected, body }: Call & { id: SceneId; expected: number; body: SceneChange },
): Promise<Scene> {
  return app.transaction(async (tx) => {
    await lockProduction(tx, scope)
    const before = await get(tx, scope, id)
    const done = await store.change(tx, scope, id, expected, {
      ...body,
      ...(body.heading === undefined ? {} : facts(body.heading, before)),
    })
    if (!done) throw stale({ expected, current: before.version }, 'this scene')
    const after = await get(tx, scope, id)
    await app.audit.record(tx, actor, 'changed a scene', {
      subject: { kind: 'scene', id, label: sceneName(after) },
      productionId: scope.productionId,
      before: audited(before),
      after: audited(after),
    })
    await app.emit(tx, 'script.committed', eventOf(scope, before, after))
    await app.announce(tx, { department: 'script', productionId: scope.productionId, ids: [id] })
    return after
  })
}

const audited = ({ cast: _cast, version: _version, position: _position, ...scene }: Scene) => scene

function eventOf(scope: ProductionScope, before: Scene, after: Scene): ScriptCommitted {
  const omitted = after.omitted && !before.omitted
  const restored = before.omitted && !after.omitted
  return {
    productionId: scope.productionId,
    added: [],
    changed: omitted || restored ? [] : [after.id],
    omitted: omitted ? [after.id] : [],
    restored: restored ? [after.id] : [],
  }
}

function facts(written: string, before?: Pick<Scene, 'bucket'>) {
  const heading = parseHeading(written)
  const [bucket = null] = bucketsOf([heading])
  const inherits = bucket === null && heading.timeOfDay !== null
  return {
    intExt: heading.intExt,
    setName: setNameOf(heading),
    timeOfDay: heading.timeOfDay,
    bucket: inherits ? (before?.bucket ?? null) : bucket,
  }
}

/** Adds scenes by hand, frames of a shot list or segments of a run of show, in the order given. */
export async function add(
  app: App,
  { scope, actor, body }: Call & { body: { scenes: readonly NewScene[] } },
): Promise<{ items: Scene[] }> {
  return app.transaction(async (tx) => {
    await lockProduction(tx, scope)
    const at = app.clock.now()
    const listId = await store.scriptOf(tx, scope, { id: app.ids.next<ScriptId>(), kind: 'list', title: 'List', at })
    const after = body.scenes[0]?.after
    const anchor = after === undefined ? undefined : await store.find(tx, scope, after)
    if (after !== undefined && !anchor)
      throw invalid('/scenes/0/after', 'The scene to put it after is not there any more.')
    const scriptId = anchor?.scriptId ?? listId
    const start = anchor ? anchor.position + 1 : await endOf(tx, scope, scriptId)
    if (anchor) await store.shift(tx, scope, scriptId, start, body.scenes.length)
    const buckets = bucketsOf(body.scenes.map(({ heading }) => parseHeading(heading)))
    const rows = body.scenes.map((scene, index): store.SceneWrite =>
      rowOf(app, scene, { scriptId, position: start + index, bucket: buckets[index] ?? null }),
    )
    await store.put(tx, scope, rows)
    const ids = rows.map(({ id }) => id)
    await app.audit.record(tx, actor, ids.length === 1 ? 'added a scene' : `added ${ids.length} scenes`, {
      subject: { kind: 'script', id: scriptId, label: 'Script' },
      productionId: scope.productionId,
    })
    await app.emit(tx, 'script.committed', {
      productionId: scope.productionId,
      added: ids,
      changed: [],
      omitted: [],
      restored: [],
    })
    await app.announce(tx, { department: 'script', productionId: scope.productionId, ids })
    const all = new Map((await store.all(tx, scope)).map((row) => [row.id, row]))
    return { items: ids.map((id) => store.shown(all.get(id)!)) }
  })
}

async function endOf(db: Db, scope: ProductionScope, scriptId: ScriptId): Promise<number> {
  const rows = await store.ofScript(db, scope, scriptId)
  return (rows.at(-1)?.position ?? -1) + 1
}

const rowOf = (
  app: App,
  scene: NewScene,
  { scriptId, position, bucket }: { scriptId: ScriptId; position: number; bucket: Scene['bucket'] },
): store.SceneWrite => {
  const { intExt, setName, timeOfDay } = facts(scene.heading)
  return {
    id: app.ids.next<SceneId>(),
    script_id: scriptId,
    number: scene.number,
    heading: scene.heading,
    int_ext: intExt,
    set_name: setName,
    time_of_day: timeOfDay,
    bucket,
    synopsis: scene.synopsis,
    script_day: scene.scriptDay,
    unit: null,
    eighths: scene.eighths,
    eighths_override: null,
    minutes: scene.minutes,
    page: null,
    position,
    omitted: false,
    left_out: false,
    breakdown_state: 'todo',
    note: '',
  }
}
