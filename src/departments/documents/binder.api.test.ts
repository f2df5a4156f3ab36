import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { unzip } from '../../../tests/support/unzip.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as contract from './binder.contract.ts'
import { distinctPaths, manifestText, paged, safeName } from './binder.rules.ts'
import { addFolder } from './folder.contract.ts'
import { arrangeDocuments } from './document.contract.ts'
import { pdfOf, pngOf, put } from './documents.fixture.ts'

const office = useOffice({ sample: true })
let ana: TestActor
let productionId: ProductionId
let params: { productionId: ProductionId }

beforeAll(async () => {
  const { db } = office.app
  productionId = (await db.selectFrom('production').select('id').where('code', '=', 'HLT').executeTakeFirstOrThrow()).id
  params = { productionId }
  ana = await office.as('coordinator')
  const folder = await ana.call(addFolder, { params, body: { name: 'Recce' } })
  const made = [
    await put(ana, productionId, 'Tide table.pdf', pdfOf(['High water 06.12', 'Low water 12.40'])),
    await put(ana, productionId, 'Quay.png', await pngOf(600, 400)),
    await put(ana, productionId, 'Locked.pdf', pdfOf(['x'], 'encrypt=aes-256,user-password=a,owner-password=b')),
    await put(ana, productionId, 'Notes: draft?.txt', Buffer.from('Bring boots')),
  ]
  await put(ana, productionId, 'Budget.pdf', pdfOf(['planted budget']), { classCode: 'financial' }).catch(
    () => undefined,
  )
  const items = made.map(({ id, version }) => ({ id, version }))
  await ana.call(arrangeDocuments, { params, body: { items, folderId: folder.id } })
  await office.work({ early: true })
})

async function built(who: TestActor) {
  const asked = await who.call(contract.buildBinder, { params })
  await office.work()
  const { items } = await who.call(contract.listBinders, { params })
  const binder = items.find(({ id }) => id === asked.id)!
  const bytesOf = async (form: 'pdf' | 'zip') =>
    Buffer.from(await (await who.fetch(`/v1/productions/${productionId}/binders/${asked.id}/${form}`)).arrayBuffer())
  return { binder, pdf: await bytesOf('pdf'), zip: await bytesOf('zip') }
}

test('DO-11 one PDF with contents that are true, one tree whose hashes are right, and what is missing is named', async () => {
  const { binder, pdf, zip } = await built(ana)
  expect(binder).toMatchObject({ state: 'ready', problem: null })
  const { pages } = await pdfText(pdf)
  expect(pages.length).toBe(binder.pages)
  const listed = binder.contents.flatMap(({ papers }) => papers)
  expect(listed.length).toBeGreaterThan(8)
  const front = pages
    .slice(0, 4)
    .map(({ text }) => text)
    .join('\n')
  for (const name of ['Breakdown', 'Schedule', 'Crew and cast', 'Documents']) expect(front).toContain(name)
  const tide = listed.find(({ title }) => title === 'Recce / Tide table')!
  expect(pages[tide.page! - 1]?.text).toContain('High water 06.12')
  expect(pages[tide.page! - 1]?.text).toContain(`Binder ${tide.page} / ${pages.length}`)
  const crew = listed.find(({ title }) => title === 'Crew list')!
  expect(pages[crew.page! - 1]?.text).toContain('Crew list')
  expect(listed.find(({ title }) => title === 'Recce / Locked')?.page).toBeNull()
  expect(binder.missing.map(({ message }) => message).join('\n')).toMatch(/call sheet/i)
  expect(binder.missing.map(({ message }) => message)).toContain(
    '“Locked” is locked with a password and only in the folder tree',
  )

  const files = unzip(zip)
  const lines = files.get('MANIFEST.sha256')!.toString().trimEnd().split('\n')
  expect(lines.length).toBe(files.size - 1)
  for (const line of lines) {
    const [hash, path] = [line.slice(0, 64), line.slice(66)]
    expect(createHash('sha256').update(files.get(path)!).digest('hex'), path).toBe(hash)
  }
  expect(files.get('Binder.pdf')!.equals(pdf)).toBe(true)
  expect([...files.keys()]).toContain('Documents/Recce/Notes- draft-.txt')
  expect(files.get('Tables/crew-list.csv')!.toString()).toContain('Position')
  const published = files.get('Tables/published-schedules.csv')!.toString()
  expect(published).toContain('Number,Colour,Board')
  expect(published).toMatch(/[0-9a-f]{64}/)
  expect(createHash('sha256').update(zip).digest('hex')).toBe(binder.zipSha256)
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(binder.pdfSha256)
})

test('DO-11 a binder holds what its builder may see, and nobody else gets it', async () => {
  const head = await office.member(productionId, 'department_head')
  const { binder, zip } = await built(head)
  const paths = [...unzip(zip).keys()]
  expect(paths.some((path) => path.startsWith('Documents/'))).toBe(true)
  expect(zip.toString('latin1')).not.toContain('planted budget')
  const other = await ana.fetch(`/v1/productions/${productionId}/binders/${binder.id}/pdf`)
  expect(other.status).toBe(404)
  const crew = await office.member(productionId, 'crew')
  expect((await crew.refused(contract.buildBinder, { params })).status).toBe(403)
})

test('DO-11 one at a time, in the order that was promised', async () => {
  const { items } = await ana.call(contract.listBinders, { params })
  const look = await ana.call(contract.lookIntoBinder, { params })
  expect(look.sections.flatMap((it) => it.titles)).toEqual(
    items[0]!.contents.flatMap(({ papers }) => papers.map(({ title }) => title)),
  )
  await ana.call(contract.buildBinder, { params })
  expect((await ana.refused(contract.buildBinder, { params })).status).toBe(409)
})

test('DO-11 paths are safe everywhere and never meet', () => {
  expect(
    distinctPaths([
      ['A', 'Plan.pdf'],
      ['a', 'plan.pdf'],
      ['A', '../x'],
      ['CON', 'a:b?.txt'],
    ]),
  ).toEqual(['A/Plan.pdf', 'a/plan (2).pdf', 'A/_-x', '_CON/a-b-.txt'])
  expect(safeName('x'.repeat(300) + '.pdf')).toHaveLength(124)
  expect(safeName('..')).toBe('_')
  expect(
    manifestText([
      { path: 'b', sha256: '2', sizeBytes: 1 },
      { path: 'a', sha256: '1', sizeBytes: 1 },
    ]),
  ).toBe('1  a\n2  b\n')
  const papers = [1, 0, 3].map((pages, at) => ({ section: 'S', title: `${at}`, pages, note: null }))
  expect(paged(papers, 2).map(({ page }) => page)).toEqual([3, null, 4])
})
