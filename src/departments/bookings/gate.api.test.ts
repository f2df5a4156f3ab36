import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import { bookDays } from './booking.contract.ts'
import { changeBookingRules, readBookingRules } from './rules.contract.ts'
import { addBooking, confirmBooking, readBooking } from './engine.contract.ts'
import { readGate } from './gate.contract.ts'

const office = useOffice()
let ana: TestActor
let owner: TestActor
let params: { productionId: ProductionId }
beforeAll(async () => {
  ana = await office.as('coordinator')
  owner = await office.as('owner')
  const body = { code: 'GATE', title: 'Gated', kind: 'commercial' as const }
  params = { productionId: (await ana.call(createProduction, { body })).id }
})

async function held(name: string, onDate: string) {
  const { id: personId } = await ana.call(createPerson, { body: { name } })
  const departmentId = (await ana.call(listDepartments, {})).items[0]!.id
  const body = { personId, departmentId, title: 'Gaffer', works: 'listed_days' as const }
  const { id: engagementId } = await ana.call(createEngagement, { params, body })
  const spans = [{ onDate: onDate as PlainDay }]
  const booking = await ana.call(addBooking, { params, body: { engagementId, spans } })
  return { booking, engagementId, personId }
}
const rule = async (papersGate: 'warn' | 'block') => {
  const { version, can: _, ...body } = await owner.call(readBookingRules, {})
  await owner.call(changeBookingRules, { ifMatch: version, body: { ...body, papersGate } })
}

describe('CR-15 CR-16 papers before a booking', () => {
  test('what is missing is said before anybody presses; an office that only warns books all the same', async () => {
    const { booking } = await held('Wanda Warned', '2026-06-10')
    const on = { ...params, bookingId: booking.id }
    const gate = await ana.call(readGate, { params: on })
    expect(gate).toMatchObject({ rule: 'warn', blocks: ['Deal memo'] })
    expect(gate.warns).toContain('Tax form')
    const body = {}
    expect(await ana.call(confirmBooking, { params: on, ifMatch: booking.version, body })).toMatchObject({
      state: 'confirmed',
    })
  })

  test('an office that blocks refuses every way of booking and says who lacks what; a reason passes and is kept', async () => {
    const { booking, engagementId, personId } = await held('Bela Blocked', '2026-06-11')
    await rule('block')
    const on = { params: { ...params, bookingId: booking.id }, ifMatch: booking.version }
    const refused = await ana.refused(confirmBooking, { ...on, body: {} })
    expect(refused).toMatchObject({
      status: 409,
      people: [{ name: 'Bela Blocked', papers: ['Deal memo'] }],
      detail: expect.stringContaining('Bela Blocked lacks: Deal memo'),
    })
    const spans = [{ onDate: '2026-06-12' as PlainDay }]
    const outright = { personId, spans, state: 'confirmed' as const }
    expect(await ana.refused(addBooking, { params, body: outright })).toMatchObject({ status: 409 })
    const days = [{ engagementId, onDate: '2026-06-13' as PlainDay, state: 'confirmed' as const }]
    expect(await ana.refused(bookDays, { params, body: { days } })).toMatchObject({ status: 409 })
    expect((await ana.call(readBooking, { params: on.params })).state).toBe('hold')
    const booked = await ana.call(confirmBooking, { ...on, body: { despite: 'Signs on arrival' } })
    expect(booked.state).toBe('confirmed')
    expect(booked.soFar[0]?.words).toContain('although papers are missing (Signs on arrival)')
    await rule('warn')
  })

  test('nothing is asked of somebody who is not on the production', async () => {
    const { id: personId } = await ana.call(createPerson, { body: { name: 'Nell Nobody' } })
    await rule('block')
    const body = { personId, spans: [{ onDate: '2026-06-14' as PlainDay }], state: 'confirmed' as const }
    expect(await ana.call(addBooking, { params, body })).toMatchObject({ state: 'confirmed' })
    await rule('warn')
  })
})
