import { expect, test } from 'vitest'
import { autoFill, freeSeats, isInSchool, slotsOf, type Wanting } from './slot.rules.ts'

const frame = { fromMinute: 540, untilMinute: 720, slotMinutes: 15, perSlot: 1, breaks: [{ at: 630, minutes: 15 }] }

test('CR-18 09:00 to 12:00 by 15 minutes with a break of 15 at 10:30 is 11 slots', () => {
  expect(slotsOf(frame)).toHaveLength(11)
  expect(slotsOf(frame)).not.toContain(630)
})

test.each([
  ['no break', { breaks: [] }, 12],
  ['the last one would run over', { untilMinute: 719, breaks: [] }, 11],
  ['a break that does not begin with a slot', { breaks: [{ at: 635, minutes: 10 }] }, 11],
  ['a break that covers everything', { breaks: [{ at: 0, minutes: 1440 }] }, 0],
  [
    'two breaks',
    {
      breaks: [
        { at: 600, minutes: 15 },
        { at: 660, minutes: 30 },
      ],
    },
    9,
  ],
])('CR-18 slots with %s', (_, different, count) => expect(slotsOf({ ...frame, ...different })).toHaveLength(count))

const wants = (id: string, different: Partial<Wanting> = {}): Wanting => ({
  id,
  choice: null,
  verdict: null,
  isMinor: false,
  number: Number(id),
  ...different,
})

test('CR-18 filling goes by choice, then mark, then number, and leaves out whom everybody refused', () => {
  const { placed, left } = autoFill(
    { ...frame, untilMinute: 600 },
    [{ minute: 540, seat: 1 }],
    [
      wants('1', { verdict: 'maybe' }),
      wants('2', { verdict: 'yes' }),
      wants('3', { choice: 1 }),
      wants('4', { verdict: 'no' }),
      wants('5'),
    ],
    null,
  )
  expect(placed.map(({ id, minute }) => `${id} ${minute}`)).toEqual(['3 555', '2 570', '1 585'])
  expect(left).toEqual(['5'])
})

test('CR-22 a minor is seen after school where there is a seat, and left over where there is none', () => {
  const afternoon = { ...frame, fromMinute: 900, untilMinute: 960, breaks: [] }
  const { placed } = autoFill(afternoon, [], [wants('1'), wants('2', { isMinor: true })], 930)
  expect(placed).toEqual([
    { id: '2', minute: 930, seat: 1 },
    { id: '1', minute: 900, seat: 1 },
  ])
  expect(autoFill(frame, [], [wants('1', { isMinor: true })], 930).left).toEqual(['1'])
  expect([isInSchool(true, 3, 929, 930), isInSchool(true, 3, 930, 930), isInSchool(true, 6, 600, 930)]).toEqual([
    true,
    false,
    false,
  ])
})

test('CR-18 several per slot have seats of their own', () =>
  expect(freeSeats({ ...frame, untilMinute: 570, breaks: [], perSlot: 2 }, [{ minute: 540, seat: 1 }])).toEqual([
    { minute: 540, seat: 2 },
    { minute: 555, seat: 1 },
    { minute: 555, seat: 2 },
  ]))
