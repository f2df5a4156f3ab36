import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { pdfOf, put } from '../../src/departments/documents/documents.fixture.ts'
import { listDocuments } from '../../src/departments/documents/document.contract.ts'
import { addFolder } from '../../src/departments/documents/folder.contract.ts'
import { createAccount } from '../../src/departments/office/index.ts'
import { memberships } from '../../src/departments/productions/index.ts'
import type { ProductionId, UserId } from '../../src/kernel/ids.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import { createProduction } from '../support/production.ts'

/**
 * A script on file: kept in versions, shared with an outsider who shows that the address is theirs and agrees to keep
 * quiet, opened to the client for a week, and bound into the book of the production.
 */
const journey = await useJourney()
const { office } = journey
const word = 'four gulls on a mast'
let productionId: ProductionId
let ana: Page

const script = (line: string) => ({
  name: 'Harbour Loop.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOf([line, 'EXT. QUAY, DAY'])),
})

beforeAll(async () => {
  productionId = await createProduction(office, { code: 'VHL', title: 'Harbour Loop' })
})

const open = (page: Page) => page.goto(`/productions/${productionId}/documents`)
const row = (page: Page) => page.getByRole('table', { name: 'Documents' }).getByText('Harbour Loop', { exact: true })

test('DO-10 DO-12 a file, its newer version, and a link that asks for a code and the terms before it opens', async () => {
  ana = await journey.window()
  await becomeOwner(journey, ana)
  await open(ana)
  await ana.getByRole('button', { name: 'Add files' }).first().click()
  const adding = ana.getByRole('dialog', { name: 'Add files' })
  await adding.locator('input[type=file]').setInputFiles(script('INT. BOAT, FIRST DRAFT'))
  await adding.getByRole('combobox', { name: 'Class' }).click()
  await ana.getByRole('option', { name: 'Script' }).click()
  await adding.getByRole('button', { name: 'Add 1 document' }).click()
  await row(ana).click()
  await ana.getByRole('button', { name: 'New version' }).click()
  const newer = ana.getByRole('dialog')
  await newer.locator('input[type=file]').setInputFiles(script('INT. BOAT, SECOND DRAFT'))
  await newer.getByLabel('What is new').fill('After the read-through')
  await newer.getByRole('button', { name: 'Add the version' }).click()
  await ana.getByText('Harbour Loop is at version 2').waitFor()
  await office.work()

  await ana.getByRole('button', { name: 'Share' }).click()
  const sharing = ana.getByRole('dialog')
  await sharing.getByLabel('Whose link').fill('Dana Okafor')
  await sharing.getByLabel('E-mail', { exact: true }).fill('dana@example.com')
  await sharing.getByLabel('They give a code we send to their e-mail').check()
  await shot(ana, 'documents-share')
  await sharing.getByRole('button', { name: 'Make the link' }).click()
  const url = await sharing.getByLabel('The link of Dana Okafor').inputValue()
  await sharing.getByRole('button', { name: 'Done' }).click()

  const dana = await journey.window({ phone: true })
  await dana.goto(url)
  await dana.getByText('d•••@example.com').waitFor()
  await shot(dana, 'shared-code-ask', { full: true })
  await dana.getByRole('button', { name: 'Send me the code' }).click()
  await dana.getByLabel('Code', { exact: true }).fill('000 00')
  await dana.getByRole('button', { name: 'Open' }).click()
  await dana.getByRole('alert').waitFor()
  await shot(dana, 'shared-code-wrong', { full: true })
  await office.work()
  const code = /\d{6}/.exec(journey.post.to('dana@example.com').at(-1)?.subject ?? '')?.[0] ?? ''
  await dana.getByLabel('Code', { exact: true }).fill(code)
  await dana.getByRole('button', { name: 'Open' }).click()
  await dana.getByRole('heading', { name: 'Before you open it' }).waitFor()
  await shot(dana, 'shared-terms', { full: true })
  await dana.getByLabel('Type your name').fill('Dana Okafor')
  await dana.getByRole('button', { name: 'I agree' }).click()
  const first = dana.getByAltText('Page 1 of 2')
  await first.waitFor()
  // The page is drawn when it is asked for, by a process of its own.
  const width = () => first.evaluate((it: HTMLImageElement) => it.naturalWidth)
  await expect.poll(width).toBeGreaterThan(300)
  await shot(dana, 'shared-open', { full: true })
  // Whoever is sent the link by Dana stands before the code.
  const stranger = await journey.window({ phone: true })
  await stranger.goto(url)
  await stranger.getByRole('button', { name: 'Send me the code' }).waitFor()
  expect(await stranger.getByAltText('Page 1 of 2').count()).toBe(0)
})

