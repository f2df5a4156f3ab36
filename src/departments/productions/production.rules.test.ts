import { describe, expect, test } from 'vitest'
import type { PlainDay } from '../../kernel/time.ts'
import { restOn } from './calendar.rules.ts'
import { paperFor, profileFor } from './profile.rules.ts'

const day = (text: string) => text as PlainDay

describe('SC-8 a production calendar', () => {
  const calendar = {
    daysOff: [6, 7],
    days: [
      { onDate: day('2026-05-16'), kind: 'work' as const, label: 'Weekend shoot' },
      { onDate: day('2026-05-18'), kind: 'holiday' as const, label: 'Bank holiday' },
    ],
  }
  test.each([
    ['a Friday', '2026-05-15', null],
    ['a Saturday that is worked', '2026-05-16', null],
    ['a Sunday', '2026-05-17', 'off'],
    ['a Monday that is a holiday', '2026-05-18', 'holiday'],
  ])('%s', (_, date, rest) => expect(restOn(calendar, day(date))).toBe(rest))
})

describe('N-13 a new production takes the working-time profile of its country and kind', () => {
  const profiles = [
    { id: 'eu', suitsZones: ['Europe/', ''], suitsKinds: [] },
    { id: 'uk', suitsZones: ['Europe/London'], suitsKinds: [] },
    { id: 'us-union', suitsZones: ['America/Los_Angeles'], suitsKinds: ['narrative'] },
    { id: 'us', suitsZones: ['America/Los_Angeles'], suitsKinds: ['commercial', 'corporate'] },
    { id: 'us-performers', suitsZones: [], suitsKinds: [] },
  ]
  test.each([
    ['Europe/Berlin', 'commercial', 'eu'],
    ['Europe/London', 'narrative', 'uk'],
    ['America/Los_Angeles', 'narrative', 'us-union'],
    ['America/Los_Angeles', 'corporate', 'us'],
    ['Asia/Tokyo', 'narrative', 'eu'],
  ] as const)('%s, %s', (zone, kind, id) => expect(profileFor(profiles, zone, kind)).toBe(id))

  test('none fits when the office has none', () => expect(profileFor([], 'Europe/Oslo', 'social')).toBeNull())

  test.each([
    ['America/Chicago', 'letter'],
    ['America/Toronto', 'letter'],
    ['America/Argentina/Buenos_Aires', 'a4'],
    ['Europe/Lisbon', 'a4'],
  ])('paper in %s is %s', (zone, paper) => expect(paperFor(zone)).toBe(paper))
})
