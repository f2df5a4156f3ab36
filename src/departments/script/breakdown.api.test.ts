import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { begunProduction, firstDraft, importScript, scenesOf } from '../../../tests/support/script.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import {
  acceptProposals,
  dismissProposal,
  getSheet,
  putOnSheet,
  takeOffSheet,
  undismissProposal,
} from './breakdown.contract.ts'
import { addElement, changeElement, linkElement, listElements, mergeElements } from './element.contract.ts'

const office = useOffice()
const begun = () => begunProduction(office)

describe('breaking a scene down', () => {
  test('ST-11 candidates are proposed with a reason, accepted, dismissed and brought back, never created unasked', async () => {
    const { ana, productionId } = await begun()
    await importScript(ana, productionId, firstDraft, { addSpeakingCast: false })
    expect((await ana.call(listElements, { params: { productionId } })).items).toEqual([])
    const [depot] = await scenesOf(ana, productionId)
    const params = { productionId, sceneId: depot!.id }
    const sheet = await ana.call(getSheet, { params })
    expect(sheet.proposals.map(({ name, category, reason }) => [name, category, reason])).toEqual([
      ['Tram', 'vehicles', 'is a vehicle'],
      ['Oda', 'cast', 'speaks here'],
      ["Driver's coat", 'wardrobe', 'is worn'],
      ['Brass bell', 'sound', 'is heard'],
    ])
    const [, oda, , bell] = sheet.proposals
    await ana.call(acceptProposals, {
      params,
      body: { proposals: [{ ...oda!, at: undefined, reason: undefined } as never, strip(bell!, 'props')] },
    })
    await ana.call(dismissProposal, { params: { ...params, key: sheet.proposals[0]!.key } })
    const after = await ana.call(getSheet, { params })
    expect(after.proposals.map(({ name }) => name)).toEqual(["Driver's coat"])
    expect(after.rows).toHaveLength(2)
    expect(after.scene.breakdownState).toBe('part')
    await ana.call(undismissProposal, { params: { ...params, key: sheet.proposals[0]!.key } })
    expect((await ana.call(getSheet, { params })).proposals.map(({ name }) => name)).toContain('Tram')
  })

  test('ST-5 a minor brings a studio teacher to every scene', async () => {
    const { ana, productionId } = await begun()
    await importScript(ana, productionId, firstDraft)
    const { items } = await ana.call(listElements, { params: { productionId } })
    const kim = items.find(({ name }) => name === 'Kim')!
    await ana.call(changeElement, {
      params: { productionId, elementId: kim.id },
      body: { isMinor: true, age: 9 },
      ifMatch: kim.version,
    })
    const teacher = await ana.call(addElement, {
      params: { productionId },
      body: { category: 'additional_labor', name: 'Studio teacher' },
    })
    const linked = await ana.call(linkElement, {
      params: { productionId, elementId: kim.id, bringsId: teacher.id },
      body: {},
    })
    expect(linked.links.map(({ name }) => name)).toEqual(['Studio teacher'])
    const [, square] = await scenesOf(ana, productionId)
    const { rows } = await ana.call(getSheet, { params: { productionId, sceneId: square!.id } })
    expect(rows.filter(({ via }) => via !== null)).toEqual([
      { sceneId: square!.id, elementId: teacher.id, quantity: 1, note: '', via: kim.id },
    ])
  })

  test('ST-11 duplicates merge: sheets, names and links go to the one that stays', async () => {
    const { ana, productionId } = await begun()
    await importScript(ana, productionId, firstDraft)
    const [depot, square] = await scenesOf(ana, productionId)
    const add = (name: string, sceneId: string) =>
      ana.call(addElement, { params: { productionId }, body: { category: 'props', name, sceneId } })
    const bell = await add('Brass bell', depot!.id)
    const handbell = await add('Handbell', square!.id)
    const merged = await ana.call(mergeElements, {
      params: { productionId, elementId: bell.id },
      body: { elementIds: [handbell.id] },
    })
    expect(merged).toMatchObject({ aliases: ['Handbell'], scenes: [depot!.id, square!.id] })
    const refusal = await ana.refused(addElement, {
      params: { productionId },
      body: { category: 'props', name: 'brass BELL' },
    })
    expect(refusal).toMatchObject({ status: 409, elementId: bell.id })
  })

  test('ST-11 quantity and note stand on the sheet, and it is taken off again', async () => {
    const { ana, productionId } = await begun()
    await importScript(ana, productionId, firstDraft)
    const [depot] = await scenesOf(ana, productionId)
    const lantern = await ana.call(addElement, {
      params: { productionId },
      body: { category: 'props', name: 'Lantern' },
    })
    const params = { productionId, sceneId: depot!.id, elementId: lantern.id }
    await ana.call(putOnSheet, { params, body: { quantity: 30, note: 'lit' } })
    const { rows } = await ana.call(getSheet, { params: { productionId, sceneId: depot!.id } })
    expect(rows).toContainEqual({ sceneId: depot!.id, elementId: lantern.id, quantity: 30, note: 'lit', via: null })
    await ana.call(takeOffSheet, { params })
    const after = await ana.call(getSheet, { params: { productionId, sceneId: depot!.id } })
    expect(after.rows.map(({ elementId }) => elementId)).not.toContain(lantern.id)
  })
})

test('ST-11 the finder knows characters and scenes, the character first', async () => {
  const { ana, productionId } = await begun()
  await importScript(ana, productionId, firstDraft)
  const find = async (text: string) => {
    const { items } = (await (await ana.fetch(`/v1/search?text=${text}`)).json()) as {
      items: { kind: string; label: string; href: string }[]
    }
    return items.filter(({ href }) => href.includes(productionId)).map(({ kind, label }) => [kind, label])
  }
  expect((await find('oda'))[0]).toEqual(['element', 'Oda'])
  expect(await find('square')).toContainEqual(['scene', '2  EXT. SQUARE - CONTINUOUS'])
})

test('ST-5 breakdown sheets print with Cyrillic, Japanese and Chinese in their text', async () => {
  const { ana, productionId } = await begun()
  await importScript(
    ana,
    productionId,
    readFileSync(join(import.meta.dirname, '../../../samples/scripts/many-tongues.fountain'), 'utf8'),
  )
  const response = await ana.fetch(`/v1/productions/${productionId}/breakdown-sheets.pdf`)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  const { pages } = await pdfText(new Uint8Array(await response.arrayBuffer()))
  const text = pages
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ')
  expect(pages).toHaveLength(6)
  for (const words of ['КУХНЯ', '東京の郵便局', '上海的茶馆', 'Анна', '佐藤']) expect(text).toContain(words)
})

const strip = (
  { key, name, quantity, elementId }: { key: string; name: string; quantity: number; elementId: string | null },
  category: string,
) => ({ key, name, quantity, elementId, category })
