import { expect, test } from 'vitest'
import type { Appointment } from './session.contract.ts'
import { dayInWords, lineOf } from './sessionReport.rules.ts'

const day = { onDate: '2026-05-06', timeZone: 'Europe/Berlin', slotMinutes: 15 } as never
const evening = Temporal.Instant.from('2026-05-06T18:00:00Z')
const ada = {
  candidateId: 'x',
  name: 'Ada',
  number: 1,
  minute: 600,
  seat: 1,
  isMinor: false,
  inSchool: false,
  toldAt: null,
  signedName: 'Ada L.',
  signedGuardian: null,
  signedInAt: '2026-05-06T08:01:00Z',
  signedOutAt: '2026-05-06T08:31:00Z',
} as unknown as Appointment

test.each([
  ['stayed half an hour for a quarter', {}, { in: '10:01', out: '10:31', stayed: 30, over: 15, note: '' }],
  ['was quicker than the slot', { signedOutAt: '2026-05-06T08:09:00Z' }, { stayed: 8, over: 0 }],
  ['is still inside', { signedOutAt: null }, { out: null, stayed: null, over: null, note: 'Not signed out' }],
  [
    'did not come',
    { signedInAt: null, signedOutAt: null, signedName: null },
    { in: null, note: 'Did not come', agreedAs: '' },
  ],
  ['is a minor', { isMinor: true, signedGuardian: 'Ida Roe' }, { note: 'Minor', agreedAs: 'Ada L., guardian Ida Roe' }],
])('CR-22 who %s', (_, different, line) =>
  expect(lineOf(day, { ...ada, ...different }, { tapes: 0, now: evening })).toMatchObject(line),
)

test('CR-22 nobody stayed away before their time is over', () => {
  const away = { ...ada, signedInAt: null, signedOutAt: null }
  const noteAt = (now: string) => lineOf(day, away, { tapes: 0, now: Temporal.Instant.from(now) }).note
  expect([noteAt('2026-05-05T09:00:00Z'), noteAt('2026-05-06T08:14:00Z'), noteAt('2026-05-06T08:15:00Z')]).toEqual([
    '',
    '',
    'Did not come',
  ])
})

test('CR-22 the day in one sentence', () => {
  const came = lineOf(day, ada, { tapes: 2, now: evening })
  const away = lineOf(day, { ...ada, signedInAt: null, signedOutAt: null }, { tapes: 0, now: evening })
  expect(dayInWords([came, away])).toBe('1 of 2 came; from 10:01 to 10:31; 30 minutes on average; 2 recordings.')
  expect(dayInWords([away])).toBe('1 expected; nobody has come yet.')
  expect(dayInWords([])).toBe('Nobody has a time yet.')
})
