import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId, PersonId } from '../../kernel/ids.ts'
import type { Preview } from '../../kernel/concern.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as contract from './booking.contract.ts'
import { bookings } from './department.ts'
import { addBooking } from './engine.contract.ts'
import { availabilityOf, workingOn } from './index.ts'

const office = useOffice()
const day = (text: string) => text as PlainDay
const JUNE = { from: day('2026-06-01'), to: day('2026-06-30') }
let ana: TestActor
let departmentId: string
beforeAll(async () => {
  ana = await office.as('coordinator')
  departmentId = (await ana.call(listDepartments, {})).items.find(({ name }) => name === 'Sound')!.id
})

const production = async (code: string) =>
  (await ana.call(createProduction, { body: { code, title: code, kind: 'commercial' } })).id
const person = async (name: string) => (await ana.call(createPerson, { body: { name } })).id
const engage = async (productionId: ProductionId, personId: PersonId, more = {}) =>
  (
    await ana.call(createEngagement, {
      params: { productionId },
      body: { personId, departmentId, title: 'Production mixer', ...more },
    })
  ).id

describe('SC-6 when people cannot work', () => {
  test('days off of a person are seen on every production they are on, and taken back only where they were entered', async () => {
    const [here, there] = [await production('ABS1'), await production('ABS2')]
    const imani = await person('Imani Cole')
    await engage(here, imani)
    await engage(there, imani)
    const { items } = await ana.call(contract.addAbsence, {
      params: { productionId: here },
      body: {
        resource: { kind: 'person', id: imani },
        from: day('2026-06-10'),
        to: day('2026-06-12'),
        kind: 'leave',
        note: 'Family',
        source: 'by phone',
      },
    })
    expect(items.map(({ onDate }) => onDate)).toEqual(['2026-06-10', '2026-06-11', '2026-06-12'])
    const seen = await ana.call(contract.getBookings, { params: { productionId: there }, query: JUNE })
    expect(seen.absences).toHaveLength(3)
    const absence = { productionId: there, availabilityId: items[0]!.id }
    expect(await ana.refused(contract.removeAbsences, { params: absence, query: {} })).toMatchObject({ status: 404 })
    await ana.call(contract.removeAbsences, { params: { ...absence, productionId: here }, query: {} })
    expect(await availabilityOf(office.app.db, systemScope(there, 'test'), JUNE)).toMatchObject([
      { resource: { kind: 'person', id: imani }, onDate: '2026-06-11', kind: 'leave', from: null, until: null },
      { onDate: '2026-06-12' },
    ])
  })

  test('CR-11 a weekday off comes back every week, is seen as days everywhere, and ends from a day on', async () => {
    const here = await production('ABSW')
    const wren = await person('Wren Weekly')
    await engage(here, wren)
    const params = { productionId: here }
    const body = {
      resource: { kind: 'person' as const, id: wren },
      kind: 'day_off' as const,
      weekdays: [5],
      from: day('2026-06-01'),
      to: day('2026-06-30'),
    }
    const { items } = await ana.call(contract.addAbsence, { params, body })
    expect(items.map(({ onDate }) => onDate.slice(8))).toEqual(['05', '12', '19', '26'])
    expect(new Set(items.map(({ seriesId }) => seriesId)).size).toBe(1)
    const none = { ...body, to: day('2026-06-02') }
    expect(await ana.refused(contract.addAbsence, { params, body: none })).toMatchObject({ status: 422 })
    const later = { params: { ...params, availabilityId: items[2]!.id }, query: { and: 'later' as const } }
    await ana.call(contract.removeAbsences, later)
    await ana.call(contract.removeAbsences, { params: { ...params, availabilityId: items[0]!.id }, query: {} })
    const left = await ana.call(contract.getBookings, { params, query: JUNE })
    expect(left.absences.map(({ onDate }) => onDate.slice(8))).toEqual(['12'])
  })

  test('hours of a day for a unit; a stranger, and hours that end before they begin, are refused', async () => {
    const here = await production('ABS3')
    const params = { productionId: here }
    const base = { from: day('2026-06-10'), to: day('2026-06-10'), kind: 'unavailable' as const }
    await ana.call(contract.addAbsence, {
      params,
      body: { ...base, resource: { kind: 'unit', id: 'Second' }, fromMinute: 600, untilMinute: 720 },
    })
    expect(await availabilityOf(office.app.db, systemScope(here, 'test'))).toMatchObject([
      { resource: { kind: 'unit', id: 'Second' }, from: 600, until: 720 },
    ])
    const stranger = { ...base, resource: { kind: 'person' as const, id: await person('Somebody Else') } }
    expect(JSON.stringify(await ana.refused(contract.addAbsence, { params, body: stranger }))).toContain(
      'not on the production',
    )
    const reversed = {
      ...base,
      resource: { kind: 'unit' as const, id: 'A' },
      fromMinute: 720,
      untilMinute: 600,
    }
    expect(await ana.refused(contract.addAbsence, { params, body: reversed })).toMatchObject({ status: 422 })
  })
})

