import { patched, type Patch } from '../../kernel/patch.ts'
import { invalid, NotFound, Problem } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { arrange, arrangementOf, changedPlaces } from './arrange.rules.ts'
import type { Arrangement } from './arrange.rules.ts'
import { bannerOf } from './banners.rules.ts'
import type { Board, BoardFacts, Strip, StripId, StripKind } from './board.contract.ts'
import { edit } from './board.edit.actions.ts'
import type { OnBoard } from './board.edit.actions.ts'
import { sheet } from './board.reads.actions.ts'
import { dayText } from '../../kernel/time.ts'
import { emptyStrip, join, split, stripNumber } from './split.rules.ts'
import * as store from './strips.store.ts'
import { CannotSplit, SceneStripStays } from './strips.contract.ts'
import type { StripMove } from './strips.contract.ts'

type Scope = OnBoard['scope']

const factsOf = async (db: Db, scope: Scope, board: Board): Promise<BoardFacts> =>
  (await sheet(db, scope, board.id)).facts

const laid = ({ days, strips }: Pick<BoardFacts, 'days' | 'strips'>): Arrangement =>
  arrangementOf(
    days.map((day) => day.id),
    strips,
  )

/** What a strip is called in the record: its scene's number, or the banner's words. */
function stripName(facts: BoardFacts, strip: Strip): string {
  const scene = facts.scenes.find(({ id }) => id === strip.sceneId)
  if (scene) return `Scene ${stripNumber(scene.number, strip)}`
  return strip.title === '' ? (bannerOf(strip.kind)?.label ?? 'Strip') : strip.title
}

function find(facts: BoardFacts, id: StripId): Strip {
  const strip = facts.strips.find((it) => it.id === id)
  if (!strip) throw new Problem(NotFound, {}, 'This strip is no longer on the board.')
  return strip
}

/** Moves strips. A move of a strip or day that is gone is refused, so that nobody believes in it. */
export const move = (app: App, on: OnBoard & { moves: readonly StripMove[] }) =>
  edit(app, on, async (tx, board) => {
    const facts = await factsOf(tx, on.scope, board)
    refuseUnknown(facts, on.moves)
    const before = laid(facts)
    const after = arrange(before, on.moves)
    await store.place(tx, board.id, changedPlaces(before, after))
    const moved = new Set(on.moves.flatMap((it) => it.stripIds))
    return {
      verb: 'schedule.strips_moved',
      before: placesText(facts, before, moved),
      after: placesText(facts, after, moved),
    }
  })

function refuseUnknown(facts: BoardFacts, moves: readonly StripMove[]): void {
  const strips = new Set(facts.strips.map(({ id }) => id))
  const days = new Set(facts.days.map(({ id }) => id))
  for (const { stripIds, dayId } of moves) {
    if (stripIds.some((id) => !strips.has(id))) throw new Problem(NotFound, {}, 'A strip is no longer on this board.')
    if (dayId !== null && !days.has(dayId)) throw new Problem(NotFound, {}, 'This day is no longer on the board.')
  }
}

/** Where each moved strip lies, in words, as the activity shows it. */
function placesText(facts: BoardFacts, arrangement: Arrangement, moved: ReadonlySet<StripId>): Record<string, string> {
  const days = new Map(facts.days.map((day) => [day.id, dayText(day.onDate)]))
  return Object.fromEntries(
    [...arrangement].flatMap(([dayId, ids]) =>
      ids.flatMap((id, index) =>
        moved.has(id)
          ? [
              [
                stripName(facts, find(facts, id)),
                dayId === null ? 'boneyard' : `${days.get(dayId)}, place ${index + 1}`,
              ],
            ]
          : [],
      ),
    ),
  )
}

interface NewBanner {
  readonly kind: Exclude<StripKind, 'scene'>
  readonly title: string
  readonly minutes: number | null
  readonly dayId: Strip['dayId']
  readonly before: StripId | null
}

