import { describe, expect, test } from 'vitest'
import type { PlainDay } from '../../../kernel/time.ts'
import type { Engagement } from '../../people/engagement.contract.ts'
import { cellsOf, hoursText, nextState, type GridFacts } from './crewGrid.rules.ts'

const day = (text: string) => text as PlainDay
const [prep, first, second] = [day('2026-12-01'), day('2026-12-02'), day('2026-12-03')]
const person = (more: Partial<Engagement>): Engagement =>
  ({
    id: 'e1',
    personId: 'p1',
    name: 'Pim',
    kind: 'crew',
    works: 'every_shoot_day',
    elementId: null,
    ...more,
  }) as Engagement
const facts = (more: Partial<GridFacts> = {}): GridFacts => ({
  days: [
    { onDate: prep, label: 'Prep', isShoot: false },
    { onDate: first, label: 'Day 1', isShoot: true },
    { onDate: second, label: 'Day 2', isShoot: true },
  ],
  booked: [],
  absences: [],
  elsewhere: [],
  scenesOn: new Map([['boy', new Set([second as string])]]),
  ...more,
})
const states = (who: Engagement, grid = facts()) => cellsOf(who, grid).map(({ state }) => state)

describe('CR-7 who is there on which day', () => {
  test.each([
    ['crew of every shoot day, not on prep', person({}), [null, 'confirmed', 'confirmed']],
    ['listed days only when listed', person({ works: 'listed_days' }), [null, null, null]],
    ['cast on the days of their scenes', person({ kind: 'cast', elementId: 'boy' }), [null, null, 'confirmed']],
    ['cast without a character', person({ kind: 'cast' }), [null, null, null]],
  ])('%s', (_, who, expected) => expect(states(who)).toEqual(expected))

  test('what was set by hand wins', () => {
    const booked = [{ engagementId: 'e1' as never, onDate: first, state: 'released' as const }]
    expect(states(person({}), facts({ booked }))).toEqual([null, 'released', 'confirmed'])
  })

  test('a day off or another production clashes with being booked, and says so', () => {
    const absence = {
      id: 'a' as never,
      resource: { kind: 'person' as const, id: 'p1' },
      productionId: null,
      onDate: first,
    }
    const away = { ...absence, from: null, until: null, kind: 'day_off' as const, note: '', source: '', seriesId: null }
    const elsewhere = [{ personId: 'p1', onDate: second, state: 'confirmed' as const, code: 'VHL' }]
    const cells = cellsOf(person({}), facts({ absences: [away], elsewhere }))
    expect(cells.map(({ clashes }) => clashes)).toEqual([false, true, true])
    expect(cells.map(({ says }) => says)).toEqual([
      'Pim, Tue 1 Dec: not booked',
      'Pim, Wed 2 Dec: booked, day off',
      'Pim, Thu 3 Dec: booked, booked on VHL',
    ])
  })

  test('pressing a day goes round: hold, released, and back to what is usual', () => {
    expect(nextState({ state: 'confirmed', isOwn: false })).toBe('hold')
    expect(nextState({ state: 'hold', isOwn: true })).toBe('released')
    expect(nextState({ state: 'released', isOwn: true })).toBeNull()
    expect(nextState({ state: null, isOwn: false })).toBe('confirmed')
  })

  test.each([
    [null, null, ''],
    [540, 780, '09:00–13:00'],
    [null, 780, 'until 13:00'],
    [1080, null, 'from 18:00'],
  ])('hours of a day: %s to %s', (from, until, words) => expect(hoursText({ from, until })).toBe(words))
})
