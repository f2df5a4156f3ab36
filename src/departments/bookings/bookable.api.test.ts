import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { somebodyWaits } from '../../../tests/support/waiting.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { DayMinute, PlainDay } from '../../kernel/time.ts'
import { answerConcern, listConcerns } from '../office/concern.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as contract from './bookable.contract.ts'
import * as engine from './engine.contract.ts'

const office = useOffice()
const on = (text: string) => text as PlainDay
const at = (hour: number) => (hour * 60) as DayMinute
const WEEK = { from: on('2026-06-08'), to: on('2026-06-14') }
let ana: TestActor
let [here, there]: ProductionId[] = []
beforeAll(async () => {
  ana = await office.as('coordinator')
  const produce = async (code: string) =>
    (
      await ana.call(createProduction, {
        body: { code, title: code, kind: 'commercial', timeZone: 'Europe/London' } as never,
      })
    ).id
  ;[here, there] = [await produce('HERE'), await produce('THRE')]
})
const after3 = async () => (await ana.call(contract.listBookables, { query: { limit: 3 } })).next!
let made = 0
const add = (body: Partial<contract.NewBookable> = {}) =>
  ana.call(contract.createBookable, {
    body: { kind: 'room', zone: 'Europe/London', name: `Suite ${(made += 1)}`, ...body } as never,
  })
const book = (productionId: ProductionId, id: string, spans: object[], more: object = {}) => ({
  params: { productionId },
  body: { resource: { kind: 'bookable', id }, title: 'Edit', spans, state: 'confirmed', ...more } as never,
})

