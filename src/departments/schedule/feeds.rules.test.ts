import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { FeedEntry } from './feedEntries.rules.ts'
import { issuesThatCount, retold } from './feeds.rules.ts'
import type { ToldEntry } from './feeds.rules.ts'

const at = (n: number) => Temporal.Instant.from('2026-05-01T10:00:00Z').add({ hours: n })

const entry = (key: string, day: number, more: Partial<FeedEntry> = {}): FeedEntry => ({
  key,
  onDate: `2026-05-${String(day).padStart(2, '0')}` as PlainDay,
  unit: 'Main unit',
  summary: 'HLT',
  description: '',
  location: '',
  from: 420,
  until: 1080,
  zone: 'Europe/London' as ZoneName,
  isBusy: true,
  ...more,
})

/** One answer after another, as a calendar asks. */
const answers = (plans: readonly (readonly FeedEntry[])[]) =>
  plans.reduce<ToldEntry[]>((known, entries, i) => retold(known, entries, { at: at(i), namespace: 'team' }).all, [])

const told = (...plans: FeedEntry[][]) =>
  answers(plans).map(({ uid, sequence, isCancelled, onDate, changedAt }) => ({
    uid: uid.split('.')[0],
    sequence,
    is: isCancelled ? 'cancelled' : 'on',
    day: Number(onDate.slice(8)),
    hours: changedAt.since(at(0)).total('hours'),
  }))

test('SC-10 asked again without a change, nothing is new', () => {
  const plan = [entry('a', 12), entry('b', 13)]
  expect(retold(answers([plan]), plan, { at: at(1), namespace: 'team' }).news).toEqual([])
  expect(told(plan, plan, plan).map((it) => [it.sequence, it.hours])).toEqual([
    [0, 0],
    [0, 0],
  ])
})

test('SC-10 a day that moves keeps its uid and counts up', () => {
  expect(told([entry('a', 12)], [entry('a', 14)], [entry('a', 14, { from: 360 })])).toEqual([
    { uid: 'a', sequence: 2, is: 'on', day: 14, hours: 2 },
  ])
})

test('SC-10 a day that goes is sent as cancelled, once, and can come back', () => {
  const [a, b] = [entry('a', 12), entry('b', 13)]
  expect(told([a, b], [a])).toContainEqual({ uid: 'b', sequence: 1, is: 'cancelled', day: 13, hours: 1 })
  expect(told([a, b], [a], [a])).toContainEqual({ uid: 'b', sequence: 1, is: 'cancelled', day: 13, hours: 1 })
  expect(told([a, b], [a], [a, b])).toContainEqual({ uid: 'b', sequence: 2, is: 'on', day: 13, hours: 2 })
})

test('SC-10 another board on the same date is the same entry; on another date it is a new one', () => {
  expect(told([entry('a', 12)], [entry('x', 12)])).toEqual([{ uid: 'a', sequence: 0, is: 'on', day: 12, hours: 0 }])
  expect(told([entry('a', 12)], [entry('x', 20)])).toEqual([
    { uid: 'a', sequence: 1, is: 'cancelled', day: 12, hours: 1 },
    { uid: 'x', sequence: 0, is: 'on', day: 20, hours: 1 },
  ])
})

test('SC-10 two units on one date stay two entries', () => {
  const units = [entry('a', 12), entry('b', 12, { unit: 'Second unit' })]
  expect(told(units, [entry('y', 12, { unit: 'Second unit' })]).map((it) => [it.uid, it.is])).toEqual([
    ['a', 'cancelled'],
    ['b', 'on'],
  ])
})

test('SC-10 a day whose number another day had before gets an entry of its own', () =>
  expect(told([entry('a', 12)], [entry('x', 12)], [entry('x', 12), entry('a', 20)]).map((it) => it.day)).toEqual([
    12, 20,
  ]))

test('SC-10 a scenario published on the side changes nobody’s calendar', () => {
  const issues = [
    { boardId: 'old', number: 1 },
    { boardId: 'plan', number: 2 },
    { boardId: 'scenario', number: 3 },
    { boardId: 'unit2', number: 4 },
    { boardId: 'plan', number: 5 },
    { boardId: 'scenario', number: 6 },
  ]
  const numbers = (activeId: string | undefined) =>
    issuesThatCount(issues, activeId, new Set(['unit2'])).map((it) => it.number)
  expect(numbers('plan')).toEqual([5, 4])
  expect(numbers('fresh')).toEqual([6, 4])
  expect(numbers(undefined)).toEqual([6, 4])
})

const anyPlan = fc
  .uniqueArray(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), day: fc.integer({ min: 1, max: 9 }) }), {
    selector: ({ key }) => key,
  })
  .map((days) => days.map(({ key, day }) => entry(key, day)))

test('SC-10 for any run of answers: uids are unique, sequences only grow, the last plan is exactly what is on', () => {
  fc.assert(
    fc.property(fc.array(anyPlan, { minLength: 1, maxLength: 6 }), (plans) => {
      const now = answers(plans)
      const before = answers(plans.slice(0, -1))
      expect(new Set(now.map(({ uid }) => uid)).size).toBe(now.length)
      const on = now.filter(({ isCancelled }) => !isCancelled).map(({ onDate }) => onDate)
      expect(on.toSorted()).toEqual(
        plans
          .at(-1)!
          .map(({ onDate }) => onDate)
          .toSorted(),
      )
      for (const old of before) {
        const same = now.find(({ uid }) => uid === old.uid)
        expect(same?.sequence).toBeGreaterThanOrEqual(old.sequence)
        if (same?.onDate !== old.onDate) expect(same?.sequence).toBeGreaterThan(old.sequence)
      }
    }),
    { numRuns: 300 },
  )
})
