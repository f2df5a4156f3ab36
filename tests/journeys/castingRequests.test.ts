import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addCandidates } from '../../src/departments/casting/candidate.contract.ts'
import { createRole } from '../../src/departments/casting/role.contract.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { shot } from '../support/browser.ts'
import { becomeOwner, useJourney } from '../support/journey.ts'
import { createProduction } from '../support/production.ts'

/**
 * Two are asked by a link of their own: one for a tape, filmed and sent from a phone, one for a word. The office sees the
 * queue empty itself, plays the tape and reads the answer.
 */
const journey = await useJourney()
let productionId: ProductionId
let desk: Page
beforeAll(async () => {
  const { office } = journey
  productionId = await createProduction(office, { title: 'Last Ferry', code: 'LFY' })
  const ana = await office.as('coordinator')
  const params = { productionId }
  const { id: roleId } = await ana.call(createRole, { params, body: { name: 'Nora' } })
  for (const name of ['Ines Falk', 'Pat Moss'])
    await ana.call(addCandidates, {
      params,
      body: { roleId, source: 'typed', typed: { name, email: `${name.slice(0, 4).trim().toLowerCase()}@example.com` } },
    })
  desk = await journey.window()
  await becomeOwner(journey, desk)
})

const queue = `?tab=requests`
const talent = `?tab=talent&show=all`
const at = (query: string) => `/productions/${productionId}/casting${query}`

/** Picks one on the desk and opens what they are to be asked. */
async function askingOf(name: string) {
  await desk.goto(at(talent))
  await desk
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await desk.getByRole('heading', { name, level: 2 }).waitFor()
  await desk.keyboard.press('x')
  await desk.getByRole('button', { name: 'Ask', exact: true }).click()
  return desk.getByRole('dialog')
}

async function linkTo(address: string): Promise<string> {
  await journey.sendMail()
  return /http\S+\/casting\/request\/\S+/.exec(journey.post.to(address).at(-1)?.text ?? '')?.[0] as string
}

/** A second of moving picture, filmed by the phone itself. */
const filmedOn = async (phone: Page): Promise<Buffer> =>
  Buffer.from(
    await phone.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 })
      const paint = canvas.getContext('2d')!
      const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm' })
      const parts: Blob[] = []
      recorder.ondataavailable = ({ data }) => parts.push(data)
      const stopped = new Promise((resolve) => (recorder.onstop = resolve))
      recorder.start()
      let frame = 0
      const draw = setInterval(() => {
        paint.fillStyle = `hsl(${(frame += 24)} 60% 50%)`
        paint.fillRect(0, 0, 160, 90)
        if (frame < 24 * 15) return
        clearInterval(draw)
        recorder.stop()
      }, 66)
      await stopped
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
    }),
  )

test('CR-19 a self-tape is asked for by link, filmed and sent from a phone with words, and plays on the desk', async () => {
  const dialog = await askingOf('Ines Falk')
  await dialog.getByLabel('What you want to see').fill('Slate, then the scene on the bridge. Two takes.')
  await dialog.getByLabel('Until', { exact: true }).fill('Fri 8 May 2026')
  await dialog.getByLabel('Until', { exact: true }).blur()
  await shot(desk, 'request-ask')
  await dialog.getByRole('button', { name: 'Ask 1 person' }).click()
  await desk.getByText('1 person asked').waitFor()

  const phone = await journey.window({ phone: true })
  await phone.goto(await linkTo('ines@example.com'))
  await phone.getByText('Slate, then the scene on the bridge.').waitFor()
  await phone.getByText('Until Fri 8 May 2026, 18:00').waitFor()
  const tape = await filmedOn(phone)
  await phone.locator('input[type=file]').setInputFiles({ name: 'IMG_1.webm', mimeType: 'video/webm', buffer: tape })
  await phone.locator('.files input[name=fileIds]').waitFor({ state: 'attached' })
  await phone.getByLabel('Anything we should know').fill('The second take is better.')
  await shot(phone, 'request-tape-phone', { full: true })
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await phone.getByRole('button', { name: 'Send the tape' }).click()
  await phone.getByText('It has arrived').waitFor()

  await desk.goto(at(`${queue}&show=answered`))
  await desk.getByText('Tape is here').waitFor()
  await desk.getByText('The second take is better.').waitFor()
  await shot(desk, 'request-answered')
  await desk.getByRole('link', { name: 'Ines Falk' }).click()
  await desk.getByRole('heading', { name: 'Ines Falk', level: 2 }).waitFor()
  const player = desk.locator('video').first()
  await player.waitFor()
  await expect.poll(() => player.evaluate((it: HTMLVideoElement) => it.videoWidth), { timeout: 20_000 }).toBe(160)
  await shot(desk, 'request-tape-desk')
})

test('CR-19 a question is answered in words on a phone, and the queue that stands open hears of it', async () => {
  const dialog = await askingOf('Pat Moss')
  await dialog.getByText('Question', { exact: true }).click()
  await dialog.getByLabel('What you want to know').fill('Do you hold a boat licence?')
  await dialog.getByRole('button', { name: 'Ask 1 person' }).click()
  await desk.getByText('1 person asked').waitFor()
  await desk.goto(at(queue))
  await desk.getByText('With talent').waitFor()

  const phone = await journey.window({ phone: true })
  await phone.goto(await linkTo('pat@example.com'))
  await phone.getByText('Do you hold a boat licence?').waitFor()
  await phone.getByRole('button', { name: 'Send the answer' }).click()
  await phone.getByRole('status').filter({ hasText: /\w/ }).waitFor()
  await phone.getByLabel('Your answer').fill('Since 2019, up to twelve metres.')
  await shot(phone, 'request-question-phone', { full: true })
  await phone.getByRole('button', { name: 'Send the answer' }).click()
  await phone.getByText('It has arrived').waitFor()

  // The page that was open hears of it by itself.
  await desk.getByText('Nobody is waited for').waitFor()
  await desk.getByText('Answered', { exact: true }).first().click()
  await desk.getByText('Since 2019, up to twelve metres.').waitFor()
})
