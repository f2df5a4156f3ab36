import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { setRequirements } from '../../src/departments/papers/papers.contract.ts'
import { createVendor } from '../../src/departments/vendors/vendor.contract.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { money } from '../../src/kernel/money.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import { createProduction } from '../support/production.ts'

/**
 * A new lighting house is taken in by link, hands its insurance in from a phone and is looked at; then three are asked for the
 * same lines, one is taken with a reason, and the score of the house leads back to the certificate.
 */
const journey = await useJourney()
const { office } = journey
const house = { name: 'Quay Lamps', email: 'hire@quay.example' }
const others = [
  { name: 'Northlight', email: 'desk@northlight.example' },
  { name: 'Tideline Grip', email: 'hire@tideline.example' },
]

let here: ProductionId
beforeAll(async () => {
  const ana = await office.as('coordinator')
  here = await createProduction(office, {
    code: 'VHL',
    title: 'Harbour Loop',
    startsOn: '2026-05-14',
    endsOn: '2026-05-16',
  })
  await ana.call(setRequirements, {
    params: { productionId: here },
    ifMatch: 0,
    body: {
      items: [
        {
          engagementKind: 'vendor',
          coverage: 'General liability',
          each: money(2_000_000_00, 'GBP'),
          additionalInsured: null,
          source: 'Harbour Trust',
        },
      ],
    },
  })
  for (const body of others) await ana.call(createVendor, { body })
})

const linkIn = (email: string, path: string): string =>
  new RegExp(`http\\S+/${path}/\\S+`).exec(journey.post.to(email).at(-1)?.text ?? '')?.[0] as string

const certificate = {
  name: 'certificate.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF'),
}

let desk: Page

test('CR-14 a vendor is asked in by link, hands insurance in from a phone, and it counts once the office has looked', async () => {
  desk = await journey.window()
  await becomeOwner(journey, desk)
  await desk.getByRole('link', { name: 'Vendors', exact: true }).click()
  await desk.getByRole('button', { name: 'New vendor' }).first().click()
  const adding = desk.getByRole('dialog')
  await adding.getByLabel('Name').fill(house.name)
  await adding.getByLabel('E-mail').fill(house.email)
  await adding.getByRole('combobox', { name: 'What they deliver' }).click()
  await desk.getByRole('option', { name: 'Grip and lighting rental' }).click()
  await desk.keyboard.press('Tab')
  await shot(desk, 'quotes-new-vendor')
  await adding.getByRole('button', { name: 'Add vendor' }).click()
  await desk.getByRole('heading', { name: house.name }).waitFor()
  await desk.getByRole('tab', { name: 'By link' }).click()
  await desk.getByRole('button', { name: 'Invite by link' }).click()
  await desk.getByRole('dialog').getByLabel('A word of yours').fill('We shoot in ten days.')
  await desk.getByRole('button', { name: 'Send the link' }).click()
  await desk.getByText('Sent', { exact: true }).waitFor()
  await shot(desk, 'quotes-invited')
  await journey.sendMail()

  const phone = await journey.window({ phone: true })
  await phone.goto(linkIn(house.email, 'v'))
  await shot(phone, 'quotes-vendor-page', { full: true })
  await phone.getByLabel('Legal name').fill('Quay Lamps Ltd')
  await phone
    .getByLabel(/^Phone/)
    .first()
    .fill('+44 20 7946 0222')
  await phone.getByLabel(/Paid within/).fill('30')
  await phone.getByLabel(/^Currency/).fill('gbp')
  await phone.getByRole('button', { name: 'Send to the office' }).click()
  await phone.getByText('It has arrived').waitFor()
  const insurance = phone.locator('form').filter({ hasText: 'Hand in: Certificate of insurance' })
  await insurance.getByLabel(/^PDF/).setInputFiles(certificate)
  await insurance.getByLabel('It is good until').fill('2027-03-31')
  await insurance.getByRole('button', { name: /^Hand in/ }).click()
  await phone.getByText('Certificate of insurance has arrived').waitFor()
  await shot(phone, 'quotes-vendor-handed-in', { full: true })

  await desk.getByRole('button', { name: /^Accept all/ }).waitFor()
  await shot(desk, 'quotes-review')
  await desk.getByRole('button', { name: /^Accept all/ }).click()
  await desk.getByText('All accepted').waitFor()
  await desk.getByRole('tab', { name: 'Papers' }).click()
  await desk.getByRole('button', { name: 'Look at: Certificate of insurance' }).click()
  const looked = desk.getByRole('dialog')
  await looked.getByLabel('Each occurrence').fill('1000000')
  await looked.getByLabel('Currency').fill('GBP')
  await shot(desk, 'quotes-paper')
  await desk.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
  await desk
    .getByRole('row', { name: /Certificate of insurance/ })
    .getByText('In order')
    .waitFor()
  await desk.getByRole('cell', { name: 'GBP 1,000,000.00' }).waitFor()
  await desk.getByText('General liability covers GBP 1,000,000.00; Harbour Trust asks for GBP 2,000,000.00.').waitFor()
  await shot(desk, 'quotes-papers')
})

