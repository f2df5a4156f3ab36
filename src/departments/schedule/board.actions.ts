import { createHash } from 'node:crypto'
import { patched, type Patch } from '../../kernel/patch.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import { countedColour } from '../../kernel/revisions.ts'
import { actorName, type Actor, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import type {
  Board,
  BoardId,
  BoardLook,
  Pace,
  ScheduleIssue,
  ScheduleIssueId,
  ShootDayId,
  StripId,
} from './board.contract.ts'
import { edit, hold, settle } from './board.edit.actions.ts'
import type { OnBoard } from './board.edit.actions.ts'
import { get, sheet, view } from './board.reads.actions.ts'
import * as store from './board.store.ts'
import { BoardKept, NothingToPublish } from './boards.contract.ts'
import { adoptFor } from './boardcalendar.actions.ts'
import * as calendars from './boardcalendar.store.ts'
import { planAmong } from './counting.rules.ts'
import * as issues from './issues.store.ts'
import * as layouts from './layout.store.ts'
import { neighboursOf } from './neighbours.actions.ts'
import * as palettes from './palette.store.ts'
import { emptyStrip } from './split.rules.ts'
import * as strips from './strips.store.ts'
import { rulesOf } from './rule.store.ts'

const USUAL_LOOK: Omit<BoardLook, 'palette' | 'layout'> = {
  intExtCountsAs: 'ext',
}
/** Where a board begins until somebody sets its own; only a narrative day is measured in pages. */
async function beginning(tx: Tx, kind: string): Promise<Pick<Board, 'pace' | 'defaultTargetEighths'>> {
  const { minutesPerEighth, prepMinutes, wrapMinutes, targetEighths } = await rulesOf(tx)
  return {
    pace: { minutesPerEighth, prepMinutes, wrapMinutes },
    defaultTargetEighths: kind === 'narrative' ? targetEighths : null,
  }
}

interface CreateBoard {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly name: string
  readonly copyOf?: BoardId | undefined
  readonly runsAlongside: boolean
}

/** A copy takes days, strips, pace and look; without one every scene waits in the boneyard. The first board is active. */
export const create = (app: App, { scope, actor, name, copyOf, runsAlongside }: CreateBoard): Promise<Board> =>
  app.transaction(async (tx) => {
    const source = copyOf === undefined ? undefined : await get(tx, scope, copyOf)
    const others = await store.all(tx, scope)
    const isFirst = !runsAlongside && planAmong(others) === undefined
    const id = app.ids.next<BoardId>()
    const { kind } = await productions.get(tx, scope)
    const { pace, defaultTargetEighths } = source ?? (await beginning(tx, kind))
    await store.insert(tx, scope, {
      id,
      name,
      state: isFirst ? 'active' : 'draft',
      runsAlongside,
      pace,
      look: source?.look ?? { ...USUAL_LOOK, palette: await palettes.usual(tx), layout: await layouts.usual(tx) },
      defaultTargetEighths,
      createdAt: app.clock.now(),
    })
    if (source) {
      await calendars.replace(tx, scope, id, source.calendar)
      await copyOnto(app, tx, scope, source.id, id)
    } else if (!runsAlongside) await layScenes(app, tx, scope, id)
    await settle(
      app,
      tx,
      { scope, actor, boardId: id },
      { verb: 'schedule.board_created', label: name, after: { name, copyOf: source?.name }, changesShootDays: true },
    )
    return get(tx, scope, id)
  })

async function copyOnto(app: App, tx: Tx, scope: ProductionScope, from: BoardId, to: BoardId): Promise<void> {
  const days = await strips.daysOf(tx, scope, [from])
  const ids = new Map(days.map((day) => [day.id, app.ids.next<ShootDayId>()]))
  await strips.insertDays(
    tx,
    days.map((day) => ({ ...day, id: ids.get(day.id) as ShootDayId, boardId: to })),
  )
  const laid = await strips.stripsOf(tx, scope, [from])
  await strips.insertStrips(
    tx,
    laid.map((strip) => ({
      ...strip,
      id: app.ids.next<StripId>(),
      boardId: to,
      dayId: strip.dayId === null ? null : (ids.get(strip.dayId) ?? null),
    })),
  )
}

async function layScenes(app: App, tx: Tx, scope: ProductionScope, boardId: BoardId): Promise<void> {
  const { scenes } = await neighboursOf(tx, scope)
  await strips.insertStrips(
    tx,
    scenes
      .filter((scene) => !scene.isOmitted)
      .map((scene, position) => ({
        ...emptyStrip(app.ids.next<StripId>(), null),
        sceneId: scene.id,
        boardId,
        position,
      })),
  )
}

interface BoardChange {
  readonly name?: string | undefined
  readonly pace?: Patch<Pace> | undefined
  readonly look?: Patch<BoardLook> | undefined
  readonly defaultTargetEighths?: number | null | undefined
  readonly runsAlongside?: boolean | undefined
}

export const change = (app: App, on: OnBoard & { change: BoardChange }) =>
  edit(app, on, async (tx, board) => {
    const { pace, look, ...rest } = on.change
    if (look?.palette !== undefined && look.palette !== board.look.palette) await refusePutAway(tx, look.palette)
    if (look?.layout !== undefined && look.layout !== board.look.layout) await refuseLayoutPutAway(tx, look.layout)
    const after = {
      ...patched(board, rest),
      pace: patched(board.pace, pace ?? {}),
      look: patched(board.look, look ?? {}),
    }
    if (board.state === 'active' && after.runsAlongside !== board.runsAlongside)
      throw new Problem(BoardKept, {}, 'This board is the active plan. Make another one active first.')
    await store.change(tx, on.scope, after)
    return { verb: 'schedule.board_changed', before: flat(board), after: flat(after), changesShootDays: true }
  })

/** A board that wears colours since put away keeps them; nobody else can choose them. */
async function refusePutAway(tx: Tx, id: string): Promise<void> {
  const palette = await palettes.find(tx, id)
  if (!palette || palette.isArchived)
    throw new Problem(NotFound, {}, 'These strip colours are not there any more. Choose another set.')
}

async function refuseLayoutPutAway(tx: Tx, id: string): Promise<void> {
  const layout = await layouts.find(tx, id)
  if (!layout || layout.isArchived)
    throw new Problem(NotFound, {}, 'This strip layout is not there any more. Choose another one.')
}

/** One field per line in the record. */
const flat = ({ pace, look, calendar: _calendar, ...board }: Omit<Board, 'version'>) => ({ ...board, ...pace, ...look })

/** One audited act; undoing it is making the other one active again. */
export const activate = (app: App, on: OnBoard) =>
  app.transaction(async (tx) => {
    await takeOver(app, tx, on, await hold(tx, on))
    return view(tx, on.scope, on.boardId)
  })

/** The board that drove everything becomes what it was before: published where somebody has it, else a draft. */
async function takeOver(app: App, tx: Tx, on: OnBoard, board: Board): Promise<void> {
  const published = await issues.all(tx, on.scope)
  const previous = board.runsAlongside
    ? undefined
    : planAmong((await store.all(tx, on.scope)).filter(({ id }) => id !== board.id))
  const hasIssue = published.some((issue) => issue.boardId === previous?.id)
  if (previous) await store.setState(tx, on.scope, previous.id, hasIssue ? 'published' : 'draft')
  await store.setState(tx, on.scope, board.id, 'active')
  await settle(app, tx, on, {
    verb: 'schedule.board_activated',
    label: board.name,
    before: { active: previous?.name },
    after: { active: board.name },
    changesShootDays: true,
  })
}

/** Freezes the board as the next revision: the exact text, its hash, colour, who and when. It never changes again. */
export const publish = (
  app: App,
  on: OnBoard & { activate?: boolean; adoptCalendar?: boolean },
): Promise<ScheduleIssue> =>
  app.transaction(async (tx) => {
    const board = await hold(tx, on)
    const { facts, days } = await sheet(tx, on.scope, board.id)
    if (!days.some((day) => day.rows.length > 0))
      throw new Problem(NothingToPublish, {}, 'Lay at least one strip on a day before publishing.')
    const { revisionColours } = await productions.get(tx, on.scope)
    const last = (await issues.all(tx, on.scope))[0]
    const number = (last?.number ?? 0) + 1
    const snapshot = JSON.stringify(facts)
    const colour = countedColour(revisionColours, number)
    const issue = await issues.insert(tx, on.scope, {
      id: app.ids.next<ScheduleIssueId>(),
      boardId: board.id,
      boardName: board.name,
      number,
      colour,
      snapshot,
      sha256: createHash('sha256').update(snapshot).digest('hex'),
      issuedAt: app.clock.now(),
      issuedBy: actorName(on.actor),
    })
    await store.setState(tx, on.scope, board.id, board.state === 'draft' ? 'published' : board.state)
    await settle(app, tx, on, {
      verb: 'schedule.published',
      label: board.name,
      after: { revision: `${number} ${colour.name}` },
      changesShootDays: true,
    })
    if (on.activate && board.state !== 'active') await takeOver(app, tx, on, board)
    if (on.adoptCalendar) await adoptFor(app, tx, on, board)
    return issue
  })

/** A board that drives the production, or that somebody has received, is never put away. */
export const archive = (app: App, on: OnBoard): Promise<null> =>
  app.transaction(async (tx) => {
    const board = await hold(tx, on)
    if (board.state === 'active')
      throw new Problem(BoardKept, {}, 'This board is the active plan. Make another one active first.')
    const issue = (await issues.all(tx, on.scope)).find((it) => it.boardId === board.id)
    if (issue)
      throw new Problem(BoardKept, {}, `It was published as ${issue.colour.name}, and call sheets may stand on it.`)
    await store.archive(tx, on.scope, board.id, app.clock.now())
    await settle(app, tx, on, { verb: 'schedule.board_archived', label: board.name, changesShootDays: true })
    return null
  })
