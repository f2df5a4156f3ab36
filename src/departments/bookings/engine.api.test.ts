import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { PersonId, ProductionId } from '../../kernel/ids.ts'
import { addDays, type DayMinute, type PlainDay, type ZoneName } from '../../kernel/time.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { archiveEngagement, changeEngagement, createEngagement } from '../people/engagement.contract.ts'
import { mergeRecords } from '../people/merge.contract.ts'
import { createPerson, getPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import { createBoard } from '../schedule/boards.contract.ts'
import { addDays as addShootDays, changeDay } from '../schedule/days.contract.ts'
import * as contract from './engine.contract.ts'
import { getBookings } from './booking.contract.ts'
import { workingOn } from './index.ts'
import { spansOverlap, type PlacedSpan } from './span.rules.ts'

const office = useOffice()
const day = (text: string) => text as PlainDay
let ana: TestActor
let departmentId: string
let made = 0
beforeAll(async () => {
  ana = await office.as('coordinator')
  departmentId = (await ana.call(listDepartments, {})).items.find(({ name }) => name === 'Sound')!.id
})

const production = async (timeZone?: string) => {
  made += 1
  const body = { code: `E${made}`, title: `Engine ${made}`, kind: 'commercial' as const }
  return (await ana.call(createProduction, { body: { ...body, ...(timeZone && { timeZone: timeZone as ZoneName }) } }))
    .id
}
const codeOf = async (id: ProductionId) =>
  (await office.app.db.selectFrom('production').select('code').where('id', '=', id).executeTakeFirstOrThrow()).code
const person = async (name: string) => (await ana.call(createPerson, { body: { name } })).id
const add = (productionId: ProductionId, personId: PersonId, dates: string[], more: object = {}) =>
  ana.call(contract.addBooking, {
    params: { productionId },
    body: { personId, title: 'Gaffer', spans: dates.map((onDate) => ({ onDate })), ...more },
  })
const read = ({ id, productionId }: contract.Booking) =>
  ana.call(contract.readBooking, { params: { productionId: productionId!, bookingId: id } })
const on = ({ id, productionId, version }: contract.Booking) => ({
  params: { productionId: productionId!, bookingId: id },
  ifMatch: version,
})
const ranks = ({ days }: contract.Booking) => days.map(({ rank }) => rank)

describe('CR-2 holds', () => {
  test('check 5: two holds of one day rank 1 and 2; a confirmed day elsewhere is a hard conflict that names the job', async () => {
    const [here, there, third] = [await production(), await production(), await production()]
    const tomas = await person('Tomas Ranked')
    const first = await add(here, tomas, ['2026-06-10'])
    const second = await add(there, tomas, ['2026-06-10'])
    expect([ranks(first), ranks(second)]).toEqual([[1], [2]])
    await ana.call(contract.confirmBooking, { ...on(first), body: {} })
    expect(await ana.refused(contract.confirmBooking, { ...on(second), body: {} })).toMatchObject({
      status: 409,
      conflicts: [{ onDate: '2026-06-10', code: await codeOf(here) }],
    })
    const refused = await ana.refused(contract.addBooking, {
      params: { productionId: third },
      body: { personId: tomas, title: 'Gaffer', state: 'confirmed', spans: [{ onDate: '2026-06-10' }] },
    })
    expect(refused.detail).toContain(`Tomas Ranked is booked: ${await codeOf(here)} on Wed 10 Jun`)
  })

  test('check 3: three dates on first hold, one released: two stay, and the second holder is first only on that one', async () => {
    const [here, there] = [await production(), await production()]
    const keiko = await person('Keiko Queue')
    const dates = ['2026-06-10', '2026-06-11', '2026-06-12']
    const first = await add(here, keiko, dates)
    const second = await add(there, keiko, dates)
    const released = await ana.call(contract.releaseBooking, {
      ...on(first),
      body: { dayIds: [first.days[1]!.id], reason: 'Moved to the studio' },
    })
    expect(released.days.map(({ state }) => state)).toEqual(['hold', 'released', 'hold'])
    const moved = await read(second)
    expect(ranks(moved)).toEqual([2, 1, 2])
    expect(moved.soFar[0]).toMatchObject({ kind: 'promoted', words: 'First hold now on Thu 11 Jun' })
  })

  test('a second hold is not booked past the first, and a hold from outside takes its rank with its source', async () => {
    const here = await production()
    const dario = await person('Dario Outside')
    const outside = await add(here, dario, ['2026-06-10'], { holder: 'Another agency', source: 'his agent, by phone' })
    const ours = await add(here, dario, ['2026-06-10'])
    expect([ranks(outside), ranks(ours)]).toEqual([[1], [2]])
    expect(await ana.refused(contract.confirmBooking, { ...on(ours), body: {} })).toMatchObject({
      detail: expect.stringContaining('Another agency holds Dario Outside ahead of you on Wed 10 Jun'),
    })
    const settled = { params: { productionId: here, bookingId: outside.id }, ifMatch: outside.version }
    await ana.call(contract.releaseBooking, { ...settled, body: { reason: 'They found somebody else' } })
    const booked = await ana.call(contract.confirmBooking, { ...on(await read(ours)), body: {} })
    expect(booked.state).toBe('confirmed')
  })

  test('hours of a day stand beside other hours; a chain of part-days is ranked through', async () => {
    const here = await production()
    const wren = await person('Wren Parts')
    const hours = (from: number, until: number) => [{ onDate: '2026-06-10', from, until }]
    const a = await add(here, wren, [], { spans: hours(540, 720) })
    const b = await add(here, wren, [], { spans: hours(660, 900) })
    const c = await add(here, wren, [], { spans: hours(840, 1080) })
    expect([ranks(a), ranks(b), ranks(c)]).toEqual([[1], [2], [3]])
    await ana.call(contract.releaseBooking, { ...on(b), body: { reason: 'Not needed' } })
    expect(ranks(await read(c))).toEqual([1])
    for (const each of [a, await read(c)]) await ana.call(contract.confirmBooking, { ...on(each), body: {} })
  })
})

describe('CR-11 one person, one confirmed booking', () => {
  test('fifty confirm one person at the same moment: exactly one has them, and the others learn which job', async () => {
    const places = [await production(), await production(), await production(), await production(), await production()]
    const imani = await person('Imani Fifty')
    const pencilled = await Promise.all(
      Array.from({ length: 50 }, (_, at) => add(places[at % 5]!, imani, ['2026-06-10'], { state: 'planning' })),
    )
    const answers = await Promise.allSettled(
      pencilled.map((booking) => ana.call(contract.confirmBooking, { ...on(booking), body: {} })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const winner = answers.findIndex(({ status }) => status === 'fulfilled')
    const code = await codeOf(places[winner % 5]!)
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason.document).toMatchObject({ status: 409, conflicts: [{ code }] })
    const { count } = await office.app.db
      .selectFrom('booking_day')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', imani)
      .where('state', '=', 'confirmed')
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  }, 60_000)

  test('the database itself refuses exactly what the rules call an overlap', async () => {
    const here = await production()
    const mara = await person('Mara Constraint')
    const { id: bookingId } = await add(here, mara, ['2030-01-01'], { state: 'planning' })
    const zones = ['Europe/London', 'America/Los_Angeles', 'Asia/Tokyo'] as ZoneName[]
    const span = fc.record({
      onDate: fc.integer({ min: 0, max: 2 }).map((ahead) => addDays(day('2026-07-10'), ahead)),
      hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))),
      zone: fc.constantFrom(...zones),
    })
    const row = ({ onDate, hours, zone }: typeof span extends fc.Arbitrary<infer T> ? T : never): PlacedSpan => ({
      onDate,
      zone,
      from: (hours === null ? null : hours[0] * 60) as DayMinute | null,
      until: (hours === null ? null : (hours[0] + hours[1]) * 60) as DayMinute | null,
    })
    const insert = (placed: PlacedSpan) =>
      office.app.transaction((tx) =>
        tx
          .insertInto('booking_day')
          .values({
            id: office.app.ids.next(),
            booking_id: bookingId,
            person_id: mara,
            location_id: null,
            bookable_id: null,
            on_date: placed.onDate,
            zone: placed.zone,
            from_minute: placed.from,
            until_minute: placed.until,
            state: 'confirmed',
            rank: null,
            fee_percent: null,
            asked_at: '2026-05-04T09:00:00Z',
            shared_reason: null,
            shared_by: null,
            ended_at: null,
          })
          .execute(),
      )
    await fc.assert(
      fc.asyncProperty(span, span, async (one, two) => {
        const [a, b] = [row(one), row(two)]
        await insert(a)
        const refused = await insert(b).then(
          () => false,
          () => true,
        )
        await office.app.transaction((tx) =>
          tx.deleteFrom('booking_day').where('person_id', '=', mara).where('state', '=', 'confirmed').execute(),
        )
        expect(refused).toBe(spansOverlap(a, b) || (a.onDate === b.onDate && a.from === b.from))
      }),
      { numRuns: 60 },
    )
  })

  test('a day is shared only with a reason, and the concern stands while it does', async () => {
    const [here, there] = [await production(), await production()]
    const pavel = await person('Pavel Shared')
    const engaged = await ana.call(createEngagement, {
      params: { productionId: there },
      body: { personId: pavel, departmentId, title: 'Boom operator', works: 'listed_days' },
    })
    await add(here, pavel, ['2026-06-10'], { state: 'confirmed' })
    const second = await add(there, pavel, ['2026-06-10'], { personId: null, engagementId: engaged.id })
    expect(await ana.refused(contract.shareBookingDays, { ...on(second), body: { reason: '' } })).toMatchObject({
      status: 422,
    })
    const shared = await ana.call(contract.shareBookingDays, {
      ...on(second),
      body: { reason: 'Half a day each, both producers agreed' },
    })
    expect(shared.days[0]).toMatchObject({ state: 'confirmed', sharedReason: 'Half a day each, both producers agreed' })
    const checks = office.app.departments().flatMap(({ checks = [] }) => checks)
    const check = checks.find(({ name }) => name === 'bookings.booked_twice')!
    const concerns = await check.concerns(office.app.db, systemScope(there, 'test'), office.clock.now())
    expect(concerns.map(({ severity, causes }) => [severity, causes.at(-1)])).toEqual([
      ['warns', 'Shared: Half a day each, both producers agreed'],
    ])
  })
})