const answer = async (email: string, price: string, delivery: string) => {
  const phone = await journey.window({ phone: true })
  await phone.goto(linkIn(email, 'q'))
  await phone.getByLabel('Price for one day').first().fill(price)
  await phone.getByLabel('Price for one day').nth(1).fill('40')
  await phone.getByLabel('Delivery and collection').fill(delivery)
  await shot(phone, `quotes-answer-${price}`, { full: true })
  await phone.getByRole('button', { name: 'Send the quote' }).click()
  await phone.getByText('Your quote has arrived').waitFor()
}

test('CR-17 N-14 three are asked for the same lines, stand side by side, one is chosen with a reason, and the score shows why', async () => {
  await desk.goto(`/productions/${here}`)
  await desk.getByRole('button', { name: 'Get', exact: true }).click()
  await desk.getByRole('link', { name: 'Quotes', exact: true }).click()
  await desk.getByRole('button', { name: 'Ask for quotes' }).first().click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('What for').fill('Lighting package')
  await form.getByLabel('Compare in').fill('GBP')
  await form.getByLabel('Item').fill('Daylight head 4 kW')
  await form.getByLabel('Quantity').fill('2')
  await form.getByLabel('Days').fill('3')
  await form.getByRole('button', { name: 'Line', exact: true }).click()
  await form.getByLabel('Item').nth(1).fill('Generator 20 kVA')
  await shot(desk, 'quotes-request')
  await form.getByRole('button', { name: 'Begin' }).click()
  await desk.getByRole('button', { name: 'Ask vendors' }).click()
  const asking = desk.getByRole('dialog')
  await asking.getByRole('combobox', { name: 'Vendors' }).click()
  for (const { name } of [house, ...others]) await desk.getByRole('option', { name }).click()
  await desk.keyboard.press('Tab')
  await shot(desk, 'quotes-ask')
  await asking.getByRole('button', { name: 'Send the links' }).click()
  await desk.getByRole('table', { name: 'Quotes side by side' }).waitFor()
  await journey.sendMail()
  await answer(house.email, '100', '50')
  await answer(others[0]!.email, '120', '0')
  await answer(others[1]!.email, '95', '300')

  await desk.getByText('Lowest').first().waitFor()
  await expect.poll(() => desk.getByRole('button', { name: 'Choose' }).count()).toBe(3)
  await shot(desk, 'quotes-side-by-side')
  await desk.getByRole('button', { name: `Choose ${house.name}` }).click()
  await desk.getByRole('dialog').getByLabel('Why').fill('Lowest with delivery, and insured')
  await shot(desk, 'quotes-choose')
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: `Choose ${house.name}` })
    .click()
  await desk.getByText('Chosen by Ana Ruiz').waitFor()
  await shot(desk, 'quotes-chosen')
  await journey.sendMail()
  expect(journey.post.to(house.email).at(-1)?.text).toContain('would like to go with your quote')
  for (const { email } of others) {
    const letter = journey.post.to(email).at(-1)?.text
    expect(letter).toContain('Thank you for your time')
    expect(letter).not.toContain(house.name)
  }

  await desk.getByRole('button', { name: 'Sheet' }).click()
  await desk.getByRole('menuitem', { name: 'Keep the lines as a template' }).click()
  await desk.getByText('Lighting package is kept').waitFor()

  await desk.getByRole('link', { name: house.name }).click()
  await desk.getByRole('tab', { name: 'Score' }).click()
  await desk.getByText('100 of 100 from 3 facts').waitFor()
  await shot(desk, 'quotes-score')
  await desk
    .getByRole('row', { name: /Certificate of insurance is in order/ })
    .getByRole('link')
    .click()
  await desk
    .getByRole('row', { name: /Certificate of insurance/ })
    .getByText('In order')
    .waitFor()
  const paper = await desk.request.get(
    (await desk
      .getByRole('row', { name: /Certificate of insurance/ })
      .getByRole('link', { name: /Open/ })
      .getAttribute('href')) as string,
  )
  expect((await paper.body()).subarray(0, 8).toString()).toBe('%PDF-1.7')
  await shot(desk, 'quotes-score-paper')

  await desk.goto(`/productions/${here}/quotes`)
  await desk.getByRole('button', { name: 'Ask for quotes' }).first().click()
  await form.getByRole('combobox', { name: 'Begin from' }).click()
  await desk.getByRole('option', { name: 'Lighting package, 2 lines' }).click()
  expect(await form.getByLabel('Item').nth(1).inputValue()).toBe('Generator 20 kVA')
  await shot(desk, 'quotes-begin-from')
})