describe('CR-7 each day of a booking has its own state', () => {
  test('every shoot day, listed days, a released day; cast come by their scenes', async () => {
    const here = await production('DAYS')
    const [every, listed, cast] = [
      await engage(here, await person('Every Day')),
      await engage(here, await person('Listed Days'), { works: 'listed_days' }),
      await engage(here, await person('Cast Member'), { kind: 'cast' }),
    ]
    const dates = [day('2026-06-01'), day('2026-06-02')]
    await ana.call(contract.bookDays, {
      params: { productionId: here },
      body: {
        days: [
          { engagementId: every, onDate: dates[1]!, state: 'released' },
          { engagementId: listed, onDate: dates[1]!, state: 'hold' },
        ],
      },
    })
    expect(await workingOn(office.app.db, systemScope(here, 'test'), dates)).toEqual([
      { engagementId: every, onDate: '2026-06-01', state: 'confirmed' },
      { engagementId: listed, onDate: '2026-06-02', state: 'hold' },
    ])
    await ana.call(contract.bookDays, {
      params: { productionId: here },
      body: {
        days: [
          { engagementId: cast, onDate: dates[0]!, state: 'confirmed' },
          { engagementId: every, onDate: dates[1]!, state: null },
        ],
      },
    })
    expect(await workingOn(office.app.db, systemScope(here, 'test'), dates)).toHaveLength(4)
  })

  test('CR-11 N-1 booking somebody another job has is refused by name of the job; a preview holds nobody', async () => {
    const [here, there] = [await production('TWICE'), await production('OTHER')]
    const imani = await person('Imani Twice')
    const [a, b] = [
      await engage(here, imani, { works: 'listed_days' }),
      await engage(there, imani, { works: 'listed_days' }),
    ]
    const on = day('2026-06-10')
    await ana.call(contract.bookDays, {
      params: { productionId: there },
      body: { days: [{ engagementId: b, onDate: on, state: 'confirmed' }] },
    })
    const booking = {
      params: { productionId: here },
      body: { days: [{ engagementId: a, onDate: on, state: 'confirmed' }] },
    }
    expect(await ana.refused(contract.bookDays, booking)).toMatchObject({
      status: 409,
      conflicts: [{ onDate: on, code: 'OTHER' }],
    })
    booking.body.days[0]!.state = 'hold'
    const preview = (await ana.preview(contract.bookDays, booking)) as Preview
    expect(preview.raises.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['bookings.booked_twice', 'warns', 'Imani Twice is also asked elsewhere on Wed 10 Jun'],
    ])
    expect(preview.raises[0]?.causes).toEqual(['On hold here as Production mixer', 'Booked on OTHER'])
    const seen = await ana.call(contract.getBookings, { params: { productionId: here }, query: JUNE })
    expect(seen.days).toEqual([])
    expect(seen.elsewhere).toEqual([{ personId: imani, onDate: '2026-06-10', state: 'confirmed', code: 'OTHER' }])
  })
})

describe('N-13 rest between jobs', () => {
  test('job B at 06:00 after job A until 23:30 is a concern of both, and each tells only the code of the other', async () => {
    const [first, second] = [await production('RSTA'), await production('RSTB')]
    const tomas = await person('Tomas Tired')
    const book = async (productionId: ProductionId, onDate: string, from: number, until: number) => {
      const engagementId = await engage(productionId, tomas, { works: 'listed_days' })
      const spans = [{ onDate: day(onDate), from, until }]
      const body = { engagementId, spans, state: 'confirmed' as const }
      await ana.call(addBooking, { params: { productionId }, body })
    }
    await book(first, '2026-07-08', 720, 1410)
    await book(second, '2026-07-09', 360, 960)
    const check = bookings.checks!.find(({ name }) => name === 'bookings.short_rest')!
    for (const [here, causes] of [
      [
        first,
        ['12:00–23:30 on Wed 8 Jul here as Production mixer', expect.stringContaining('on RSTB; 6 h 30 min of rest')],
      ],
      [
        second,
        ['12:00–23:30 on Wed 8 Jul on RSTA', expect.stringContaining('here as Production mixer; 6 h 30 min of rest')],
      ],
    ] as const) {
      const found = await check.concerns(office.app.db, systemScope(here, 'test'), office.clock.now())
      expect(found).toMatchObject([{ severity: 'warns', onDate: '2026-07-09', causes }])
    }
  })
})