export const addBanner = (app: App, on: OnBoard & { banner: NewBanner }) =>
  edit(app, on, async (tx, board) => {
    const facts = await factsOf(tx, on.scope, board)
    const { kind, title, minutes, dayId, before } = on.banner
    if (dayId !== null && !facts.days.some((day) => day.id === dayId))
      throw new Problem(NotFound, {}, 'This day is no longer on the board.')
    const id = app.ids.next<StripId>()
    const strip = { ...emptyStrip(id, dayId), kind, title, minutesOverride: minutes }
    await store.insertStrips(tx, [{ ...strip, boardId: board.id, position: facts.strips.length }])
    const whole = laid({ days: facts.days, strips: [...facts.strips, strip] })
    await store.place(tx, board.id, changedPlaces(new Map(), arrange(whole, [{ stripIds: [id], dayId, before }])))
    return { verb: 'schedule.strip_added', after: { [stripName(facts, strip)]: 'added' } }
  })

/** A change names only what it changes; null gives the computed value back. */
type StripChange = Patch<Pick<Strip, 'title' | 'minutesOverride' | 'startOverride' | 'locationId' | 'cheatsLight'>>

export const change = (app: App, on: OnBoard & { stripId: StripId; change: StripChange }) =>
  edit(app, on, async (tx, board) => {
    const facts = await factsOf(tx, on.scope, board)
    const before = find(facts, on.stripId)
    const after = patched(before, on.change)
    if (after.locationId !== null && !facts.places.some((place) => place.id === after.locationId))
      throw invalid('/locationId', 'This location is not in the production.')
    await store.changeStrip(tx, board.id, after)
    return { verb: 'schedule.strip_changed', label: stripName(facts, before), before, after }
  })

const siblings = (facts: BoardFacts, strip: Strip): Strip[] =>
  facts.strips
    .filter((it) => it.sceneId !== null && it.sceneId === strip.sceneId)
    .sort((a, b) => (a.part ?? 1) - (b.part ?? 1))

export const cut = (app: App, on: OnBoard & { stripId: StripId; eighths: number }) =>
  edit(app, on, async (tx, board) => {
    const facts = await factsOf(tx, on.scope, board)
    const strip = find(facts, on.stripId)
    const scene = facts.scenes.find(({ id }) => id === strip.sceneId)
    const id = app.ids.next<StripId>()
    const parts = scene && split(siblings(facts, strip), strip.id, id, scene.eighths, on.eighths)
    if (!parts)
      throw new Problem(
        CannotSplit,
        {},
        'Give the first part at least one eighth, and leave at least one for the second.',
      )
    const second = { ...strip, id, startOverride: null, minutesOverride: null }
    await store.insertStrips(tx, [{ ...second, boardId: board.id, position: facts.strips.length }])
    await store.setParts(tx, board.id, parts)
    await layBehind(tx, board, facts, strip, second)
    return { verb: 'schedule.strip_split', label: stripName(facts, strip), after: { parts: parts.length } }
  })

async function layBehind(tx: Tx, board: Board, facts: BoardFacts, strip: Strip, second: Strip): Promise<void> {
  const lane = facts.strips.filter((it) => it.dayId === strip.dayId)
  const next = lane[lane.findIndex((it) => it.id === strip.id) + 1]?.id ?? null
  const whole = laid({ days: facts.days, strips: [...facts.strips, second] })
  const after = arrange(whole, [{ stripIds: [second.id], dayId: strip.dayId, before: next }])
  await store.place(tx, board.id, changedPlaces(new Map(), after))
}

export const rejoin = (app: App, on: OnBoard & { stripId: StripId; with: StripId }) =>
  edit(app, on, async (tx, board) => {
    const facts = await factsOf(tx, on.scope, board)
    const strip = find(facts, on.stripId)
    const parts = join(siblings(facts, strip), strip.id, on.with)
    if (!parts) throw new Problem(CannotSplit, {}, 'Only parts of one scene can be put together.')
    await store.deleteStrip(tx, board.id, on.with)
    await store.setParts(tx, board.id, parts)
    return { verb: 'schedule.strip_joined', label: stripName(facts, strip), after: { parts: parts.length } }
  })

export const removeBanner = (app: App, on: OnBoard & { stripId: StripId }) =>
  edit(app, on, async (tx, board) => {
    const facts = await factsOf(tx, on.scope, board)
    const strip = find(facts, on.stripId)
    if (strip.kind === 'scene')
      throw new Problem(SceneStripStays, {}, 'Send the scene to the boneyard, or omit it from the script.')
    await store.deleteStrip(tx, board.id, strip.id)
    return { verb: 'schedule.strip_removed', before: { [stripName(facts, strip)]: 'on the board' } }
  })