describe('CR-6 CR-7 CR-8 meanings, days and history', () => {
  test('a booking with confirmed and held days reads mixed; a cancellation asks why and keeps the day with its fee', async () => {
    const here = await production()
    const celia = await person('Celia Mixed')
    const held = await add(here, celia, ['2026-06-10', '2026-06-11'], { purpose: 'Shoot' })
    const mixed = await ana.call(contract.confirmBooking, { ...on(held), body: { dayIds: [held.days[0]!.id] } })
    expect(mixed.state).toBe('mixed')
    expect(
      await ana.refused(contract.releaseBooking, { ...on(mixed), body: { dayIds: [mixed.days[0]!.id], reason: 'x' } }),
    ).toMatchObject({ detail: 'Wed 10 Jun is booked. Cancel what is booked; only what is not can be released.' })
    expect(await ana.refused(contract.cancelBooking, { ...on(mixed), body: { reason: ' ' } })).toMatchObject({
      status: 422,
    })
    const cancelled = await ana.call(contract.cancelBooking, {
      ...on(mixed),
      body: { reason: 'Weather', feePercent: 50 },
    })
    expect(cancelled.days).toMatchObject([
      { state: 'cancelled', endedReason: 'Weather', feePercent: 50 },
      { state: 'hold' },
    ])
    expect(cancelled.state).toBe('hold')
    expect(cancelled.soFar.map(({ kind }) => kind)).toEqual(['cancelled', 'confirmed', 'hold'])
    expect(await ana.refused(contract.confirmBooking, { ...on(held), body: {} })).toMatchObject({ status: 412 })
  })

  test('moving a hold keeps the place of the days that stay, asks anew for those that come, releases those that go', async () => {
    const [here, there] = [await production(), await production()]
    const noor = await person('Noor Moves')
    const first = await add(here, noor, ['2026-06-10', '2026-06-11'])
    const second = await add(there, noor, ['2026-06-10', '2026-06-11', '2026-06-12'])
    const moved = await ana.call(contract.moveBooking, {
      ...on(first),
      body: { spans: ['2026-06-11', '2026-06-12'].map((onDate) => ({ onDate: day(onDate) })) },
    })
    expect(moved.days.map(({ onDate, state, rank }) => [onDate, state, rank])).toEqual([
      ['2026-06-10', 'released', null],
      ['2026-06-11', 'hold', 1],
      ['2026-06-12', 'hold', 2],
    ])
    expect(ranks(await read(second))).toEqual([1, 2, 1])
  })
})

