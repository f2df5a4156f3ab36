import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { listScenes } from '../../src/departments/script/scene.contract.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { createWebhook } from '../../src/platform/webhooks/webhook.contract.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'

/**
 * Two people at one thing. Ben's line to the office is down, so he does not see what Ana saves; in the last journey it is
 * up, and what he is typing must stay his.
 */
const journey = await useJourney({ sample: true })
let ana: Page
let ben: Page
let productionId: ProductionId

beforeAll(async () => {
  const { db } = journey.office.app
  productionId = (await db.selectFrom('production').select('id').where('code', '=', 'HLT').executeTakeFirstOrThrow()).id
  ana = await journey.window()
  await becomeOwner(journey, ana)
  ben = await journey.window()
  await ben.context().addCookies(await ana.context().cookies())
  await ben.route('**/v1/live', (route) => route.abort())
}, 120_000)

const conflict = (page: Page): Locator => page.getByRole('dialog', { name: /^Somebody else changed/ })
const row = (page: Page, label: string): Locator =>
  conflict(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })

async function bothOpen(path: string, open: (page: Page) => Promise<void>): Promise<void> {
  for (const page of [ana, ben]) {
    await page.goto(path)
    await open(page)
  }
}

test('CR-1 two change one person: the second sees both sides, and what each wrote stands', async () => {
  const { id } = await journey.office.app.db
    .selectFrom('person')
    .select('id')
    .where('name', '=', 'Jun Takeyama')
    .executeTakeFirstOrThrow()
  await bothOpen(`/people?person=${id}`, (page) => page.getByRole('button', { name: 'Edit', exact: true }).click())
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Jun Takeyama' })
  await dialog(ana).getByLabel('Based in').fill('Leith')
  await dialog(ana).getByRole('button', { name: 'Save' }).click()
  await dialog(ana).waitFor({ state: 'hidden' })
  await dialog(ben).getByLabel('Position').fill('Focus puller')
  await dialog(ben).getByRole('button', { name: 'Save' }).click()
  await conflict(ben).waitFor()
  await shot(ben, 'conflict-person')
  expect(await row(ben, 'Based in').textContent()).toContain('Leith')
  expect(await row(ben, 'Position').textContent()).toContain('Focus puller')
  await conflict(ben).getByRole('button', { name: 'Save mine over it' }).click()
  await ben.getByText('Jun Takeyama is saved').waitFor()
  const saved = await journey.office.app.db
    .selectFrom('person')
    .select(['position', 'home_base as homeBase'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(saved).toEqual({ position: 'Focus puller', homeBase: 'Leith' })
})

test('two change one location: theirs can be taken, and mine is gone only then', async () => {
  const place = await journey.office.app.db
    .selectFrom('location')
    .select(['id', 'name'])
    .where('production_id', '=', productionId)
    .orderBy('number')
    .executeTakeFirstOrThrow()
  await bothOpen(`/productions/${productionId}/locations?location=${place.id}`, (page) =>
    page.getByRole('button', { name: 'Edit', exact: true }).click(),
  )
  const dialog = (page: Page) => page.getByRole('dialog', { name: place.name })
  await dialog(ana).getByLabel('Address', { exact: true }).fill('1 Harbour Row')
  await dialog(ana).getByRole('button', { name: 'Save' }).click()
  await dialog(ana).waitFor({ state: 'hidden' })
  await dialog(ben).getByLabel('Address', { exact: true }).fill('2 Harbour Row')
  await dialog(ben).getByRole('button', { name: 'Save' }).click()
  const address = row(ben, 'Address')
  expect(await address.textContent()).toMatch(/2 Harbour Row.*1 Harbour Row/)
  await conflict(ben).getByRole('button', { name: 'Keep editing' }).click()
  expect(await dialog(ben).getByLabel('Address', { exact: true }).inputValue()).toBe('2 Harbour Row')
  await dialog(ben).getByRole('button', { name: 'Save' }).click()
  await conflict(ben).getByRole('button', { name: 'Take theirs' }).click()
  expect(await dialog(ben).getByLabel('Address', { exact: true }).inputValue()).toBe('1 Harbour Row')
  await dialog(ben).getByRole('button', { name: 'Cancel' }).click()
  await ben.getByText('1 Harbour Row').filter({ visible: true }).first().waitFor()
})

test('two change one rule of the office: the second sees both sides on the page, and what they typed is not lost', async () => {
  await bothOpen('/settings/call-sheets', (page) => page.getByRole('textbox', { name: 'Reminded after' }).waitFor())
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
  await ana.getByRole('textbox', { name: 'Reminded after' }).fill('90')
  await save(ana).click()
  await ana.getByText('The rules hold from now on').waitFor()
  await ben.getByRole('textbox', { name: 'Reminded after' }).fill('45')
  await save(ben).click()
  expect(await row(ben, 'Reminded after').textContent()).toMatch(/45.*90/)
  await shot(ben, 'conflict-rules')
  await ben.setViewportSize({ width: 390, height: 844 })
  await shot(ben, 'conflict-rules-phone')
  await ben.setViewportSize({ width: 1440, height: 900 })
  await conflict(ben).getByRole('button', { name: 'Keep editing' }).press('Enter')
  expect(await ben.getByRole('textbox', { name: 'Reminded after' }).inputValue()).toBe('45 min')
  await save(ben).click()
  await conflict(ben).getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await ben.getByText('The rules hold from now on').waitFor()
  const saved = await journey.office.app.db.selectFrom('call_sheet_rule').selectAll().executeTakeFirstOrThrow()
  expect(saved).toMatchObject({ reminder_after_minutes: 45, version: 3 })
})

test('two change one profile of working time: theirs stands until the second decides, and can be taken', async () => {
  const profile = await journey.office.app.db
    .selectFrom('working_time_profile')
    .select(['id', 'name'])
    .orderBy('name')
    .executeTakeFirstOrThrow()
  const dialog = (page: Page) => page.getByRole('dialog', { name: `Correct ${profile.name}` })
  await bothOpen('/settings/profiles', async (page) => {
    await page.getByRole('row').filter({ hasText: profile.name }).first().click()
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await dialog(page).waitFor()
  })
  await dialog(ana).getByLabel('Source').fill('As Ana read it')
  await dialog(ana).getByRole('button', { name: 'Save' }).click()
  await dialog(ana).waitFor({ state: 'hidden' })
  await dialog(ben).getByLabel('Source').fill('As Ben read it')
  await dialog(ben).getByRole('button', { name: 'Save' }).click()
  expect(await row(ben, 'Source').textContent()).toMatch(/As Ben read it.*As Ana read it/)
  await conflict(ben).getByRole('button', { name: 'Take theirs' }).press('Enter')
  expect(await dialog(ben).getByLabel('Source').inputValue()).toBe('As Ana read it')
})

test('two decide about one account: the second sees both sides, and who decides something else passes over nobody', async () => {
  const { userId } = await journey.office.as('member')
  const { name } = await journey.office.app.db
    .selectFrom('auth.user')
    .select('name')
    .where('id', '=', userId!)
    .executeTakeFirstOrThrow()
  const menu = (page: Page) => page.getByRole('button', { name: `Change ${name}`, exact: true })
  const choose = async (page: Page, item: string) => {
    await menu(page).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await bothOpen('/settings/people', (page) => menu(page).waitFor())
  await choose(ana, 'Finance')
  await ana.getByText(`${name} is now finance`).waitFor()
  await choose(ben, 'Coordinator')
  expect(await row(ben, 'Role').textContent()).toMatch(/Coordinator.*Finance/)
  await shot(ben, 'conflict-account')
  await conflict(ben).getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await ben.getByText(`${name} is now coordinator`).waitFor()
  await choose(ana, 'Shut out')
  await ana.getByText(`${name} is shut out`).waitFor()
  const saved = await journey.office.app.db
    .selectFrom('auth.user')
    .select(['office_role as role', 'disabled_at as at'])
    .where('id', '=', userId!)
    .executeTakeFirstOrThrow()
  expect(saved.role).toBe('coordinator')
  expect(saved.at).not.toBeNull()
})

test('DO-13 two change one webhook: the second sees both sides', async () => {
  const eyes = await journey.office.as('owner')
  await eyes.call(createWebhook, {
    body: { name: 'Payroll', url: 'https://hooks.example.com/unitbase', events: ['agreement.completed'] },
  })
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Change Payroll' })
  await bothOpen('/settings/webhooks', async (page) => {
    await page.getByRole('row').filter({ hasText: 'Payroll' }).click()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await dialog(page).waitFor()
  })
  const address = (page: Page) => dialog(page).getByLabel('Address')
  await address(ana).fill('https://hooks.example.com/ana')
  await dialog(ana).getByRole('button', { name: 'Save' }).click()
  await dialog(ana).waitFor({ state: 'hidden' })
  await address(ben).fill('https://hooks.example.com/ben')
  await dialog(ben).getByRole('button', { name: 'Save' }).click()
  expect(await row(ben, 'Address').textContent()).toMatch(/ben.*ana/)
  await conflict(ben).getByRole('button', { name: 'Take theirs' }).press('Enter')
  expect(await address(ben).inputValue()).toBe('https://hooks.example.com/ana')
})

test('SC-8 two mark one day of a calendar: the second sees what it is by now, and theirs is kept or replaced', async () => {
  const day = (page: Page) => page.getByRole('textbox', { name: 'Day', exact: true })
  await bothOpen(`/productions/${productionId}/settings`, (page) => day(page).waitFor())
  const mark = async (page: Page, why: string) => {
    await day(page).fill('24 December 2027')
    await page.getByRole('textbox', { name: 'Why', exact: true }).fill(why)
    await page.getByRole('button', { name: 'Mark', exact: true }).click()
  }
  await mark(ana, 'Harbour fair')
  await ana.getByRole('cell', { name: 'Harbour fair' }).waitFor()
  await mark(ben, 'Christmas Eve')
  expect(await row(ben, 'Why').textContent()).toMatch(/Christmas Eve.*Harbour fair/)
  await shot(ben, 'conflict-calendar')
  await ben.setViewportSize({ width: 390, height: 844 })
  await ben.emulateMedia({ colorScheme: 'dark' })
  await shot(ben, 'conflict-calendar-phone-dark')
  await ben.emulateMedia({ colorScheme: 'light' })
  await ben.setViewportSize({ width: 1440, height: 900 })
  await conflict(ben).getByRole('button', { name: 'Save mine over it' }).press('Enter')
  await ben.getByRole('cell', { name: 'Christmas Eve' }).waitFor()
})

test('CS-5 two change one field of a sheet, and one block of it', async () => {
  const sheet = await journey.office.app.db
    .selectFrom('call_sheet')
    .select('id')
    .where('production_id', '=', productionId)
    .executeTakeFirstOrThrow()
  const path = `/productions/${productionId}/callsheets/${sheet.id}`
  const client = (page: Page) => page.getByRole('textbox', { name: 'On this sheet only' })
  await bothOpen(path, async (page) => {
    await page
      .getByRole('article')
      .getByRole('button', { name: /Skerry Lamps/ })
      .first()
      .click()
    await client(page).waitFor()
  })
  await client(ana).fill('Skerry Lamps Ltd')
  await ana.getByRole('button', { name: 'Use this' }).click()
  await ana.getByText('Skerry Lamps Ltd').first().waitFor()
  await client(ben).fill('Skerry Lights')
  await ben.getByRole('button', { name: 'Use this' }).click()
  expect(await row(ben, 'Client').textContent()).toMatch(/Skerry Lights.*Skerry Lamps Ltd/)
  await conflict(ben).getByRole('button', { name: 'Save mine over it' }).click()
  await ben.getByText('Skerry Lights').first().waitFor()

  const caterer = (page: Page) => page.getByRole('dialog', { name: 'Catering' }).getByLabel('Caterer')
  await bothOpen(path, async (page) => {
    await page.getByRole('button', { name: 'Edit catering' }).click()
    await caterer(page).waitFor()
  })
  const save = (page: Page) => page.getByRole('dialog', { name: 'Catering' }).getByRole('button', { name: 'Save' })
  await caterer(ana).fill('Galley Two')
  await save(ana).click()
  await caterer(ana).waitFor({ state: 'hidden' })
  await caterer(ben).fill('Quay Kitchen')
  await save(ben).click()
  expect(await row(ben, 'Caterer').textContent()).toMatch(/Quay Kitchen.*Galley Two/)
  await shot(ben, 'conflict-sheet')
  await conflict(ben).getByRole('button', { name: 'Take theirs' }).click()
  await ben.getByText('Galley Two').first().waitFor()
})

test('ST-3 two move strips: the second is told what lies where now, and moves again or leaves it', async () => {
  const eyes = await journey.office.as('coordinator')
  const { items } = await eyes.call(listScenes, { params: { productionId } })
  const [one, two] = items.filter(({ omitted, number }) => !omitted && number !== null)
  const strip = (page: Page, number: string | null) =>
    page.getByRole('option', { name: new RegExp(`Scene ${number ?? ''}, `) }).first()
  await bothOpen(`/productions/${productionId}/schedule`, (page) => strip(page, one!.number).waitFor())
  await strip(ana, one!.number).click()
  const moved = ana.waitForResponse((it) => it.url().endsWith('/arrangement') && it.ok())
  await ana.keyboard.press('Alt+2')
  await moved
  await strip(ben, two!.number).click()
  await ben.keyboard.press('Alt+3')
  await conflict(ben).waitFor()
  await shot(ben, 'conflict-strips')
  expect(await row(ben, `Scene ${two!.number}`).count()).toBe(1)
  await conflict(ben).getByRole('button', { name: 'Save mine over it' }).click()
  await conflict(ben).waitFor({ state: 'hidden' })
})

test('CR-1 what somebody is typing is not lost when another saves and the page hears of it', async () => {
  await ben.unroute('**/v1/live')
  const { id } = await journey.office.app.db
    .selectFrom('person')
    .select('id')
    .where('name', '=', 'Odalys Penn')
    .executeTakeFirstOrThrow()
  await bothOpen(`/people?person=${id}`, (page) => page.getByRole('button', { name: 'Edit', exact: true }).click())
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Odalys Penn' })
  await dialog(ben).getByLabel('Position').fill('Boom operator')
  const heard = ben.waitForResponse((it) => it.url().endsWith(`/v1/people/${id}`) && it.request().method() === 'GET')
  await dialog(ana).getByLabel('Based in').fill('Skerry')
  await dialog(ana).getByRole('button', { name: 'Save' }).click()
  await dialog(ana).waitFor({ state: 'hidden' })
  await heard
  expect(await dialog(ben).getByLabel('Position').inputValue()).toBe('Boom operator')
  await dialog(ben).getByRole('button', { name: 'Save' }).click()
  await conflict(ben).getByRole('button', { name: 'Save mine over it' }).click()
  await ben.getByText('Odalys Penn is saved').waitFor()
  const saved = await journey.office.app.db
    .selectFrom('person')
    .select(['position', 'home_base as homeBase'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(saved).toEqual({ position: 'Boom operator', homeBase: 'Skerry' })
})
