import { MAIN_UNIT } from '../../kernel/units.ts'
import { create as addLocation, setPlaces } from '../../departments/locations/index.ts'
import { change as changeBoard } from '../../departments/schedule/board.actions.ts'
import type { BoardFacts, BoardId, Strip } from '../../departments/schedule/board.contract.ts'
import {
  activeBoard,
  addBanner,
  addDays,
  addFlag,
  boards,
  boardSheet,
  changeStrip,
  createBoard,
  move,
  publish,
} from '../../departments/schedule/index.ts'
import { minuteOf } from '../../kernel/time.ts'
import type { Loading } from './samplePeople.ts'

export async function loadLocations({ app, sample, scope, actor }: Loading): Promise<void> {
  const sets: Parameters<typeof setPlaces>[1]['sets'][number][] = []
  for (const { sets: names, gateCode, ...place } of sample.locations) {
    const body = { ...place, gateCode: gateCode ?? null, status: 'confirmed' as const, hospital: sample.hospital }
    const { id } = await addLocation(app, { scope, actor, body })
    sets.push(...names.map((setName) => ({ setName, locationId: id })))
  }
  await setPlaces(app, { scope, actor, sets })
}

/** The board as planned, published as the first revision, and a second board as a scenario beside it. */
export async function loadBoard(loading: Loading): Promise<void> {
  const { app, sample, scope, actor, dates } = loading
  // The first script brings the first board with it.
  const made = await activeBoard(app.db, scope)
  if (!made) throw new Error('The sample has no active board to lay its scenes on.')
  const on = latest(loading, made.id)
  await changeBoard(app, { ...(await on()), change: { pace: sample.pace } })
  for (const [index, { call, note }] of sample.days.entries()) {
    const callTime = minuteOf(call)
    const day = { onDate: dates[index], count: 1, type: 'shoot', unit: MAIN_UNIT, callTime, note } as const
    await addDays(app, { ...(await on()), days: { ...day, targetEighths: null } })
  }
  for (const index of sample.days.keys()) await layDay(loading, made.id, index)
  const { day, reason, isHard } = sample.flag
  const flag = { onDate: dates[day - 1]!, elementId: null, reason, source: 'tide table', isHard, expiresOn: null }
  await addFlag(app, { scope, actor, flag })
  await publish(app, await on())
  await createBoard(app, { scope, actor, name: sample.scenario, copyOf: made.id, runsAlongside: false })
}

/** What an edit of the board needs, with the version it has by now. */
const latest = (loading: Loading, boardId: BoardId) => async () => {
  const board = (await boards(loading.app.db, loading.scope)).find(({ id }) => id === boardId)!
  return { scope: loading.scope, actor: loading.actor, boardId, expected: board.version }
}

/** Scenes in one move, then each banner before the scene it stands in front of. */
async function layDay(loading: Loading, boardId: BoardId, index: number) {
  const { app, sample, scope } = loading
  const on = latest(loading, boardId)
  const { facts } = await boardSheet(app.db, scope, boardId)
  const dayId = facts.days.find(({ onDate }) => onDate === loading.dates[index])!.id
  const rows = sample.days[index]!.strips.map((words) => ({
    words,
    banner: bannerIn(words),
    strip: stripOf(facts, words),
  }))
  const stripIds = rows.flatMap(({ strip }) => (strip ? [strip.id] : []))
  await move(app, { ...(await on()), moves: [{ stripIds, dayId, before: null }] })
  for (const { words, strip } of rows) {
    if (strip && words.endsWith('~'))
      await changeStrip(app, { ...(await on()), stripId: strip.id, change: { cheatsLight: true } })
  }
  for (const [at, { banner }] of rows.entries()) {
    const before = rows.slice(at).find(({ strip }) => strip)?.strip?.id ?? null
    if (banner) await addBanner(app, { ...(await on()), banner: { ...banner, dayId, before } })
  }
}

function stripOf({ scenes, strips }: BoardFacts, words: string): Strip | undefined {
  if (bannerIn(words)) return undefined
  const scene = scenes.find(({ number }) => number === words.replace('~', ''))
  const strip = strips.find(({ sceneId }) => sceneId === scene?.id)
  if (!strip) throw new Error(`The sample lays scene ${words}, which is not on the board.`)
  return strip
}

function bannerIn(words: string) {
  if (words === 'meal') return { kind: 'meal', title: '', minutes: null } as const
  const move = /^move: (.+), (\d+)$/.exec(words)
  return move && ({ kind: 'company_move', title: move[1]!, minutes: Number(move[2]) } as const)
}
