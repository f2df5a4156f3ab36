import { beforeAll, describe, expect, test } from 'vitest'
import { begunProduction, firstDraft, importScript, scenesOf } from '../../../tests/support/script.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { systemScope } from '../../platform/access/scope.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as contract from './document.contract.ts'
import { searchDocuments, findSubjects } from './documentSearch.contract.ts'
import { addVersion, restoreVersion } from './documentVersion.contract.ts'
import { addFolder, changeFolder } from './folder.contract.ts'
import { bombOf, docxOf, odtOf, pdfOf, pngOf, pptxOf, put, upload, xlsxOf } from './documents.fixture.ts'
import { fileOwn, pictureBytes, picturesOf } from './index.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let params: { productionId: ProductionId }

beforeAll(async () => {
  ;({ ana, productionId } = await begunProduction(office))
  params = { productionId }
  await importScript(ana, productionId, firstDraft)
})

const text = (words: string) => new TextEncoder().encode(words)
const get = (documentId: contract.DocumentId, who = ana) =>
  who.call(contract.getDocument, { params: { ...params, documentId } })
const list = (query = {}, who = ana) => who.call(contract.listDocuments, { params, query })

describe('keeping documents', () => {
  test('a new version keeps the old one, and the old one can be made current again', async () => {
    const made = await put(ana, productionId, 'Recce notes.txt', text('first'))
    expect(made).toMatchObject({ name: 'Recce notes', number: 1, kind: 'text', classCode: 'unit' })
    const one = { ...params, documentId: made.id }
    const fileId = await upload(ana, 'Recce notes.txt', text('second'))
    const newer = await ana.call(addVersion, {
      params: one,
      ifMatch: made.version,
      body: { fileId, note: 'After the tide' },
    })
    expect(newer.versions.map(({ number, note }) => [number, note])).toEqual([
      [2, 'After the tide'],
      [1, ''],
    ])
    const bytesOf = async (number: number) =>
      (await ana.fetch(`/v1/productions/${productionId}/documents/${made.id}/versions/${number}/file`)).text()
    expect([await bytesOf(1), await bytesOf(2)]).toEqual(['first', 'second'])
    const back = await ana.call(restoreVersion, { params: one, ifMatch: newer.version, body: { number: 1 } })
    expect([back.number, back.versions.length]).toEqual([1, 2])
    const late = await ana.refused(restoreVersion, {
      params: one,
      ifMatch: newer.version,
      body: { number: 2 },
    })
    expect(late.status).toBe(412)
  })

  test('folders: moved together or not at all, never inside themselves, put away only when empty', async () => {
    const [a, b] = [await put(ana, productionId, 'A.txt', text('a')), await put(ana, productionId, 'B.txt', text('b'))]
    const outer = await ana.call(addFolder, { params, body: { name: 'Locations' } })
    const inner = await ana.call(addFolder, { params, body: { name: 'Harbour', parentId: outer.id } })
    expect((await ana.refused(addFolder, { params, body: { name: 'locations' } })).status).toBe(409)
    const stale = {
      params,
      body: {
        items: [
          { id: a.id, version: a.version },
          { id: b.id, version: 99 },
        ],
        folderId: inner.id,
      },
    }
    expect((await ana.refused(contract.arrangeDocuments, stale)).status).toBe(412)
    expect((await get(a.id)).folderId).toBeNull()
    const items = [a, b].map(({ id, version }) => ({ id, version }))
    await ana.call(contract.arrangeDocuments, { params, body: { items, folderId: inner.id } })
    const inside = await list({ folder: inner.id })
    expect(inside.items.map(({ name }) => name).sort()).toEqual(['A', 'B'])
    expect(inside.folders.find(({ id }) => id === inner.id)?.documents).toBe(2)
    const folder = (id: string) => ({ params: { ...params, folderId: id }, ifMatch: 1 })
    expect((await ana.refused(changeFolder, { ...folder(outer.id), body: { parentId: inner.id } })).status).toBe(422)
    const full = await ana.refused(changeFolder, { ...folder(inner.id), body: { archived: true } })
    expect(full).toMatchObject({ status: 409, documents: 2 })
  })

  test('somebody else’s upload cannot be taken, whatever its id', async () => {
    const ben = await office.member(productionId, 'coordinator')
    const fileId = await upload(ben, 'secret.txt', text('his'))
    const refused = await ana.refused(contract.addDocuments, { params, body: { files: [{ fileId }] } })
    expect(refused.type).toBe('/problems/file-not-yours')
  })

  test('what it is about is a record of this production, and is found by it', async () => {
    const [scene] = await scenesOf(ana, productionId)
    const made = await put(ana, productionId, 'Depot.txt', text('tram'), {
      subjects: [{ kind: 'scene', id: scene!.id }],
    })
    expect(made.subjects).toEqual([{ kind: 'scene', id: scene!.id, label: '1  INT. DEPOT - NIGHT' }])
    expect((await list({ subjectKind: 'scene', subjectId: scene!.id })).items.map(({ id }) => id)).toContain(made.id)
    const fileId = await upload(ana, 'x.txt', text('x'))
    const strange = { files: [{ fileId }], subjects: [{ kind: 'scene', id: made.id }] }
    expect((await ana.refused(contract.addDocuments, { params, body: strange })).status).toBe(422)
    const { items } = await ana.call(findSubjects, { params, query: { q: 'square' } })
    expect(items).toMatchObject([{ kind: 'scene', kindLabel: 'Scene' }])
  })
})

