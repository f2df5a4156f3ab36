import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PersonalField, PersonalView } from './callsheet.view.ts'
import { personalChanges, planNotices } from './distribution.rules.ts'
import { personalSheet } from './distribution.samples.ts'

const field = (key: string, value: string): PersonalField => ({ key, label: key, value, at: null })
const sheet = (who: string, must: Record<string, string>, told: Record<string, string> = {}): PersonalView =>
  personalSheet({
    engagementId: who,
    name: who,
    mustConfirm: Object.entries(must).map(([key, value]) => field(key, value)),
    told: Object.entries(told).map(([key, value]) => field(key, value)),
  })
const reached = (personal: PersonalView) => ({ engagementId: personal.engagementId, personal, released: false })
const tasks = (plan: ReturnType<typeof planNotices>) => Object.fromEntries(plan.map((it) => [it.engagementId, it.task]))

test('N-2 a call moved from 07:00 to 06:30 asks again, and names old and new', () => {
  const changes = personalChanges(
    sheet('Noor', { call: '07:00', place: 'Field A' }),
    sheet('Noor', { call: '06:30', place: 'Field A' }),
  )
  expect(changes).toEqual({
    reset: true,
    changes: [{ key: 'call', label: 'call', was: '07:00', now: '06:30' }],
    told: [],
  })
})

test.each([
  ['another lunch place', { call: '07:00' }, { lunch: 'Harbour Hall' }, { call: '07:00' }, { lunch: 'Tent' }, 'tell'],
  ['a new notice', { call: '07:00' }, {}, { call: '07:00' }, { notice: 'Bring boots' }, 'tell'],
  ['nothing', { call: '07:00' }, { lunch: 'Tent' }, { call: '07:00' }, { lunch: 'Tent' }, 'quiet'],
  ['a pick-up that was not there', { call: '07:00' }, {}, { call: '07:00', pickup: '06:10' }, {}, 'ask'],
  ['a pick-up that is gone', { call: '07:00', pickup: '06:10' }, {}, { call: '07:00' }, {}, 'ask'],
  ['call and lunch', { call: '07:00' }, { lunch: 'A' }, { call: '06:30' }, { lunch: 'B' }, 'ask'],
] as const)('N-2 %s', (_, must, told, mustNow, toldNow, task) => {
  const before = sheet('Noor', { ...must }, { ...told })
  expect(tasks(planNotices([reached(before)], [sheet('Noor', { ...mustNow }, { ...toldNow })]))).toEqual({ Noor: task })
})

test('N-2 one location changes: only those at it are asked', () => {
  const at = (who: string, place: string) => sheet(who, { call: '07:00', place })
  const before = [at('Ines', 'Field A'), at('Dana', 'Harbour'), at('Teo', 'Harbour'), at('Rafe', 'Field A')]
  const now = [at('Ines', 'Field A'), at('Dana', 'Pier 9'), at('Teo', 'Pier 9'), at('Rafe', 'Field A')]
  expect(tasks(planNotices(before.map(reached), now))).toEqual({
    Ines: 'quiet',
    Dana: 'ask',
    Teo: 'ask',
    Rafe: 'quiet',
  })
})

test('N-2 who joins is asked, who is no longer called is told so once', () => {
  const noor = sheet('Noor', { call: '07:00' })
  const gone = planNotices([reached(noor)], [sheet('Wen', { call: '07:00' })])
  expect(tasks(gone)).toEqual({ Wen: 'ask', Noor: 'release' })
  expect(tasks(planNotices([{ ...reached(noor), released: true }], []))).toEqual({ Noor: 'quiet' })
  expect(tasks(planNotices([{ ...reached(noor), released: true }], [noor]))).toEqual({ Noor: 'ask' })
})

const facts = fc.dictionary(
  fc.constantFrom('call', 'pickup', 'place', 'makeup', 'date'),
  fc.constantFrom('06:30', '07:00', 'Pier 9', 'Field A'),
)
const unit = fc.uniqueArray(fc.record({ who: fc.constantFrom(...'ABCDEFGHIJKL'), must: facts, told: facts }), {
  selector: (it) => it.who,
})

test('N-2 a re-issue without a change resets nobody', () => {
  fc.assert(
    fc.property(unit, (people) => {
      const sheets = people.map((it) => sheet(it.who, it.must, it.told))
      expect(planNotices(sheets.map(reached), sheets).every((it) => it.task === 'quiet')).toBe(true)
    }),
  )
})

test('N-2 any changed fact that must be confirmed resets exactly that person', () => {
  fc.assert(
    fc.property(unit, fc.nat(), fc.constantFrom('call', 'pickup', 'place', 'makeup', 'date'), (people, at, key) => {
      fc.pre(people.length > 0)
      const changed = at % people.length
      const before = people.map((it) => sheet(it.who, it.must, it.told))
      const now = people.map((it, i) =>
        sheet(it.who, i === changed ? { ...it.must, [key]: 'somewhere else' } : it.must, it.told),
      )
      const asked = planNotices(before.map(reached), now).filter((it) => it.task === 'ask')
      expect(asked.map((it) => it.engagementId)).toEqual([people[changed]?.who])
    }),
  )
})

test('N-2 any changed fact one is only told resets nobody', () => {
  fc.assert(
    fc.property(unit, facts, (people, told) => {
      const before = people.map((it) => sheet(it.who, it.must, it.told))
      const now = people.map((it) => sheet(it.who, it.must, told))
      expect(planNotices(before.map(reached), now).some((it) => it.task === 'ask')).toBe(false)
    }),
  )
})
