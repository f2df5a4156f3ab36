import { expect, test } from 'vitest'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'

const journey = await useJourney({ sample: true })

test('a new owner opens the office and finds the sample production, its board and what clashes on it', async () => {
  const page = await journey.window()
  await becomeOwner(journey, page)
  await shot(page, 'today')

  await page.goto('/productions')
  await page.getByRole('main').getByText('Harbour Light').click()
  await page.getByText('Wren over a minor’s hours on Thu 14 May').first().waitFor()
  await page.getByText('Ivar Castlemaine is not available on Fri 15 May').first().waitFor()
  await shot(page, 'overview')

  await page.getByRole('link', { name: 'Schedule', exact: true }).click()
  await page.getByText('HARBOUR WALL').first().waitFor()
  await page.getByText('5 concerns').first().waitFor()
  expect(await page.getByText(/^Day [123]/).count()).toBeGreaterThanOrEqual(3)
  await shot(page, 'board')

  await page.getByRole('button', { name: 'Shoot' }).click()
  await page.getByRole('link', { name: 'Call sheets', exact: true }).click()
  await page
    .getByText(/13 May/)
    .first()
    .waitFor()
  await shot(page, 'callsheets')
})
