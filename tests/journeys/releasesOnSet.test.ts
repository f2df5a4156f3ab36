import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { createProduction } from '../../src/departments/productions/production.contract.ts'
import {
  closePoint,
  createPoint,
  getCoverage,
  listPoints,
  signRelease,
} from '../../src/departments/agreements/point.contract.ts'
import { listAgreements } from '../../src/departments/agreements/agreement.contract.ts'
import { listTemplates } from '../../src/departments/agreements/template.contract.ts'
import type { ProductionId } from '../../src/kernel/ids.ts'
import { shot } from '../support/browser.ts'
import { useJourney } from '../support/journey.ts'
import type { TestActor } from '../support/office.ts'
import { drawSignature } from '../support/signature.ts'
import type { Page } from 'playwright-core'

const journey = await useJourney()
const { office } = journey

let ana: TestActor
let productionId: ProductionId
let url = ''
let photo: Buffer
beforeAll(async () => {
  ana = await office.as('coordinator')
  productionId = (
    await ana.call(createProduction, {
      body: { code: 'SKR', title: 'The Long Way Home', kind: 'commercial', timeZone: 'Europe/London' },
    })
  ).id
  const release = (await ana.call(listTemplates)).items.find((it) => it.kind === 'talent_release')
  const point = await ana.call(createPoint, {
    params: { productionId },
    body: {
      templateId: release!.id,
      label: 'Harbour crowd',
      languages: ['en', 'de', 'pl', 'ar'],
      scope: { media: ['broadcast', 'cinema', 'online'], territory: ['UK', 'EU'], termMonths: 12 },
      pay: {
        en: 'You are paid £420.00 within 30 days',
        de: 'Sie bekommen 420,00 £ innerhalb von 30 Tagen',
        pl: 'Otrzymasz 420,00 £ w ciągu 30 dni',
        ar: 'تحصل على 420.00 £ خلال 30 يومًا',
      },
    },
  })
  url = point.url
  photo = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#b08968' } })
    .jpeg()
    .toBuffer()
})

/** What one person does, with one thumb. */
async function signOn(page: Page, name: string, { guardian }: { guardian?: string } = {}): Promise<void> {
  await page.locator(`[name=age][value=${guardian === undefined ? 'adult' : 'minor'}]`).check()
  await page.locator('[name=name]').fill(name)
  if (guardian !== undefined) await page.locator('[name=guardian]').fill(guardian)
  await page.locator('[data-photo]').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.locator('[data-face] img').waitFor()
  await page.locator('[data-pad]').scrollIntoViewIfNeeded()
  await drawSignature(page)
}

/** Looked at once; then no signal, and nothing in the browser's own store of files. */
async function goOffline(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => Boolean(await caches.match(location.href)))).toBe(true)
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache')
  await page.context().setOffline(true)
}

const signed = async () => (await ana.call(listAgreements, { params: { productionId } })).items

