import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { createProduction } from '../../../tests/support/production.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { letterhead } from '../../platform/house.ts'
import { removeLogo, setLogo } from './logo.contract.ts'
import { getOffice, patchOffice } from './office.contract.ts'

const office = useOffice()
let owner: TestActor
let ana: TestActor
beforeAll(async () => {
  owner = await office.as('owner')
  ana = await office.as('coordinator')
})

const picture = async (background: string, size = { width: 1600, height: 400 }) =>
  (
    await sharp({ create: { ...size, channels: 4, background } })
      .withExif({ IFD0: { Artist: 'Planted Name' } })
      .png()
      .toBuffer()
  ).toString('base64')
const text = (it: string) => Buffer.from(it).toString('base64')
const version = async () => (await owner.call(getOffice)).version
const put = async (base64: string) => ({ ifMatch: await version(), body: { picture: base64 } })

test('CS-5 a logo is drawn anew, bounded, without what was written into the file, and shown to anybody', async () => {
  const saved = await owner.call(setLogo, await put(await picture('#c92a2a')))
  expect(saved.logo).toMatchObject({ width: 900, height: 225, isPale: false })
  const answer = await office.nobody.fetch('/v1/office/logo')
  expect(answer.headers.get('content-type')).toBe('image/png')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.toString('latin1')).not.toContain('Planted')
  const again = await office.nobody.fetch('/v1/office/logo', {
    headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('CS-5 a logo that would vanish on a photocopy is told, and kept', async () => {
  expect((await owner.call(setLogo, await put(await picture('#fff3b0')))).logo?.isPale).toBe(true)
})

test.each([
  [
    'an SVG that calls itself a picture',
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a page', text('<!doctype html><script>alert(1)</script>')],
  ['a PDF', text('%PDF-1.7')],
])('CS-5 %s is refused', async (_, base64) => {
  const refused = await owner.refused(setLogo, await put(base64))
  expect([refused.status, refused.type, refused['reason']]).toEqual([422, '/problems/logo-refused', 'not_a_picture'])
})

test('CS-5 what is no base64, a stale change and a coordinator are refused', async () => {
  expect((await owner.refused(setLogo, await put('not base64 !'))).status).toBe(422)
  const good = await picture('#111111', { width: 40, height: 20 })
  expect((await owner.refused(setLogo, { ifMatch: 99, body: { picture: good } })).status).toBe(412)
  expect((await ana.refused(setLogo, await put(good))).status).toBe(403)
})

const facts = { paper: 'a4', lang: 'en', title: 'Specimen', mark: 'v2 BLUE', fill: '#cfe3fa', lines: ['One'] }
const paper = async () => (await letterhead(office.app)).render('specimen', facts)
const gone = async () => (await office.nobody.fetch('/c/nobody-made-this')).text()

test('CS-5 papers carry the logo in their head, or the name without one, and the address is kept', async () => {
  await owner.call(patchOffice, { ifMatch: await version(), body: { address: 'Quay 4\nHarbour', name: 'Quay & Sons' } })
  await owner.call(setLogo, await put(await picture('#111111')))
  const withLogo = await paper()
  expect(withLogo.toString('latin1')).toContain('/Subtype /Image')
  expect((await pdfText(withLogo)).pages[0]?.text).not.toContain('Quay & Sons')
  const removed = await owner.call(removeLogo, { ifMatch: await version() })
  expect([removed.logo, removed.address]).toEqual([null, 'Quay 4\nHarbour'])
  expect((await office.nobody.fetch('/v1/office/logo')).status).toBe(404)
  const named = await paper()
  expect(named.toString('latin1')).not.toContain('/Subtype /Image')
  expect((await pdfText(named)).pages[0]?.text).toContain('Quay & Sons')
})

test('CS-5 a paper of a production carries it as the call sheet does', async () => {
  const productionId = await createProduction(office, { code: 'QUA', title: 'Quay' })
  const breakdown = async () =>
    Buffer.from(await (await ana.fetch(`/v1/productions/${productionId}/casting/breakdown/pdf?paper=a4`)).arrayBuffer())
  expect((await breakdown()).toString('latin1')).not.toContain('/Subtype /Image')
  await owner.call(setLogo, await put(await picture('#111111')))
  expect((await breakdown()).toString('latin1')).toContain('/Subtype /Image')
  await owner.call(removeLogo, { ifMatch: await version() })
})

test('CS-5 every page for people outside says whose it is: by logo, or by name', async () => {
  expect(await gone()).toContain('<header class="house"><b dir="auto">Quay &#38; Sons</b></header>')
  await owner.call(setLogo, await put(await picture('#111111')))
  const [, href = ''] =
    /<header class="house"><img src="([^"]+)" width="160" height="40" alt="Quay &#38; Sons">/.exec(await gone()) ?? []
  const shown = await office.nobody.fetch(href)
  expect([shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
    'image/png',
    'public, max-age=31536000, immutable',
  ])
  await owner.call(setLogo, await put(await picture('#222222')))
  // Who still has the old page gets the logo of now, and does not keep it under the old address.
  expect((await office.nobody.fetch(href)).headers.get('cache-control')).toBe('public, no-cache')
  expect(await gone()).not.toContain(href)
  await owner.call(removeLogo, { ifMatch: await version() })
  expect((await office.nobody.fetch('/outside/logo')).status).toBe(404)
})
