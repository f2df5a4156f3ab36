import { expect, test } from 'vitest'
import type { PlainDay } from '../../kernel/time.ts'
import { refusalsOf } from './sessionChange.rules.ts'

const day = {
  onDate: '2026-05-06' as PlainDay,
  fromMinute: 600,
  untilMinute: 720,
  slotMinutes: 15,
  perSlot: 2,
  breaks: [],
}
const ada = { name: 'Ada', minute: 705, seat: 1, signedInAt: null }
const ben = { name: 'Ben', minute: 600, seat: 2, signedInAt: null }

test.each([
  ['a longer day', { untilMinute: 780 }, []],
  ['another room and text', { place: 'Room 2', releaseText: 'Other words' }, []],
  ['an end that cuts nobody', { untilMinute: 720 }, []],
  ['an end before somebody', { untilMinute: 700 }, ['/untilMinute']],
  ['a break over somebody', { breaks: [{ at: 600, minutes: 15 }] }, ['/untilMinute']],
  ['one at a time where two are seen', { perSlot: 1 }, ['/untilMinute']],
  ['another day', { onDate: '2026-05-07' as PlainDay }, ['/onDate']],
  ['longer slots', { slotMinutes: 20 }, ['/slotMinutes']],
  ['an end before the beginning', { untilMinute: 500 }, ['/untilMinute']],
])('CR-22 a day that was laid out: %s', (_, change, where) =>
  expect(refusalsOf(day, change, [ada, ben]).map(({ at }) => at)).toEqual(where),
)

test('CR-22 while nobody has a time everything changes; who loses theirs is named', () => {
  expect(refusalsOf(day, { onDate: '2026-05-07' as PlainDay, slotMinutes: 20 }, [])).toEqual([])
  expect(refusalsOf(day, { untilMinute: 700 }, [ada, ben])[0]?.words).toContain('Ada at 11:45')
})
