import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/departments/agreements/agreement.contract.ts'
import { bench, memo, tokenIn, type Bench } from '../../src/departments/agreements/agreement.fixture.ts'
import { sendAgreement } from '../../src/departments/agreements/envelope.contract.ts'
import { sweep } from '../../src/departments/agreements/sweep.actions.ts'
import { shot } from '../support/browser.ts'
import { useJourney } from '../support/journey.ts'

/**
 * A gaffer signs a deal memo on a phone and puts it away; a letter brings them back to the tax form; without signal nothing of
 * the account stays on the phone; and at the end the office has what it needs.
 */
const journey = await useJourney()
const { office, post } = journey
const sam = 'sam@example.com'
let b: Bench
let sent: contract.Agreement
let phone: Page

beforeAll(async () => {
  b = await bench(office)
  const drafted = await memo(b)
  const at = { params: { ...b.params, agreementId: drafted.id } }
  const [subject] = drafted.parties.filter(({ personId }) => personId !== null)
  const party = { role: 'signer' as const, label: 'Crew member', turn: 1, name: 'Sam Okoro', email: sam }
  const ready = await b.ana.call(contract.changeAgreement, {
    ...at,
    ifMatch: drafted.version,
    body: {
      parties: [
        { ...party, personId: subject?.personId ?? null },
        { role: 'signer', label: 'For the company', turn: 2, name: 'Ana Ruiz', email: 'ana@example.com' },
      ],
    },
  })
  sent = await b.ana.call(sendAgreement, { ...at, ifMatch: ready.version, body: {} })
})

const lastWithLink = () =>
  post
    .to(sam)
    .map(({ text }) => text ?? '')
    .findLast((text) => tokenIn(text) !== '') ?? ''
const linkIn = () => `/a/${tokenIn(lastWithLink())}`
const kept = () =>
  phone.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const asked = indexedDB.open('unitbase-outside')
        asked.onsuccess = () => {
          if (!asked.result.objectStoreNames.contains('kept')) return resolve(0)
          const rows = asked.result.transaction('kept').objectStore('kept').count()
          rows.onsuccess = () => resolve(rows.result)
        }
      }),
  )

test('DO-14 signed on a phone and put away, a reminder leads back to the tax form and the bank details', async () => {
  await journey.sendMail()
  phone = await journey.window({ phone: true })
  await phone.goto(linkIn())
  await phone.getByText('After you sign, we ask for your tax form').waitFor()
  await phone.getByLabel('Your address').fill('7 Quay Street, Portland')
  await phone.getByRole('button', { name: 'Type instead' }).click()
  await phone.getByLabel('Type your name as your signature').fill('Sam Okoro')
  await shot(phone, 'deal-sign')
  await phone.getByRole('button', { name: 'Sign', exact: true }).click()
  await phone.getByRole('heading', { name: 'How you are paid' }).waitFor()
  await shot(phone, 'deal-tax')
  await phone.goto('about:blank')

  office.clock.advance({ hours: 25 })
  // A paper somebody is in at this moment (the page that was just left) waits for the next sweep.
  await expect
    .poll(async () => {
      await sweep(office.app)
      await journey.sendMail()
      return lastWithLink()
    })
    .toContain('your tax form and your bank details are still missing')
  await phone.clock.setFixedTime(new Date(office.clock.now().epochMilliseconds))
  await phone.goto(linkIn())
  await phone.getByLabel('Country you pay taxes in').fill('US')
  await phone.getByLabel('Name on your tax return').fill('Samuel Okoro')
  await phone.getByLabel('Address for tax papers').fill('7 Quay Street, Portland')
  await phone.getByLabel('Which number').fill('SSN')
  await phone.getByLabel('Tax number').fill('123-45-678')
  await phone.getByLabel('The number is mine').check()
  await phone.getByRole('button', { name: 'Send and go on' }).click()
  await phone.getByText('A US tax number has nine digits.').waitFor()
  await shot(phone, 'deal-tax-slip')
  await phone.getByLabel('Tax number').fill('123-45-6789')
  await phone.getByRole('button', { name: 'Send and go on' }).click()
  await phone.getByText('Received.').waitFor()
  await shot(phone, 'deal-bank')
})

test('DO-14 without signal nothing of the account is left on the phone, and sent again it arrives once', async () => {
  await phone.getByLabel('Account holder').fill('Sam Okoro')
  await phone.getByLabel('IBAN or account number').fill('DE89 3704 0044 0532 0130 00')
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: 'Send bank details' }).click()
  await phone.getByText('Nothing of it is kept here').waitFor()
  await shot(phone, 'deal-bank-offline')
  expect(await kept()).toBe(0)
  await phone.context().setOffline(false)
  await phone.getByRole('button', { name: 'Send bank details' }).click()
  await phone.getByText('That is all.').waitFor()
  await shot(phone, 'deal-done')
  expect(await kept()).toBe(0)

  const { parties } = await b.ana.call(contract.getAgreement, { params: { ...b.params, agreementId: sent.id } })
  expect(parties[0]).toMatchObject({ paymentReminders: 1, nextPaymentReminderAt: null })
  const accounts = await office.app.db.selectFrom('vendor_bank').select('last4').execute()
  expect(accounts).toEqual([{ last4: '3000' }])
})
