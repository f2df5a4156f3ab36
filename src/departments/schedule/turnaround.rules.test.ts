import { describe, expect, test } from 'vitest'
import { clockOf } from '../../kernel/time.ts'
import type { Work } from './clash.facts.rules.ts'
import { at, clashFacts, date, london, otherJob, work } from './fixtures/clashFacts.ts'
import { earliestCall, restBetween, shortTurnaround, shortWeek } from './turnaround.rules.ts'

const moment = (onDate: string, time: string) => ({ onDate: date(onDate), minute: at(time), timeZone: london })

describe('N-13 rest on the clock that ran', () => {
  test.each([
    ['10 h 59 min', '2026-05-12', '20:00', '2026-05-13', '06:59', 659],
    ['exactly 11 h', '2026-05-12', '20:00', '2026-05-13', '07:00', 660],
    ['after a night', '2026-05-12', '26:00', '2026-05-13', '13:00', 660],
    ['the night clocks go forward is an hour shorter', '2026-03-28', '20:00', '2026-03-29', '07:00', 600],
    ['the night they go back is an hour longer', '2026-10-24', '20:00', '2026-10-25', '07:00', 720],
  ])('N-13 %s', (_, wrapDay, wrap, callDay, call, minutes) =>
    expect(restBetween(moment(wrapDay, wrap), moment(callDay, call))).toBe(minutes),
  )
  test.each([
    ['wrap 20:30 with 12 h rest', '2026-05-12', '20:30', 12, '2026-05-13', '08:30'],
    ['an actor released 19:10', '2026-05-12', '19:10', 12, '2026-05-13', '07:10'],
    ['Fraturday: wrap Sat 05:00, 12 h', '2026-05-15', '29:00', 12, '2026-05-16', '17:00'],
    ['its weekly rest of 54 h', '2026-05-15', '29:00', 54, '2026-05-18', '11:00'],
    ['its weekly rest of 56 h', '2026-05-15', '29:00', 56, '2026-05-18', '13:00'],
  ])('N-13 %s: earliest call', (_, wrapDay, wrap, rest, day, time) => {
    const earliest = earliestCall(moment(wrapDay, wrap), rest * 60)
    expect([earliest.onDate, clockOf(earliest.minute)]).toEqual([day, time])
  })
})

const twoDays = (release: string, call: string, over: Partial<Work> = {}) => [
  work({ until: at(release) }),
  work({ onDate: date('2026-05-13'), dayId: 'd2', from: at(call), until: at('23:00'), ...over }),
]

describe('ST-3 turnaround short of the profile', () => {
  test.each([
    ['11 h of 11', '20:00', '07:00', []],
    ['a quarter of an hour short', '20:15', '07:00', ['Jo Mensah is 15 min short of rest before Wed 13 May']],
    [
      'called before the wrap',
      '33:00',
      '07:00',
      ['Jo Mensah is called on Wed 13 May before the day before has wrapped'],
    ],
  ])('ST-3 %s', (_, release, call, messages) =>
    expect(shortTurnaround(clashFacts({ works: twoDays(release, call) })).map((it) => it.message)).toEqual(messages),
  )
  test('N-13 job B calls at 06:00 after job A wrapped at 23:30', () => {
    const works = [
      work({ plan: otherJob, until: at('23:30') }),
      work({ onDate: date('2026-05-13'), from: at('06:00') }),
    ]
    const [concern, ...others] = shortTurnaround(clashFacts({ works }))
    expect(others).toEqual([])
    expect(concern?.causes[0]).toContain('production ADX')
    expect(concern?.remedy).toContain('10:30 on Wed 13 May')
  })
  test('N-13 a short scene late in the list does not hide the long day before it', () => {
    const works = [
      work({ until: at('23:30') }),
      work({ from: at('08:00'), until: at('09:00'), plan: otherJob }),
      work({ onDate: date('2026-05-13'), from: at('06:00') }),
    ]
    expect(shortTurnaround(clashFacts({ works }))).toHaveLength(1)
  })
  test('ST-3 a minor rests 12 h, and that blocks', () => {
    const works = twoDays('20:00', '07:30', { elementId: 'pip' }).map((it) => ({ ...it, elementId: 'pip' }))
    const limited = [{ id: 'pip', label: 'Pip', minorAgeMonths: 120, doNotExceedMinutes: null }]
    expect(shortTurnaround(clashFacts({ works, limited })).map((it) => it.severity)).toEqual(['blocks'])
  })
  test('ST-3 rest is not asked within one day', () => {
    expect(shortTurnaround(clashFacts({ works: [work(), work({ from: at('19:00'), until: at('20:00') })] }))).toEqual(
      [],
    )
  })
})

describe('ST-3 the week’s rest', () => {
  const run = (days: number[]) => days.map((day) => work({ onDate: date(`2026-05-${day}`), dayId: `d${day}` }))
  test.each([
    ['seven days running, told once', [11, 12, 13, 14, 15, 16, 17], 1],
    ['eight are still one trouble', [11, 12, 13, 14, 15, 16, 17, 18], 1],
    ['six days', [11, 12, 13, 14, 15, 16], 0],
    ['six days and a day off, 38 h', [11, 12, 13, 14, 15, 17, 18], 0],
    ['five days and a weekend', [11, 12, 13, 14, 15, 18, 19], 0],
  ])('ST-3 %s', (_, days, count) => expect(shortWeek(clashFacts({ works: run(days) }))).toHaveLength(count))
})
