import { describe, expect, test } from 'vitest'
import {
  blockersToSending,
  dueNow,
  isComplete,
  mayRead,
  nextReminder,
  sameName,
  turnNow,
  type PartyStanding,
} from './envelope.rules.ts'
import { termsOf } from './terms.rules.ts'
import { coverage, unsignedStarts, type Standing, type Subject } from './coverage.rules.ts'
import { concernsOf, type Running } from './checks.rules.ts'

const party = (
  id: string,
  role: PartyStanding['role'],
  turn: number,
  state: PartyStanding['state'] = 'waiting',
): PartyStanding => ({ id, role, turn, state })
const ids = (them: readonly PartyStanding[]) => them.map((it) => it.id)

describe('DO-1 order', () => {
  const all = [
    party('approver', 'approver', 1),
    party('viewer', 'viewer', 1),
    party('a', 'signer', 2),
    party('b', 'in_person', 2),
    party('last', 'guardian', 3),
    party('copy', 'copy', 9),
  ]
  const done = (...names: string[]) => all.map((it) => (names.includes(it.id) ? { ...it, state: 'done' as const } : it))

  test.each([
    ['at first', [], ['approver', 'viewer'], ['approver', 'viewer']],
    ['after the approval', ['approver'], ['viewer', 'a', 'b'], ['approver', 'viewer', 'a', 'b']],
    ['with one of two who sign together', ['approver', 'a'], ['viewer', 'b'], ['approver', 'viewer', 'a', 'b']],
    ['before the last', ['approver', 'a', 'b'], ['viewer', 'last'], ['approver', 'viewer', 'a', 'b', 'last']],
    ['at the end', ['approver', 'a', 'b', 'last'], [], ['approver', 'viewer', 'a', 'b', 'last', 'copy']],
  ])('DO-1 %s only those whose turn has come get their link and may read', (_, names, due, reading) => {
    const parties = done(...names)
    expect(ids(dueNow(parties))).toEqual(due)
    expect(ids(parties.filter((it) => mayRead(it, parties)))).toEqual(reading)
  })

  test('DO-1 a paper nobody signs is never complete; viewers and copies hold up nothing', () => {
    expect(isComplete([party('v', 'viewer', 1)])).toBe(false)
    expect(isComplete(done('approver', 'a', 'b', 'last'))).toBe(true)
    expect(turnNow(done('approver', 'a', 'b', 'last'))).toBeUndefined()
  })
})

describe('DO-3 the ladder of reminders', () => {
  const at = Temporal.Instant.from('2026-05-04T09:00:00Z')
  const ladder = { stepsHours: [24, 48], most: 3 }
  test.each([
    ['the first after its step', 0, 240, '2026-05-05T09:00:00Z'],
    ['the last step repeats', 2, 240, '2026-05-06T09:00:00Z'],
    ['none after the cap', 3, 240, null],
    ['none at or after the time to sign', 0, 24, null],
  ])('DO-3 %s', (_, sent, hoursLeft, expected) => {
    expect(nextReminder(ladder, sent, at, at.add({ hours: hoursLeft }))?.toString() ?? null).toBe(expected)
  })
})

test.each([
  ['Sam Okoro', 'OKORO, Sam', true],
  ['Zoë Łukasz', 'zoe łukasz', true],
  ['Sam Okoro', 'Sam Brandt', false],
  ['Sam', 'Samuel', false],
])('%s and %s are one person: %s', (a, b, same) => expect(sameName(a, b)).toBe(same))

describe('DO-14 before a deal memo is sent', () => {
  const signer = { role: 'signer' as const, turn: 1, label: 'Crew member', name: 'Sam', email: 'sam@example.com' }
  const overtime = { name: 'Flat', method: 'flat' as const, steps: [{ fromHours: 0, times: 1 }] }
  const codes = (terms: object, parties: object[] = [signer], kind: 'deal_memo' | 'minor_release' = 'deal_memo') =>
    blockersToSending({ kind, terms: termsOf(terms), missing: [], faults: [], parties: parties as never }).map(
      (it) => it.code,
    )
  test.each([
    ['with rate and table', { rateMinor: 1, overtime }, undefined, []],
    ['without an overtime table (check 6)', { rateMinor: 1 }, undefined, ['no_overtime']],
    ['without a rate', { overtime }, undefined, ['no_rate']],
    [
      'an approver after a signer',
      { rateMinor: 1, overtime },
      [signer, { ...signer, role: 'approver', turn: 2 }],
      ['approver_late'],
    ],
    ['nobody to sign', { rateMinor: 1, overtime }, [{ ...signer, role: 'viewer' }], ['no_signer']],
    ['a signer without an address', { rateMinor: 1, overtime }, [{ ...signer, email: null }], ['no_address']],
    [
      'one who signs in person needs none',
      { rateMinor: 1, overtime },
      [{ ...signer, role: 'in_person', email: null }],
      [],
    ],
  ])('DO-14 %s', (_, terms, parties, expected) => expect(codes(terms, parties)).toEqual(expected))

  test('DO-7 a minor’s release needs a guardian', () => {
    expect(codes({}, [signer], 'minor_release')).toEqual(['no_guardian'])
  })
})

