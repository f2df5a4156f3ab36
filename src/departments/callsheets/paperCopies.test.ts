import sharp from 'sharp'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, test } from 'vitest'
import { pdfText } from '../../../tests/support/pdfText.ts'
import type { FileId } from '../../kernel/ids.ts'
import { createPdf, type Pdf } from '../../platform/pdf/index.ts'
import { listPaper, personalPapers } from './paper.actions.ts'
import type { PersonalCopy } from './paper.actions.ts'
import type { CopyList } from './callsheet.view.ts'
import { sampleBlocks, sampleFacts, samplePeople } from './sheet.samples.ts'
import { peopleOf } from './sheetPersonal.rules.ts'
import { sheetView } from './sheetView.rules.ts'

const pdf = createPdf({ presses: 2 })
afterAll(() => pdf.close())

/** The sample day with so many grips more. */
function viewWith(more: number) {
  const grip = samplePeople.find((person) => person.kind === 'crew')!
  const extra = Array.from({ length: more }, (_, i) => ({
    ...grip,
    engagementId: `grip${i}`,
    name: `Grip Number${i}`,
    sort: 1000 + i,
  }))
  return sheetView(sampleFacts({ people: [...samplePeople, ...extra] }), sampleBlocks(), {})
}

const copyOf = (engagementId: string, at: number): PersonalCopy => ({
  engagementId,
  code: `CODE${at}Q`,
  confirmAt: `https://office.example/c/link-${at}`,
  copyNumber: `${at + 1} of 99`,
  printedAt: Temporal.Instant.from('2026-05-12T17:10:00Z'),
})

const view = viewWith(6)
/** One of every kind: cast with their own times only, crew who share a sheet, guests. */
const people = [
  ...view.cast.slice(0, 1),
  ...view.crew.flatMap((group) => group.people).slice(-4),
  ...peopleOf(view).slice(-1),
]
const printed = personalPapers(
  pdf,
  view,
  people.map(({ engagementId }, at) => copyOf(engagementId, at)),
)

test(`CS-16 ${people.length} copies each carry their reader's code on every page, and nobody else's`, async () => {
  const texts = await Promise.all((await printed).map(pdfText))
  for (const [at, text] of texts.entries()) {
    const letters = text.pages.map((page) => page.text.replaceAll(/\s/g, ''))
    for (const page of letters) expect(page).toContain(`CODE${at}Q`)
    const codes = new Set(letters.join('').match(/CODE\d+Q/g))
    expect([...codes]).toEqual([`CODE${at}Q`])
    expect(letters.join('')).toContain(`https://office.example/c/link-${at}`)
    expect(text.tagged).toBe(true)
  }
})

test('CS-4 everybody reads their own call and their copy number, whatever others share with them', async () => {
  for (const [at, bytes] of (await printed).entries()) {
    const [first] = (await pdfText(bytes)).pages
    const flat = first!.text.replaceAll(/\s+/g, ' ')
    expect(flat).toContain(`Personal copy ${at + 1} of 99: ${people[at]!.name}`)
    expect(flat).toMatch(/Your call (\d\d:\d\d|O\/C|W\/N|per HOD)/i)
  }
})

test('CS-16 a copy holds no earlier state of itself, so cutting it short brings no copy without its mark', async () => {
  for (const bytes of await printed) {
    const raw = bytes.toString('latin1')
    expect(raw.match(/startxref/g)).toHaveLength(1)
    expect(raw).not.toContain('/Prev')
  }
})

test('CS-16 the same facts give the same bytes, another reader other bytes', async () => {
  const again = await personalPapers(
    pdf,
    view,
    people.map(({ engagementId }, at) => copyOf(engagementId, at)),
  )
  const files = await printed
  expect(again.every((bytes, at) => bytes.equals(files[at]!))).toBe(true)
  expect(new Set(files.map((bytes) => bytes.toString('latin1'))).size).toBe(files.length)
})

test('CS-16 the line that is the reader’s own is read first, as a paragraph and not as a picture', async () => {
  const raw = (await printed)[0]!
  const roles = await structureOf(raw)
  expect(roles).not.toContain('stamp: text')
  expect(roles.match(/"role":"Figure"/g)).toHaveLength(1)
  expect(roles).toContain('The day from its first hour to its last')
})

test('CS-4 frames stand beside their scenes on the copies that may show them, where the sheet says so', async () => {
  const bytes = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer()
  const frame = { fileId: '0190a000-0000-7000-8000-000000000001' as FileId, width: 320, height: 180 }
  const facts = sampleFacts()
  const rows = facts.day.rows.map((row) => (row.number === '4' ? { ...row, frame } : row))
  const sheet = (frames: boolean) => sheetView({ ...facts, day: { ...facts.day, rows } }, sampleBlocks({ frames }), {})
  const printedAt = Temporal.Instant.from('2026-05-12T17:10:00Z')
  const files = { [`frame-${frame.fileId}.jpg`]: bytes }
  const shows = async (frames: boolean, list: CopyList) =>
    (await structureOf(await listPaper(pdf, sheet(frames), { list, printedAt, files }))).includes('Frame 4')
  expect(await shows(true, 'full')).toBe(true)
  expect(await shows(true, 'vendor')).toBe(false)
  expect(await shows(false, 'full')).toBe(false)
})

/** What a screen reader is told of the first page. */
async function structureOf(bytes: Uint8Array): Promise<string> {
  const paper = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  return JSON.stringify(await (await paper.getPage(1)).getStructTree())
}

test('CS-16 sixty crew share one setting of the sheet; cast, who see their own times only, have one each', async () => {
  const large = viewWith(60)
  const settings: number[] = []
  const counting: Pdf = {
    ...pdf,
    renderCopies: (template, copies, options) => {
      settings.push(copies.own.length)
      return pdf.renderCopies(template, copies, options)
    },
  }
  const asked = peopleOf(large).filter((person) => person.kind === 'crew' || person.kind === 'cast')
  const files = await personalPapers(
    counting,
    large,
    asked.map((it, at) => copyOf(it.engagementId, at)),
  )
  expect(files).toHaveLength(asked.length)
  const cast = large.cast.length
  expect(settings.toSorted((a, b) => a - b)).toEqual([...Array<number>(cast).fill(1), asked.length - cast])
})
