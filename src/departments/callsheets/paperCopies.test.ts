import { afterAll, expect, test } from 'vitest'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { createPdf } from '../../platform/pdf/index.ts'
import { personalPapers } from './paper.actions.ts'
import type { PersonalCopy } from './paper.actions.ts'
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
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const paper = await getDocument({ data: new Uint8Array(raw), verbosity: 0 }).promise
  const tree = await (await paper.getPage(1)).getStructTree()
  const roles = JSON.stringify(tree)
  expect(roles).not.toContain('stamp: text')
  expect(roles.match(/"role":"Figure"/g)).toHaveLength(1)
  expect(roles).toContain('The day from its first hour to its last')
})

test('CS-16 what a sheet costs does not grow with its readers: fifty more take less than ten times what two take', async () => {
  const large = viewWith(60)
  const crew = peopleOf(large).filter((person) => person.kind === 'crew')
  const time = async (copies: number) => {
    const started = performance.now()
    const files = await personalPapers(
      pdf,
      large,
      crew.slice(0, copies).map((it, at) => copyOf(it.engagementId, at)),
    )
    expect(files).toHaveLength(copies)
    return performance.now() - started
  }
  await time(2)
  expect(await time(52)).toBeLessThan(10 * (await time(2)))
})
