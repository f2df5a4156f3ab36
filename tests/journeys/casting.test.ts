import { expect, test } from 'vitest'
import { film } from '../../src/departments/casting/casting.fixture.ts'
import * as people from '../../src/departments/people/index.ts'
import { systemOfficeScope } from '../../src/platform/access/scope.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import { createProduction } from '../support/production.ts'
import { signOnPhone } from '../support/signature.ts'

/**
 * From an open call to a signed release: a role is posted, a tape is sent from a phone, the client picks, the chosen turns
 * out to be in the directory, is held, and signs on their phone.
 */
const journey = await useJourney()

test('CR-20 CR-23 CR-24 a casting from open call to a signed release, with the client picking on a link', async () => {
  const { office } = journey
  const desk = await journey.window()
  await becomeOwner(journey, desk)
  const productionId = await createProduction(office, { title: 'Last Ferry', code: 'LFY' })

  await people.addPerson(office.app, {
    scope: systemOfficeScope('journey'),
    actor: { kind: 'system', name: 'Journey' },
    body: { name: 'Ines Falk-Rae', emails: [{ label: null, value: 'ines@example.com' }] },
  })

  await desk.goto(`/productions/${productionId}/casting`)
  await desk.getByRole('button', { name: 'New role' }).first().click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('Role').fill('Nora')
  await form.getByLabel('Breakdown').fill('Pilot of the last ferry. Dry, quick, kind when nobody looks.')
  await form.getByText('Dates, place, look').click()
  await form.getByLabel('Shoot days').fill('2026-05-12, 2026-05-13')
  await form.getByText('Usage and conflicts').click()
  await form.getByLabel('Media').fill('TV, online')
  await form.getByLabel('Fee').fill('£420 a day')
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
  await desk.getByText('Ines Falk: the directory has Ines Falk-Rae under the same e-mail').waitFor()
  await shot(desk, 'casting-same-person')
  await desk.getByRole('button', { name: 'The same person' }).click()
  await desk.getByText('Ines Falk is Ines Falk-Rae of the directory').waitFor()
  await desk.getByRole('button', { name: 'Hold Ines' }).click()
  await desk.getByText('Ines Falk is held and on the crew list').waitFor()
  await shot(desk, 'casting-held')

  await desk.getByRole('button', { name: 'Send release' }).click()
  const release = desk.getByRole('dialog')
  await release.getByText('television and online; worldwide').waitFor()
  await shot(desk, 'casting-release')
  await release.getByRole('button', { name: 'Send to sign' }).click()
  await desk.getByText('Release is out to sign').waitFor()
  await journey.sendMail()
  const paper = /http\S+\/a\/\S+/.exec(journey.post.to('ines@example.com').at(-1)?.text ?? '')?.[0] as string
  await phone.goto(paper)
  await phone.getByText('television and online').first().waitFor()
  await shot(phone, 'casting-release-phone', { full: true })
  await signOnPhone(phone)
  await desk.getByText('Release signed').waitFor()
  await shot(desk, 'casting-signed')
  await desk.goto(`/productions/${productionId}/crew`)
  await desk.getByText('Ines Falk').first().waitFor()
  expect(await desk.getByText('Nora').count()).toBeGreaterThan(0)
})