describe('DO-7 twelve releases on a set that loses its network', () => {
  test(
    'DO-7 two phones sign twelve releases without signal; each arrives once when it returns, in its own language',
    { timeout: 240_000 },
    async () => {
      const phones = [await journey.window({ phone: true }), await journey.window({ phone: true })]
      for (const page of phones) {
        await page.goto(url)
        await page.getByRole('heading', { name: 'Permission to film and show you' }).waitFor()
        await goOffline(page)
        await page.reload()
      }
      await shot(phones[0]!, 'release-en', { full: true })
      const languages = ['English', 'Deutsch', 'Polski', 'العربية']
      for (const [at, page] of phones.entries()) {
        for (let person = 0; person < 6; person += 1) {
          await page.getByRole('radio', { name: languages[person % 4]! }).click()
          await signOn(page, `Person ${at}${person} Walker`, person === 5 ? { guardian: 'Kit Walker' } : {})
          if (at === 0 && person === 3) await shot(page, 'release-ar', { full: true })
          if (at === 0 && person === 0) await shot(page, 'release-signed-en', { full: true })
          await page.locator('button[type=submit]').first().click()
          await page
            .locator('[data-count]')
            .getByText(String(person + 1))
            .waitFor()
          if (at === 0 && person === 1) await shot(page, 'release-waiting')
          if (person < 5) await page.locator('[data-next]').click()
        }
      }
      expect(await signed()).toEqual([])
      for (const page of phones) await page.context().setOffline(false)
      for (const page of phones)
        await expect.poll(() => page.locator('[data-count]').textContent(), { timeout: 60_000 }).toBe('')
      const all = await signed()
      expect(all).toHaveLength(12)
      expect(new Set(all.map((it) => it.subject.label)).size).toBe(12)
      expect(all.filter((it) => it.kind === 'minor_release')).toHaveLength(2)
      expect(all.every((it) => it.state === 'executed' && it.channel === 'on_set')).toBe(true)
      await office.work()
      expect((await signed()).every((it) => it.isSealed)).toBe(true)
    },
  )

  test('DO-7 what somebody gets is said in the language they sign in, and is asked for in every one of them', async () => {
    const token = url.split('/').at(-1)!
    const page = await (await office.nobody.fetch(`/r/${token}`)).text()
    for (const [language, words] of [
      ['en', 'You are paid £420.00'],
      ['de', 'Sie bekommen 420,00 £'],
    ] as const) {
      const own = page.split('data-language="').filter((part) => part.startsWith(`${language}"`))
      expect(own.length).toBeGreaterThan(0)
      expect(own.join('')).toContain(words)
    }
    const release = (await ana.call(listTemplates)).items.find((it) => it.kind === 'talent_release')
    const refused = await ana.refused(createPoint, {
      params: { productionId },
      body: {
        templateId: release!.id,
        label: 'Pier',
        languages: ['en', 'de'],
        scope: { media: [], territory: [], termMonths: null },
        pay: { en: 'Unpaid' },
      },
    })
    expect(refused['errors']).toEqual([
      { pointer: '/pay/de', message: 'Say in Deutsch what they get, or that it is unpaid.' },
    ])
  })

  test('DO-7 what is sent again under the same key is the same release', async () => {
    const token = url.split('/').at(-1)!
    const page = await (await office.nobody.fetch(`/r/${token}`)).text()
    const seen = /"seen":"([0-9a-f]{64})"/.exec(page)![1]!
    const body = {
      key: crypto.randomUUID(),
      language: 'en' as const,
      seen,
      name: 'Robin Twice',
      photo: { base64: photo.toString('base64') },
      signature: { kind: 'typed' as const, text: 'Robin Twice' },
      signedAt: office.clock.now().toString(),
    }
    const before = (await signed()).length
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => office.nobody.call(signRelease, { params: { token }, body })),
    )
    const numbers = answers.flatMap((it) => (it.status === 'fulfilled' ? it.value.number : []))
    expect(new Set(numbers).size).toBe(1)
    expect(numbers).toHaveLength(3)
    expect((await signed()).length).toBe(before + 1)
    const { counts } = await ana.call(getCoverage, { params: { productionId } })
    expect(counts.signed).toBe(0)
  })

  test('DO-7 a release the office does not take is said to whoever signed it, by name once the next one has the phone', async () => {
    const [point] = (await ana.call(listPoints, { params: { productionId } })).items
    const page = await journey.window({ phone: true })
    await page.goto(url)
    await page.locator('[name=age][value=minor]').check()
    await page.getByRole('radio', { name: 'Deutsch' }).click()
    await page.getByLabel('Name der oder des Minderjährigen').waitFor()
    await page.getByRole('radio', { name: 'English' }).click()

    await signOn(page, 'Robin Late')
    await page.locator('[name=email]').fill('robin@example')
    await page.locator('button[type=submit]').click()
    await page.getByText('Give a whole e-mail address').waitFor()
    await page.locator('[name=email]').fill('')

    await ana.call(closePoint, { params: { productionId, pointId: point!.id }, body: {}, ifMatch: point!.version })
    office.clock.advance({ minutes: 5 })
    await page.clock.setFixedTime(office.clock.now().epochMilliseconds)
    await page.locator('button[type=submit]').click()
    await page.locator('[data-note]').getByText('This code was closed before the release was signed').waitFor()
    expect(await page.locator('[name=name]').inputValue()).toBe('Robin Late')

    await page.context().setOffline(true)
    await page.locator('button[type=submit]').click()
    await page.locator('[data-next]').click()
    await page.context().setOffline(false)
    await page.locator('[data-back]').getByText('Please sign again, Robin Late.').waitFor()
    await shot(page, 'release-sent-back')
  })
})
