import { arrange, arrangementOf } from './arrange.rules.ts'
import type { Arrangement, Move } from './arrange.rules.ts'
import type { BoardFacts, ShootDayId, StripId } from './board.contract.ts'
import { inOrder } from './board.rules.ts'
import type { BoardSheet, DayHeader } from './board.rules.ts'
import { formatEighths } from '../../kernel/eighths.ts'
import { clockOf, dayText } from '../../kernel/time.ts'
import { dayTypeWords } from './days.rules.ts'
import { stripNumber } from './split.rules.ts'
import { bannerOf } from './banners.rules.ts'

export const laidOut = ({ days, strips }: Pick<BoardFacts, 'days' | 'strips'>): Arrangement =>
  arrangementOf(
    inOrder(days).map((day) => day.id),
    strips,
  )

/** The same facts with the strips where the moves lay them: what a board would show before anybody is asked. */
export function factsAfter(facts: BoardFacts, moves: readonly Move[]): BoardFacts {
  if (moves.length === 0) return facts
  const strips = new Map(facts.strips.map((strip) => [strip.id, strip]))
  const after = arrange(laidOut(facts), moves)
  return {
    ...facts,
    strips: [...after].flatMap(([dayId, ids]) =>
      ids.flatMap((id) => {
        const strip = strips.get(id)
        return strip ? [strip.dayId === dayId ? strip : { ...strip, dayId }] : []
      }),
    ),
  }
}

/** An old value beside the new one; `old` is null where nothing changes. */
export interface OldAndNew {
  readonly old: string | null
  readonly now: string
}

export interface HeaderChange {
  readonly pages: OldAndNew
  readonly cast: OldAndNew
  readonly wrap: OldAndNew
}

const against = (was: string | undefined, now: string): OldAndNew => ({
  old: was === undefined || was === now ? null : was,
  now,
})

const wrapText = (header: DayHeader): string => (header.wrap === null ? '–' : clockOf(header.wrap))

/** What a day's header says, with what it said before in place. */
export const headerAgainst = (now: DayHeader, was: DayHeader | undefined): HeaderChange => ({
  pages: against(was && formatEighths(was.eighths), formatEighths(now.eighths)),
  cast: against(was && String(was.castIds.length), String(now.castIds.length)),
  wrap: against(was && wrapText(was), wrapText(now)),
})

/** Start times by strip, for the margin. */
export const startTimes = (sheet: BoardSheet): ReadonlyMap<StripId, string> =>
  new Map(
    sheet.days.flatMap((day) =>
      day.rows.flatMap((row) => (row.clock ? [[row.strip.id, clockOf(row.clock.from)] as const] : [])),
    ),
  )

/** `scene 12`, `scenes 12 and 13`, `4 scenes`, `Meal`: what is being moved, in a sentence. */
export function movedText(facts: BoardFacts, stripIds: readonly StripId[]): string {
  const scenes = new Map(facts.scenes.map((scene) => [scene.id, scene]))
  const strips = facts.strips.filter((strip) => stripIds.includes(strip.id))
  const numbers = strips.flatMap((strip) => {
    const scene = strip.sceneId === null ? undefined : scenes.get(strip.sceneId)
    return scene ? [stripNumber(scene.number, strip)] : []
  })
  if (numbers.length === 0)
    return strips.length === 1
      ? (bannerOf(strips[0]?.kind ?? 'custom')?.label ?? 'strip').toLowerCase()
      : `${strips.length} strips`
  if (numbers.length === 1) return `scene ${numbers[0]}`
  return numbers.length === 2 ? `scenes ${numbers[0]} and ${numbers[1]}` : `${numbers.length} scenes`
}

/** `day 3`, `prep on Thu 14 May`, `the boneyard`: where it goes. */
export function laneText(sheet: BoardSheet, dayId: ShootDayId | null): string {
  if (dayId === null) return 'the boneyard'
  const day = sheet.days.find((it) => it.day.id === dayId)
  if (!day) return 'another day'
  return day.header.number === null
    ? `${dayTypeWords[day.day.type].toLowerCase()} on ${dayText(day.day.onDate)}`
    : `day ${day.header.number}`
}
