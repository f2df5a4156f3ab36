import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedData } from '../../../tests/support/sharedData.ts'
import { begunProduction, firstDraft, importScript, scenesOf, secondDraft } from '../../../tests/support/script.ts'
import { useOffice } from '../../../tests/support/office.ts'
import { beginImport, changeImport, commitImport, compareDrafts, compareScene, getScript } from './import.contract.ts'
import { addScenes, changeScene, readShotList } from './scene.contract.ts'

const office = useOffice()
const begun = () => begunProduction(office)

describe('importing a script', () => {
  test('ST-9 a script is read, shown with its counts, and becomes scenes only when committed', async () => {
    const { ana, productionId } = await begun()
    const preview = await ana.call(beginImport, { params: { productionId }, body: { text: firstDraft } })
    expect(preview).toMatchObject({
      title: 'The Night Tram',
      name: 'White',
      isFirst: true,
      counts: { headings: 3, scenes: 3, numbered: 3, characters: 2, dialogue: { read: 3, written: 3 } },
    })
    expect(preview.counts.lines.read).toBe(preview.counts.lines.written)
    expect(await scenesOf(ana, productionId)).toEqual([])
    await ana.call(commitImport, { params: { productionId, draftId: preview.id }, body: { addSpeakingCast: true } })
    const scenes = await scenesOf(ana, productionId)
    expect(scenes.map(({ number, setName, bucket, eighths }) => [number, setName, bucket, eighths])).toEqual([
      ['1', 'DEPOT', 'night', 1],
      ['2', 'SQUARE', 'night', 1],
      ['3', 'TRAM', 'day', 1],
    ])
    expect(scenes[1]!.cast.map(({ boardId, name }) => [boardId, name])).toEqual([
      ['1', 'Oda'],
      ['2', 'Kim'],
    ])
  })

  test('ST-9 a wrongly read line is re-tagged before anything is committed', async () => {
    const { ana, productionId } = await begun()
    const text = 'INT. SHIP - DAY\n\n3CPO\nHello there.\n'
    const preview = await ana.call(beginImport, { params: { productionId }, body: { text } })
    expect(preview.doubts.map(({ line, suggestions }) => [line, suggestions[0]])).toEqual([[3, 'character']])
    const params = { productionId, draftId: preview.id }
    const body = { retags: [{ line: 3, kind: 'character' as const }] }
    const retagged = await ana.call(changeImport, { params, body, ifMatch: preview.version })
    expect(retagged.characters).toEqual([{ name: '3CPO', cues: 1 }])
    expect(retagged.doubts).toEqual([])
    const stale = await ana.refused(changeImport, { params, body, ifMatch: preview.version })
    expect(stale.status).toBe(412)
  })

  test.each([
    ['a PDF', { contentBase64: Buffer.from('%PDF-1.7 …').toString('base64') }, 'pdf'],
    ['nothing', { text: '   ' }, 'empty'],
    [
      'an XML bomb',
      { text: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><FinalDraft><Content/></FinalDraft>' },
      'doctype',
    ],
    ['broken XML', { text: '<?xml version="1.0"?><FinalDraft><Content></FinalDraft>' }, 'not_well_formed'],
    ['other XML', { text: '<?xml version="1.0"?><html/>' }, 'not_a_script'],
  ])('ST-9 %s is refused with what to do instead', async (_, body, problem) => {
    const { ana, productionId } = await begun()
    const refusal = await ana.refused(beginImport, { params: { productionId }, body: { fileName: 'script', ...body } })
    expect(refusal).toMatchObject({ type: '/problems/script-unreadable', code: problem })
    expect(refusal['remedy']).not.toBe('')
  })

  test('ST-9 text that is no UTF-8 is read with a warning, and exported with its accents', async () => {
    const { ana, productionId } = await begun()
    const bytes = Buffer.from('INT. CAF\u00C9 - DAY #1#\n\nZo\u00EB waits.\n', 'latin1')
    const preview = await ana.call(beginImport, {
      params: { productionId },
      body: { contentBase64: bytes.toString('base64') },
    })
    expect(preview.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('Windows-1252')])
    const params = { productionId, draftId: preview.id }
    await ana.call(commitImport, { params, body: {} })
    const path = `/v1/productions/${productionId}/script/drafts/${preview.id}/export`
    expect(await (await ana.fetch(`${path}?format=fountain`)).text()).toBe('INT. CAFÉ - DAY #1#\n\nZoë waits.\n')
    expect(await (await ana.fetch(`${path}?format=fdx`)).text()).toContain('<Text>INT. CAFÉ - DAY</Text>')
  })

  test.skipIf(!hasSharedData)('ST-9 a Final Draft file keeps its own lengths', async () => {
    const { ana, productionId } = await begun()
    const content = readFileSync(sharedData('screenplays/fdx/TestFDX-FD.fdx')).toString('base64')
    const preview = await ana.call(beginImport, {
      params: { productionId },
      body: { fileName: 'TestFDX-FD.fdx', contentBase64: content },
    })
    expect(preview.comparison.map(({ number, eighths }) => [number, eighths])).toEqual([
      ['1', 3],
      ['2', 2],
    ])
  })
})

