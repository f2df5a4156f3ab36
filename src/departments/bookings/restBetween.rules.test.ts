import { describe, expect, test } from 'vitest'
import { restedWindow, shortRests, startText, endText, type Work } from './restBetween.rules.ts'

const work = (productionId: string, from: string, until: string, known: Work['known'] = 'booked'): Work => ({
  personId: 'p',
  productionId,
  known,
  onDate: from.slice(0, 10) as never,
  from: Temporal.Instant.from(`${from}Z`),
  until: Temporal.Instant.from(`${until}Z`),
})
const due = (id: string) => ({ A: 660, B: 600 })[id]
const found = (works: Work[]) => shortRests(works, due).map(({ hadMinutes, dueMinutes }) => [hadMinutes, dueMinutes])

describe('N-13 rest between two days of work, whichever productions they are for', () => {
  test.each([
    ['ten hours on one job that asks for eleven', ['A', '20:00'], ['A', '06:00'], [[600, 660]]],
    ['exactly eleven', ['A', '20:00'], ['A', '07:00'], []],
    ['between two jobs the longer rest holds', ['A', '20:00'], ['B', '06:30'], [[630, 660]]],
    ['one that follows no profile is owed the other’s', ['C', '21:00'], ['B', '06:30'], [[570, 600]]],
    ['neither follows one', ['C', '23:00'], ['C', '05:00'], []],
  ] as const)('N-13 %s', (_, [first, wrap], [second, call], short) => {
    expect(
      found([
        work(first, '2026-06-09T08:00', `2026-06-09T${wrap}`),
        work(second, `2026-06-10T${call}`, '2026-06-10T18:00'),
      ]),
    ).toEqual(short)
  })

  test('N-13 what was worked counts before the call sheet, and that before what was booked', () => {
    const next = work('A', '2026-06-10T07:00', '2026-06-10T18:00')
    const booked = work('A', '2026-06-09T08:00', '2026-06-09T18:00')
    const sheet = work('A', '2026-06-09T08:00', '2026-06-09T21:00', 'sheet')
    const worked = work('A', '2026-06-09T08:00', '2026-06-09T22:30', 'worked')
    expect([found([booked, next]), found([booked, sheet, next]), found([booked, sheet, worked, next])]).toEqual([
      [],
      [[600, 660]],
      [[510, 660]],
    ])
  })

  test('N-13 travel home is no rest, and a second stretch of a day is not the next day', () => {
    const day = work('A', '2026-06-09T08:00', '2026-06-09T18:00', 'sheet')
    const evening = work('B', '2026-06-09T19:00', '2026-06-09T20:00')
    const next = work('A', '2026-06-10T07:00', '2026-06-10T18:00')
    expect(found([day, evening, next])).toEqual([])
    expect(found([day, work('A', '2026-06-09T18:00', '2026-06-09T21:30', 'travel'), next])).toEqual([[570, 660]])
  })

  test('N-13 a wrap after midnight belongs to the day before', () => {
    const late = { ...work('A', '2026-06-09T15:00', '2026-06-10T02:00', 'worked') }
    expect(found([late, work('A', '2026-06-10T12:00', '2026-06-10T20:00')])).toEqual([[600, 660]])
  })

  test('N-13 before booking: from when they have rested, and when they must be done for the next job', () => {
    const works = [
      work('A', '2026-06-09T08:00', '2026-06-09T21:00', 'worked'),
      work('B', '2026-06-12T06:00', '2026-06-12T18:00', 'sheet'),
    ]
    const { earliest, latest } = restedWindow(works, ['2026-06-11' as never, '2026-06-10' as never], 660)
    expect([String(earliest?.at), String(latest?.at)]).toEqual(['2026-06-10T08:00:00Z', '2026-06-11T19:00:00Z'])
    const told = { codeOf: (id: string) => `JOB${id}`, zoneOf: () => 'Europe/London' as never }
    expect([endText(earliest!.because, told), startText(latest!.because, told)]).toEqual([
      'JOBA until 22:00 on Tue 9 Jun, as entered on the timesheet',
      'JOBB from 07:00 on Fri 12 Jun, by the call sheet',
    ])
    expect(restedWindow([], ['2026-06-10' as never], 660)).toEqual({ earliest: null, latest: null })
  })
})