describe('CR-11 N-13 who works every shoot day', () => {
  const engage = (productionId: ProductionId, personId: PersonId) =>
    ana.call(createEngagement, {
      params: { productionId },
      body: { personId, departmentId, title: 'Production mixer' },
    })
  const shoot = async (productionId: ProductionId, onDate: string, count: number) => {
    const params = { productionId }
    const { id: boardId, version } = await ana.call(createBoard, { params, body: { name: 'Plan A' } })
    return ana.call(addShootDays, {
      params: { productionId, boardId },
      ifMatch: version,
      body: { onDate: day(onDate), count },
    })
  }
  const claimsOf = async (personId: PersonId) =>
    (
      await office.app.db
        .selectFrom('booking_day')
        .innerJoin('booking', 'booking.id', 'booking_day.booking_id')
        .select(['on_date', 'state', 'production_id'])
        .where('person_id', '=', personId)
        .orderBy('on_date')
        .orderBy('state')
        .execute()
    ).map(({ on_date, state, production_id }) => [on_date, state, production_id])

  test('is booked on the days of the schedule as they come and go, and waits where another job was first', async () => {
    const [here, there] = [await production(), await production()]
    const jo = await person('Jo Standing')
    const there1 = await shoot(there, '2026-06-10', 1)
    await shoot(here, '2026-06-10', 2)
    await engage(there, jo)
    const engaged = await engage(here, jo)
    expect(await claimsOf(jo)).toEqual([
      ['2026-06-10', 'confirmed', there],
      ['2026-06-10', 'planning', here],
      ['2026-06-11', 'confirmed', here],
    ])
    const checks = office.app.departments().flatMap(({ checks = [] }) => checks)
    const check = checks.find(({ name }) => name === 'bookings.booked_twice')!
    const [concern] = await check.concerns(office.app.db, systemScope(here, 'test'), office.clock.now())
    expect(concern).toMatchObject({ severity: 'blocks', message: 'Jo Standing is booked twice on Wed 10 Jun' })
    expect(await workingOn(office.app.db, systemScope(here, 'test'), [day('2026-06-10'), day('2026-06-11')])).toEqual([
      { engagementId: engaged.id, onDate: '2026-06-10', state: 'hold' },
      { engagementId: engaged.id, onDate: '2026-06-11', state: 'confirmed' },
    ])
    await ana.call(changeDay, {
      params: { productionId: there, boardId: there1.facts.board.id, dayId: there1.facts.days[0]!.id },
      ifMatch: there1.facts.board.version,
      body: { onDate: day('2026-06-20') },
    })
    expect(await claimsOf(jo)).toEqual([
      ['2026-06-10', 'confirmed', here],
      ['2026-06-11', 'confirmed', here],
      ['2026-06-20', 'confirmed', there],
    ])
    await ana.call(changeEngagement, {
      params: { productionId: here, engagementId: engaged.id },
      ifMatch: engaged.version,
      body: { works: 'listed_days' },
    })
    expect(await claimsOf(jo)).toEqual([['2026-06-20', 'confirmed', there]])
    const seen = await ana.call(getBookings, {
      params: { productionId: here },
      query: { from: day('2026-06-01'), to: day('2026-06-30') },
    })
    expect(seen.days).toEqual([])
  })

  test('two positions of one person on one production are one day of work, not a clash', async () => {
    const here = await production()
    const lena = await person('Lena Twohats')
    await shoot(here, '2026-06-10', 1)
    await engage(here, lena)
    await engage(here, lena)
    expect(await claimsOf(lena)).toEqual([
      ['2026-06-10', 'confirmed', here],
      ['2026-06-10', 'confirmed', here],
    ])
  })

  test('whoever is taken off is free for others, and put back has the days that are still free', async () => {
    const [here, there] = [await production(), await production()]
    const owen = await person('Owen Off')
    const engaged = await engage(here, owen)
    const on1 = { personId: null, engagementId: engaged.id, state: 'confirmed' }
    const booked = await add(here, owen, ['2026-07-01', '2026-07-02'], on1)
    const off = { params: { productionId: here, engagementId: engaged.id } }
    const gone = await ana.call(archiveEngagement, { ...off, ifMatch: engaged.version, body: { archived: true } })
    expect((await read(booked)).days.map(({ state, endedReason }) => [state, endedReason])).toEqual([
      ['released', 'Taken off the production'],
      ['released', 'Taken off the production'],
    ])
    await add(there, owen, ['2026-07-02'], { state: 'confirmed' })
    await ana.call(archiveEngagement, { ...off, ifMatch: gone.version, body: { archived: false } })
    expect((await read(booked)).days.map(({ state, rank }) => [state, rank])).toEqual([
      ['confirmed', null],
      ['hold', 1],
    ])
  })

  test('CR-1 two records of one person that are both booked become one: the day is shared until somebody chooses', async () => {
    const [here, there] = [await production(), await production()]
    const [kept, other] = [await person('Celia Marsh'), await person('Celia  Marsh')]
    const first = await add(here, kept, ['2026-08-01'], { state: 'confirmed' })
    const second = await add(there, other, ['2026-08-01'], { state: 'confirmed' })
    const [keptHold, otherHold] = [await add(here, kept, ['2026-08-02']), await add(there, other, ['2026-08-02'])]
    const versionOf = async (personId: PersonId) => (await ana.call(getPerson, { params: { personId } })).version
    await ana.call(mergeRecords, {
      body: {
        kind: 'person',
        keptId: kept,
        otherId: other,
        choices: {},
        keptVersion: await versionOf(kept),
        otherVersion: await versionOf(other),
      },
    })
    expect((await read(first)).days[0]?.sharedReason).toBeNull()
    expect((await read(second)).days[0]).toMatchObject({
      state: 'confirmed',
      sharedReason: 'Two records of one person became one',
    })
    expect([ranks(await read(keptHold)), ranks(await read(otherHold))]).toEqual([[1], [2]])
  })
})

