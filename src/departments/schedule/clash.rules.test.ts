import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Absence, ClashFacts } from './clash.facts.rules.ts'
import { clashes } from './clash.rules.ts'
import { at, clashDay, clashFacts, clashStrip, date, otherJob, ourPlan, work } from './fixtures/clashFacts.ts'

const found = (facts: Partial<ClashFacts>) =>
  clashes(clashFacts(facts)).map(({ code, severity }) => `${code.replace('schedule.', '')} ${severity}`)

const away = (over: Partial<Absence> = {}): Absence => ({
  resource: { kind: 'person', id: 'jo' },
  onDate: date('2026-05-12'),
  from: null,
  until: null,
  kind: 'unavailable',
  note: '',
  ...over,
})

describe('ST-3 availability of people, places and units', () => {
  test.each<[string, Partial<Absence>, string[]]>([
    ['away all day', {}, ['unavailable blocks']],
    ['on leave', { kind: 'leave' }, ['unavailable blocks']],
    ['a day off', { kind: 'day_off' }, ['unavailable warns']],
    ['perhaps away', { kind: 'tentative' }, ['unavailable notes']],
    ['away until the call', { until: at('08:00') }, []],
    ['away from release', { from: at('18:00') }, []],
    ['away into the call', { until: at('08:01') }, ['unavailable blocks']],
    ['another day', { onDate: date('2026-05-13') }, []],
    ['somebody else', { resource: { kind: 'person', id: 'ana' } }, []],
  ])('ST-3 %s', (_, absence, codes) => expect(found({ works: [work()], absences: [away(absence)] })).toEqual(codes))

  test('ST-3 a night that runs over midnight meets the next morning', () => {
    const night = work({ from: at('18:00'), until: at('26:00') })
    const absences = [away({ onDate: date('2026-05-13'), until: at('12:00') })]
    expect(found({ works: [night], absences })).toEqual(['unavailable blocks'])
  })
  test('ST-3 a location that is closed', () => {
    const place = { kind: 'location', id: 'l1', label: 'East Quay' } as const
    expect(found({ works: [work({ resource: place })], absences: [away({ resource: place })] })).toEqual([
      'unavailable blocks',
    ])
  })
  test('ST-3 both causes and a remedy are told', () => {
    const [concern] = clashes(clashFacts({ works: [work()], absences: [away({ note: 'Theatre matinee' })] }))
    expect(concern?.message).toBe('Jo Mensah is not available on Tue 12 May')
    expect(concern?.causes).toEqual([
      'Plan A, main unit: scene 12, 08:00–18:00 on Tue 12 May',
      'Away all day: Theatre matinee',
    ])
    expect(concern?.remedy).toContain('Move the scenes')
  })
})

describe('ST-3 one element in two places', () => {
  const second = { ...ourPlan, unit: 'Second unit' }
  test.each<[string, Parameters<typeof work>[0], string[]]>([
    ['two units, the same hours', { plan: second, dayId: 'd2' }, ['two_places blocks']],
    ['two units, one after the other', { plan: second, from: at('18:00'), until: at('20:00') }, ['two_places warns']],
    ['two boards', { plan: { ...ourPlan, boardId: 'b9', boardName: 'Second unit' } }, ['two_places blocks']],
    ['two productions', { plan: otherJob }, ['two_places blocks']],
    ['the same unit twice is one day of work', { from: at('18:00'), until: at('19:00') }, []],
    ['another person', { plan: second, resource: { kind: 'person', id: 'ana', label: 'Ana' } }, []],
  ])('ST-3 %s', (_, other, codes) => expect(found({ works: [work(), work(other)] })).toEqual(codes))

  test('ST-3 two foreign jobs are not our concern', () => {
    expect(found({ works: [work({ plan: otherJob }), work({ plan: { ...otherJob, boardId: 'b3' } })] })).toEqual([])
  })
  test('N-13 of the other production only its code is told', () => {
    const [concern] = clashes(clashFacts({ works: [work(), work({ plan: otherJob })] }))
    expect(concern?.causes[1]).toBe('production ADX: scene 12, 08:00–18:00 on Tue 12 May')
  })
  test('ST-3 an event of the same hours', () => {
    const resource = { kind: 'person', id: 'jo', label: 'Jo Mensah' } as const
    const fitting = { id: 'e1', resource, onDate: date('2026-05-12'), kind: 'fitting', note: 'Costume' } as const
    expect(found({ works: [work()], events: [{ ...fitting, from: at('17:00'), until: at('19:00') }] })).toEqual([
      'event_clash blocks',
    ])
    expect(found({ works: [work()], events: [{ ...fitting, from: at('18:00'), until: at('19:00') }] })).toEqual([])
  })
  test('ST-3 two half-open spans clash exactly when a minute belongs to both', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 }))
    fc.assert(
      fc.property(span, span, ([a, lengthA], [b, lengthB]) => {
        const minutes = new Set(Array.from({ length: lengthA }, (_, i) => a + i))
        const shares = Array.from({ length: lengthB }, (_, i) => b + i).some((minute) => minutes.has(minute))
        const codes = found({
          works: [work({ from: a, until: a + lengthA }), work({ plan: second, from: b, until: b + lengthB })],
        })
        expect(codes).toEqual([shares ? 'two_places blocks' : 'two_places warns'])
      }),
    )
  })
})

