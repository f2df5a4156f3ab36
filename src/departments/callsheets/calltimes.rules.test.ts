import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockOf, minuteOf } from '../../kernel/time.ts'
import type { WallTime } from '../../kernel/time.ts'
import { castTimes, crewCall, latestLunch, mainTimes, seatInChairs, sumOf } from './calltimes.rules.ts'
import type { CastMember, ChairWish } from './calltimes.rules.ts'
import type { Overrides, Timing } from './sheet.blocks.ts'
import { blocksFor } from './sheetDefaults.rules.ts'

const at = (text: string) => minuteOf(text as WallTime)
const timing: Timing = { ...blocksFor('narrative').timing, rehearsalLead: 10, baseToSet: 10 }
const none: Overrides = {}
const by = (value: number | string) => ({ value, by: 'Bea Whitlock', at: '2026-05-12T16:00:00Z', reason: null })
const actor = (over: Partial<CastMember>): CastMember => ({
  engagementId: 'a1',
  name: 'Actor 1',
  order: 1,
  firstStart: at('08:30'),
  firstNumber: '12',
  lastEnd: at('16:50'),
  makeupMinutes: 60,
  wardrobeMinutes: 15,
  pickupFrom: 'Station Hotel',
  driveMinutes: 35,
  ...over,
})
const day = {
  call: at('07:00'),
  firstStart: at('08:30'),
  lastEnd: at('17:00'),
  mealStart: at('12:30'),
  setupMinutes: 420,
  moveMinutes: 30,
  mealMinutes: 60,
}
const clock = (minutes: number | null | undefined) =>
  minutes === null || minutes === undefined ? '' : clockOf(minutes)

describe('CS-5 call times computed back from the first scene', () => {
  test('CS-5 the worked example: first scene 08:30 gives set 08:20, make-up 06:50, pick-up 06:10', () => {
    const times = castTimes([actor({})], timing, none).get('a1')!
    expect(clock(times.onSet.minutes)).toBe('08:20')
    expect(clock(times.makeup.minutes)).toBe('06:50')
    expect(clock(times.call.minutes)).toBe('06:50')
    expect(clock(times.pickup!.minutes)).toBe('06:10')
  })

  test('CS-5 each time says why: its parts add up to its value', () => {
    const times = castTimes([actor({})], timing, none).get('a1')!
    for (const each of [times.onSet, times.makeup, times.wardrobe, times.pickup!]) {
      expect(sumOf(each.parts)).toBe(each.computed)
    }
    expect(times.makeup.parts.map((part) => [part.label, part.minutes])).toEqual([
      ['On set', null],
      ['Base to set', -10],
      ['Ready buffer', -5],
      ['Wardrobe', -15],
      ['Make-up and hair', -60],
    ])
  })

  test('CS-5 two actors, one chair, both on set at 09:00: the first starts 07:00, the second 08:00', () => {
    const plain = { ...timing, chairs: 1, baseToSet: 0, readyBuffer: 0, rehearsalLead: 0 }
    const both = [
      actor({ engagementId: 'a1', order: 1, firstStart: at('09:00'), wardrobeMinutes: 0 }),
      actor({ engagementId: 'a2', order: 2, firstStart: at('09:00'), wardrobeMinutes: 0 }),
    ]
    const times = castTimes(both, plain, none)
    expect(clock(times.get('a1')!.makeup.minutes)).toBe('07:00')
    expect(clock(times.get('a2')!.makeup.minutes)).toBe('08:00')
    expect(times.get('a1')!.makeup.parts.at(-1)).toMatchObject({ label: 'Goes first, one chair', minutes: -60 })
  })

  test('CS-5 an override is kept beside what the rule gives, and carries the chain behind it', () => {
    const times = castTimes([actor({})], timing, { 'person.a1.makeup': by(at('07:10')) }).get('a1')!
    expect(clock(times.makeup.minutes)).toBe('07:10')
    expect(clock(times.makeup.computed)).toBe('06:50')
    const later = castTimes([actor({})], timing, { 'person.a1.makeup': by(at('06:00')) }).get('a1')!
    expect(clock(later.makeup.computed)).toBe('06:50')
    expect(times.makeup.override?.by).toBe('Bea Whitlock')
    expect(clock(times.pickup!.minutes)).toBe('06:30')
  })

  test('CS-5 on call is a word, not a time', () => {
    const times = castTimes([actor({})], timing, { 'person.a1.call': by('on_call') }).get('a1')!
    expect(times.call).toMatchObject({ minutes: null, word: 'on_call', computed: at('06:50') })
  })

  test.each([
    ['own offset before the department', -30, 'Camera', '06:30'],
    ['department offset', null, 'Locations', '06:00'],
    ['neither: general call', null, 'Camera', '07:00'],
  ])('CS-5 crew call by %s', (_, offsetMinutes, name, expected) => {
    const general = mainTimes(day, timing, none).generalCall
    const member = {
      engagementId: 'c1',
      name: 'Zoe Marsh',
      offsetMinutes,
      department: { id: 'd1', name, offset: name === 'Locations' ? -60 : 0 },
    }
    expect(clock(crewCall(member, general, none).minutes)).toBe(expected)
  })
})

