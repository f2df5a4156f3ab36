import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { beforeAll, expect, test } from 'vitest'
import { useOffice } from '../../../tests/support/office.ts'
import type { TestActor } from '../../../tests/support/office.ts'
import { pdfText } from '../../../tests/support/pdfText.ts'
import type { ProductionId } from '../../kernel/ids.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { createEngagement } from '../people/engagement.contract.ts'
import { createPerson, listDepartments } from '../people/person.contract.ts'
import { createProduction } from '../productions/production.contract.ts'
import type { BoardView } from '../schedule/boards.contract.ts'
import * as boards from '../schedule/boards.contract.ts'
import * as days from '../schedule/days.contract.ts'
import { layScript } from '../schedule/fixtures/scriptRows.ts'
import * as marks from '../schedule/marks.contract.ts'
import * as strips from '../schedule/strips.contract.ts'
import { readReport, ReportName } from './report.contract.ts'

const office = useOffice()
let ana: TestActor
let productionId: ProductionId
let view: BoardView

/** The handbook's shoot: Mon 1 to Fri 5 June, then Mon 8; one scene a day. Jo works 1, 2, 5, 8. */
const scenes = [
  { number: '1', cast: ['JO', 'GRAN'], eighths: 5 },
  { number: '2', cast: ['JO', 'GRAN'], eighths: 18, intExt: 'ext' as const },
  { number: '3', cast: ['COP', '=LAMP()'] },
  { number: '4', cast: [] },
  { number: '5', cast: ['JO'], bucket: 'night' as const },
  { number: '6', cast: ['JO', 'GRAN'], set: 'КУХНЯ 東京 #x$' },
]

beforeAll(async () => {
  ana = await office.as('coordinator')
  const production = await ana.call(createProduction, {
    body: {
      code: 'HLT',
      title: 'Harbour Light',
      kind: 'narrative',
      startsOn: '2026-06-01' as PlainDay,
      timeZone: 'Europe/London',
    },
  })
  productionId = production.id
  const { elementIds } = await layScript(office.app, productionId, scenes, [
    { name: 'JO', boardId: '1' },
    { name: 'COP', boardId: '2' },
    { name: 'GRAN', boardId: '3' },
    { name: '=LAMP()', category: 'props' },
  ])
  const board = await ana.call(boards.createBoard, { params: { productionId }, body: { name: 'Plan A' } })
  const params = { productionId, boardId: board.id }
  const added = await ana.call(days.addDays, { params, ifMatch: board.version, body: { count: 6 } })
  const moves = added.facts.days.map((day, at) => {
    const scene = added.facts.scenes.find(({ number }) => number === String(at + 1))
    return {
      stripIds: added.facts.strips.filter(({ sceneId }) => sceneId === scene?.id).map(({ id }) => id),
      dayId: day.id,
      before: null,
    }
  })
  view = await ana.call(strips.arrangeBoard, { params, ifMatch: added.version, body: { moves } })
  await ana.call(marks.addEvent, {
    params: { productionId },
    body: { elementId: elementIds.get('COP'), onDate: '2026-06-02' as PlainDay, kind: 'fitting' },
  })
  const { items } = await ana.call(listDepartments)
  const person = await ana.call(createPerson, {
    body: { name: 'Anders Kvist', phones: [{ label: 'mobile', value: '+44 7700 900210' }] },
  })
  await ana.call(createEngagement, {
    params: { productionId },
    body: { departmentId: items[0]!.id, title: 'Gaffer', personId: person.id },
  })
})

const read = (report: ReportName, query: object = {}) =>
  ana.call(readReport, { params: { productionId, report }, query })
const address = (report: ReportName, format: string, query = '') =>
  `/v1/productions/${productionId}/reports/${report}/${format}${query}`
const bytes = async (path: string) => new Uint8Array(await (await ana.fetch(path)).arrayBuffer())

test('ST-12 Jo works 1, 2, 5, 8 and is held twice, on the page', async () => {
  const { content } = await read('day-out-of-days')
  if (content.kind !== 'dood') throw new Error('not a day out of days')
  const codes = (name: string) => {
    const line = content.lines.find((it) => it.name === name)
    return content.columns.map(({ date }) => line?.cells[date]?.code ?? '·').join(' ')
  }
  expect(codes('JO')).toBe('SW W H H W · · WF')
  expect(codes('COP')).toBe('· FT SWF · · · · ·')
  expect(content.lines.map(({ name }) => name)).toEqual(['JO', 'COP', 'GRAN'])
  expect(content.lines[0]?.totals).toMatchObject({ work: 4, hold: 2, paid: 6 })
})

test('ST-12 any category, by its filter; the choices name only categories in use', async () => {
  const report = await read('day-out-of-days', { category: 'props' })
  expect(report.choices.category.map(({ value }) => value)).toEqual(['cast', 'props'])
  expect(report.content.kind === 'dood' && report.content.lines.map(({ name }) => name)).toEqual(['=LAMP()'])
})

