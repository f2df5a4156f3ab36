import { beforeAll, expect, test } from 'vitest'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { inviteVendor } from './proposal.contract.ts'
import { remindInvited } from './reminder.jobs.ts'
import { putVendorRules, readVendorRules } from './rule.contract.ts'
import { createVendor } from './vendor.contract.ts'

const office = useOffice()
let [ana, owner]: TestActor[] = []
beforeAll(async () => {
  ;[ana, owner] = [await office.as('coordinator'), await office.as('owner')]
})
const lettersTo = (email: string) =>
  office.app.db.selectFrom('mail_message').select('subject').where('to_address', '=', email).orderBy('id').execute()
const invited = async (name: string, locale: 'en' | 'de' = 'en') => {
  const email = `${name.toLowerCase()}@example.com`
  const vendor = await ana!.call(createVendor, { body: { name } })
  await ana!.call(inviteVendor, {
    params: { vendorId: vendor.id },
    body: { email, locale },
    idempotencyKey: office.app.ids.next(),
  })
  return email
}

test('CR-14 who does not answer an invitation is asked again on the days of the rule, once each, by the same link', async () => {
  const email = await invited('Slowpoke', 'de')
  office.clock.advance({ hours: 24 * 5 - 1 })
  await remindInvited(office.app)
  expect(await lettersTo(email)).toHaveLength(1)
  office.clock.advance({ hours: 1 })
  await Promise.all([remindInvited(office.app), remindInvited(office.app)])
  expect((await lettersTo(email)).map(({ subject }) => subject).at(-1)).toContain('Ihre Angaben fehlen uns noch')
  expect(await lettersTo(email)).toHaveLength(2)
  office.clock.advance({ hours: 24 * 7 })
  await remindInvited(office.app)
  office.clock.advance({ hours: 24 * 7 })
  await remindInvited(office.app)
  expect(await lettersTo(email)).toHaveLength(3)
})

test('CR-14 N-14 the rules are the office’s: changed under a version, with where they come from, by whoever runs it', async () => {
  const rules = await owner!.call(readVendorRules)
  expect(rules).toMatchObject({ invitationReminderDays: [5, 12], priceTolerancePercent: 5, can: { edit: true } })
  const body = { invitationReminderDays: [2], priceTolerancePercent: 8, source: 'Our own habit' }
  const saved = await owner!.call(putVendorRules, { ifMatch: rules.version, body })
  expect(saved).toMatchObject({ ...body, dated: office.clock.now().toString().slice(0, 10) })
  expect((await owner!.refused(putVendorRules, { ifMatch: rules.version, body })).status).toBe(412)
  expect((await ana!.refused(putVendorRules, { ifMatch: saved.version, body })).status).toBe(403)
  const wrong = { ...body, invitationReminderDays: [7, 7] }
  expect((await owner!.refused(putVendorRules, { ifMatch: saved.version, body: wrong })).status).toBe(422)
  const email = await invited('Quickly')
  office.clock.advance({ hours: 48 })
  await remindInvited(office.app)
  expect(await lettersTo(email)).toHaveLength(2)
})
