import { expect, test } from 'vitest'
import { weekdayOf } from '../../kernel/time.ts'
import type { PlainDay } from '../../kernel/time.ts'
import { dayOutOfDays, doodLegend } from '../schedule/dood.rules.ts'
import { crewList } from './crew.rules.ts'
import { askedOf, datesOf, doodTable } from './dood.rules.ts'
import { castList, elementList } from './elements.rules.ts'
import { narrowed } from './filters.rules.ts'
import { gridOf } from './grid.rules.ts'
import { markOf } from './mark.rules.ts'
import { cellText, paperOf } from './paper.rules.ts'
import type { DoodOrder, Report, ReportTable } from './report.contract.ts'
import { sampleFacts } from './samples.ts'
import { oneLiner, shootingSchedule } from './schedule.rules.ts'

const reportOf = (content: Report['content']): Report => ({
  name: 'one-liner',
  title: 'One-liner',
  production: { code: 'HLT', title: 'Harbour Light' },
  paperSize: 'a4',
  source: 'Plan A',
  mark: { text: 'DRAFT', hex: null },
  content,
  choices: { board: [], category: [], department: [], unit: [] },
  empty: null,
})

const line = (table: ReportTable, section: number, row: number) =>
  table.sections[section]?.rows[row]?.cells.map((cell, at) => cellText(table.columns[at], cell)).join(' | ')

test('ST-13 a one-liner has a bar per day, a line per strip, and ends each shooting day with its length', () => {
  const table = oneLiner(sampleFacts)
  expect(table.sections.map((it) => it.title)).toEqual([
    'Day 1 of 3, Fri 5 Jun 2026',
    'Day 2 of 3, Mon 8 Jun 2026',
    'Day 3 of 3, Tue 9 Jun 2026',
    'Travel, Wed 10 Jun 2026',
  ])
  expect(table.sections[0]?.aside).toBe('Call 07:00 · 2 pages · 2 cast')
  expect(table.sections[0]?.footer).toBe('End of day 1: 2 scenes, 2 pages, estimated wrap 17:30')
  expect(table.sections[1]?.footer).toBe('End of day 2: 1 scene, 4/8 page, estimated wrap 17:30')
  expect(table.sections[3]).toMatchObject({ footer: '', isShoot: false, aside: 'Train home' })
  expect(line(table, 0, 0)).toBe(
    '08:00 | 1 | EXT | FERRY DECK\nMaren waits for the last boat | DAY | 1, 2 | 1 3/8 | Pier 2',
  )
  expect(line(table, 0, 1)).toBe('12:00 |  |  | Lunch (60 min) |  |  |  | ')
  expect(line(table, 1, 1)).toBe(' | 2 | INT | OMITTED |  |  |  | ')
})

test('ST-13 the shooting schedule adds what each scene needs, by category', () => {
  const details = shootingSchedule(sampleFacts).sections.flatMap((section) => section.rows.map((row) => row.details))
  expect(details[0]).toEqual([
    { label: 'Cast', text: '1 Maren, 2 Olaf' },
    { label: 'Vehicles', text: 'Ferry' },
  ])
  expect(details[2]).toContainEqual({ label: 'Props', text: 'Storm lamp (2): lit' })
})

test('ST-13 filters narrow the days and nothing else', () => {
  const facts = narrowed(sampleFacts, { from: '2026-06-08' as PlainDay, until: '2026-06-08' as PlainDay })
  expect(oneLiner(facts).sections.map((it) => it.title)).toEqual(['Day 2 of 3, Mon 8 Jun 2026'])
  expect(narrowed(sampleFacts, { unit: 'Second unit' }).days).toEqual([])
})

test('ST-13 cast and element lists count scenes, pages and days; a split scene counts once', () => {
  expect(line(castList(sampleFacts), 0, 0)).toBe(
    '1 | Maren | Imogen Vale | 2 | 2 4/8 | 2 | Fri 5 Jun | Mon 8 Jun | 1, 4 | ',
  )
  expect(castList(sampleFacts).sections[0]?.aside).toBe('2 parts, 1 cast')
  const elements = elementList(sampleFacts)
  expect(elements.sections.map((it) => [it.title, it.aside])).toEqual([
    ['Cast', '2 entries'],
    ['Props', '1 entry'],
    ['Vehicles', '1 entry'],
  ])
  expect(line(elements, 1, 0)).toBe(
    ' | Storm lamp | 2 | 4 | 2 | Fri 5 Jun | Mon 8 Jun | Two needed for continuity. lit',
  )
})

const dood = (order: DoodOrder = 'number') => {
  const dates = datesOf(sampleFacts, (date) => (weekdayOf(date) > 5 ? 'off' : 'other'))
  const answered = dayOutOfDays(dates, askedOf(sampleFacts, 'cast'), { showsIdleDays: false })
  return doodTable({ facts: sampleFacts, answered, legend: doodLegend, category: 'cast', order })
}