describe('SC-7 bars', () => {
  test('after all that was held, moved, released and merged here, every live day stands in exactly one bar', async () => {
    const { rows: live } = await sql`
      select booking_id, person_id, on_date, from_minute, until_minute, state, rank from booking_day
      where person_id is not null and state in ('planning', 'hold', 'confirmed') order by 1, 2, 3, 4`.execute(
      office.app.db,
    )
    const { rows: drawn } = await sql`
      select booking_id, person_id, day::date as on_date, from_minute, until_minute, state, rank
      from booking_run, generate_series(lower(dates), upper(dates) - 1, interval '1 day') as day
      order by 1, 2, 3, 4`.execute(office.app.db)
    expect(live.length).toBeGreaterThan(40)
    expect(drawn).toEqual(live)
  })

  test('days of one booking taken by two at once are all drawn, each once', async () => {
    const here = await production()
    const booking = await add(here, await person('Rhea Runs'), ['2026-06-10', '2026-06-12', '2026-06-14'])
    const free = (dayId: string) =>
      sql`update booking_day set rank = 7 where id = ${dayId}`.execute(office.app.db).then(() => undefined)
    await Promise.all(booking.days.map(({ id }) => free(id)))
    const { rows } = await sql<{ days: number }>`
      select (upper(dates) - lower(dates))::int as days from booking_run where booking_id = ${booking.id} and rank = 7`.execute(
      office.app.db,
    )
    expect(rows).toEqual([{ days: 1 }, { days: 1 }, { days: 1 }])
  })
})
