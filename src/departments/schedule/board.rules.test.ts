import { USUAL_SHAPE } from './layout.rules.ts'
import { describe, expect, test } from 'vitest'
import { formatEighths } from '../../kernel/eighths.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import { clockOf } from '../../kernel/time.ts'
import type { BoardFacts, BoardId, ShootDay, ShootDayId, Strip, StripId, StripScene } from './board.contract.ts'
import { numberDays, sheetOf } from './board.rules.ts'

const day = (id: string, onDate: string, over: Partial<ShootDay> = {}): ShootDay => ({
  id: id as ShootDayId,
  onDate: onDate as PlainDay,
  type: 'shoot',
  unit: 'Main unit',
  callTime: 420,
  targetEighths: null,
  note: '',
  ...over,
})
const scene = (number: string, eighths: number, cast: string, over: Partial<StripScene> = {}): StripScene => ({
  id: number,
  number,
  intExt: 'int',
  bucket: 'day',
  setName: 'CAFÉ',
  timeOfDay: 'DAY',
  synopsis: '',
  scriptDay: '',
  eighths,
  minutes: null,
  isOmitted: false,
  castIds: [...cast],
  elementIds: [...cast],
  locationId: null,
  ...over,
})
const strip = (id: string, dayId: string | null, over: Partial<Strip> = {}): Strip => ({
  id: id as StripId,
  dayId: dayId as ShootDayId | null,
  kind: 'scene',
  sceneId: id,
  part: null,
  parts: null,
  eighths: null,
  title: '',
  minutesOverride: null,
  startOverride: null,
  locationId: null,
  cheatsLight: false,
  ...over,
})
const facts = (over: Partial<BoardFacts>): BoardFacts => ({
  board: {
    id: 'b' as BoardId,
    name: 'Plan A',
    state: 'draft',
    runsAlongside: false,
    pace: { minutesPerEighth: 8, prepMinutes: 60, wrapMinutes: 30 },
    look: { palette: 'A', layout: 'classic', intExtCountsAs: 'ext' },
    calendar: { daysOff: null, days: [] },
    defaultTargetEighths: null,
    version: 1,
  },
  days: [],
  strips: [],
  scenes: [],
  elements: [],
  places: [],
  timeZone: 'Europe/London' as ZoneName,
  mealAfterMinutes: 360,
  calendar: { daysOff: [6, 7], days: [] },
  colours: null,
  layout: USUAL_SHAPE,
  ...over,
})

describe('ST-6 day numbers', () => {
  test('SC-8 only days a camera turns are numbered, units apart, in order of dates', () => {
    const days = [
      day('c', '2026-05-14'),
      day('a', '2026-05-12', { type: 'prep' }),
      day('b', '2026-05-13'),
      day('b2', '2026-05-13', { unit: 'Second unit' }),
      day('o', '2026-05-16', { type: 'off' }),
      day('d', '2026-05-15', { type: 'weather' }),
    ]
    const numbers = numberDays(days)
    expect(['a', 'b', 'c', 'd', 'o', 'b2'].map((id) => numbers.get(id as ShootDayId)?.number)).toEqual([
      null,
      1,
      2,
      3,
      null,
      1,
    ])
    expect(numbers.get('b' as ShootDayId)?.of).toBe(3)
  })
})

describe('ST-6 the day header', () => {
  const sheet = sheetOf(
    facts({
      days: [day('d1', '2026-05-12', { targetEighths: 8 })],
      scenes: [
        scene('9', 4, 'pt'),
        scene('7', 10, 'mp'),
        scene('5A', 3, 'x', { isOmitted: true }),
        scene('18', 6, 'q'),
      ],
      strips: [strip('9', 'd1'), strip('7', 'd1'), strip('5A', 'd1'), strip('18', null)],
    }),
  )
  const header = sheet.days[0]!.header
  test('ST-6 pages in eighths, cast, wrap, over the aim', () => {
    expect(formatEighths(header.eighths)).toBe('1 6/8')
    expect(header.castIds).toEqual(['p', 't', 'm'])
    expect(clockOf(header.wrap ?? 0)).toBe('10:25')
    expect(header.overBy).toBe(6)
    expect(header.sceneCount).toBe(2)
  })
  test('ST-1 an omitted scene keeps its strip and counts nothing; the boneyard counts as not placed', () => {
    expect(sheet.days[0]!.rows[2]).toMatchObject({ eighths: 0, scene: { number: '5A' } })
    expect(sheet.totals).toEqual({ scenes: 3, scenesPlaced: 2, eighths: 20, eighthsPlaced: 14 })
  })
})

describe('ST-7 parts of a split scene', () => {
  test('ST-7 each part counts its own length and the scene counts once', () => {
    const sheet = sheetOf(
      facts({
        days: [day('d1', '2026-05-12'), day('d2', '2026-05-13')],
        scenes: [scene('12', 11, 'm')],
        strips: [
          strip('12', 'd1', { part: 1, parts: 2, eighths: 6 }),
          strip('12b', 'd2', { sceneId: '12', part: 2, parts: 2, eighths: 5 }),
        ],
      }),
    )
    expect(sheet.days.map((it) => it.header.eighths)).toEqual([6, 5])
    expect(sheet.totals).toEqual({ scenes: 1, scenesPlaced: 1, eighths: 11, eighthsPlaced: 11 })
  })
})

describe('ST-10 pace', () => {
  const base = { days: [day('d1', '2026-05-12')], scenes: [scene('9', 8, 'p'), scene('7', 8, 'p')] }
  const strips = [strip('9', 'd1', { minutesOverride: 20 }), strip('7', 'd1')]
  const minutes = (minutesPerEighth: number) => {
    const board = facts({}).board
    const paced = { ...board, pace: { ...board.pace, minutesPerEighth } }
    return sheetOf(facts({ ...base, strips, board: paced })).days[0]!.rows.map((row) => row.clock?.minutes)
  }
  test('ST-10 changing the pace changes only what nobody has overridden', () => {
    expect(minutes(8)).toEqual([20, 65])
    expect(minutes(15)).toEqual([20, 120])
  })
})
