import { useMemo } from 'react'
import { useAsk } from '../../../client/react.ts'
import { addDays, daysBetween, type PlainDay } from '../../../kernel/time.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { readBoard, listBoards } from '../../schedule/boards.contract.ts'
import type { BoardFacts } from '../../schedule/board.contract.ts'
import { getBookings } from '../booking.contract.ts'
import type { GridDay, GridFacts } from './crewGrid.rules.ts'

const dayTypes: Record<string, string> = {
  prep: 'Prep',
  travel: 'Travel',
  rehearsal: 'Rehearsal',
  weather: 'Weather',
  wrap: 'Wrap',
}
/** Nobody is booked on these. */
const AT_REST = new Set(['off', 'holiday', 'hiatus'])
/** As many days of a production without a board as fit a grid. */
const MOST_DAYS = 62

/** The days of the active board; without one, those between the first and the last day of the production. */
function daysOf(board: BoardFacts | undefined, startsOn: PlainDay | null, endsOn: PlainDay | null): GridDay[] {
  if (board !== undefined && board.days.length > 0) {
    let number = 0
    const dates = new Map<PlainDay, GridDay>()
    for (const { onDate, type } of board.days.toSorted((a, b) => a.onDate.localeCompare(b.onDate))) {
      if (AT_REST.has(type) || dates.has(onDate)) continue
      if (type === 'shoot') number += 1
      dates.set(onDate, {
        onDate,
        label: type === 'shoot' ? `Day ${number}` : (dayTypes[type] ?? type),
        isShoot: type === 'shoot',
      })
    }
    return [...dates.values()]
  }
  if (startsOn === null) return []
  const length = endsOn === null ? 1 : Math.min(MOST_DAYS, daysBetween(startsOn, endsOn) + 1)
  return Array.from({ length }, (_, at) => ({ onDate: addDays(startsOn, at), label: `Day ${at + 1}`, isShoot: true }))
}

/** On which dates each element is in a strip that is placed. */
function scenesOf(board: BoardFacts | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  if (board === undefined) return found
  const dates = new Map(board.days.map(({ id, onDate }) => [id as string, onDate as string]))
  const scenes = new Map(board.scenes.map((scene) => [scene.id, scene]))
  for (const { dayId, sceneId } of board.strips) {
    const onDate = dayId === null ? undefined : dates.get(dayId)
    const scene = sceneId === null ? undefined : scenes.get(sceneId)
    if (onDate === undefined || scene === undefined) continue
    for (const id of scene.elementIds.concat(scene.castIds)) found.set(id, (found.get(id) ?? new Set()).add(onDate))
  }
  return found
}

/** Everything the grid is drawn from, asked of the departments that own it. */
export function useGridFacts(productionId: string) {
  const params = { productionId }
  const production = useAsk(getProduction, { params })
  const boards = useAsk(listBoards, { params })
  const active = boards.data?.items.find(({ state }) => state === 'active') ?? boards.data?.items[0]
  const board = useAsk(
    readBoard,
    { params: { productionId, boardId: active?.id ?? '' } },
    { enabled: active !== undefined },
  )
  const facts = active === undefined ? undefined : board.data?.facts
  const days = useMemo(
    () => daysOf(facts, production.data?.startsOn ?? null, production.data?.endsOn ?? null),
    [facts, production.data],
  )
  const span = {
    from: days[0]?.onDate ?? ('2000-01-01' as PlainDay),
    to: days.at(-1)?.onDate ?? ('2000-01-01' as PlainDay),
  }
  const bookings = useAsk(getBookings, { params, query: span }, { enabled: days.length > 0 })
  const grid: GridFacts = {
    days,
    booked: bookings.data?.days ?? [],
    absences: bookings.data?.absences ?? [],
    elsewhere: bookings.data?.elsewhere ?? [],
    scenesOn: useMemo(() => scenesOf(facts), [facts]),
  }
  return {
    grid,
    production: production.data,
    units: [...new Set((facts?.days ?? []).map(({ unit }) => unit))],
    characters: (facts?.elements ?? []).filter(({ category }) => category === 'cast'),
    mayBook: bookings.data?.can.edit ?? false,
  }
}
