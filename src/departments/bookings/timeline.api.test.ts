import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import { addAbsence } from './booking.contract.ts'
import * as engine from './engine.contract.ts'
import * as contract from './timeline.contract.ts'

const office = useOffice()
const day = (text: string) => text as PlainDay
const WEEKS = { from: day('2026-10-05'), to: day('2026-10-18') }
let ana: TestActor
let [here, there]: ProductionId[] = []
let departmentId: string
beforeAll(async () => {
  ana = await office.as('coordinator')
  const produce = async (code: string) =>
    (await ana.call(createProduction, { body: { code, title: code, kind: 'commercial' } })).id
  ;[here, there] = [await produce('HERE'), await produce('THRE')]
  departmentId = (await ana.call(listDepartments, {})).items.find(({ name }) => name === 'Camera')!.id
})
const book = (productionId: ProductionId, personId: string, dates: string[], more: object = {}) =>
  ana.call(engine.addBooking, {
    params: { productionId },
    body: { personId, title: '2nd AC', departmentId, spans: dates.map((onDate) => ({ onDate })), ...more } as never,
  })

describe('SC-7 SC-6 the timeline over all productions', () => {
  test('bars of every production, days away, and nothing outside the window', async () => {
    const wren = (await ana.call(createPerson, { body: { name: 'Wren Window', homeBase: 'Portland' } })).id
    await book(here!, wren, ['2026-10-12', '2026-10-13', '2026-10-14'], { state: 'confirmed', purpose: 'Shoot' })
    await book(there!, wren, ['2026-10-13', '2026-11-20'])
    await ana.call(createEngagement, {
      params: { productionId: here! },
      body: { personId: wren, departmentId: departmentId as never, title: '2nd AC', works: 'listed_days' },
    })
    await ana.call(addAbsence, {
      params: { productionId: here! },
      body: { resource: { kind: 'person', id: wren }, from: day('2026-10-08'), to: day('2026-10-09'), kind: 'leave' },
    })
    const { people, bars, away, next } = await ana.call(contract.readTimeline, { query: WEEKS })
    expect(people).toEqual([{ id: wren, name: 'Wren Window', position: '2nd AC', homeBase: 'Portland', departmentId }])
    const drawn = bars.map(({ productionId, from, until, state, rank }) => [productionId, from, until, state, rank])
    expect(drawn.sort()).toEqual(
      [
        [here, '2026-10-12', '2026-10-15', 'confirmed', null],
        [there, '2026-10-13', '2026-10-14', 'hold', 1],
      ].sort(),
    )
    expect(away).toEqual([{ personId: wren, from: '2026-10-08', until: '2026-10-10', kind: 'leave', note: '' }])
    expect(next).toBeNull()
  })

  test('pages follow each other by person, and a member without the ability is refused', async () => {
    for (const name of ['Page One', 'Page Two'])
      await book(here!, (await ana.call(createPerson, { body: { name } })).id, ['2026-10-06'])
    const first = await ana.call(contract.readTimeline, { query: { ...WEEKS, limit: 2 } })
    const second = await ana.call(contract.readTimeline, { query: { ...WEEKS, limit: 2, after: first.next! } })
    const names = [...first.people, ...second.people].map(({ name }) => name)
    expect(new Set(names).size).toBe(3)
    expect([first.people.length, second.people.length, second.next]).toEqual([2, 1, null])
    const bob = await office.as('member')
    expect(await bob.refused(contract.readTimeline, { query: WEEKS })).toMatchObject({ status: 403 })
  })

  test('positions of a template stand open on the days needed until somebody has them', async () => {
    const params = { productionId: there! }
    const { items } = await ana.call(contract.putNeeds, { params, body: { fromTemplate: 'commercial' } })
    expect(items.map(({ title }) => title)).toEqual(expect.arrayContaining(['Director', '2nd AC', 'Food stylist']))
    const twice = await ana.call(contract.putNeeds, { params, body: { fromTemplate: 'commercial' } })
    expect(twice.items).toHaveLength(items.length)
    const dates = [day('2026-10-15'), day('2026-10-16')]
    await ana.call(contract.putNeeds, {
      params,
      body: { items: [{ id: null, departmentId: departmentId as never, title: 'DIT', dates }] },
    })
    const open = async () =>
      (await ana.call(contract.readTimeline, { query: WEEKS })).gaps.map((gap) => [gap.title, gap.dates])
    expect(await open()).toEqual([['DIT', ['2026-10-15', '2026-10-16']]])
    const dita = (await ana.call(createPerson, { body: { name: 'Dita Filled' } })).id
    await book(there!, dita, ['2026-10-15'], { title: 'DIT' })
    expect(await open()).toEqual([['DIT', ['2026-10-16']]])
    expect(await ana.refused(contract.putNeeds, { params, body: { fromTemplate: 'opera' } })).toMatchObject({
      status: 422,
    })
  })
})
