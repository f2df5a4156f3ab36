import { expect, test } from 'vitest'
import { fieldWord, told, valueWord } from './activity.rules.ts'
import type { ActivityEntry } from './concern.contract.ts'

const entry = (verb: string, label: string | null, changes: ActivityEntry['changes'] = []): ActivityEntry => ({
  id: '1',
  at: '2026-05-12T17:10:00Z',
  actor: 'Nadia Roth',
  actorKind: 'user',
  verb,
  subject: { kind: verb.split('.')[0] ?? '', id: 'x', label },
  changes,
})

test.each([
  ['production.created', 'Last Ferry', 'created Last Ferry'],
  ['call_sheet.published', null, 'published a call sheet'],
  ['concern.answered', 'Pip over his hours', 'answered the concern Pip over his hours'],
  ['concern.answered', null, 'answered the concern'],
  ['schedule.strips_moved', 'Draft B', 'moved strips, Draft B'],
  ['schedule.days_added', null, 'added days'],
  ['agreement.drawn_up', 'Deal memo 12', 'drew up Deal memo 12'],
  ['callsheet.sent_again', 'Day 2', 'sent again Day 2'],
  ['account.invitation_withdrawn', 'Ana Lind', 'withdrew invitation, Ana Lind'],
  ['bookings.ask_accept', 'Gaffer, Tomas', 'accepted the answer to Gaffer, Tomas'],
  ['paper.handed_in', 'W-9', 'handed in W-9'],
  ['casting_exclusivity.taken_out', null, 'took out the exclusivity'],
  ['call_sheet.created', 'Call sheet 2026-05-12', 'created Call sheet Tue 12 May 2026'],
])('%s of %s reads: Nadia Roth %s', (verb, label, did) => expect(told(entry(verb, label)).did).toBe(did))

test('a change names its fields, leaves out ids, versions and fingerprints, and a creation names none', () => {
  const changes = [
    { field: 'startsOn', before: '2026-05-12', after: '2026-05-13' },
    { field: 'version', before: 3, after: 4 },
    { field: 'content', before: 'a1'.repeat(32), after: 'b2'.repeat(32) },
    { field: 'profileId', before: 'uk', after: 'eu' },
  ]
  expect(told(entry('production.changed', 'Last Ferry', changes)).changes).toEqual([
    { field: 'Starts on', before: 'Tue 12 May 2026', after: 'Wed 13 May 2026' },
  ])
  expect(
    told(entry('production.created', 'Last Ferry', [{ field: 'title', before: null, after: 'x' }])).changes,
  ).toEqual([])
})

test('a state is told in the words of its department, and a code without words is spelled out', () => {
  const changes = [{ field: 'status', before: 'found', after: 'tech_scouted' }]
  const one = entry('location.changed', 'Harbour', changes)
  expect(told(one, { status: { found: 'Found', tech_scouted: 'Tech-scouted' } }).changes).toEqual([
    { field: 'Status', before: 'Found', after: 'Tech-scouted' },
  ])
  expect(told(one).changes[0]?.after).toBe('tech scouted')
})

test.each([
  ['daysOff', 'Days off'],
  ['paper_size', 'Paper size'],
  ['title', 'Title'],
])('the field %s is called %s', (field, word) => expect(fieldWord(field)).toBe(word))

test.each([
  [null, ''],
  [true, 'yes'],
  [[6, 7], '6, 7'],
  [[{ a: 1 }, { a: 2 }], '2 entries'],
  [{ a: 1 }, ''],
  ['A4', 'A4'],
  ['do_not_use', 'do not use'],
  ['scene_12.fdx', 'scene_12.fdx'],
])('the value %j is shown as %j', (value, word) => expect(valueWord(value)).toBe(word))
