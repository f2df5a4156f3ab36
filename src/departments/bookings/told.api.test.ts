import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import { createPerson } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import * as engine from './engine.contract.ts'
import { listUntold, tellChanged, untellChanged } from './told.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
beforeAll(async () => {
  ana = await office.as('coordinator')
  productionId = (
    await ana.call(createProduction, {
      body: { code: 'TLD', title: 'Told', kind: 'commercial', timeZone: 'Europe/London' },
    })
  ).id
})

const person = async (name: string, email?: string) =>
  (await ana.call(createPerson, { body: { name, emails: email ? [{ label: null, value: email }] : [] } })).id
const book = (personId: string, dates: string[], state = 'confirmed') =>
  ana.call(engine.addBooking, {
    params: { productionId },
    body: { personId, title: 'Gaffer', state, spans: dates.map((onDate) => ({ onDate })) } as never,
  })
const untold = async () => (await ana.call(listUntold, { params: { productionId } })).items
const tell = (those: { personId: string; plan: string }[], how: 'letter' | 'by_hand' = 'letter') =>
  ana.call(tellChanged, {
    params: { productionId },
    body: { people: those.map(({ personId, plan }) => ({ personId, plan })), how },
    idempotencyKey: crypto.randomUUID(),
  })
const letters = () =>
  office.app.db
    .selectFrom('mail_message')
    .select(['to_address', 'body_text'])
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()

test('CR-10 who changed is marked, exactly those chosen are told, and only what is theirs', async () => {
  const [sam, kim, lee] = [
    await person('Sam', 'sam@example.com'),
    await person('Kim', 'kim@example.com'),
    await person('Lee'),
  ]
  const held = await book(sam, ['2026-05-12', '2026-05-13'])
  await book(kim, ['2026-05-12'], 'hold')
  await book(kim, ['2026-05-20'], 'planning')
  await book(lee, ['2026-05-14'])
  const first = await untold()
  expect(first.map(({ name, hasAddress, changes }) => [name, hasAddress, changes.length])).toEqual([
    ['Kim', true, 1],
    ['Lee', false, 1],
    ['Sam', true, 2],
  ])
  const told = await tell(first)
  expect(told.left).toEqual([{ personId: lee, name: 'Lee', why: 'no_address' }])
  expect((await letters()).map((it) => it.to_address)).toEqual(['kim@example.com', 'sam@example.com'])
  for (const { to_address, body_text } of await letters())
    expect(body_text.includes('Sam') && body_text.includes('Kim'), to_address).toBe(false)
  expect((await tell(await untold(), 'by_hand')).told).toEqual([lee])
  expect(await untold()).toEqual([])

  const on = { params: { productionId, bookingId: held.id }, ifMatch: held.version }
  await ana.call(engine.cancelBooking, { ...on, body: { dayIds: [held.days[1]!.id], reason: 'Rain' } })
  const [changed, ...others] = await untold()
  expect([changed?.name, changed?.changes, others]).toEqual([
    'Sam',
    [{ onDate: '2026-05-13', before: 'Booked, Gaffer', after: null }],
    [],
  ])
  expect(changed?.letter.text).toContain('no longer (was: Booked, Gaffer)')
})

test('CR-10 whose plan changed after it was looked at is left out and named; a letter is called back within its window', async () => {
  const seen = (await untold()).filter(({ name }) => name === 'Sam')
  await book(seen[0]!.personId, ['2026-05-18'])
  const meanwhile = await tell(seen)
  expect([meanwhile.told, meanwhile.left.map(({ why }) => why)]).toEqual([[], ['changed_again']])
  const again = await untold()
  expect((await tell(again)).told).toHaveLength(1)
  const before = (await letters()).length
  const { back } = await ana.call(untellChanged, {
    params: { productionId },
    body: { personIds: [again[0]!.personId] },
  })
  expect(back).toHaveLength(1)
  expect(await untold()).toEqual(again)
  expect(await letters()).toHaveLength(before - 1)
  await tell(await untold())
  office.clock.advance({ minutes: 3 })
  await office.work({ early: true })
  const late = await ana.call(untellChanged, { params: { productionId }, body: { personIds: [again[0]!.personId] } })
  expect(late.back).toEqual([])
  expect(await untold()).toEqual([])
})

test('CR-10 crew sees nobody’s plan', async () => {
  const crew = await office.member(productionId, 'crew')
  expect(await crew.refused(listUntold, { params: { productionId } })).toMatchObject({ status: 403 })
})
