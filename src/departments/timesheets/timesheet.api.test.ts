import { beforeAll, describe, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { bookDays } from '../bookings/index.ts'
import { addRate, listPayProfiles } from '../pay/rate.contract.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as contract from './timesheet.contract.ts'
import { dayInRow, minuteOfText } from './timesheet.rules.ts'

const office = useOffice()
const day = (text: string) => text as PlainDay
const span = { from: day('2026-04-27'), until: day('2026-05-03') }
const h = (hours: number) => hours * 60
let ana: TestActor
let params: { productionId: ProductionId }
let mara: string

beforeAll(async () => {
  ana = await office.as('coordinator')
  const body = { code: 'HRS', title: 'Long Hours', kind: 'commercial', timeZone: 'Europe/London' as ZoneName } as const
  params = { productionId: (await ana.call(createProduction, { body })).id }
  const person = await ana.call(createPerson, {
    body: { name: 'Mara Quill', emails: [{ label: null, value: 'mara@example.com' }] },
  })
  const california = (await ana.call(listPayProfiles)).items.find(({ name }) => name.startsWith('California'))
  await ana.call(addRate, {
    params: { personId: person.id },
    body: {
      position: 'Gaffer',
      basis: 'day',
      amount: money(650_00, 'USD'),
      guaranteedMinutes: 720,
      profileId: california?.id ?? null,
      validFrom: day('2026-01-01'),
    },
  })
  const departmentId = (await ana.call(listDepartments)).items[0]?.id as never
  mara = (
    await ana.call(createEngagement, {
      params,
      body: { personId: person.id, departmentId, title: 'Gaffer', works: 'listed_days' },
    })
  ).id
})

const list = async (who = ana) => (await who.call(contract.listTimesheets, { params, query: span })).items
const enter = (onDate: string, from: number, until: number, ifMatch = 0) =>
  ana.call(contract.enterHours, {
    params: { ...params, engagementId: mara, onDate: day(onDate) },
    ifMatch,
    body: { startMinute: h(from), endMinute: h(until), mealMinutes: 60 },
  })

const elsewhere = async (from: string, until: string) => {
  const query = { from: day(from), until: day(until) }
  return (await ana.call(contract.listTimesheets, { params, query })).elsewhere
}

test('CR-12 a week without hours names the day to look at: the last with hours, before there are any the nearest booked', async () => {
  const body = { code: 'EMP', title: 'Empty Week', kind: 'commercial', timeZone: 'Europe/London' as ZoneName } as const
  const before = params
  params = { productionId: (await ana.call(createProduction, { body })).id }
  expect(await elsewhere('2026-04-27', '2026-05-03')).toBeNull()
  const personId = (await ana.call(createPerson, { body: { name: 'Pim Vane' } })).id
  const departmentId = (await ana.call(listDepartments)).items[0]?.id as never
  const { id: engagementId } = await ana.call(createEngagement, {
    params,
    body: { personId, departmentId, title: 'Grip', works: 'listed_days' },
  })
  const scope = systemScope(params.productionId, 'test')
  const days = ['2026-04-20', '2026-06-02'].map((it) => ({
    engagementId,
    onDate: day(it),
    state: 'confirmed' as const,
  }))
  await bookDays(office.app, { scope, actor: scope.actor, days })
  expect(await elsewhere('2026-04-27', '2026-05-03')).toBe('2026-06-02')
  expect(await elsewhere('2026-06-08', '2026-06-14')).toBe('2026-06-02')
  expect(await elsewhere('2026-06-01', '2026-06-07')).toBeNull()
  await ana.call(contract.enterHours, {
    params: { ...params, engagementId, onDate: day('2026-04-20') },
    ifMatch: 0,
    body: { startMinute: h(8), endMinute: h(18), mealMinutes: 60 },
  })
  expect(await elsewhere('2026-04-27', '2026-05-03')).toBe('2026-04-20')
  expect(await elsewhere('2026-06-01', '2026-06-07')).toBe('2026-04-20')
  expect(await elsewhere('2026-04-20', '2026-04-26')).toBeNull()
  params = before
})

describe('CR-12 booked, worked and to be invoiced, one line a person and day', () => {
  test('hours are entered, computed by the table of their rate, and the version decides between two', async () => {
    const line = await enter('2026-04-28', 7, 22)
    expect(line).toMatchObject({ workedMinutes: h(14), toInvoiceMinutes: h(14), open: null, version: 1 })
    expect(line.pay).toMatchObject({
      total: { minor: 835_71, currency: 'USD' },
      table: expect.stringContaining('California'),
      rate: 'USD 650/12',
    })
    await expect(enter('2026-04-28', 8, 20)).rejects.toThrow(/412/)
    const changed = await enter('2026-04-28', 8, 20, 1)
    expect(changed).toMatchObject({ workedMinutes: h(11), toInvoiceMinutes: h(12), version: 2 })
    expect(changed.pay?.total.minor).toBe(650_00)
  })

  test.each([
    ['an end before the start', { startMinute: 600, endMinute: 500, mealMinutes: 0 }],
    ['a meal longer than the day', { startMinute: 600, endMinute: 700, mealMinutes: 120 }],
  ])('%s is refused', async (_, body) =>
    expect(
      await ana.refused(contract.enterHours, {
        params: { ...params, engagementId: mara, onDate: day('2026-04-29') },
        ifMatch: 0,
        body,
      }),
    ).toMatchObject({ status: 422 }),
  )

  test('an approved day keeps what it pays and is not changed until it is opened again', async () => {
    const days = [{ engagementId: mara, onDate: day('2026-04-28'), version: 2 }]
    const head = await office.member(params.productionId, 'department_head')
    expect(await head.refused(contract.approveHours, { params, body: { approved: true, days } })).toMatchObject({
      status: 403,
    })
    await ana.call(contract.approveHours, { params, body: { approved: true, days } })
    await expect(enter('2026-04-28', 7, 22, 3)).rejects.toThrow(/approved this day/)
    const [person] = await office.app.db.selectFrom('pay_rate').select('person_id').execute()
    await ana.call(addRate, {
      params: { personId: person?.person_id as never },
      body: {
        position: 'Gaffer',
        basis: 'day',
        amount: money(900_00, 'USD'),
        guaranteedMinutes: 720,
        validFrom: day('2026-04-01'),
      },
    })
    const line = (await list()).find(({ onDate }) => onDate === '2026-04-28')
    expect(line).toMatchObject({ approvedBy: expect.any(String), pay: { total: { minor: 650_00 } } })
    await ana.call(contract.approveHours, {
      params,
      body: { approved: false, days: [{ ...(days[0] as (typeof days)[0]), version: 3 }] },
    })
    const opened = (await list()).find(({ onDate }) => onDate === '2026-04-28')
    expect(opened).toMatchObject({ approvedBy: null, pay: null, open: 'Their rate names no overtime table.' })
  })

  test('what cannot be paid is not approved, and says why', async () => {
    const days = [{ engagementId: mara, onDate: day('2026-04-28'), version: 4 }]
    expect(await ana.refused(contract.approveHours, { params, body: { approved: true, days } })).toMatchObject({
      status: 422,
      detail: 'Mara Quill, Tue 28 Apr 2026: Their rate names no overtime table.',
    })
  })

  test('a head of department sees hours and no money, in the list and in the file', async () => {
    const head = await office.member(params.productionId, 'department_head')
    expect((await list(head))[0]).toMatchObject({ workedMinutes: h(11), pay: null })
    const at = `/v1/productions/${params.productionId}/timesheets/export/csv?from=${span.from}&until=${span.until}`
    const [theirs, ours] = [await (await head.fetch(at)).text(), await (await ana.fetch(at)).text()]
    expect(theirs).toContain('Mara Quill')
    expect(theirs).not.toContain('USD')
    expect(ours.split('\r\n')[0]).toContain('Booked hours')
    expect((await ana.fetch(at.replace('/csv', '/xlsx'))).headers.get('content-type')).toContain('spreadsheetml')
    const crew = await office.member(params.productionId, 'crew')
    expect((await crew.fetch(at)).status).toBe(403)
  })
})

test('CR-13 hours beyond forty of a week count more by a table that says so, and the next week begins anew', async () => {
  const federal = (await ana.call(listPayProfiles)).items.find(({ name }) => name.startsWith('US federal'))
  const { id: personId } = await ana.call(createPerson, { body: { name: 'Wes Weekly' } })
  await ana.call(addRate, {
    params: { personId },
    body: {
      position: 'Grip',
      basis: 'day',
      amount: money(500_00, 'USD'),
      guaranteedMinutes: 600,
      profileId: federal?.id ?? null,
      validFrom: day('2026-01-01'),
    },
  })
  const departmentId = (await ana.call(listDepartments)).items[0]?.id as never
  const body = { personId, departmentId, title: 'Grip', works: 'listed_days' } as const
  const { id: engagementId } = await ana.call(createEngagement, { params, body })
  const paid: (number | undefined)[] = []
  for (const onDate of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09'].map(day)) {
    const hours = { startMinute: h(8), endMinute: h(19), mealMinutes: 60 }
    const line = await ana.call(contract.enterHours, {
      params: { ...params, engagementId, onDate },
      ifMatch: 0,
      body: hours,
    })
    paid.push(line.pay?.total.minor)
  }
  expect(paid).toEqual([500_00, 500_00, 500_00, 500_00, 750_00, 500_00])
})

test('CR-12 who works every shoot day is asked for no hours of a day that nobody shoots', async () => {
  const person = await ana.call(createPerson, { body: { name: 'Odd Standing' } })
  const departmentId = (await ana.call(listDepartments)).items[0]?.id as never
  await ana.call(createEngagement, {
    params,
    body: { personId: person.id, departmentId, title: 'Key grip', works: 'every_shoot_day' },
  })
  expect((await list()).filter(({ name }) => name === 'Odd Standing')).toEqual([])
})

describe('CR-12 people enter their own hours on a link', () => {
  test('a booked day is asked for once a request, entered on a page without an account, and shown as theirs', async () => {
    const scope = systemScope(params.productionId, 'test')
    const days = [{ engagementId: mara as never, onDate: day('2026-05-01'), state: 'confirmed' as const }]
    await bookDays(office.app, { scope, actor: scope.actor, days })
    expect((await list()).find(({ onDate }) => onDate === '2026-05-01')).toMatchObject({
      isBooked: true,
      open: 'No hours entered yet.',
    })
    const key = office.app.ids.next<string>()
    for (const _ of [1, 2])
      expect(await ana.call(contract.askForHours, { params, body: span, idempotencyKey: key })).toEqual({
        people: 1,
        unreachable: [],
      })
    const letters = await office.app.db
      .selectFrom('mail_message')
      .select('body_text')
      .where('about_kind', '=', 'timesheet')
      .execute()
    expect(letters).toHaveLength(1)
    const address = /\/hours\/[\w-]+/.exec(letters[0]?.body_text ?? '')?.[0] ?? ''
    expect(await (await office.nobody.fetch(address)).text()).toContain('name="day" value="2026-05-01"')
    const send = (fields: Record<string, string>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ day: '2026-05-01', version: '0', meal: '60', ...fields }))
        body.set(name, value)
      return office.nobody.fetch(address, { method: 'POST', body })
    }
    const ahead = { from: day('2027-05-03'), until: day('2027-05-09') }
    const later = [{ engagementId: mara as never, onDate: day('2027-05-04'), state: 'confirmed' as const }]
    await bookDays(office.app, { scope, actor: scope.actor, days: later })
    expect(
      await ana.call(contract.askForHours, { params, body: ahead, idempotencyKey: office.app.ids.next<string>() }),
    ).toEqual({ people: 0, unreachable: [] })
    expect((await send({ start: 'early', end: '19:00' })).status).toBe(422)
    const before = await (await office.nobody.fetch(address)).text()
    expect((await send({ start: '07:00', end: '25:30' })).status).toBe(200)
    const after = await (await office.nobody.fetch(address)).text()
    expect(before).toContain('Mara Quill')
    expect([before, after].map((page) => page.includes('Change Fri 1 May'))).toEqual([false, true])
    expect((await send({ start: '07:00', end: '19:00' })).status).toBe(422)
    expect((await send({ start: '07:00', end: '19:00', day: '2026-06-01' })).status).toBe(422)
    expect((await list()).find(({ onDate }) => onDate === '2026-05-01')).toMatchObject({
      byLink: true,
      enteredBy: 'Mara Quill',
      workedMinutes: h(17.5),
    })
    expect((await office.nobody.fetch('/hours/AAAA')).status).toBe(404)
  })
})

test.each([
  ['07:30', 450],
  ['7.05', 425],
  ['2530', 1530],
  ['24:60', undefined],
  ['noon', undefined],
])('CR-12 %s is a time of the day', (text, minute) => {
  expect(minuteOfText(text)).toBe(minute)
})

test('CR-13 days in a row are counted back over the edge of a week, and begin again after the seventh', () => {
  const worked = new Set(
    ['2026-04-27', '2026-04-28', '2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02', '2026-05-03'].map(day),
  )
  expect([
    dayInRow(worked, day('2026-05-01')),
    dayInRow(worked, day('2026-05-02')),
    dayInRow(worked, day('2026-05-03')),
    dayInRow(worked, day('2026-05-04')),
  ]).toEqual([5, 6, 7, 1])
  expect(dayInRow(worked, day('2026-05-05'))).toBe(1)
})