describe('DO-6 coverage', () => {
  const subject = (it: Partial<Subject>): Subject => ({
    kind: 'engagement',
    id: 'e1',
    label: 'Sam',
    detail: '',
    appliesTo: 'cast',
    isMinor: false,
    personId: 'p1',
    locationId: null,
    startsOn: null,
    ...it,
  })
  const paper = (it: Partial<Standing>): Standing => ({
    id: 'a1',
    number: 'HLT-TR-001',
    kind: 'talent_release',
    state: 'executed',
    channel: 'envelope',
    subjectId: 'x',
    personId: 'p1',
    locationId: null,
    signedOn: '2026-05-12' as never,
    ...it,
  })
  const needs = [
    { appliesTo: 'cast' as const, kind: 'talent_release' as const, required: true },
    { appliesTo: 'minor' as const, kind: 'minor_release' as const, required: true },
    { appliesTo: 'crew' as const, kind: 'deal_memo' as const, required: true },
    { appliesTo: 'client' as const, kind: 'nda' as const, required: false },
  ]
  test.each([
    ['nothing', [], 'missing'],
    ['a signed one', [paper({})], 'signed'],
    ['one that is out', [paper({ state: 'pending' })], 'sent'],
    ['one they refused', [paper({ state: 'declined' })], 'refused'],
    ['one that ran out', [paper({ state: 'expired' })], 'missing'],
    ['a refused one and a signed one', [paper({ state: 'declined' }), paper({ id: 'a2' })], 'signed'],
    ['somebody else’s', [paper({ personId: 'p2' })], 'missing'],
    ['another kind', [paper({ kind: 'nda' })], 'missing'],
  ])('DO-6 with %s', (_, papers, state) =>
    expect(coverage([subject({})], needs, papers).map((it) => it.state)).toEqual([state]),
  )

  test('DO-7 a young person needs their guardian’s release in place of their own', () => {
    expect(coverage([subject({ isMinor: true })], needs, []).map((it) => it.kind)).toEqual(['minor_release'])
  })

  test('DO-6 what is not required is not asked for', () =>
    expect(coverage([subject({ appliesTo: 'client' })], needs, [])).toEqual([]))

  test.each([
    ['signed the day before', '2026-05-11', '2026-05-12', []],
    ['signed on the day', '2026-05-12', '2026-05-12', []],
    ['signed a day late (check 7)', '2026-05-13', '2026-05-14', ['notes']],
    ['not signed on the first day', null, '2026-05-12', ['warns']],
    ['not signed, not begun', null, '2026-05-11', []],
  ])('DO-14 unsigned start: %s', (_, signedOn, today, severities) => {
    const crew = subject({ appliesTo: 'crew', startsOn: '2026-05-12' as never })
    const papers = signedOn === null ? [] : [paper({ kind: 'deal_memo', signedOn: signedOn as never })]
    expect(unsignedStarts([crew], needs, papers, today as never).map((it) => it.severity)).toEqual(severities)
  })
})

describe('DO-4 validity of the agreement itself', () => {
  const now = Temporal.Instant.from('2026-05-04T09:00:00Z')
  const running = (it: Partial<Running>): Running => ({
    id: 'a',
    number: 'HLT-LR-001',
    kind: 'location_release',
    label: 'Harbour',
    state: 'executed',
    signBy: null,
    effectiveUntil: null,
    noticeDays: 60,
    renewal: '',
    endReason: null,
    sealFault: null,
    ...it,
  })
  test.each([
    ['ends after its notice', { effectiveUntil: '2026-07-04' }, []],
    ['its notice begins today: 60 days before', { effectiveUntil: '2026-07-03' }, ['agreements.ending']],
    ['without an end', {}, []],
    [
      'out and running out within a day',
      { state: 'pending', signBy: now.add({ hours: 23 }) },
      ['agreements.running_out'],
    ],
    ['out with two days left', { state: 'pending', signBy: now.add({ hours: 48 }) }, []],
    [
      'signed and waiting for its stamp',
      { state: 'executed', sealFault: 'Nobody answers.' },
      ['agreements.seal_waits'],
    ],
    ['declined', { state: 'declined', endReason: 'No' }, ['agreements.declined']],
  ])('DO-4 %s', (_, it, codes) => {
    const papers = [running(it as Partial<Running>)]
    const zone = 'Europe/London' as never
    const facts = { papers, now, today: '2026-05-04' as never, productionId: 'p', timeZone: zone }
    const concerns = concernsOf(facts)
    expect(concerns.map(({ code }) => code)).toEqual(codes)
    expect(concerns.map(({ message }) => message).join(), 'moments as people write them').not.toMatch(/\d{2}:\d{2}Z/)
  })
})
