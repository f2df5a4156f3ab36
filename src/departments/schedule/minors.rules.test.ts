import { describe, expect, test } from 'vitest'
import { hoursFor, minorHours, overLimits } from './minors.rules.ts'
import { californiaHours } from './fixtures/californiaHours.ts'
import { at, clashDay, clashFacts, clashStrip, date, work } from './fixtures/clashFacts.ts'

describe('ST-3 a minor’s hours', () => {
  test.each([
    [3, true, 20, 120],
    [12, true, 120, 240],
    [40, true, 180, 360],
    [84, true, 240, 480],
    [84, false, 360, 480],
    [120, true, 300, 540],
    [120, false, 420, 540],
    [200, true, 360, 600],
    [200, false, 480, 600],
  ])('ST-3 California, %i months, school day %s: work %i, on set %i', (age, school, workMinutes, onSetMinutes) =>
    expect(hoursFor(californiaHours, age, school)).toMatchObject({ workMinutes, onSetMinutes }),
  )
  test('ST-3 of age there is no limit, and a birthday moves the row', () => {
    expect(hoursFor(californiaHours, 216, true)).toBeUndefined()
    expect(hoursFor(californiaHours, 107, true)?.onSetMinutes).toBe(480)
    expect(hoursFor(californiaHours, 108, true)?.onSetMinutes).toBe(540)
  })

  const seven = hoursFor(californiaHours, 84, true)!
  test('ST-3 a seven-year-old on a school day: 4 h work, 3 h school, 1 h rest, out after 8 h and the meal half hour', () => {
    expect(seven).toMatchObject({ workMinutes: 240, schoolMinutes: 180, restMinutes: 60 })
    const day = { from: at('09:00'), workMinutes: 240, hasMeal: true }
    expect(overLimits({ ...day, until: at('17:30') }, seven, false)).toEqual([])
    expect(overLimits({ ...day, until: at('17:31') }, seven, false)).toEqual(['On set 8 h 31 min, allowed 8 h 30 min'])
    expect(overLimits({ ...day, hasMeal: false, until: at('17:30') }, seven, false)).toHaveLength(1)
  })
  test.each([
    ['works too long', '09:00', '15:00', 241, false, 1],
    ['not before 05:00', '04:55', '06:00', 30, false, 1],
    ['not after 22:00', '20:00', '22:15', 60, false, 1],
    ['until 00:30 before a free day', '20:00', '24:30', 60, true, 0],
    ['not after that', '20:00', '24:35', 60, true, 1],
  ])('ST-3 %s', (_, from, until, workMinutes, isBeforeFreeDay, count) =>
    expect(
      overLimits({ from: at(from), until: at(until), workMinutes, hasMeal: false }, seven, isBeforeFreeDay),
    ).toHaveLength(count),
  )

  const pip = { id: 'pip', label: 'Pip', minorAgeMonths: 120, doNotExceedMinutes: null }
  const strips = [
    clashStrip({ elementIds: ['pip'], from: at('08:00'), until: at('09:00') }),
    clashStrip({ stripId: 's2', elementIds: ['pip'], from: at('16:45'), until: at('17:45'), label: '14' }),
  ]
  test('ST-3 at work 9:45 of 9:30 on a school day with a meal', () => {
    const day = clashDay({ onDate: date('2026-05-13'), strips, meals: [{ from: at('12:00'), until: at('13:00') }] })
    const [concern] = minorHours(clashFacts({ days: [day], limited: [pip] }))
    expect(concern?.severity).toBe('blocks')
    expect(concern?.causes).toEqual(['On set 9 h 45 min, allowed 9 h 30 min', 'California, school day'])
  })
  test('ST-3 the clock starts at arrival, make-up included', () => {
    const day = clashDay({ strips: [strips[0]!] })
    const arrives = work({ elementId: 'pip', from: at('04:30'), until: at('09:00') })
    expect(minorHours(clashFacts({ days: [day], limited: [pip], works: [arrives] }))[0]?.causes[0]).toContain(
      'Starts 04:30',
    )
  })
  test('ST-3 any element’s own limit', () => {
    const boat = { id: 'pip', label: 'Ferry', minorAgeMonths: null, doNotExceedMinutes: 480 }
    const codes = minorHours(clashFacts({ days: [clashDay({ strips })], limited: [boat] })).map((it) => it.code)
    expect(codes).toEqual(['schedule.over_own_limit'])
  })
})
