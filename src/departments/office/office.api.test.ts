import { expect, test } from 'vitest'
import { createProduction as newProduction } from '../productions/production.contract.ts'
import { createProduction } from '../../../tests/support/production.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { listActivity } from './concern.contract.ts'
import { listLinks, revokeLinks } from './link.contract.ts'
import { getMe } from './office.contract.ts'
import { getToday, search } from './today.contract.ts'

const office = useOffice()

const addLink = (label: string, more: object = {}) =>
  office.app.transaction((tx) =>
    office.app.links.create(tx, { purpose: 'feed', subject: { kind: 'test', id: label }, label, ...more }),
  )

test('every outside link stands in one register, newest first, and can be withdrawn at once', async () => {
  const ana = await office.as('coordinator')
  const productionId = await createProduction(office)
  const expiresAt = office.app.clock.now().add({ hours: 1 })
  const { token } = await addLink('First', { productionId })
  await addLink('Second', { productionId, expiresAt })
  await addLink('Elsewhere')
  const page = await ana.call(listLinks, { query: { limit: 2 } })
  expect(page.items.map(({ label }) => label)).toEqual(['Elsewhere', 'Second'])
  const rest = await ana.call(listLinks, { query: { limit: 2, after: page.next as string } })
  expect(rest.items[0]).toMatchObject({ label: 'First', state: 'open', productionId })

  expect(await ana.call(revokeLinks, { body: { productionId } })).toEqual({ revoked: 2 })
  await expect(office.app.links.open(office.app.db, token, 'feed')).rejects.toThrow(/withdrawn/)
  const states = (await ana.call(listLinks, { query: { productionId } })).items.map(({ state }) => state)
  expect(states).toEqual(['revoked', 'revoked'])
})

test('a link opens only what it was made for, with its password, within its time', async () => {
  const { app } = office
  const starts = app.clock.now().add({ hours: 2 })
  const { token } = await addLink('Guarded', { password: 'wet stones', activatesAt: starts })
  await expect(app.links.open(app.db, token, 'feed', 'wet stones')).rejects.toThrow(/does not work yet/)
  office.clock.advance({ hours: 3 })
  await expect(app.links.open(app.db, token, 'feed', 'dry stones')).rejects.toThrow(/password/)
  await expect(app.links.open(app.db, token, 'callsheet', 'wet stones')).rejects.toThrow(/not one of ours/)
  expect(await app.links.open(app.db, token, 'feed', 'wet stones')).toMatchObject({ kind: 'link', purpose: 'feed' })
  const tampered = token.slice(0, -2) + (token.endsWith('A') ? 'BB' : 'AA')
  await expect(app.links.open(app.db, tampered, 'feed', 'wet stones')).rejects.toThrow(/not one of ours/)
})

test('a link with one use gives way to one of two at once', async () => {
  const { app } = office
  const { id } = await addLink('Once', { maxUses: 1 })
  const use = () => app.transaction((tx) => app.links.use(tx, id))
  const answers = await Promise.allSettled([use(), use(), use()])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('what somebody changed is told field by field, newest first', async () => {
  const ana = await office.as('coordinator')
  const made = await ana.call(newProduction, {
    body: { code: 'ACT', title: 'Activity', kind: 'corporate', timeZone: 'Europe/Berlin' },
  })
  const { items } = await ana.call(listActivity, { params: { productionId: made.id } })
  expect(items[0]).toMatchObject({ actorKind: 'user', subject: { kind: 'production', id: made.id } })
  expect(items[0]?.changes.map(({ field }) => field)).toContain('title')
  const change = office.app.db.selectFrom('audit_entry').select('id')
  expect((await change.execute()).length).toBeGreaterThan(0)
})

test('the audit log is changed by nobody, not even by us', async () => {
  await createProduction(office)
  await office.app
    .transaction(async (tx) => {
      await expect(tx.updateTable('audit_entry').set({ verb: 'nothing' }).execute()).rejects.toThrow(/not changed/)
      throw new Error('rolled back')
    })
    .catch((error: Error) => expect(error.message).toBe('rolled back'))
})

test('I see the productions I am on and what I may do on each', async () => {
  const productionId = await createProduction(office)
  await createProduction(office)
  const head = await office.member(productionId, 'department_head')
  const me = await head.call(getMe)
  expect(me.productions.map(({ id, role }) => [id, role])).toEqual([[productionId, 'department_head']])
  expect(me.productions[0]?.abilities).toContain('breakdown.edit')
  expect(me.productions[0]?.abilities).not.toContain('schedule.edit')
  const ana = await (await office.as('coordinator')).call(getMe)
  expect(ana.productions.length).toBeGreaterThanOrEqual(2)
  expect(ana.carries, 'no mail server is set up for the tests').toEqual({ email: false, sms: false })
})

test('Today is about my productions and nobody else’s', async () => {
  const productionId = await createProduction(office)
  const head = await office.member(productionId, 'department_head')
  const today = await head.call(getToday)
  expect(today.date).toBe('2026-05-04')
  expect(today.productions.map(({ id }) => id)).toEqual([productionId])
  expect(new Set(today.bars.map((bar) => bar.productionId)).size).toBeLessThanOrEqual(1)
})

test('a few letters find a production, and not one that is closed to me', async () => {
  const productionId = await createProduction(office, { title: 'Harbour Lantern', code: 'HLAN' })
  await createProduction(office, { title: 'Harbour Secret', code: 'HSEC' })
  const head = await office.member(productionId, 'department_head')
  const found = await head.call(search, { query: { text: 'harbour' } })
  expect(found.items.map(({ label }) => label).join()).toContain('Harbour Lantern')
  expect(found.items.map(({ label }) => label).join()).not.toContain('Secret')
})
