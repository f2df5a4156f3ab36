import sharp from 'sharp'
import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { uploaded } from '../../../tests/support/uploaded.ts'
import type { FileId } from '../../kernel/ids.ts'
import { createProduction } from '../productions/production.contract.ts'
import { listFrames, removeFrame, setFrame } from './frame.contract.ts'
import { addScenes } from './scene.contract.ts'

const office = useOffice()

const picture = (width: number) =>
  sharp({ create: { width, height: Math.round(width / 2), channels: 3, background: '#336699' } })

test('CS-4 a scene has one storyboard frame, drawn anew and small; drawings that carry more than pixels are refused', async () => {
  const ana = await office.as('coordinator')
  const made = await ana.call(createProduction, { body: { code: 'FRM', title: 'Frames', kind: 'commercial' } })
  const params = { productionId: made.id }
  const { items } = await ana.call(addScenes, {
    params,
    body: { scenes: [{ number: '1', heading: 'EXT. PIER - DAY', eighths: 2 }] },
  })
  const at = { ...params, sceneId: items[0]!.id }
  const set = (fileId: FileId) => ana.call(setFrame, { params: at, body: { fileId } })
  const photo = await picture(2000)
    .withExif({ IFD0: { Artist: 'Somebody' } })
    .png()
    .toBuffer()
  const first = await set(await uploaded(office, ana, photo, 'frame.png'))
  expect(first).toMatchObject({ width: 480, height: 240 })

  const response = await ana.fetch(`/v1/productions/${made.id}/frames/${first.fileId}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(bytes.toString('latin1')).not.toContain('Somebody')

  const second = await set(await uploaded(office, ana, await picture(300).png().toBuffer(), 'again.png'))
  expect((await ana.call(listFrames, { params })).items).toEqual([second])
  // What went out on a sheet is still there.
  expect((await ana.fetch(`/v1/productions/${made.id}/frames/${first.fileId}`)).status).toBe(200)

  const evil = [
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
    '<!doctype html><script>alert(1)</script>',
    'not a picture',
  ]
  for (const text of evil) {
    const fileId = await uploaded(office, ana, Buffer.from(text), 'frame.png')
    const refused = await ana.refused(setFrame, { params: at, body: { fileId } })
    expect(refused.status).toBe(422)
  }
  const ben = await office.as('admin')
  const his = await uploaded(office, ben, photo, 'his.png')
  expect((await ana.refused(setFrame, { params: at, body: { fileId: his } })).status).toBe(404)

  await ana.call(removeFrame, { params: at })
  expect((await ana.call(listFrames, { params })).items).toEqual([])
})
