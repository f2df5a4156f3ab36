import { expect, test } from 'vitest'
import { sessionChange, type SessionDraft } from './session.draft.rules.ts'

const began: SessionDraft = {
  fromMinute: '09:00',
  untilMinute: '12:00',
  perSlot: 1,
  breakAt: '10:30',
  breakMinutes: 15,
  place: 'Room 2',
  stream: '',
  releaseText: '',
}
const others = [{ at: 690, minutes: 10 }]

test.each<[string, Partial<SessionDraft>, object]>([
  ['nothing', {}, {}],
  ['another room', { place: 'Room 3' }, { place: 'Room 3' }],
  ['a later end, in minutes', { untilMinute: '13:00' }, { untilMinute: 780 }],
  ['a longer break, before the others', { breakMinutes: 20 }, { breaks: [{ at: 630, minutes: 20 }, ...others] }],
  ['no first break', { breakAt: null }, { breaks: others }],
])('CR-18 of a casting day only what was changed is sent: %s', (_, change, sent) =>
  expect(sessionChange({ ...began, ...change }, began, others)).toEqual(sent),
)
