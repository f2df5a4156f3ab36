import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import { addAbsence } from './booking.contract.ts'
import * as engine from './engine.contract.ts'
import * as needs from './needs.contract.ts'
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
    body: { personId, title: '2nd AC', departmentId, spans: dates.map((onDate) => ({ onDate })), ...more },
  })

describe('SC-7 SC-6 the timeline over all productions', () => {
  test('bars of every production, days away, and nothing outside the window', async () => {
    const wren = (await ana.call(createPerson, { body: { name: 'Wren Window', homeBase: 'Portland' } })).id
    await book(here!, wren, ['2026-10-12', '2026-10-13', '2026-10-14'], { state: 'confirmed', purpose: 'Shoot' })
    await book(there!, wren, ['2026-10-13', '2026-11-20'])
    await ana.call(createEngagement, {
      params: { productionId: here! },
      body: { personId: wren, departmentId, title: '2nd AC', works: 'listed_days' },
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
    expect(away).toEqual([{ resourceId: wren, from: '2026-10-08', until: '2026-10-10', kind: 'leave', note: '' }])
    expect(next).toBeNull()
    const nearestOf = async (from: string, to: string) =>
      (await ana.call(contract.readTimeline, { query: { from: day(from), to: day(to) } })).nearest
    expect(await nearestOf('2026-09-01', '2026-09-14'), 'the first booked day to come').toBe('2026-10-12')
    expect(await nearestOf('2026-10-19', '2026-11-01')).toBe('2026-11-20')
    expect(await nearestOf('2026-12-01', '2026-12-14'), 'else the last there was').toBe('2026-11-20')
    expect(await nearestOf('2026-10-05', '2026-10-18'), 'where somebody is booked').toBeNull()
  })

  test.each([
    ['days in a row are one bar, over a weekend', [{ onDates: ['09', '10', '11', '12'] }], ['09-13']],
    ['a day left out makes two', [{ onDates: ['12', '14'] }], ['12-13', '14-15']],
    ['hours stand alone', [{ onDates: ['12', '13'], hours: { from: 540, until: 600 } }], ['12-13', '13-14']],
    ['another state or booking stands apart', [{ onDates: ['12'] }, { onDates: ['13'] }], ['12-13', '13-14']],
    ['what starts before the window begins with it', [{ onDates: ['03', '04', '05', '06'] }], ['05-07']],
  ] as [string, { onDates: string[]; hours?: object }[], string[]][])('SC-7 CR-7 %s', async (name, bookings, drawn) => {
    const personId = (await ana.call(createPerson, { body: { name } })).id
    for (const { onDates, hours } of bookings)
      await book(here!, personId, [], { spans: onDates.map((date) => ({ onDate: `2026-10-${date}`, ...hours })) })
    const { bars } = await ana.call(contract.readTimeline, { query: WEEKS })
    const theirs = bars.filter((bar) => bar.resourceId === personId)
    expect(theirs.map(({ from, until }) => `${from.slice(8)}-${until.slice(8)}`)).toEqual(drawn)
  })

  test('ranks differ, so bars do: second on one day, first on the next', async () => {
    const [asked, ahead] = [(await ana.call(createPerson, { body: { name: 'Rank Mixed' } })).id, here!]
    await book(there!, asked, ['2026-10-12'])
    await book(ahead, asked, ['2026-10-12', '2026-10-13'])
    const { bars } = await ana.call(contract.readTimeline, { query: WEEKS })
    const mine = bars.filter((bar) => bar.resourceId === asked && bar.productionId === ahead)
    expect(mine.map(({ from, until, rank }) => [from, until, rank])).toEqual([
      ['2026-10-12', '2026-10-13', 2],
      ['2026-10-13', '2026-10-14', 1],
    ])
  })

  test('pages follow each other by department and name, and a member without the ability is refused', async () => {
    const december = { from: day('2026-12-07'), to: day('2026-12-20') }
    const sound = (await ana.call(listDepartments, {})).items.find(({ name }) => name === 'Sound')!.id
    for (const [name, more] of [
      ['Page Two', {}],
      ['Page Zero', { departmentId: sound }],
      ['Page One', {}],
    ] as const)
      await book(here!, (await ana.call(createPerson, { body: { name } })).id, ['2026-12-08'], more)
    const first = await ana.call(contract.readTimeline, { query: { ...december, limit: 2 } })
    const second = await ana.call(contract.readTimeline, { query: { ...december, limit: 2, after: first.next! } })
    expect(first.people.map(({ name }) => name)).toEqual(['Page One', 'Page Two'])
    expect(second.people.map(({ name }) => name)).toEqual(['Page Zero'])
    expect(second.bars.map(({ resourceId }) => resourceId)).toEqual(second.people.map(({ id }) => id))
    expect(second.next).toBeNull()
    const bob = await office.as('member')
    expect(await bob.refused(contract.readTimeline, { query: WEEKS })).toMatchObject({ status: 403 })
  })

  test('positions of a template stand open on the days needed until somebody has them', async () => {
    const params = { productionId: there! }
    const put = async (body: object) =>
      ana.call(needs.putNeeds, { params, ifMatch: (await ana.call(needs.listNeeds, { params })).version, body })
    const { items } = await put({ fromTemplate: 'commercial' })
    expect(items.map(({ title }) => title)).toEqual(expect.arrayContaining(['Director', '2nd AC', 'Food stylist']))
    const twice = await put({ fromTemplate: 'commercial' })
    expect(twice.items).toHaveLength(items.length)
    expect(await ana.refused(needs.putNeeds, { params, ifMatch: twice.version - 1, body: {} })).toMatchObject({
      status: 412,
    })
    const dates = [day('2026-10-15'), day('2026-10-16')]
    await put({ items: [{ id: null, departmentId, title: 'DIT', dates }] })
    const open = async () =>
      (await ana.call(contract.readTimeline, { query: WEEKS })).gaps.map((gap) => [gap.title, gap.dates])
    expect(await open()).toEqual([['DIT', ['2026-10-15', '2026-10-16']]])
    const dita = (await ana.call(createPerson, { body: { name: 'Dita Filled' } })).id
    await book(there!, dita, ['2026-10-15'], { title: 'DIT' })
    expect(await open()).toEqual([['DIT', ['2026-10-16']]])
    // Standing on the crew list fills no day: the list of positions says what the timeline says.
    const noa = (await ana.call(createPerson, { body: { name: 'Noa Listed' } })).id
    await ana.call(createEngagement, {
      params,
      body: { personId: noa, departmentId, title: 'DIT', works: 'listed_days' },
    })
    expect(
      (await ana.call(needs.listNeeds, { params })).items.map(({ filled, names, open: days }) => [filled, names, days]),
    ).toEqual([[0, ['Dita Filled'], [['2026-10-16']]]])
    const { version } = await ana.call(needs.listNeeds, { params })
    expect(
      await ana.refused(needs.putNeeds, { params, ifMatch: version, body: { fromTemplate: 'opera' } }),
    ).toMatchObject({ status: 422 })
  })

  test('a list that worked becomes a template of the office, and the next production of the kind begins with it', async () => {
    const params = { productionId: here! }
    const { version } = await ana.call(needs.listNeeds, { params })
    const item = { id: null, departmentId, dates: [] }
    const list = [
      { ...item, title: 'Drone pilot', count: 1 },
      { ...item, title: 'Spotter', count: 2 },
    ]
    await ana.call(needs.putNeeds, { params, ifMatch: version, body: { items: list } })
    for (const _ of [1, 2]) await ana.call(needs.keepCrewTemplate, { params, body: { name: 'Aerial day' } })
    const body = { code: 'AERI', title: 'Aerials', kind: 'commercial' as const }
    const next = { productionId: (await ana.call(createProduction, { body })).id }
    const own = (await ana.call(needs.listNeeds, { params: next })).templates.filter(({ isOwn }) => isOwn)
    expect(own.map(({ name, positions }) => [name, positions])).toEqual([['Aerial day', 2]])
    const begun = await ana.call(needs.putNeeds, { params: next, ifMatch: 0, body: { fromTemplate: own[0]!.kind } })
    expect(begun.items.map(({ title, count, filled }) => [title, count, filled])).toEqual([
      ['Drone pilot', 1, 0],
      ['Spotter', 2, 0],
    ])
  })
})