describe('CR-11 rooms and vehicles', () => {
  test('CR-11 a room is booked by hours: those that meet are refused by the job that has them, those that touch are not', async () => {
    const { id, name } = await add({ byHours: true })
    const hours = (from: number, until: number) => [{ onDate: '2026-06-10', from: at(from), until: at(until) }]
    const first = await ana.call(engine.addBooking, book(here!, id, hours(9, 13)))
    expect(first).toMatchObject({ name, resource: { kind: 'bookable', id }, state: 'confirmed' })
    const refused = await ana.refused(engine.addBooking, book(there!, id, hours(12, 15)))
    expect([refused.type, refused.detail]).toEqual(['/problems/already-booked', expect.stringContaining('HERE on')])
    expect((await ana.refused(engine.addBooking, book(there!, id, [{ onDate: '2026-06-10' }]))).status).toBe(409)
    expect((await ana.call(engine.addBooking, book(there!, id, hours(13, 15)))).state).toBe('confirmed')
  })

  test('CR-11 of twenty who book one room at the same instant one has it', async () => {
    const { id } = await add({ byHours: true })
    const span = [{ onDate: '2026-06-11', from: at(9), until: at(12) }]
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, (_, it) => ana.call(engine.addBooking, book(it % 2 ? here! : there!, id, span))),
    )
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('of two who change a room at the same moment the second meets the first, and is not told that it is saved', async () => {
    const { id, version } = await add()
    const change = { params: { bookableId: id }, ifMatch: version, body: { notes: 'Mine' } }
    const second = await office.app.transaction(async (tx) => {
      await tx
        .updateTable('bookable')
        .set({ notes: 'Theirs', version: version + 1 })
        .where('id', '=', id)
        .execute()
      const asked = ana.refused(contract.changeBookable, change)
      await somebodyWaits(office.app.db)
      return { asked }
    })
    expect(await second.asked).toMatchObject({ status: 412 })
    expect((await ana.call(contract.readBookable, { params: { bookableId: id } })).notes).toBe('Theirs')
  })

  test('CR-2 holds of a vehicle are ranked, move up on release, and a shared day says why', async () => {
    const { id } = await add({ kind: 'vehicle', name: 'Luton 3', capacity: 3 })
    const hold = async (production: ProductionId) =>
      ana.call(engine.addBooking, book(production, id, [{ onDate: '2026-06-12' }], { state: 'hold' }))
    const [first, second] = [await hold(here!), await hold(there!)]
    expect([first.days[0]?.rank, second.days[0]?.rank]).toEqual([1, 2])
    const read = (productionId: ProductionId, bookingId: string) =>
      ana.call(engine.readBooking, { params: { productionId, bookingId } as never })
    await ana.call(engine.releaseBooking, {
      params: { productionId: here!, bookingId: first.id },
      ifMatch: (await read(here!, first.id)).version,
      body: { reason: 'Not needed' },
    })
    const moved = await read(there!, second.id)
    expect(moved.days[0]?.rank).toBe(1)
    const firm = await ana.call(engine.confirmBooking, {
      params: { productionId: there!, bookingId: second.id },
      ifMatch: moved.version,
      body: {},
    })
    const third = await hold(here!)
    const shared = await ana.call(engine.shareBookingDays, {
      params: { productionId: here!, bookingId: third.id },
      ifMatch: third.version,
      body: { reason: 'Same yard, one trip' },
    })
    expect([firm.state, shared.state, shared.days[0]?.sharedReason]).toEqual([
      'confirmed',
      'confirmed',
      'Same yard, one trip',
    ])
  })

  test('the clock of a room is its own, whatever the production’s is', async () => {
    const { id } = await add({ byHours: true, zone: 'America/New_York' as never })
    const booked = await ana.call(
      engine.addBooking,
      book(here!, id, [{ onDate: '2026-06-10', from: at(9), until: at(10) }]),
    )
    expect(booked.days[0]?.zone).toBe('America/New_York')
  })

  test('the timeline shows what is free too, found by its words, and when it is out of service', async () => {
    const luton = await add({
      kind: 'vehicle',
      name: 'Grip truck',
      place: 'Hackney yard',
      mark: 'LX21 ABC',
      capacity: 2,
    })
    await add({ kind: 'vehicle', name: 'Minibus', place: 'Bow', capacity: 16 })
    await ana.call(engine.addBooking, book(here!, luton.id, [{ onDate: '2026-06-09' }, { onDate: '2026-06-10' }]))
    await ana.call(contract.addOutOfService, {
      params: { bookableId: luton.id },
      body: { from: on('2026-06-12'), to: on('2026-06-13'), note: 'Brakes' },
    })
    const found = (query: object) => ana.call(contract.readBookableTimeline, { query: { ...WEEK, ...query } as never })
    const byPlate = await found({ q: 'lx21' })
    expect(byPlate.items.map(({ name }) => name)).toEqual(['Grip truck'])
    expect(byPlate.bars.map(({ resourceId, from, until, state }) => [resourceId, from, until, state])).toEqual([
      [luton.id, '2026-06-09', '2026-06-11', 'confirmed'],
    ])
    expect(byPlate.outOfService.map(({ onDate, note }) => [onDate, note])).toEqual([
      ['2026-06-12', 'Brakes'],
      ['2026-06-13', 'Brakes'],
    ])
    expect((await found({ kind: 'vehicle', capacity: 10 })).items.map(({ name }) => name)).toEqual(['Minibus'])
    const params = { bookableId: luton.id }
    await ana.call(contract.removeOutOfService, { params, query: { from: on('2026-06-12'), to: on('2026-06-12') } })
    expect((await found({ q: 'lx21' })).outOfService).toHaveLength(1)
  })

  test('pages follow each other by kind and name', async () => {
    const all = (await ana.call(contract.listBookables, { query: {} })).items.map(({ id }) => id)
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await ana.call(contract.listBookables, { query: { limit: 2, ...(after && { after }) } })
      paged.push(...page.items.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect([paged, new Set(paged).size > 4]).toEqual([all, true])
    const drawn = await ana.call(contract.readBookableTimeline, { query: { ...WEEK, limit: 3, after: await after3() } })
    expect(drawn.items.map(({ id }) => id)).toEqual(all.slice(3, 6))
  })

  test('CR-11 hours outside opening are booked and stand as a concern until somebody says who opens up', async () => {
    const suite = await add({ byHours: true, opens: at(9), closes: at(18) })
    const late = [{ onDate: '2026-06-10', from: at(17), until: at(20) }]
    const booked = await ana.call(engine.addBooking, book(here!, suite.id, late))
    expect(booked.days[0]?.outside).toBe('ends after it closes at 18:00')
    const { bars } = await ana.call(contract.readBookableTimeline, { query: { ...WEEK, q: suite.name } })
    expect(bars.map(({ outside }) => outside)).toEqual(['ends after it closes at 18:00'])
    const params = { productionId: here! }
    const standing = async () =>
      (await ana.call(listConcerns, { params })).items.filter(({ code }) => code === 'bookings.outside_opening')
    const [concern] = await standing()
    expect(concern).toMatchObject({
      message: `${suite.name} is booked outside its opening hours on Wed 10 Jun`,
      causes: ['Edit, 17:00–20:00, ends after it closes at 18:00'],
    })
    const body = { key: concern!.key, answer: 'accepted', reason: 'Sam has the keys', until: null } as const
    await ana.call(answerConcern, { params, body })
    expect((await standing())[0]?.answer).toMatchObject({ answer: 'accepted', reason: 'Sam has the keys' })
    await ana.call(contract.changeBookable, {
      params: { bookableId: suite.id },
      ifMatch: suite.version,
      body: { closes: at(22) },
    })
    expect(await standing()).toEqual([])
  })

  test('a name is one thing’s; two who change it at once see each other; what is out of use is not booked', async () => {
    const it = await add({ name: 'Mix Theatre' })
    expect(
      (
        await ana.refused(contract.createBookable, {
          body: { kind: 'room', zone: 'Europe/London', name: 'mix theatre' },
        })
      ).type,
    ).toBe('/problems/bookable-name-taken')
    const params = { bookableId: it.id }
    const changed = await ana.call(contract.changeBookable, { params, ifMatch: it.version, body: { capacity: 8 } })
    expect([changed.capacity, changed.name]).toEqual([8, 'Mix Theatre'])
    const stale = await ana.refused(contract.changeBookable, { params, ifMatch: it.version, body: { capacity: 9 } })
    expect(stale.status).toBe(412)
    await ana.call(contract.archiveBookable, { params, ifMatch: changed.version, body: { archived: true } })
    const refused = await ana.refused(engine.addBooking, book(here!, it.id, [{ onDate: '2026-06-10' }]))
    expect([refused.status, JSON.stringify(refused)]).toEqual([422, expect.stringContaining('not on the list')])
    const finance = await office.as('finance')
    expect((await finance.call(contract.listBookables, { query: {} })).can.edit).toBe(false)
    expect(
      (await finance.refused(contract.createBookable, { body: { kind: 'room', zone: 'Europe/London', name: 'Mine' } }))
        .status,
    ).toBe(403)
  })
})