describe('CS-5 the big times', () => {
  test('CS-5 crew call 07:00 and a first set-up of 90 minutes give a shooting call of 08:30', () => {
    const empty = { ...day, firstStart: null, lastEnd: null, mealStart: null }
    expect(clock(mainTimes(empty, timing, none).shootingCall.minutes)).toBe('08:30')
  })

  test('CS-5 a pulled general call carries shooting call, lunch and wraps with it', () => {
    const before = mainTimes(day, timing, none)
    const pulled = mainTimes(day, timing, { 'times.generalCall': by(at('06:30')) })
    for (const name of ['generalCall', 'shootingCall', 'lunch', 'cameraWrap', 'crewWrap'] as const) {
      expect(pulled[name].minutes, name).toBe(before[name].minutes! - 30)
    }
    expect(pulled.shift).toBe(-30)
    expect(pulled.generalCall.computed).toBe(at('07:00'))
  })

  test('CS-5 camera wrap names set-ups, moves, meal and gaps, and ends with the last strip', () => {
    const { cameraWrap, crewWrap } = mainTimes(day, timing, none)
    expect(clock(cameraWrap.minutes)).toBe('17:00')
    expect(sumOf(cameraWrap.parts)).toBe(cameraWrap.computed)
    expect(clock(crewWrap.minutes)).toBe('17:45')
  })

  test.each([
    ['everybody has gone home before it', { firstStart: at('08:00'), lastEnd: at('11:50') }, {}, ''],
    ['the day goes on', { firstStart: at('08:00'), lastEnd: at('13:30') }, {}, '13:00'],
    [
      'somebody serves it all the same',
      { firstStart: at('08:00'), lastEnd: at('11:50') },
      { 'times.lunch': by(at('12:15')) },
      '12:15',
    ],
    ['the board has a meal', { lastEnd: at('11:50'), mealStart: at('12:00') }, {}, '12:00'],
  ])('CS-5 lunch of a short day: %s', (_, of, overrides, expected) => {
    const short = { ...day, mealStart: null, setupMinutes: 0, moveMinutes: 0, mealMinutes: 0, ...of }
    expect(clock(mainTimes(short, timing, overrides).lunch.minutes)).toBe(expected)
  })

  test('CS-5 a wrap after midnight stays on the shooting day of its call', () => {
    const night = { ...day, call: at('14:00'), firstStart: at('15:30'), lastEnd: 1440 + 55, setupMinutes: 535 }
    const { crewWrap, generalCall } = mainTimes(night, timing, none)
    expect(crewWrap.minutes! - generalCall.minutes!).toBe(11 * 60 + 40)
    expect(clock(crewWrap.minutes)).toBe('01:40')
  })

  test.each([
    ['crew call 07:00', [['Crew', '07:00']], null, '13:00'],
    [
      'make-up artist in at 06:30',
      [
        ['Carmen Ruiz', '06:30'],
        ['Crew', '07:00'],
      ],
      null,
      '12:30',
    ],
    ['her clock re-set by a paid breakfast until 07:15', [['Carmen Ruiz', '06:30']], '07:15', '13:15'],
    [
      'with others from 07:00 the general call rules',
      [
        ['Carmen Ruiz', '06:30'],
        ['Crew', '07:00'],
      ],
      '07:15',
      '13:00',
    ],
  ])('CS-5 latest lunch: %s', (_, calls, breakfast, expected) => {
    const rules = { ...timing, paidBreakfastUntil: breakfast === null ? null : at(breakfast) }
    const inTimes = calls.map(([name, call]) => ({ name: name!, call: at(call!) }))
    const general = mainTimes(day, timing, none).generalCall
    expect(clock(latestLunch(inTimes, general, rules, none).minutes)).toBe(expected)
  })
})

describe('CS-5 chairs, for any cast', () => {
  const wishes = fc.array(
    fc.record({ minutes: fc.integer({ min: 5, max: 180 }), by: fc.integer({ min: 300, max: 900 }) }),
    { maxLength: 12 },
  )

  test('CS-5 nobody leaves the chair late and never more sit than there are chairs', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 4 }), (list, chairs) => {
        const all: ChairWish[] = list.map((wish, i) => ({ id: `${i}`, order: i, fixedStart: null, ...wish }))
        const seats = seatInChairs([...all], chairs)
        expect(seats.size).toBe(all.length)
        for (const wish of all) {
          const from = seats.get(wish.id)!
          expect(from + wish.minutes).toBeLessThanOrEqual(wish.by)
          const sitting = all.filter((other) => {
            const start = seats.get(other.id)!
            return start <= from && from < start + other.minutes
          })
          expect(sitting.length).toBeLessThanOrEqual(chairs)
        }
      }),
    )
  })

  test('CS-5 with a chair for each, everybody sits as late as possible', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const all: ChairWish[] = list.map((wish, i) => ({ id: `${i}`, order: i, fixedStart: null, ...wish }))
        const seats = seatInChairs([...all], Math.max(1, all.length))
        for (const wish of all) expect(seats.get(wish.id)).toBe(wish.by - wish.minutes)
      }),
    )
  })

  test('CS-5 the chain is in order for any lengths: pick-up, make-up, wardrobe, set', () => {
    const length = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(length, length, length, (makeupMinutes, wardrobeMinutes, driveMinutes) => {
        const member = actor({ makeupMinutes, wardrobeMinutes, driveMinutes })
        const times = castTimes([member], timing, none).get('a1')!
        expect(times.pickup!.minutes!).toBeLessThanOrEqual(times.call.minutes!)
        expect(times.call.minutes!).toBeLessThanOrEqual(times.wardrobe.minutes!)
        expect(times.wardrobe.minutes! + wardrobeMinutes).toBeLessThanOrEqual(times.onSet.minutes!)
        expect(sumOf(times.makeup.parts)).toBe(times.makeup.computed)
      }),
    )
  })
})