test('ST-12 the report carries dates, codes, totals and a legend of the codes that occur', () => {
  const table = dood()
  expect(
    table.columns.map(({ date, kind, dayNumber }) => `${date.slice(8)} ${kind} ${dayNumber ?? ''}`.trim()),
  ).toEqual(['04 other', '05 shoot 1', '06 off', '07 off', '08 shoot 2', '09 shoot 3', '10 travel'])
  expect(
    table.lines.map((it) =>
      Object.values(it.cells)
        .map(({ code }) => code)
        .sort(),
    ),
  ).toEqual([
    ['SW', 'WF'],
    ['FT', 'H', 'SW', 'WF'],
  ])
  expect(table.legend.map(({ code }) => code)).toEqual(['SW', 'WF', 'FT', 'H'])
})

test.each<[DoodOrder, string[]]>([
  ['number', ['Maren', 'Olaf']],
  ['name', ['Maren', 'Olaf']],
  ['start', ['Maren', 'Olaf']],
  ['work', ['Maren', 'Olaf']],
])('ST-12 lines can be sorted by %s', (order, names) => {
  expect(dood(order).lines.map(({ name }) => name)).toEqual(names)
})

test('ST-12 long blank runs are left out of the dates and say how many', () => {
  const far = {
    ...sampleFacts,
    events: [{ elementId: 'olaf', date: '2026-05-01' as PlainDay, kind: 'fitting' as const }],
  }
  const dates = datesOf(far, () => 'other')
  expect(dates.map(({ date }) => date).slice(0, 2)).toEqual(['2026-05-01', '2026-06-05'])
  const answered = dayOutOfDays(dates, askedOf(far, 'cast'), { showsIdleDays: false })
  const table = doodTable({ facts: far, answered, legend: doodLegend, category: 'cast', order: 'number' })
  expect(table.columns[1]?.skippedDays).toBe(34)
})

test('ST-13 a crew list without contact shows no empty contact columns', () => {
  const one = { name: 'Anders Kvist', department: 'Camera', position: 'Gaffer', works: 'Every shoot day', note: '' }
  const titles = (phone: string | null) => crewList([{ ...one, phone, email: null }]).columns.map((it) => it.title)
  expect(titles(null)).toEqual(['Position', 'Name', 'Works', 'Notes'])
  expect(titles('+44 20 7946 0182')).toContain('Phone')
})

test('ST-13 a spreadsheet row stands alone: its day, its date, eighths as a count, needs in a column', () => {
  const grid = gridOf(reportOf(shootingSchedule(sampleFacts)))
  expect(grid.columns.map(({ title }) => title).slice(0, 3)).toEqual(['Day', 'Date', 'Unit'])
  const pages = grid.columns.findIndex(({ title }) => title === 'Pages (eighths)')
  expect(grid.rows[0]?.slice(0, 3)).toEqual([1, '2026-06-05', 'Main unit'])
  expect(grid.rows[0]?.[pages]).toBe(11)
  expect(grid.rows[0]?.at(-1)).toBe('Cast: 1 Maren, 2 Olaf\nVehicles: Ferry')
  for (const row of grid.rows) expect(row).toHaveLength(grid.columns.length)
})

test('ST-12 the spreadsheet of a day out of days has a column per date and ends with who works', () => {
  const grid = gridOf(reportOf(dood()))
  expect(grid.columns).toHaveLength(3 + 7 + 6 + 2)
  expect(grid.rows.at(-1)?.slice(3, 10)).toEqual([0, 2, 0, 0, 1, 1, 0])
})

test('ST-12 a long schedule is printed on as many sheets as its dates need, totals on the last', () => {
  const long = dood()
  const columns = Array.from({ length: 70 }, () => long.columns[1]!)
  const { facts } = paperOf(reportOf({ ...long, columns }), { paper: 'letter', printedAt: '', office: '' })
  const sheets = facts['sheets'] as { isLast: boolean; dates: unknown[] }[]
  expect(sheets.map((it) => [it.dates.length, it.isLast])).toEqual([
    [28, false],
    [28, false],
    [14, true],
  ])
})

test('ST-13 paper shows the revision only while the board is what was published', () => {
  const now = { days: [1], strips: [2], scenes: [{ castIds: ['a', 'b'], elementIds: ['a', 'b', 'lamp'] }] }
  const blue = { number: 2, colour: { name: 'Blue', hex: '#cfe3fa' } }
  expect(markOf(undefined, now, undefined)).toEqual({ text: 'DRAFT', hex: null })
  expect(markOf(blue, now, { ...now })).toEqual({ text: 'v2 BLUE', hex: '#cfe3fa' })
  const shuffled = { ...now, scenes: [{ castIds: ['b', 'a'], elementIds: ['lamp', 'b', 'a'] }] }
  expect(markOf(blue, now, shuffled).text).toBe('v2 BLUE')
  const without = { ...now, scenes: [{ castIds: ['a', 'b'], elementIds: ['a', 'b'] }] }
  expect(markOf(blue, now, without).text).toBe('DRAFT')
  expect(markOf(blue, { ...now, days: [9] }, now)).toEqual({ text: 'DRAFT', hex: null })
  expect(markOf({ number: 1, colour: { name: 'White', hex: '#FFFFFF' } }, now, now)).toEqual({
    text: 'v1 WHITE',
    hex: null,
  })
})
