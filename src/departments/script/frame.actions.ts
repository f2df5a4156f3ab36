import type { FileId } from '../../kernel/ids.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { redrawn } from '../../platform/pictures/index.ts'
import { keepFile, openFile } from '../../platform/uploads/index.ts'
import type { SceneFrame } from './frame.contract.ts'
import * as store from './frame.store.ts'
import type { SceneId } from './scene.contract.ts'
import { sceneName } from './scene.rules.ts'

/** Wide enough for two columns of a phone and sharp at 300 dots on paper; larger only makes sheets heavy. */
const longestSide = 480

interface Call {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly sceneId: SceneId
}

/**
 * Takes an uploaded picture as the frame of a scene. What is kept is drawn anew from its pixels.
 * @throws NotFound for a scene of another production or somebody else's upload; PictureRefused for what is no picture
 */
export async function set(app: App, { scope, actor, sceneId, fileId }: Call & { fileId: FileId }): Promise<SceneFrame> {
  const bytes = await ownUpload(app, actor, fileId)
  const picture = await redrawn(bytes, { longestSide, as: 'jpeg' })
  return app.transaction(async (tx) => {
    const scene = await store.lockScene(tx, scope, sceneId)
    if (scene === undefined) throw notHere()
    const at = app.clock.now().toString()
    const had = await store.replace(tx, scope, sceneId, at)
    const { productionId } = scope
    const name = `frame-${scene.number ?? 'scene'}.jpg`
    const kept = await keepFile(app, tx, { name, mediaType: picture.mediaType, bytes: picture.bytes, productionId })
    const { width, height } = picture
    await store.insert(tx, {
      file_id: kept.id,
      scene_id: sceneId,
      production_id: productionId,
      width,
      height,
      created_at: at,
      replaced_at: null,
    })
    await recorded(app, tx, { scope, actor, sceneId }, scene, { before: had ? 'a frame' : null, after: 'a new frame' })
    return { sceneId, fileId: kept.id, width, height }
  })
}

export const remove = (app: App, call: Call): Promise<null> =>
  app.transaction(async (tx) => {
    const scene = await store.lockScene(tx, call.scope, call.sceneId)
    if (scene === undefined) throw notHere()
    const had = await store.replace(tx, call.scope, call.sceneId, app.clock.now().toString())
    if (had) await recorded(app, tx, call, scene, { before: 'a frame', after: null })
    return null
  })

/** The bytes of a frame of this production, also of one that has been replaced. @throws NotFound */
export async function picture(app: App, scope: ProductionScope, fileId: FileId): Promise<Uint8Array<ArrayBuffer>> {
  const isFrame = await store.known(app.db, scope, fileId)
  const opened = isFrame && (await openFile(app, fileId))
  if (!opened) throw new Problem(NotFound, {}, 'There is no such frame in this production.')
  return new Uint8Array(Buffer.concat(await opened.bytes.toArray()))
}

const notHere = () => new Problem(NotFound, {}, 'There is no such scene in this production.')

/** What somebody uploaded is theirs until it is put somewhere; nobody takes another's by its number. */
async function ownUpload(app: App, actor: Actor, fileId: FileId): Promise<Buffer> {
  const opened = await openFile(app, fileId)
  if (!opened || actor.kind !== 'user' || opened.file.created_by !== actor.userId)
    throw new Problem(NotFound, {}, 'That upload is not here. Send the picture again.')
  return Buffer.concat(await opened.bytes.toArray())
}

async function recorded(
  app: App,
  tx: Tx,
  { scope: { productionId }, actor, sceneId }: Call,
  scene: { number: string | null; heading: string },
  { before, after }: { before: string | null; after: string | null },
) {
  await app.audit.record(tx, actor, 'changed a scene', {
    subject: { kind: 'scene', id: sceneId, label: sceneName(scene) },
    productionId,
    before: { frame: before },
    after: { frame: after },
  })
  await app.announce(tx, { department: 'script', productionId, ids: [sceneId] })
}