test('DO-12 the client asks for a week, is let in, agrees, reads, and is outside again when it ends', async () => {
  await office.app.transaction(async (tx) => {
    const account = { name: 'Cleo Client', email: 'cleo@example.com', officeRole: 'member', password: word } as const
    const userId = (await createAccount(office.app, tx, account)) as UserId
    const at = office.clock.now()
    await memberships.put(tx, { productionId, userId, role: 'client', at })
  })
  const cleo = await journey.window()
  await cleo.goto('/sign-in')
  await cleo.getByLabel('E-mail').fill('cleo@example.com')
  await cleo.getByRole('textbox', { name: 'Password' }).fill(word)
  await cleo.getByRole('button', { name: 'Sign in', exact: true }).click()
  await cleo.getByRole('link', { name: 'Productions' }).first().waitFor()
  await open(cleo)
  await row(cleo).click()
  await cleo.getByLabel('What for').fill('Legal check of the ending')
  await shot(cleo, 'documents-ask')
  await cleo.getByRole('button', { name: 'Ask to open it' }).click()
  await cleo.getByText('Your request is with the production office').waitFor()

  await open(ana)
  await ana.getByRole('tab', { name: /Requests/ }).click()
  await ana.getByText('Legal check of the ending').waitFor()
  await shot(ana, 'documents-requests')
  await ana.getByRole('button', { name: 'Let in' }).click()
  await ana.getByText('Cleo Client may open Harbour Loop').waitFor()

  await open(cleo)
  await row(cleo).click()
  await cleo.getByLabel('Type your name').fill('Cleo Client')
  await cleo.getByRole('button', { name: 'I agree' }).click()
  await cleo.getByRole('link', { name: 'Look', exact: true }).click()
  await cleo.getByAltText('Page 1 of Harbour Loop').waitFor()
  await shot(cleo, 'documents-viewer')
  office.clock.advance({ hours: 24 * 9 })
  await open(cleo)
  await row(cleo).click()
  await cleo.getByRole('button', { name: 'Ask to open it' }).waitFor()
  expect(await cleo.getByRole('link', { name: 'Look', exact: true }).count()).toBe(0)
})

test('DO-12 documents go into folders by drag, by drop from the desktop and by keyboard, and a press takes them back', async () => {
  const coordinator = await office.as('coordinator')
  const params = { productionId }
  const folder = async (name: string, parentId: string | null = null) =>
    (await coordinator.call(addFolder, { params, body: { name, parentId } })).id
  await folder('Permits')
  await folder('Scripts')
  await put(coordinator, productionId, 'Quay permit.pdf', pdfOf(['Quay']))
  await put(coordinator, productionId, 'Pier permit.pdf', pdfOf(['Pier']))
  await open(ana)
  const tree = ana.getByRole('navigation', { name: 'Folders' })
  const into = (name: string) => tree.getByRole('button', { name: new RegExp(`^${name}`) })
  const holds = (name: string, many: number) =>
    expect
      .poll(() => into(name).textContent(), { message: name, timeout: 20_000 })
      .toBe(`${name}${many === 0 ? '' : many}`)
  const named = (name: string) => ana.getByRole('table', { name: 'Documents' }).getByText(name, { exact: true })

  // One goes alone; what is ticked goes together.
  await named('Harbour Loop').dragTo(into('Scripts'))
  await ana.getByText('Harbour Loop moved').waitFor()
  await holds('Scripts', 1)
  await ana.getByRole('button', { name: 'Undo' }).click()
  await holds('Scripts', 0)
  for (const name of ['Quay permit', 'Pier permit'])
    await ana
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('checkbox')
      .check()
  await named('Pier permit').dragTo(into('Permits'))
  await ana.getByText('2 documents moved').waitFor()
  await holds('Permits', 2)
  await into('Scripts').dragTo(into('Permits'))
  await expect
    .poll(async () =>
      (await coordinator.call(listDocuments, { params, query: {} })).folders.find((it) => it.name === 'Scripts'),
    )
    .toMatchObject({ parentId: expect.any(String) })
  await shot(ana, 'documents-folders')

  // From the desktop: what falls on a folder is added there.
  const desktop = await ana.evaluateHandle(() => {
    const carried = new DataTransfer()
    carried.items.add(new File(['%PDF-1.4 tide table'], 'Tide table.pdf', { type: 'application/pdf' }))
    return carried
  })
  await into('Permits').dispatchEvent('dragover', { dataTransfer: desktop })
  await into('Permits').dispatchEvent('drop', { dataTransfer: desktop })
  const adding = ana.getByRole('dialog', { name: 'Add files' })
  await adding.getByText('Tide table').first().waitFor()
  await expect
    .poll(() => adding.getByRole('combobox', { name: 'Folder' }).inputValue(), { timeout: 20_000 })
    .toContain('Permits')
  await adding.getByRole('button', { name: 'Cancel' }).last().click()
  await adding.waitFor({ state: 'hidden' })

  // Without a mouse: tick with Space, M opens where it may go.
  await into('In no folder').press('Enter')
  const line = ana.getByRole('row', { name: /Harbour Loop/ })
  await line.focus()
  await ana.keyboard.press('Space')
  await ana.getByText('1 document ticked').waitFor()
  await ana.keyboard.press('m')
  // The menu takes the keyboard a moment after it is seen.
  await ana.locator('[role=menu]:focus-within').waitFor()
  await ana.getByRole('menuitem', { name: /Scripts/ }).press('Enter')
  await ana.getByText('Harbour Loop moved').waitFor()
  await holds('Scripts', 1)
})

