import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awaitsAnswer, byCall, countsOf, needsYou, nextState, NoticeState } from './notice.rules.ts'
import type { NoticeHappening, NoticeStanding } from './notice.rules.ts'

const after = (...happenings: NoticeHappening[]) => happenings.reduce<NoticeState>(nextState, 'unsent')

test.each([
  ['nothing', [], 'unsent'],
  ['queued, waiting in the undo window', ['queued'], 'queued'],
  ['undone before it left', ['queued', 'undone'], 'unsent'],
  ['accepted by the receiving server', ['queued', 'delivered'], 'delivered'],
  ['tried in vain, then accepted', ['queued', 'deferred', 'delivered'], 'delivered'],
  ['opened', ['queued', 'delivered', 'opened'], 'opened'],
  ['opened before the receipt came', ['queued', 'opened', 'delivered'], 'opened'],
  ['confirmed', ['queued', 'delivered', 'opened', 'confirmed'], 'confirmed'],
  ['confirmed, then opened again', ['queued', 'delivered', 'confirmed', 'opened'], 'confirmed'],
  ['confirmed, then a late bounce', ['queued', 'delivered', 'confirmed', 'bounced'], 'confirmed'],
  ['confirmed, then a problem', ['queued', 'delivered', 'confirmed', 'problem'], 'problem'],
  ['a problem that was solved', ['queued', 'delivered', 'problem', 'confirmed'], 'confirmed'],
  ['a problem taken back', ['queued', 'delivered', 'opened', 'problem', 'taken_back'], 'opened'],
  ['bounced', ['queued', 'bounced'], 'bounced'],
  ['bounced, corrected and sent', ['queued', 'bounced', 'corrected'], 'queued'],
  ['bounced, corrected and accepted', ['queued', 'bounced', 'corrected', 'delivered'], 'delivered'],
  ['given up', ['queued', 'deferred', 'dropped'], 'dropped'],
  ['bounced by a notice after acceptance', ['queued', 'delivered', 'bounced'], 'bounced'],
  ['reminded while open', ['queued', 'delivered', 'opened', 'queued', 'delivered'], 'opened'],
] as const)('CS-1 %s', (_, happenings, state) => expect(after(...happenings)).toBe(state))

const one = (state: NoticeState, more: Partial<NoticeStanding> = {}): NoticeStanding => ({
  name: state,
  asks: true,
  state,
  call: 390,
  hasLeft: true,
  wasDelivered: ['delivered', 'opened', 'confirmed', 'problem'].includes(state),
  wasOpened: ['opened', 'confirmed', 'problem'].includes(state),
  ...more,
})
const several = (n: number, state: NoticeState) =>
  Array.from({ length: n }, (_, i) => one(state, { name: `${state} ${i}` }))

/** Whom the desk names: those who need a person, and those a reminder is for. */
const followUp = (notices: NoticeStanding[]) => [...notices.filter(needsYou), ...notices.filter(awaitsAnswer)]

test('CS-2 of 42, with 40 confirmed, 1 opened and 1 bounced, exactly 2 are followed up', () => {
  const notices = [...several(40, 'confirmed'), ...several(1, 'opened'), ...several(1, 'bounced')]
  expect(
    followUp(notices)
      .map((it) => it.state)
      .sort(),
  ).toEqual(['bounced', 'opened'])
})

test('CS-2 of 42 sent, with 41 delivered, 39 opened and 36 confirmed, 6 are followed up', () => {
  const notices = [
    ...several(36, 'confirmed'),
    ...several(3, 'opened'),
    ...several(2, 'delivered'),
    ...several(1, 'bounced'),
  ]
  expect(countsOf(notices)).toMatchObject({
    sent: 42,
    delivered: 41,
    opened: 39,
    confirmed: 36,
    notConfirmed: 5,
    bounced: 1,
  })
  expect(followUp(notices)).toHaveLength(6)
})

test('CS-2 a problem and a bounce need a person, and nobody reminds them', () => {
  const notices = [
    ...several(35, 'confirmed'),
    ...several(3, 'opened'),
    ...several(2, 'delivered'),
    one('problem'),
    one('bounced'),
  ]
  expect(notices.filter(needsYou).map((it) => it.state)).toEqual(['problem', 'bounced'])
  expect(countsOf(notices).notConfirmed).toBe(5)
})

test('CS-2 the earliest call comes first, people on call last', () => {
  const notices = [
    one('opened', { name: 'B', call: 420 }),
    one('opened', { name: 'C', call: null }),
    one('opened', { name: 'A', call: 285 }),
  ]
  expect(notices.sort(byCall).map((it) => it.name)).toEqual(['A', 'B', 'C'])
})

test('CS-1 nobody is asked by a preliminary sheet', () => {
  expect(followUp([one('delivered', { asks: false })])).toEqual([])
})

test('CS-1 whatever happens, the four groups add up to everybody, and mail cannot unconfirm', () => {
  const happening = fc.constantFrom<NoticeHappening>(
    'queued',
    'undone',
    'sent',
    'delivered',
    'deferred',
    'bounced',
    'opened',
    'confirmed',
    'problem',
    'taken_back',
    'corrected',
  )
  fc.assert(
    fc.property(fc.array(fc.array(happening, { maxLength: 8 }), { maxLength: 12 }), (stories) => {
      const counts = countsOf(stories.map((story) => one(after(...story))))
      expect(counts.confirmed + counts.problem + counts.bounced + counts.notConfirmed).toBe(stories.length)
    }),
  )
  const mail = ['queued', 'undone', 'sent', 'delivered', 'deferred', 'bounced', 'blocked', 'spam', 'dropped'] as const
  for (const news of mail) expect(nextState('confirmed', news)).toBe('confirmed')
  expect(NoticeState.options).toHaveLength(12)
})
