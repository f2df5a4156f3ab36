import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listScenes, type Scene } from '../../src/departments/script/scene.contract.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import { sharedData, hasSharedData } from '../support/sharedData.ts'
import { ACTOR, addressOf, EVERYBODY } from './scriptToCall.people.ts'
import * as steps from './scriptToCall.steps.ts'

const journey = await useJourney()
const { office, post } = journey

/** A script nobody here wrote where there is one, else ours: the journey is the same. */
const SCRIPT = hasSharedData
  ? sharedData('screenplays/nyousefi-fountain/Brick And Steel.txt')
  : 'samples/scripts/harbour-light.fountain'

test('CS-1 N-2 from a script to a call sheet everyone has confirmed, and a re-issue that touches two of twelve', async () => {
  const page = await journey.window()
  await becomeOwner(journey, page)
  await steps.beginProduction(page)
  const productionId = page.url().split('/').at(-1) as ProductionId
  await steps.importScript(page, SCRIPT)
  const { together, apart } = await pickScenes(productionId)
  await steps.pasteCrewList(page, together.cast[0]!.name)
  await steps.enterAbsence(page, ACTOR, '12 May 2026')
  await steps.enterPlace(page)

  await layOnDays(page, [together, ...apart])
  await page.getByText(`${ACTOR} is not available on Tue 12 May`).first().waitFor()
  await shot(page, 'clash')
  await solveOnAnotherBoard(page, together)

  await issueSheet(page, EVERYBODY.length)
  await journey.sendMail()
  expect(post.received.map(({ to }) => to).sort()).toEqual(EVERYBODY.map(addressOf).sort())
  await confirmAll()
  await page.waitForURL(/\/distribution$/)
  await page.getByText(`${EVERYBODY.length} of ${EVERYBODY.length}`).waitFor()
  await shot(page, 'all-confirmed')

  const touched = ['Ray Tomassi', 'Winnie Arceneau']
  const sheet = page.url().replace('/distribution', '')
  await steps.callEarlier(page, touched)
  await reissue(page, sheet, touched.length)
  const before = post.received.length
  await journey.sendMail()
  expect(
    post.received
      .slice(before)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(touched.map(addressOf).sort())
  await page.waitForURL(/\/distribution$/)
  await page.getByText(`${EVERYBODY.length - touched.length} of ${EVERYBODY.length}`).waitFor()
  await shot(page, 'two-asked-again')
}, 400_000)

/** What a person sees on the board: a scene with somebody in it, and two without them. */
async function pickScenes(productionId: ProductionId) {
  const eyes = await office.as('coordinator')
  const { items } = await eyes.call(listScenes, { params: { productionId } })
  const together = items.find(({ cast }) => cast.length > 0)!
  const name = together.cast[0]!.elementId
  const apart = items.filter(({ cast }) => !cast.some(({ elementId }) => elementId === name)).slice(0, 2)
  expect(apart).toHaveLength(2)
  return { together, apart }
}

const strip = (page: Page, scene: Scene): Locator =>
  page.getByRole('option', { name: new RegExp(`Scene ${scene.number ?? '–'}, `) }).first()

async function layOnDays(page: Page, scenes: Scene[]): Promise<void> {
  await steps.go(page, 'Schedule')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Days…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('How many').fill('2')
  await dialog.getByRole('button', { name: /^Add/ }).click()
  await page.getByText('Wed 13 May').first().waitFor()
  for (const scene of scenes) {
    await strip(page, scene).click()
    await page.keyboard.press('Alt+1')
  }
}

async function solveOnAnotherBoard(page: Page, scene: Scene): Promise<void> {
  await page.getByRole('button', { name: 'All boards, and what can be done with them' }).click()
  await page.getByRole('menuitem', { name: /^Copy / }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Without the exam')
  await dialog.getByRole('button').filter({ hasNotText: 'Cancel' }).last().click()
  await page.getByText('Without the exam').first().waitFor()
  await strip(page, scene).click()
  await page.keyboard.press('Alt+2')
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await page.getByText('Latest activity').waitFor()
  await page.getByText(`${ACTOR} is not available`).waitFor({ state: 'detached' })
}

async function issueSheet(page: Page, people: number): Promise<void> {
  await steps.go(page, 'Call sheets')
  await page.getByRole('button', { name: 'New call sheet' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Day').fill('13 May 2026')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Make the sheet' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: `Publish to ${people} people` }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function confirmAll(): Promise<void> {
  const phone = await journey.window({ phone: true })
  for (const { mail } of post.received) {
    const [link = ''] = /http:\/\/localhost:\d+\/c\/[\w-]+/.exec(mail.text ?? '') ?? []
    await phone.goto(link)
    await phone.locator('[data-do=confirm]').click()
    await phone.locator('main[data-state=confirmed]').waitFor()
  }
  await shot(phone, 'phone-confirmed')
}

async function reissue(page: Page, sheet: string, people: number): Promise<void> {
  await page.goto(sheet)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: `Publish to ${people} people` }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
