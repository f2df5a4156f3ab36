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
      body: { personId, departmentId: departmentId as never, title: 'Production mixer', ...more },
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
    expect(await ana.refused(contract.removeAbsences, { params: absence })).toMatchObject({ status: 404 })
    await ana.call(contract.removeAbsences, { params: { ...absence, productionId: here } })
    expect(await availabilityOf(office.app.db, systemScope(there, 'test'), JUNE)).toMatchObject([
      { resource: { kind: 'person', id: imani }, onDate: '2026-06-11', kind: 'leave', from: null, until: null },
      { onDate: '2026-06-12' },
    ])
  })

  test('hours of a day for a unit; a stranger, and hours that end before they begin, are refused', async () => {
    const here = await production('ABS3')
    const params = { productionId: here }
    const base = { from: day('2026-06-10'), to: day('2026-06-10'), kind: 'unavailable' as const }
    await ana.call(contract.addAbsence, {
      params,
      body: { ...base, resource: { kind: 'unit', id: 'Second' }, fromMinute: 600 as never, untilMinute: 720 as never },
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
      fromMinute: 720 as never,
      untilMinute: 600 as never,
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
    booking.body.days[0]!.state = 'hold' as never
    const preview = (await ana.preview(contract.bookDays as never, booking)) as Preview
    expect(preview.raises.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['bookings.booked_twice', 'warns', 'Imani Twice is also asked elsewhere on Wed 10 Jun'],
    ])
    expect(preview.raises[0]?.causes).toEqual(['On hold here as Production mixer', 'Confirmed on OTHER'])
    const seen = await ana.call(contract.getBookings, { params: { productionId: here }, query: JUNE })
    expect(seen.days).toEqual([])
    expect(seen.elsewhere).toEqual([{ personId: imani, onDate: '2026-06-10', state: 'confirmed', code: 'OTHER' }])
  })
})
