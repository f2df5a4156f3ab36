import { systemScope } from '../../platform/access/scope.ts'
import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { on } from '../../platform/events.ts'
import type { Events } from '../../platform/events.ts'
import * as script from '../script/index.ts'
import { changedPlaces } from './arrange.rules.ts'
import * as boards from './board.actions.ts'
import type { Board, StripId } from './board.contract.ts'
import { settle } from './board.edit.actions.ts'
import * as store from './board.store.ts'
import { crewListener } from './crewDays.actions.ts'
import { landed, landingMoves } from './follow.rules.ts'
import { emptyStrip } from './split.rules.ts'
import * as strips from './strips.store.ts'

const BY = 'schedule follows the script'

/**
 * Every scene has a strip on every board. New scenes land after the scene before them on the active board and in the
 * boneyard of the others; a production's first script gets its first board. Omitted scenes keep their strips.
 */
async function followScript(app: App, tx: Tx, payload: Events['script.committed']): Promise<void> {
  const scope = systemScope(payload.productionId, BY)
  const present = await store.all(tx, scope)
  const plans = present.filter((board) => !board.runsAlongside)
  if (plans.length === 0) {
    if (payload.added.length > 0)
      await boards.create(app, { scope, actor: scope.actor, name: 'Plan A', runsAlongside: false })
    return
  }
  // Whoever moves strips meanwhile is waited for, or waits: the places written below are made from what lies there now.
  const boardIds = plans.map(({ id }) => id)
  await store.lockAll(tx, scope, boardIds)
  const order: string[] = (await script.scenes(tx, scope)).map((scene) => scene.id)
  const wanted: string[] = [...payload.added, ...payload.restored]
  for (const board of plans) await layNew(app, tx, { scope, board, order, wanted })
  if (wanted.length === 0)
    await app.announce(tx, { department: 'schedule', productionId: scope.productionId, ids: boardIds })
}

interface Landing {
  readonly scope: ProductionScope
  readonly board: Board
  /** Ids of every scene in script order. */
  readonly order: readonly string[]
  /** Ids of scenes that are new or back. */
  readonly wanted: readonly string[]
}

async function layNew(app: App, tx: Tx, { scope, board, order, wanted }: Landing): Promise<void> {
  const laid = await strips.stripsOf(tx, scope, [board.id])
  const known = new Set(laid.map((strip) => strip.sceneId))
  const missing = order.filter((sceneId) => wanted.includes(sceneId) && !known.has(sceneId))
  if (missing.length === 0) return
  const days = await strips.daysOf(tx, scope, [board.id])
  const added = missing.map((sceneId) => ({ stripId: app.ids.next<StripId>(), sceneId }))
  await strips.insertStrips(
    tx,
    added.map(({ stripId, sceneId }, index) => ({
      ...emptyStrip(stripId, null),
      sceneId,
      boardId: board.id,
      position: laid.length + index,
    })),
  )
  const moves = landingMoves(board.state === 'active', order, laid, added)
  const after = landed(
    days.map(({ id }) => id),
    laid,
    added,
    moves,
  )
  await strips.place(tx, board.id, changedPlaces(new Map(), after))
  await store.touch(tx, scope, [board.id])
  await settle(
    app,
    tx,
    { scope, actor: scope.actor, boardId: board.id },
    {
      verb: 'schedule.scenes_added',
      label: board.name,
      after: { strips: missing.length },
    },
  )
}

export const listeners = [on('script.committed', followScript), crewListener]
