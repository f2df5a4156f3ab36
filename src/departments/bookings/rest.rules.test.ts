import { describe, expect, test } from 'vitest'
import type { DayMinute, PlainDay, ZoneName } from '../../kernel/time.ts'
import type { RestFacts } from './rest.rules.ts'
import { shortRest } from './rest.rules.ts'

const minute = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) as DayMinute
}
const row = (onDate: string, from: string | null, until: string | null, more: object = {}) => ({
  onDate: onDate as PlainDay,
  zone: 'Europe/London' as ZoneName,
  state: 'confirmed' as const,
  from: from === null ? null : minute(from),
  until: until === null ? null : minute(until),
  byHand: true,
  isStanding: false,
  sharedReason: null,
  ...more,
})
const here = (...args: Parameters<typeof row>) => ({ ...row(...args), engagementId: 'e1' as never })
const there = (...args: Parameters<typeof row>) => ({ ...row(...args), personId: 'p1', code: 'JOBA' })
const facts = (more: Partial<RestFacts>): RestFacts => ({
  people: [{ engagementId: 'e1', personId: 'p1', name: 'Tomas', title: 'Gaffer' }],
  days: [],
  elsewhere: [],
  travel: [],
  dailyRestMinutes: 660,
  ...more,
})
const messages = (more: Partial<RestFacts>) => shortRest(facts(more)).map(({ message }) => message)

describe('N-13 rest across productions from booked hours', () => {
  test('job A ends at 23:30 and job B begins at 06:00: both are named, with what is missing and from when it would do', () => {
    const [concern, ...others] = shortRest(
      facts({ elsewhere: [there('2026-06-10', '12:00', '23:30')], days: [here('2026-06-11', '06:00', '16:00')] }),
    )
    expect(others).toEqual([])
    expect(concern).toMatchObject({
      code: 'bookings.short_rest',
      severity: 'warns',
      onDate: '2026-06-11',
      message: 'Tomas is 4 h 30 min short of rest before Thu 11 Jun',
      causes: [
        '12:00–23:30 on Wed 10 Jun on JOBA',
        '06:00–16:00 on Thu 11 Jun here as Gaffer; 6 h 30 min of rest, 11 h due',
      ],
      remedy: 'Begin no earlier than 10:30 on Thu 11 Jun, or end earlier the day before.',
    })
  })

  test.each([
    ['exactly the rest that is due', { elsewhere: [there('2026-06-10', '08:00', '19:00')] }, []],
    ['a minute less', { elsewhere: [there('2026-06-10', '08:00', '19:01')] }, ['1 min']],
    ['past midnight', { elsewhere: [there('2026-06-10', '16:00', '26:00')] }, ['7 h']],
    ['a held day is no work yet', { elsewhere: [there('2026-06-10', '12:00', '23:30', { state: 'hold' })] }, []],
    ['days without hours are left to the schedule', { elsewhere: [there('2026-06-10', null, null)] }, []],
    ['travel until late is no rest', { travel: [{ ...row('2026-06-10', '19:00', '22:00'), personId: 'p1' }] }, ['3 h']],
    [
      'the longer day before counts, not the last entered',
      {
        elsewhere: [there('2026-06-10', '10:00', '22:00'), there('2026-06-10', '13:00', '15:00')],
      },
      ['3 h'],
    ],
    ['no profile, no rule', { elsewhere: [there('2026-06-10', '12:00', '23:30')], dailyRestMinutes: null }, []],
    [
      'two days of other jobs are theirs to mend',
      {
        elsewhere: [there('2026-06-10', '12:00', '23:30'), there('2026-06-11', '06:00', '12:00')],
        days: [],
      },
      [],
    ],
  ] as [string, Partial<RestFacts>, string[]][])('%s', (_, more, short) => {
    expect(messages({ days: [here('2026-06-11', '06:00', '16:00')], ...more })).toEqual(
      short.map((length) => `Tomas is ${length} short of rest before Thu 11 Jun`),
    )
  })

  test('a night when clocks go forward is an hour shorter, and the zones of both places count', () => {
    expect(
      messages({ elsewhere: [there('2026-03-28', '08:00', '20:00')], days: [here('2026-03-29', '07:00', '15:00')] }),
    ).toEqual(['Tomas is 1 h short of rest before Sun 29 Mar'])
    const berlin = there('2026-06-10', '08:00', '20:00', { zone: 'Europe/Berlin' })
    expect(messages({ elsewhere: [berlin], days: [here('2026-06-11', '06:00', '15:00')] })).toEqual([])
  })
})