describe('what a file really is', () => {
  test.each([
    ['a web page', '<!doctype html><script>alert(1)</script>', 'menu.pdf', 'markup'],
    ['a vector drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'frame.png', 'markup'],
    ['a program', 'MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004', 'map.pdf', 'program'],
  ])('%s under another name is kept, said so, and never shown from our address', async (_, bytes, name, kind) => {
    const made = await put(ana, productionId, name, Buffer.from(bytes, 'latin1'))
    await office.work()
    const read = await get(made.id)
    expect(read).toMatchObject({ isDisguised: true, kind, state: 'stored' })
    expect(read.problem).toContain('but inside it is')
    const address = `/v1/productions/${productionId}/documents/${made.id}/versions/1/file?as=shown`
    const { headers } = await ana.fetch(address)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('a picture named as a PDF is what it is, said in words, and is saved whole', async () => {
    const bytes = await pngOf(300, 200)
    const made = await put(ana, productionId, 'Scan of the permit.pdf', bytes)
    await office.work()
    const read = await get(made.id)
    expect(read).toMatchObject({ kind: 'picture', isDisguised: true })
    expect(read.problem).toBe('Named .pdf, but inside it is a picture. It is kept as it came and is not opened here.')
    const saved = await ana.fetch(`/v1/productions/${productionId}/documents/${made.id}/versions/1/file`)
    expect(Buffer.from(await saved.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  })

  test('a locked PDF and a damaged one say so; nothing is lost', async () => {
    const locked = await put(
      ana,
      productionId,
      'Locked.pdf',
      pdfOf(['x'], 'encrypt=aes-256,user-password=a,owner-password=b'),
    )
    const broken = await put(ana, productionId, 'Broken.pdf', text('%PDF-1.7 and nothing after'))
    await office.work()
    expect(await get(locked.id)).toMatchObject({ state: 'encrypted', hasThumbnail: false })
    expect((await get(locked.id)).problem).toContain('password')
    expect(await get(broken.id)).toMatchObject({ state: 'unreadable' })
  })

  test('a Word file that unpacks to far more than it says is not opened', async () => {
    const bomb = await bombOf(60)
    expect(bomb.length).toBeLessThan(500_000)
    const made = await put(ana, productionId, 'Bomb.docx', bomb)
    await office.work()
    expect((await get(made.id)).state).toBe('unreadable')
    expect((await get(made.id)).problem).toContain('unpacks to far more')
  })
})

describe('looking inside', () => {
  test('three hundred pages are read in the order they stand, within bounds, with a picture of the first', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, at) => `Page ${at + 1} speaks of ${at === 211 ? 'a marquetry cabinet' : 'kit'}`,
    )
    const made = await put(ana, productionId, 'Manual.pdf', pdfOf(lines))
    await office.work()
    expect(await get(made.id)).toMatchObject({ pages: 300, state: 'ready', hasThumbnail: true })
    const { items } = await ana.call(searchDocuments, { params, query: { q: 'marquetry' } })
    expect(items).toMatchObject([{ name: 'Manual', page: 212, pagesWithHits: 1 }])
    expect(items[0]?.snippet.find(({ isHit }) => isHit)?.text).toBe('marquetry')
    const drawn = await ana.fetch(`/v1/productions/${productionId}/documents/${made.id}/versions/1/pages/212`)
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/webp'])
    const beyond = await ana.fetch(`/v1/productions/${productionId}/documents/${made.id}/versions/1/pages/301`)
    expect(beyond.status).toBe(404)
  })

  test('words inside Word, Excel, PowerPoint, OpenDocument and plain files are found, slipped letters too', async () => {
    await put(
      ana,
      productionId,
      'Risk.docx',
      await docxOf(['Beware of wet cobbles', 'The harbourmaster is on channel 12']),
    )
    await put(ana, productionId, 'Kit.xlsx', await xlsxOf('Grip truck', ['Dolly', 'Zeppelin blimp']))
    await put(ana, productionId, 'Pitch.pptx', await pptxOf(['Opening', 'A quixotic lighthouse']))
    await put(ana, productionId, 'Lettre.odt', await odtOf('Le café près de Łódź'))
    await put(ana, productionId, 'Notes.md', text('# Plan\nAsk the haberdasher.'))
    await office.work()
    const find = (q: string) => ana.call(searchDocuments, { params, query: { q } })
    expect((await find('harbourmaster')).items).toMatchObject([{ name: 'Risk', page: 2, kind: 'word' }])
    expect((await find('zepp')).items).toMatchObject([{ name: 'Kit', pageLabel: 'Grip truck', kind: 'sheet' }])
    expect((await find('quixotic lighthouse')).items).toMatchObject([{ name: 'Pitch', page: 2, kind: 'slides' }])
    expect((await find('lodz cafe')).items).toMatchObject([{ name: 'Lettre' }])
    const slipped = await find('haberdaser')
    expect(slipped.items).toMatchObject([{ name: 'Notes' }])
    expect(slipped.readAs).toEqual(['haberdasher'])
    expect((await find('nothing has this word')).items).toEqual([])
  })
})

describe('classes', () => {
  test('DO-12 what a role may not read is in no list, no count, no search, and behind no address', async () => {
    const folder = await ana.call(addFolder, { params, body: { name: 'Private' } })
    const secret = await put(ana, productionId, 'Medical form.txt', text('xylophone allergy'), {
      classCode: 'personal',
    })
    const script = await put(ana, productionId, 'Sides.txt', text('the xylophone plays'), { classCode: 'script' })
    const items = [secret, script].map(({ id, version }) => ({ id, version }))
    await ana.call(contract.arrangeDocuments, { params, body: { items, folderId: folder.id } })
    await office.work()
    const crew = await office.member(productionId, 'crew')
    const client = await office.member(productionId, 'client')
    const seenBy = async (who: TestActor) => {
      const { items: rows, total, folders } = await list({ folder: folder.id }, who)
      const found = await who.call(searchDocuments, { params, query: { q: 'xylophone' } })
      return {
        rows: rows.map(({ name, standing }) => `${name}: ${standing}`),
        total,
        counted: folders.find(({ id }) => id === folder.id)?.documents,
        found: found.items.map(({ name }) => name).sort(),
      }
    }
    expect(await seenBy(ana)).toMatchObject({ total: 2, counted: 2, found: ['Medical form', 'Sides'] })
    expect(await seenBy(crew)).toEqual({ rows: ['Sides: terms'], total: 1, counted: 1, found: [] })
    expect(await seenBy(client)).toEqual({ rows: ['Sides: ask'], total: 1, counted: 1, found: [] })
    const file = (id: string) => `/v1/productions/${productionId}/documents/${id}/versions/1/file`
    expect((await crew.fetch(file(secret.id))).status).toBe(404)
    expect((await crew.fetch(file(script.id))).status).toBe(403)
    expect((await client.fetch(file(script.id))).status).toBe(403)
    expect((await crew.refused(contract.getDocument, { params: { ...params, documentId: secret.id } })).status).toBe(
      404,
    )
  })

  test('nobody files a document where they could not read it', async () => {
    const head = await office.member(productionId, 'department_head')
    const fileId = await upload(head, 'x.txt', text('x'))
    const body = { files: [{ fileId }], classCode: 'financial' }
    expect((await head.refused(contract.addDocuments, { params, body })).status).toBe(422)
  })
})

test('ST-15 frames of a storyboard are found by scene, small, and never those of a guarded class', async () => {
  const [first, second] = await scenesOf(ana, productionId)
  const about = (id: string, classCode: string) => ({ classCode, subjects: [{ kind: 'scene', id }] })
  await put(ana, productionId, 'Frame 1.png', await pngOf(800, 450), about(first!.id, 'storyboard'))
  await put(ana, productionId, 'Frame 2.png', await pngOf(450, 800), about(first!.id, 'storyboard'))
  await put(ana, productionId, 'Secret product.png', await pngOf(), about(second!.id, 'confidential'))
  await office.work()
  const scope = systemScope(productionId, 'test')
  const found = await picturesOf(office.app.db, scope, [first!.id, second!.id])
  expect([...found.keys()]).toEqual([first!.id])
  expect(found.get(first!.id)?.map(({ name, width, height }) => [name, width, height])).toEqual([
    ['Frame 1', 360, 203],
    ['Frame 2', 203, 360],
  ])
  const keys = found.get(first!.id)!.map(({ key }) => key)
  const bytes = await pictureBytes(office.app, keys)
  expect(bytes.get(keys[0]!)?.subarray(8, 12).toString()).toBe('WEBP')
})

test('DO-15 what a department files anew under another name is found by that name', async () => {
  const { app } = office
  const file = async (name: string, words: string) => {
    await app.transaction(async (tx) => {
      const kept = await keepFile(app, tx, {
        name: `${name}.txt`,
        mediaType: 'text/plain',
        bytes: Buffer.from(words),
        productionId,
      })
      const scope = systemScope(productionId, 'test')
      const filed = { ...kept, name: `${name}.txt` }
      const origin = { of: 'test', key: 'one' }
      await fileOwn(app, tx, { scope, actor: scope.actor, name, classCode: 'unit', file: filed, origin })
    })
  }
  await file('Zanzibar', 'first')
  await file('Quarterdeck', 'second')
  const found = await ana.call(searchDocuments, { params, query: { q: 'quarterdeck' } })
  expect(found.items.map(({ name }) => name)).toEqual(['Quarterdeck'])
  expect((await ana.call(searchDocuments, { params, query: { q: 'zanzibar' } })).items).toEqual([])
})
