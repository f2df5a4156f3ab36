import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import { pdfText } from '../support/pdfText.ts'

const journey = await useJourney({ sample: true })

test('ST-13 the coordinator reads the day out of days, takes it along as a file, and hands out a calendar address', async () => {
  const page = await journey.window()
  await becomeOwner(journey, page)
  await page.goto('/productions')
  await page.getByRole('main').getByText('Harbour Light').click()
  await page.getByRole('button', { name: 'Paper' }).click()
  await page.getByRole('link', { name: 'Reports', exact: true }).click()

  await page.getByRole('link', { name: 'Day out of days', exact: true }).click()
  await page.getByRole('row', { name: /Wren/i }).first().waitFor()
  await page.getByRole('link', { name: /^Wren, Thu 14 May: work\. Wren over a minor/ }).waitFor()
  await shot(page, 'report-dood')

  const pdf = page.getByRole('link', { name: 'Day out of days as PDF on A4' })
  const file = await page.request.get((await pdf.getAttribute('href')) ?? '')
  const paper = await pdfText(await file.body())
  expect(paper.pages[0]?.text).toContain('Day out of days')
  expect(paper.pages[0]?.size).toEqual([842, 595])

  await page.getByRole('link', { name: 'Reports /' }).click()
  await page.getByRole('link', { name: 'One-liner', exact: true }).click()
  await page.getByText(/^End of day 1/).waitFor()
  await shot(page, 'report-oneliner')

  await page.getByRole('link', { name: 'Calendar', exact: true }).last().click()
  await page.getByRole('heading', { name: 'May 2026' }).waitFor()
  await page.getByText('Day 1 of 3').waitFor()
  await shot(page, 'calendar')
  await page.getByRole('button', { name: 'Subscribe' }).click()
  await page.getByRole('button', { name: 'Make an address' }).click()
  const address = await page.getByRole('textbox', { name: 'Calendar for the team' }).inputValue()
  const feed = await (await page.request.get(address)).text()
  expect(new ICAL.Component(ICAL.parse(feed)).getFirstPropertyValue('name')).toBe('Harbour Light')
  await shot(page, 'calendar-feeds')

  await page.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('button', { name: 'Withdraw address' }).click()
  await page.getByRole('textbox', { name: 'Calendar for the team' }).waitFor({ state: 'detached' })
  expect((await page.request.get(address)).status()).toBe(410)

  await page.getByRole('link', { name: 'Calendar', exact: true }).first().click()
  await page.getByRole('link', { name: /Harbour Light: shoot/ }).waitFor()
  await shot(page, 'office-calendar')
})
