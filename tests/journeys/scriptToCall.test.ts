import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listEngagements, changeEngagement } from '../../src/departments/people/engagement.contract.ts'
import { listScenes, type Scene } from '../../src/departments/script/scene.contract.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import type { TestActor } from '../support/office.ts'
import { sharedData, hasSharedData } from '../support/sharedData.ts'
import { ACTOR, addressOf, enterPeopleAndPlaces, EVERYBODY } from './scriptToCall.seed.ts'

const journey = await useJourney()
const { office, post } = journey

/** A script nobody here wrote where there is one, else ours: the journey is the same. */
const SCRIPT = hasSharedData
  ? sharedData('screenplays/nyousefi-fountain/Brick And Steel.txt')
  : 'samples/scripts/harbour-light.fountain'

test('CS-1 N-2 from a script to a call sheet everyone has confirmed, and a re-issue that touches two of twelve', async () => {
  const page = await journey.window()
  await becomeOwner(journey, page)
  const productionId = await beginProduction(page)
  await importScript(page)

  const coordinator = await office.as('coordinator')
  const { together, apart } = await pickScenes(coordinator, productionId)
  const entered = await enterPeopleAndPlaces(coordinator, productionId, together.cast[0]!.name)
  await entered.keepAway('2026-05-12')

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
  await callEarlier(coordinator, productionId, touched)
  await reissue(page, touched.length)
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

async function beginProduction(page: Page): Promise<ProductionId> {
  await page.goto('/productions')
  await page.getByRole('button', { name: 'New production' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Brick and Steel')
  await dialog.getByLabel('Code').fill('BRK')
  await dialog.getByLabel('First day').fill('12 May 2026')
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Create production' }).click()
  await page.waitForURL(/\/productions\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) as ProductionId
}

async function importScript(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Script', exact: true }).first().click()
  await page.getByRole('button', { name: 'Import a script' }).first().click()
  await page.locator('input[type=file]').setInputFiles(SCRIPT)
  await page.getByRole('button', { name: /^Import \d+ scenes$/ }).click()
  await page
    .getByText(/\d+ scenes, .* pages?/)
    .first()
    .waitFor()
  await shot(page, 'script')
}

/** A scene with somebody in it, and two without them, so that one can move away from the others. */
async function pickScenes(who: TestActor, productionId: ProductionId) {
  const { items } = await who.call(listScenes, { params: { productionId } })
  const together = items.find(({ cast }) => cast.length > 0)!
  const name = together.cast[0]!.elementId
  const apart = items.filter(({ cast }) => !cast.some(({ elementId }) => elementId === name)).slice(0, 2)
  expect(apart).toHaveLength(2)
  return { together, apart }
}

const strip = (page: Page, scene: Scene): Locator =>
  page.getByRole('option', { name: new RegExp(`Scene ${scene.number ?? '–'}, `) }).first()

async function layOnDays(page: Page, scenes: Scene[]): Promise<void> {
  await page.getByRole('link', { name: 'Schedule', exact: true }).click()
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
  await page.getByRole('button', { name: 'Shoot' }).click()
  await page.getByRole('link', { name: 'Call sheets', exact: true }).click()
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

async function callEarlier(who: TestActor, productionId: ProductionId, names: string[]): Promise<void> {
  const params = { productionId }
  const { items } = await who.call(listEngagements, { params })
  for (const { id, version } of items.filter(({ name }) => names.includes(name)))
    await who.call(changeEngagement, {
      params: { ...params, engagementId: id },
      body: { callOffsetMinutes: -90 },
      ifMatch: version,
    })
}

async function reissue(page: Page, people: number): Promise<void> {
  await page.goto(page.url().replace('/distribution', ''))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: `Publish to ${people} people` }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