test(`ST-13 each of ${ReportName.options.length} reports prints to A4 and US Letter with every page numbered`, async () => {
  let printed = 0
  for (const report of ReportName.options)
    for (const [paper, short] of [
      ['a4', 595],
      ['letter', 612],
    ] as const) {
      const paperText = await pdfText(await bytes(address(report, 'pdf', `?paper=${paper}`)))
      expect(paperText.tagged, report).toBe(true)
      for (const [at, page] of paperText.pages.entries()) {
        expect(Math.min(...page.size), report).toBe(short)
        expect(page.text).toContain(`Page ${at + 1} of ${paperText.pages.length}`)
        expect(page.text).toContain('Harbour Light')
      }
      printed += 1
    }
  expect(printed).toBe(12)
})

test('ST-13 screen, paper and spreadsheet say the same', async () => {
  const { content } = await read('one-liner')
  if (content.kind !== 'table') throw new Error('not a table')
  const text = (await pdfText(await bytes(address('one-liner', 'pdf')))).pages.map((page) => page.text).join('\n')
  const csv = Papa.parse<string[]>(
    new TextDecoder().decode(await bytes(address('one-liner', 'csv'))).replace('\uFEFF', ''),
    { skipEmptyLines: true },
  )
  expect(csv.data).toHaveLength(content.sections.flatMap((it) => it.rows).length + 1)
  for (const section of content.sections) expect(text).toContain(section.title)
  expect(text).toContain('2 2/8')
  expect(text.replaceAll(/\s/g, '')).toContain('КУХНЯ東京#x$')
})

test('ST-12 XLSX is read by another library; a formula in a name stays text', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await bytes(address('element-list', 'xlsx'))).buffer as ArrayBuffer)
  const cells = book.worksheets[0]!.getSheetValues().flat()
  expect(cells).toContain('=LAMP()')
  const csv = new TextDecoder().decode(await bytes(address('element-list', 'csv')))
  expect(csv).toContain("'=LAMP()")
})

test('ST-13 filters live in the address, and a file says what it is', async () => {
  const { content } = await read('one-liner', { from: '2026-06-02', until: '2026-06-03' })
  expect(content.kind === 'table' && content.sections.map((it) => it.title)).toEqual([
    'Day 2 of 6, Tue 2 Jun 2026',
    'Day 3 of 6, Wed 3 Jun 2026',
  ])
  const response = await ana.fetch(address('shooting-schedule', 'pdf', '?from=2026-06-02'))
  expect(response.headers.get('content-disposition')).toBe('inline; filename="HLT_ShootingSchedule_20260504_DRAFT.pdf"')
  expect(response.headers.get('content-type')).toBe('application/pdf')
})

test('ST-13 the mark follows what was published, and says draft as soon as the board differs', async () => {
  const params = { productionId, boardId: view.facts.board.id }
  const before = await ana.call(boards.readBoard, { params })
  const issue = await ana.call(boards.publishBoard, { params, ifMatch: before.version })
  expect((await read('one-liner')).mark.text).toBe(`v1 ${issue.colour.name.toUpperCase()}`)
  const now = await ana.call(boards.readBoard, { params })
  const first = now.facts.strips.find(({ dayId }) => dayId === now.facts.days[0]?.id)!
  await ana.call(strips.arrangeBoard, {
    params,
    ifMatch: now.version,
    body: { moves: [{ stripIds: [first.id], dayId: null, before: null }] },
  })
  expect((await read('one-liner')).mark.text).toBe('DRAFT')
})

test('ST-13 reports obey who asks: contact only for those who may see it, nothing for crew, nothing for strangers', async () => {
  const titles = async (who: TestActor) => {
    const { content } = await who.call(readReport, { params: { productionId, report: 'crew-list' } })
    return content.kind === 'table' ? content.columns.map((it) => it.title) : []
  }
  expect(await titles(ana)).toContain('Phone')
  expect(await titles(await office.member(productionId, 'finance'))).not.toContain('Phone')
  const crew = await office.member(productionId, 'crew')
  expect((await crew.fetch(address('crew-list', 'csv'))).status).toBe(403)
  expect((await (await office.as('member')).fetch(address('crew-list', 'pdf'))).status).toBe(404)
  expect((await office.nobody.fetch(address('one-liner', 'pdf'))).status).toBe(401)
})

test('ST-13 before there is a board a report says what comes first', async () => {
  const { id } = await ana.call(createProduction, { body: { code: 'NEW', title: 'New', kind: 'corporate' } })
  const report = await ana.call(readReport, { params: { productionId: id, report: 'one-liner' } })
  expect(report.empty).toContain('Import a script')
  const paper = await ana.fetch(`/v1/productions/${id}/reports/day-out-of-days/pdf`)
  expect(paper.status).toBe(200)
})