describe('ST-3 what a day can carry', () => {
  test.each<[string, Parameters<typeof clashDay>[0], string[]]>([
    ['one move', { moveCount: 1 }, []],
    ['two moves', { moveCount: 2 }, ['company_moves warns']],
    ['three moves', { moveCount: 3 }, ['company_moves blocks']],
    ['6 4/8 pages against an aim of 5', { eighths: 52, targetEighths: 40 }, ['heavy_day warns']],
    ['5 pages against an aim of 5', { eighths: 40, targetEighths: 40 }, []],
    ['a late meal', { lateMeal: { due: at('13:00'), at: at('13:15'), lateBy: 15 } }, ['late_meal warns']],
    ['an omitted scene', { strips: [clashStrip({ isOmitted: true })] }, ['omitted warns']],
  ])('ST-3 %s', (_, day, codes) => expect(found({ days: [clashDay(day)] })).toEqual(codes))

  test('ST-3 two places with no move between them', () => {
    const far = { id: 'l2', name: 'Jun’s Café', latitude: null, longitude: null, timeZone: 'Europe/London' as never }
    const strips = [clashStrip(), clashStrip({ stripId: 's13', label: '13', place: far })]
    const move = clashStrip({ stripId: 'm', kind: 'company_move', place: null })
    expect(found({ days: [clashDay({ strips })] })).toEqual(['missing_move notes'])
    expect(found({ days: [clashDay({ strips: [strips[0]!, move, strips[1]!] })] })).toEqual([])
  })
  test('ST-3 a shoot day on the company’s day off', () => {
    expect(found({ days: [clashDay({ rest: 'a day off' })] })).toEqual(['rest_day warns'])
    expect(found({ days: [clashDay({ type: 'prep', rest: 'a day off' })] })).toEqual([])
  })
  test('ST-1 scenes without a day are told once for the board', () => {
    const unplaced = [{ boardId: 'b1', boardName: 'Plan A', lane: 'plan', scenes: ['4', '12A'] }]
    expect(clashes(clashFacts({ unplaced }))[0]?.message).toBe('2 scenes have no day on Plan A')
  })
})

describe('ST-4 red flags', () => {
  const flag = {
    id: 'f',
    onDate: date('2026-05-12'),
    element: null,
    reason: 'Regatta',
    source: 'permit',
    isHard: true,
    expiresOn: null,
  }
  const crane = { id: 'crane', label: 'Crane' }
  test.each([
    ['of a date', {}, ['flag blocks']],
    ['soft', { isHard: false }, ['flag warns']],
    ['of another date', { onDate: date('2026-05-14') }, []],
    ['of an element that works', { element: crane }, ['flag blocks']],
    ['of an element that does not', { element: { id: 'boat', label: 'Boat' } }, []],
    ['that has expired', { expiresOn: date('2026-04-30') }, []],
  ])('ST-4 a flag %s', (_, over, codes) =>
    expect(
      found({ days: [clashDay({ strips: [clashStrip({ elementIds: ['crane'] })] })], flags: [{ ...flag, ...over }] }),
    ).toEqual(codes),
  )
})
