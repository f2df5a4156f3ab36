import { expect, test } from 'vitest'
import { film } from '../../src/departments/casting/casting.fixture.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import { createProduction } from '../support/production.ts'

/** From an open call to somebody held: a role is posted, a tape is sent from a phone, the client picks, the chosen is held. */
const journey = await useJourney()

test('CR-18 CR-20 CR-24 a casting from open call to a held performer, with the client picking on a link', async () => {
  const { office } = journey
  const desk = await journey.window()
  await becomeOwner(journey, desk)
  const productionId = await createProduction(office, { title: 'Last Ferry', code: 'LFY' })

  await desk.goto(`/productions/${productionId}/casting`)
  await desk.getByRole('button', { name: 'New role' }).first().click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('Role').fill('Nora')
  await form.getByLabel('Breakdown').fill('Pilot of the last ferry. Dry, quick, kind when nobody looks.')
  await form.getByText('Dates, place, look').click()
  await form.getByLabel('Shoot days').fill('2026-05-12, 2026-05-13')
  await form.getByRole('button', { name: 'Add role' }).click()
  await desk.getByRole('button', { name: 'Open to submissions' }).click()
  await desk.getByRole('button', { name: 'Open the call' }).click()
  const address = await desk.getByLabel('Address to post').inputValue()
  await shot(desk, 'casting-role')

  const phone = await journey.window({ phone: true })
  await phone.goto(address)
  await phone.getByRole('heading', { name: 'Nora' }).waitFor()
  await shot(phone, 'casting-call-phone', { full: true })
  await phone.getByLabel('Your name').fill('Ines Falk')
  await phone.getByLabel('E-mail', { exact: true }).fill('ines@example.com')
  await phone.getByLabel('Where you live').fill('Leith')
  await phone.locator('input[type=file]').setInputFiles({ name: 'tape.mp4', mimeType: 'video/mp4', buffer: film })
  await phone.locator('.files input[name=fileIds]').waitFor({ state: 'attached' })
  await phone.getByLabel('I agree').check()
  await phone.getByRole('button', { name: 'Send to casting' }).click()
  await phone.getByText('It has arrived').waitFor()
  await shot(phone, 'casting-sent-phone')

  await desk.goto(`/productions/${productionId}/casting?tab=talent`)
  await desk.getByRole('heading', { name: 'Ines Falk' }).waitFor()
  await desk.keyboard.press('y')
  await desk.getByText('Ines Falk: yes').waitFor()
  await desk.keyboard.press('x')
  await shot(desk, 'casting-desk')
  await desk.getByRole('button', { name: 'Show to client' }).click()
  const selection = desk.getByRole('dialog')
  await selection.getByLabel('Who decides').fill('Maya Chen maya@client.example')
  await shot(desk, 'casting-show')
  await selection.getByRole('button', { name: 'Send the links' }).click()
  await desk.getByText('Not opened').waitFor()
  await journey.sendMail()

  const [letter] = journey.post.to('maya@client.example')
  const link = /http\S+\/casting\/view\/\S+/.exec(letter?.text ?? '')?.[0] as string
  const client = await journey.window({ phone: true })
  await client.goto(link)
  await client.getByRole('heading', { name: 'Ines Falk' }).waitFor()
  await client.getByLabel('Yes').check()
  await client.getByText('Kept under your name').waitFor()
  await shot(client, 'casting-view-phone', { full: true })

  await desk.reload()
  await desk.getByRole('cell', { name: '1 yes' }).waitFor()
  await desk.getByRole('button', { name: 'Record the decision' }).click()
  await desk.getByRole('button', { name: 'Record it' }).click()
  await desk.getByText('Decided by Maya Chen').waitFor()
  await desk.getByRole('button', { name: 'Hold Ines' }).click()
  await desk.getByText('Ines Falk is held and on the crew list').waitFor()
  await shot(desk, 'casting-held')
  await desk.goto(`/productions/${productionId}/crew`)
  await desk.getByText('Ines Falk').first().waitFor()
  expect(await desk.getByText('Nora').count()).toBeGreaterThan(0)
})
