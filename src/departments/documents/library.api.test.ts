import { beforeAll, expect, test } from 'vitest'
import { createProduction } from '../../../tests/support/production.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import * as access from './access.contract.ts'
import { arrangeDocuments, type DocumentRow } from './document.contract.ts'
import { docxOf, pdfOf, put } from './documents.fixture.ts'
import { addFolder } from './folder.contract.ts'
import { listLibrary, searchLibrary, type LibraryRow } from './library.contract.ts'

const office = useOffice()
let ana: TestActor
let [ferry, quay]: [ProductionId, ProductionId] = ['' as ProductionId, '' as ProductionId]
let sides: DocumentRow

beforeAll(async () => {
  ana = await office.as('coordinator')
  ferry = await createProduction(office)
  quay = await createProduction(office)
  const text = (words: string) => new TextEncoder().encode(words)
  const made = [
    await put(ana, ferry, 'Permit.pdf', pdfOf(['Mooring at the zeppelin dock'])),
    (sides = await put(ana, ferry, 'Sides.txt', text('The zeppelin lands'), { classCode: 'script' })),
    await put(ana, ferry, 'Doctor.txt', text('zeppelin fever'), { classCode: 'personal' }),
    await put(ana, quay, 'Risk.docx', await docxOf(['Beware of the zeppelin'])),
  ]
  const outer = await ana.call(addFolder, { params: { productionId: ferry }, body: { name: 'Locations' } })
  const inner = await ana.call(addFolder, {
    params: { productionId: ferry },
    body: { name: 'Dock', parentId: outer.id },
  })
  const items = made.slice(0, 1).map(({ id, version }) => ({ id, version }))
  await ana.call(arrangeDocuments, { params: { productionId: ferry }, body: { items, folderId: inner.id } })
  await office.work()
})

const list = (who: TestActor, query = {}) => who.call(listLibrary, { query })
const search = (who: TestActor, query = {}) => who.call(searchLibrary, { query: { q: 'zeppelin', ...query } })
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name).sort()

test('the library holds every production one may open, with where each document lies', async () => {
  const all = await list(ana)
  expect(names(all.items)).toEqual(['Doctor', 'Permit', 'Risk', 'Sides'])
  expect([all.total, all.productions.length, all.next]).toEqual([4, 2, null])
  expect(all.items.find(({ name }) => name === 'Permit')).toMatchObject({
    folder: ['Locations', 'Dock'],
    productionId: ferry,
    standing: 'open',
  })
  expect(names((await list(ana, { production: quay })).items)).toEqual(['Risk'])
  expect(names((await list(ana, { kind: 'pdf' })).items)).toEqual(['Permit'])
  expect(names((await list(ana, { classCode: 'script' })).items)).toEqual(['Sides'])
  expect(names((await search(ana)).items)).toEqual(['Doctor', 'Permit', 'Risk', 'Sides'])
  expect(names((await search(ana, { kind: 'word' })).items)).toEqual(['Risk'])
  expect(names((await search(ana, { classCode: 'script' })).items)).toEqual(['Sides'])
  expect(names((await search(ana, { q: 'zepelin', production: quay })).items)).toEqual(['Risk'])
  expect(names((await search(ana, { q: 'permit', production: quay })).items)).toEqual([])
})

test('it is paged by key: every document once, the latest change first', async () => {
  const seen: LibraryRow[] = []
  for (let after: string | undefined, pages = 0; pages < 9; pages++) {
    const page = await list(ana, { limit: 1, ...(after && { after }) })
    expect(page.items).toHaveLength(1)
    seen.push(...page.items)
    if (page.next === null) break
    after = page.next
  }
  expect(names(seen)).toEqual(['Doctor', 'Permit', 'Risk', 'Sides'])
  const times = seen.map(({ changedAt }) => changedAt)
  expect(times).toEqual(times.toSorted().reverse())
})

test('DO-12 private stays private: a role of one production sees that one, and there no more than inside it', async () => {
  const crew = await office.member(ferry, 'crew')
  const seen = await list(crew)
  expect(seen.items.map(({ name, standing }) => `${name}: ${standing}`).sort()).toEqual([
    'Permit: open',
    'Sides: terms',
  ])
  expect([seen.total, seen.productions.length]).toEqual([2, 1])
  expect(seen.classes.map(({ code }) => code)).not.toContain('personal')
  expect(names((await search(crew)).items)).toEqual(['Permit'])
  expect((await list(crew, { production: quay })).items).toEqual([])
  expect((await search(crew, { production: quay })).items).toEqual([])
  const stranger = await office.as('member')
  expect(await list(stranger)).toMatchObject({ items: [], total: 0, productions: [], classes: [] })
  expect((await search(stranger)).items).toEqual([])
})

test('DO-12 a grant counts in the library as long as it lasts, and terms of one production are not those of another', async () => {
  const client = await office.member(ferry, 'client')
  const standingOf = async () => (await list(client)).items.find(({ id }) => id === sides.id)?.standing
  expect(await standingOf()).toBe('ask')
  const params = { productionId: ferry }
  const until = office.clock.now().add({ hours: 48 }).toString()
  const asked = await client.call(access.askForAccess, {
    params: { ...params, documentId: sides.id },
    body: { reason: 'Legal check', until },
  })
  await ana.call(access.decideAccess, {
    params: { ...params, accessId: asked.id },
    ifMatch: asked.version,
    body: { granted: true },
  })
  expect(await standingOf()).toBe('terms')
  expect(names((await search(client)).items)).not.toContain('Sides')
  await client.call(access.agreeToTerms, { params, body: { name: 'Cleo Client' } })
  expect(await standingOf()).toBe('open')
  expect(names((await search(client)).items)).toContain('Sides')
  office.clock.advance({ hours: 49 })
  expect(await standingOf()).toBe('ask')
  expect(names((await search(client)).items)).not.toContain('Sides')
})