test('DO-11 the binder is built by one press and saved as a book and as a folder tree', async () => {
  await ana.goto(`/productions/${productionId}/binder`)
  await ana.getByRole('button', { name: 'Build the binder' }).click()
  await ana.getByText('Begins in a moment').waitFor()
  await office.work()
  for (const [name, begins] of [
    ['Save the binder as PDF', '%PDF-'],
    ['Save the folder tree', 'PK'],
  ] as const) {
    const saving = ana.waitForEvent('download')
    await ana.getByRole('link', { name }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).subarray(0, begins.length).toString('latin1')).toBe(begins)
  }
  await shot(ana, 'binder-built')
})

test('DO-12 the library holds it beside everything else', async () => {
  const other = await createProduction(office, { code: 'CAF', title: 'Calder Film' })
  await put(await office.as('coordinator'), other, 'Mooring permit.pdf', pdfOf(['Mooring at the zeppelin dock']))
  await office.work()
  await ana.goto('/library')
  const table = ana.getByRole('table', { name: 'Documents of every production' })
  await table.getByText('Mooring permit').waitFor()
  await table.getByText('Harbour Loop', { exact: true }).first().waitFor()
  await shot(ana, 'library')
  await ana.getByLabel('Search names and what stands inside').fill('zeppelin')
  await ana.getByRole('list', { name: 'Found' }).getByText('Mooring permit').waitFor()
  await shot(ana, 'library-found')
  const phone = await journey.window({ phone: true })
  await phone.context().addCookies(await ana.context().cookies())
  await phone.goto('/library')
  await phone.getByText('Mooring permit').first().waitFor()
  await shot(phone, 'library-phone')
})

test('DO-2 a template says who signs, asks before typed words are lost, and is put away and back', async () => {
  await ana.goto('/settings/paper-templates')
  const templates = ana.getByRole('table', { name: 'Templates', exact: true })
  await templates.getByText('Crew agreement').first().click()
  const editor = ana.getByRole('dialog', { name: 'Crew agreement, version 1' })
  await editor.getByRole('button', { name: 'Add somebody' }).click()
  await editor.getByRole('button', { name: 'Save template' }).click()
  await editor.getByText('Say who this is, such as Crew member.').waitFor()
  await ana.keyboard.press('Escape')
  await ana.getByRole('button', { name: 'Go on editing' }).press('Enter')
  await expect.poll(() => editor.locator(':focus').count(), { message: 'the keyboard is back' }).toBe(1)
  await editor.getByRole('textbox', { name: 'As' }).last().fill('Agent')
  await editor.getByRole('button', { name: 'Save template' }).click()
  await editor.waitFor({ state: 'hidden' })

  await templates.getByText('Crew agreement').first().click()
  expect(await editor.getByRole('textbox', { name: 'As' }).last().inputValue()).toBe('Agent')
  await editor.getByLabel('Who read and approved it').fill('Rowan Ellery, solicitor')
  await editor.getByRole('button', { name: 'Record approval' }).click()
  await templates.getByText('Rowan Ellery, solicitor').waitFor()
  await templates.getByText('Crew agreement').first().click()
  await editor.getByText('approved by Rowan Ellery, solicitor').waitFor()
  await editor.getByRole('button', { name: 'Put away' }).click()
  const away = ana.getByRole('table', { name: 'Templates put away' })
  await away.getByText('Crew agreement').first().waitFor()
  await ana.getByRole('button', { name: 'Undo' }).click()
  await away.waitFor({ state: 'hidden' })
  await templates.getByText('Crew agreement').first().waitFor()
})
