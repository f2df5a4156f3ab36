import type { Locator, Page } from 'playwright-core'
import { shot } from '../support/browser.ts'
import { ACTOR, crewListFor, EVERYBODY, FIRM } from './scriptToCall.people.ts'

/** How a coordinator enters a crew, a place and an absence: by hand, in the browser. */

export async function beginProduction(page: Page): Promise<void> {
  await page.goto('/productions')
  await page.getByRole('button', { name: 'New production' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Brick and Steel')
  await dialog.getByLabel('Code').fill('BRK')
  await dialog.getByLabel('First day').fill('12 May 2026')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Create production' }).click()
  await page.waitForURL(/\/productions\/[0-9a-f-]{36}$/)
}

export async function importScript(page: Page, file: string): Promise<void> {
  await go(page, 'Script')
  await page.getByRole('button', { name: 'Import a script' }).first().click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: /^Import \d+ scenes$/ }).click()
  await page
    .getByText(/\d+ scenes, .* pages?/)
    .first()
    .waitFor()
  await shot(page, 'script')
}

/** Twelve people and a firm in one paste. */
export async function pasteCrewList(page: Page, character: string): Promise<void> {
  await go(page, 'Crew and bookings')
  await page.getByRole('button', { name: 'Paste a crew list' }).click()
  await page.getByLabel('Rows of a spreadsheet').fill(crewListFor(character))
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('table', { name: 'Lines of the crew list' }).waitFor()
  await page.getByText(FIRM).waitFor()
  await shot(page, 'crew-list')
  await page.getByRole('button', { name: `Put ${EVERYBODY.length} people on the production` }).click()
  await page.waitForURL(/\/crew$/)
  await page.getByText(ACTOR).first().waitFor()
  await shot(page, 'crew')
}

export async function enterAbsence(page: Page, name: string, day: string): Promise<void> {
  await page.getByRole('tab', { name: 'Away' }).click()
  await page.getByRole('button', { name: 'Enter days' }).first().click()
  const dialog = page.getByRole('dialog')
  await choose(page, dialog.getByLabel('Who or what'), name)
  await choose(page, dialog.getByLabel('Why'), 'Not available')
  await dialog.getByLabel('First day').fill(day)
  await page.keyboard.press('Tab')
  await dialog.getByLabel('Note').fill('Exam')
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('table', { name: 'Days away' }).getByText(name).waitFor()
}

/** A place with its hospital, and every set of the script shot there. */
export async function enterPlace(page: Page): Promise<void> {
  await go(page, 'Locations')
  await page.getByRole('button', { name: 'New location' }).first().click()
  const dialog = page.getByRole('dialog')
  const type = (label: string, text: string) => dialog.getByLabel(label, { exact: true }).fill(text)
  await dialog.getByLabel(/^Name/).fill('Keeper’s Cottage')
  await type('Address', '3 Lighthouse Road')
  await dialog.getByLabel('Position').fill('51.5, -0.12')
  await type('Nearest with emergency room', 'Sorrel Coast Hospital')
  await type('Address of the hospital', '200 Cypress Avenue')
  await dialog.getByLabel('Phone', { exact: true }).fill('+44 1632 960199')
  await dialog.getByLabel('Distance').fill('6')
  await dialog.getByRole('button', { name: 'Add location' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'Sets' }).click()
  await page.getByLabel('Tick every row').click()
  await choose(page, page.getByLabel('Where the ticked sets are shot'), /Keeper/)
  await page.getByText(/are shot at Keeper/).waitFor()
  await shot(page, 'sets')
}

/** Calls these people earlier than their departments, each in their panel on the crew list. */
export async function callEarlier(page: Page, names: readonly string[]): Promise<void> {
  await go(page, 'Crew and bookings')
  for (const name of names) {
    await page
      .getByRole('rowheader', { name: new RegExp(name) })
      .getByRole('button')
      .click()
    const panel = page.getByRole('complementary').last()
    await panel.getByLabel('Minutes from general call').fill('-90')
    await panel.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(`${name} is saved`).waitFor()
  }
}

/** By the navigation; a group that is folded is opened first. */
export async function go(page: Page, place: string): Promise<void> {
  const group = GROUP_OF[place]
  if (group !== undefined) {
    const fold = page.getByRole('button', { name: group, exact: true })
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
  }
  await page.getByRole('link', { name: place, exact: true }).first().click()
}

const GROUP_OF: Record<string, string> = { 'Crew and bookings': 'Get', Locations: 'Get', 'Call sheets': 'Shoot' }

async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.first().click()
  await page.getByRole('option', { name: option }).first().click()
}
