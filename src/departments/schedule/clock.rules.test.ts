import { describe, expect, test } from 'vitest'
import { clockOf, minuteOf } from '../../kernel/time.ts'
import type { PlainDay, WallTime, ZoneName } from '../../kernel/time.ts'
import type { Strip, StripId, StripKind } from './board.contract.ts'
import { estimateMinutes, runningClock } from './clock.rules.ts'

const at = (time: string) => minuteOf(time as WallTime)
const strip = (kind: StripKind, minutes: number | null = null, start: string | null = null): Strip => ({
  id: `${kind}-${minutes}-${start}` as StripId,
  dayId: null,
  kind,
  sceneId: kind === 'scene' ? 's' : null,
  part: null,
  parts: null,
  eighths: null,
  title: '',
  minutesOverride: minutes,
  startOverride: start === null ? null : at(start),
  locationId: null,
  cheatsLight: false,
})

const day = (call: string, strips: [Strip, number][], onDate = '2026-05-12') =>
  runningClock({
    onDate: onDate as PlainDay,
    callTime: at(call),
    strips: strips.map(([it, eighths]) => ({ strip: it, eighths, planned: null })),
    pace: { minutesPerEighth: 8, prepMinutes: 60, wrapMinutes: 30 },
    mealAfterMinutes: 360,
    timeZone: 'Europe/London' as ZoneName,
  })

const starts = (clock: ReturnType<typeof day>) => clock.rows.map((row) => clockOf(row.from))

describe('ST-10 estimated minutes from pages and pace', () => {
  test.each<[string, StripKind, number, number]>([
    ['7/8 at 8 minutes an eighth is 56, to the next five', 'scene', 7, 60],
    ['1 2/8', 'scene', 10, 80],
    ['a meal is an hour', 'meal', 0, 60],
    ['a company move is an hour and a half', 'company_move', 0, 90],
    ['a day start is the preparation', 'day_start', 0, 60],
    ['a note takes no time', 'custom', 0, 0],
  ])('ST-10 %s', (_, kind, eighths, minutes) =>
    expect(estimateMinutes({ kind }, eighths, { minutesPerEighth: 8, prepMinutes: 60, wrapMinutes: 30 })).toBe(minutes),
  )
})

describe('ST-6 the running clock: call, preparation, strips, moves, wrap', () => {
  test('ST-6 the first day of the board', () => {
    const clock = day('07:00', [
      [strip('scene', 45), 4],
      [strip('scene'), 10],
      [strip('scene', 60), 7],
      [strip('company_move', 75), 0],
      [strip('meal', 45), 0],
      [strip('scene', 90), 9],
    ])
    expect(starts(clock)).toEqual(['08:00', '08:45', '10:05', '11:05', '12:20', '13:05'])
    expect(clockOf(clock.cameraWrap)).toBe('14:35')
    expect(clockOf(clock.wrap)).toBe('15:05')
    expect(clock.rows.map((row) => row.isOverridden)).toEqual([true, false, true, true, true, true])
  })
  test('ST-6 a day start of its own replaces the preparation', () => {
    expect(
      starts(
        day('07:00', [
          [strip('day_start', 90), 0],
          [strip('scene', 30), 2],
        ]),
      ),
    ).toEqual(['07:00', '08:30'])
  })
  test('ST-6 a fixed start makes the day wait, and says when the day is already later', () => {
    const waits = day('07:00', [
      [strip('scene', 30), 2],
      [strip('scene', 30, '10:00'), 2],
    ])
    expect(starts(waits)).toEqual(['08:00', '10:00'])
    const late = day('07:00', [
      [strip('scene', 180), 2],
      [strip('scene', 30, '10:00'), 2],
    ])
    expect(late.rows[1]).toMatchObject({ from: at('11:00'), lateBy: 60 })
  })
  test('ST-6 a night runs past midnight and belongs to the day of its call', () => {
    const clock = day('18:00', [
      [strip('scene', 300), 8],
      [strip('scene', 120), 8],
    ])
    expect(clock.rows[1]?.until).toBe(1440 + 120)
  })
  test.each([
    ['spring forward: five hours of work from 22:00 end at 04:00', '2026-03-28', '04:00'],
    ['fall back: they end at 02:00', '2026-10-24', '02:00'],
    ['any other night: at 03:00', '2026-05-12', '03:00'],
  ])('ST-6 clocks change, %s', (_, date, end) => {
    const clock = day('21:00', [[strip('scene', 300), 8]], date)
    expect(clockOf(clock.cameraWrap)).toBe(end)
  })
  test('ST-6 an empty day wraps when it is called', () => expect(day('07:00', []).wrap).toBe(at('07:00')))
})

describe('ST-6 meals', () => {
  test.each<[string, [Strip, number][], null | { due: string; at: string | null; lateBy: number }]>([
    [
      'in time to the minute',
      [
        [strip('scene', 300), 8],
        [strip('meal'), 0],
      ],
      null,
    ],
    [
      'five minutes late',
      [
        [strip('scene', 305), 8],
        [strip('meal'), 0],
      ],
      { due: '13:00', at: '13:05', lateBy: 5 },
    ],
    ['none at all', [[strip('scene', 400), 8]], { due: '13:00', at: null, lateBy: 100 }],
    ['none needed on a short day', [[strip('scene', 240), 8]], null],
    [
      'a second one is due six hours after the first',
      [
        [strip('scene', 240), 8],
        [strip('meal'), 0],
        [strip('scene', 380), 8],
      ],
      { due: '19:00', at: null, lateBy: 20 },
    ],
  ])('ST-6 %s', (_, strips, late) => {
    const found = day('07:00', strips).lateMeal
    expect(
      found === null ? null : { ...found, due: clockOf(found.due), at: found.at === null ? null : clockOf(found.at) },
    ).toEqual(late)
  })
})