test('ST-9 a draft two people commit at once is committed once', async () => {
  const { ana, productionId } = await begun()
  const { id } = await ana.call(beginImport, { params: { productionId }, body: { text: firstDraft } })
  const commit = () => ana.call(commitImport, { params: { productionId, draftId: id }, body: {} })
  const answers = await Promise.allSettled([commit(), commit()])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await scenesOf(ana, productionId)).toHaveLength(3)
})

test('ST-9 the long sample: 180 scenes of about 120 pages arrive with nothing lost', async () => {
  const { ana, productionId } = await begun()
  const text = readFileSync(join(import.meta.dirname, '../../../samples/scripts/the-tide-tables.fountain'), 'utf8')
  const { preview, done } = await importScript(ana, productionId, text)
  expect(preview.counts).toMatchObject({ scenes: 180, numbered: 180, characters: 12 })
  expect(preview.counts.dialogue.written).toBe(preview.counts.dialogue.read)
  expect(preview.counts.lines.written).toBe(preview.counts.lines.read)
  expect(preview.pages).toBeGreaterThan(115)
  expect(preview.pages).toBeLessThan(125)
  expect(done.added).toHaveLength(180)
})

describe('a new draft', () => {
  test('ST-8 scenes keep their identity, sheets and overrides; what changed is listed before the commit', async () => {
    const { ana, productionId } = await begun()
    await importScript(ana, productionId, firstDraft)
    const before = await scenesOf(ana, productionId)
    const byNumber = new Map(before.map((scene) => [scene.number, scene]))
    const square = byNumber.get('2')!
    await ana.call(changeScene, {
      params: { productionId, sceneId: square.id },
      body: { eighthsOverride: 5 },
      ifMatch: square.version,
    })
    const preview = await ana.call(beginImport, { params: { productionId }, body: { text: secondDraft } })
    expect(preview.name).toBe('Blue')
    expect(preview.comparison.map(({ number, outcome, sceneId }) => [number, outcome, sceneId])).toEqual([
      ['1', 'same', byNumber.get('1')!.id],
      ['3', 'same', byNumber.get('3')!.id],
      ['2', 'changed', square.id],
      ['4', 'new', null],
    ])
    expect(preview.comparison.filter(({ moved }) => moved)).toHaveLength(1)
    expect(preview.affected).toEqual(
      expect.arrayContaining([
        'MAYOR is now in scene 2.',
        'ODA no longer speaks in scene 2.',
        'Scene 4 is new: EXT. HARBOUR - DAWN, 1/8.',
      ]),
    )
    const { lines } = await ana.call(compareScene, { params: { productionId, draftId: preview.id, index: 2 } })
    expect(lines.filter(({ change }) => change !== 'same').map(({ before: old, after }) => [old, after])).toEqual([
      ['ODA', 'MAYOR'],
      ['It is me.', 'It is the tram.'],
    ])
    const done = await ana.call(commitImport, { params: { productionId, draftId: preview.id }, body: {} })
    expect([done.added.length, done.changed, done.omitted]).toEqual([1, [square.id], []])
    const after = await scenesOf(ana, productionId)
    expect(after.map(({ number }) => number)).toEqual(['1', '3', '2', '4'])
    expect(after[2]).toMatchObject({ id: square.id, eighths: 5, eighthsOverride: 5 })
    expect(after[2]!.cast).toHaveLength(2)
    const { scenes } = await ana.call(compareDrafts, { params: { productionId, draftId: preview.id } })
    expect(scenes.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'changed', 'new'])
  })

  test('ST-8 a person corrects a match, and an old scene nobody claims stays, marked', async () => {
    const { ana, productionId } = await begun()
    await importScript(ana, productionId, firstDraft)
    const [depot, square] = await scenesOf(ana, productionId)
    const preview = await ana.call(beginImport, { params: { productionId }, body: { text: secondDraft } })
    const params = { productionId, draftId: preview.id }
    const corrected = await ana.call(changeImport, {
      params,
      ifMatch: preview.version,
      body: { matches: [{ index: 2, sceneId: null }] },
    })
    expect(corrected.comparison.map(({ outcome, confidence }) => [outcome, confidence])).toContainEqual(['new', 'told'])
    expect(corrected.comparison.at(-1)).toMatchObject({ outcome: 'left_out', sceneId: square!.id })
    const done = await ana.call(commitImport, { params, body: {} })
    expect(done.omitted).toEqual([square!.id])
    const after = await scenesOf(ana, productionId)
    expect(after.find(({ id }) => id === square!.id)).toMatchObject({
      omitted: true,
      leftOut: true,
      number: '2',
      eighths: 0,
    })
    expect(after.find(({ id }) => id === depot!.id)).toMatchObject({ omitted: false })
    const left = after.find(({ id }) => id === square!.id)!
    const sceneParams = { productionId, sceneId: left.id }
    const decided = await ana.call(changeScene, { params: sceneParams, body: { omitted: true }, ifMatch: left.version })
    expect(decided).toMatchObject({ omitted: true, leftOut: false })
    expect((await ana.refused(commitImport, { params, body: {} })).status).toBe(409)
  })

  test('ST-8 OMITTED keeps number, heading and sheet, and takes its eighths off', async () => {
    const { ana, productionId } = await begun()
    await importScript(ana, productionId, firstDraft)
    const struck = firstDraft.replace(/EXT\. SQUARE[^]*?It is me\.\n/, 'OMITTED #2#\n')
    const { done } = await importScript(ana, productionId, struck)
    const scene = (await scenesOf(ana, productionId)).find(({ number }) => number === '2')!
    expect(done.omitted).toEqual([scene.id])
    expect(scene).toMatchObject({ omitted: true, leftOut: false, heading: 'EXT. SQUARE - CONTINUOUS', eighths: 0 })
    expect(scene.cast).toHaveLength(2)
    const { drafts } = await ana.call(getScript, { params: { productionId } })
    expect(drafts.map(({ name, number }) => [name, number])).toEqual([
      ['Blue', 2],
      ['White', 1],
    ])
  })
})

test('ST-9 a shot list is as good a start as a script', async () => {
  const { ana, productionId } = await begun()
  const text =
    'Frame;Int/Ext;Set;Time of day;Description;Duration\n1;E;Harbour;Dawn;Crane wakes;45\n2;I;Cabin;D;Hands on wheel;1:30\n3;I;;;;x\n'
  const read = await ana.call(readShotList, { params: { productionId }, body: { text } })
  expect(read.columns.map(({ meaning }) => meaning)).toEqual(['number', 'intExt', 'set', 'time', 'synopsis', 'minutes'])
  expect(read.rows[2]!.problems).toHaveLength(2)
  const scenes = read.rows.flatMap(({ scene }) => (scene ? [scene] : []))
  const { items } = await ana.call(addScenes, { params: { productionId }, body: { scenes } })
  expect(items.map(({ kind, number, heading, bucket, minutes }) => [kind, number, heading, bucket, minutes])).toEqual([
    ['list', '1', 'EXT. Harbour - DAWN', 'dawn_dusk', 45],
    ['list', '2', 'INT. Cabin - DAY', 'day', 90],
  ])
})
