import sharp from 'sharp'
import { expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import { uploaded } from '../../../tests/support/uploaded.ts'
import { setFrame } from '../script/frame.contract.ts'
import { addScenes } from '../script/scene.contract.ts'
import { aUnit } from './distribution.fixture.ts'

const office = useOffice()

test('CS-4 the phone page shows the frames of the sheet that was sent, and no other picture', async () => {
  const unit = await aUnit(office, 3)
  const params = { productionId: unit.productionId }
  const heading = 'EXT. PIER - DAY'
  const { items } = await unit.ana.call(addScenes, {
    params,
    body: {
      scenes: [
        { heading, eighths: 1 },
        { heading, eighths: 1 },
      ],
    },
  })
  const drawn = async (colour: string, at: number) => {
    const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: colour } })
      .png()
      .toBuffer()
    const fileId = await uploaded(office, unit.ana, bytes, 'frame.png')
    return unit.ana.call(setFrame, { params: { ...params, sceneId: items[at]!.id }, body: { fileId } })
  }
  const { sceneId: _, ...shown } = await drawn('#446688', 0)
  const other = await drawn('#884422', 1)
  await unit.issue({ frame: shown, blocks: { frames: true } })
  office.clock.advance({ minutes: 3 })
  await office.work()

  const { nobody } = office
  const token = await unit.tokenOf(unit.members[0]!.name)
  const page = await (await nobody.fetch(`/c/${token}`)).text()
  expect(page).toContain(`/c/${token}/frame/${shown.fileId}`)
  const picture = await nobody.fetch(`/c/${token}/frame/${shown.fileId}`)
  expect(picture.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await picture.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  expect((await nobody.fetch(`/c/${token}/frame/${other.fileId}`)).headers.get('content-type')).not.toContain('image')
}, 60_000)
