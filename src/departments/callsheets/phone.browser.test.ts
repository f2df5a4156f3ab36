import { afterAll, expect, test } from 'vitest'
import { phone, shot, useBrowser } from '../../../tests/support/browser.ts'
import { useListening } from '../../../tests/support/listen.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { smtpServer } from '../../../tests/support/smtpServer.ts'
import { aUnit } from './distribution.fixture.ts'

const box = await smtpServer()
const office = useOffice({ now: '2026-05-12T17:00:00Z', env: { UNITBASE_SMTP_URL: `${box.url}?timeout=3000` } })
const listening = useListening(office)
const bench = useBrowser(() => listening.url)
afterAll(() => box.close())

test('CS-1 CS-4 on a phone without signal a yes is kept, sent when there is some again, and counts once', async () => {
  const unit = await aUnit(office, 2)
  await unit.issue()
  office.clock.advance({ seconds: 31 })
  await office.work()
  await unit.issue({ calls: { 'Ruth Calloway': 370 } })
  office.clock.advance({ seconds: 31 })
  await office.work()

  const page = await bench.person({ viewport: phone })
  await page.goto(`/c/${await unit.tokenOf('Ruth Calloway')}`)
  await page.getByRole('heading', { name: '06:10' }).waitFor()
  await page.getByRole('heading', { name: 'Changed since v1 WHITE' }).waitFor()
  await expect.poll(async () => (await unit.notice('Ruth Calloway')).state).toBe('opened')
  await shot(page, 'phone-callsheet')

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Confirm 06:10' }).click()
  await page.getByText('No signal. Kept on this phone').waitFor()
  expect((await unit.notice('Ruth Calloway')).state).toBe('opened')
  await shot(page, 'phone-callsheet-no-signal')

  await page.context().setOffline(false)
  await page.getByText('Confirmed at 18:01').waitFor()
  expect((await unit.notice('Ruth Calloway')).state).toBe('confirmed')
  await shot(page, 'phone-callsheet-confirmed')
  const { id } = await unit.notice('Ruth Calloway')
  const said = await office.app.db
    .selectFrom('call_sheet_event')
    .select('kind')
    .where('notice_id', '=', id)
    .where('kind', '=', 'confirmed')
    .execute()
  expect(said).toHaveLength(1)
}, 120_000)

test('CS-1 a problem is told with a reason in two taps, and the page says the call stays open', async () => {
  const unit = await aUnit(office, 1)
  await unit.issue()
  office.clock.advance({ seconds: 31 })
  await office.work()
  const page = await bench.person({ viewport: phone })
  await page.goto(`/c/${await unit.tokenOf('Ruth Calloway')}`)
  await page.getByRole('button', { name: 'I have a problem' }).click()
  await page.getByLabel('Getting there').check()
  await page.getByLabel('In a few words, if you like').fill('My van is in the garage.')
  await page.getByRole('button', { name: 'Send to the office' }).click()
  await page.getByText('The office has your message').waitFor()
  await shot(page, 'phone-callsheet-problem')
  expect(await unit.notice('Ruth Calloway')).toMatchObject({
    state: 'problem',
    problem: { reason: 'transport', text: 'My van is in the garage.' },
  })
}, 120_000)

test('CS-4 page, style and scripts of a personal sheet stay under 30 kB', async () => {
  const unit = await aUnit(office, 1)
  await unit.issue()
  office.clock.advance({ seconds: 31 })
  await office.work()
  const parts = [
    `/c/${await unit.tokenOf('Ruth Calloway')}`,
    '/c/assets/phone.css',
    '/outside/outside.js',
    '/outside/kept.js',
    '/outside/outside.css',
    '/outside/worker.js',
  ]
  const sizes = await Promise.all(
    parts.map(async (path) => (await (await office.nobody.fetch(path)).arrayBuffer()).byteLength),
  )
  expect(sizes.every((size) => size > 500)).toBe(true)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000)
})
