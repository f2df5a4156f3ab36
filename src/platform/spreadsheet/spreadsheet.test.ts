import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { writeCsv, writeXlsx } from './index.ts'
import type { Grid } from './index.ts'

const hostile = [
  '=HYPERLINK("https://example.invalid","click")',
  '+44 20 7946 0182',
  '-2+3+cmd|calc',
  '@SUM(1)',
  '\t=1+1',
  'plain, with a comma and "quotes"',
  'two\nlines',
  '東京 Привет',
]

const grid: Grid = {
  name: 'Day out of days: [cast]/A',
  columns: [
    { title: 'Name', holds: 'text' },
    { title: '=Work', holds: 'number' },
    { title: 'Start', holds: 'day' },
  ],
  rows: hostile.map((text, i) => [text, i - 3, '2026-06-01']),
}

/** Reads with another library than the one that wrote. */
async function readBack(bytes: Buffer) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book.worksheets[0]!
}

test(`ST-12 XLSX keeps ${hostile.length} texts as texts, numbers as numbers, days as dates`, async () => {
  const sheet = await readBack(await writeXlsx(grid))
  expect(sheet.name).toBe('Day out of days   cast  A')
  for (const [i, text] of hostile.entries()) {
    const row = sheet.getRow(i + 2)
    expect(row.getCell(1).type).toBe(ExcelJS.ValueType.String)
    expect(row.getCell(1).value).toBe(text)
    expect(row.getCell(2).value).toBe(i - 3)
    expect((row.getCell(3).value as Date).toISOString()).toBe('2026-06-01T00:00:00.000Z')
  }
  expect(sheet.getRow(1).getCell(2).type).toBe(ExcelJS.ValueType.String)
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
})

test(`ST-12 CSV leads ${hostile.length} texts safely past a spreadsheet's formulas, numbers keep their sign`, () => {
  const csv = writeCsv(grid)
  expect(csv.startsWith('\uFEFFName,"\'=Work",Start\r\n')).toBe(true)
  const { data } = Papa.parse<string[]>(csv.slice(1))
  expect(data).toHaveLength(hostile.length + 1)
  for (const [i, text] of hostile.entries()) {
    const [name, work] = data[i + 1]!
    expect(name).toBe(/^[=+\-@\t]/.test(text) ? `'${text}` : text)
    expect(work).toBe(String(i - 3))
  }
})

test('ST-12 control characters, half letters and endless cells do not spoil the file', async () => {
  const odd = ['bell\u0007', 'half \uD83D', 'x'.repeat(40_000), '\u0000']
  const sheet = await readBack(
    await writeXlsx({ name: "'''", columns: [{ title: 'T', holds: 'text' }], rows: odd.map((it) => [it]) }),
  )
  expect(sheet.name).toBe('Sheet')
  expect(sheet.getRow(2).getCell(1).value).toBe('bell')
  expect(sheet.getRow(3).getCell(1).value).toMatch(/^half .?$/)
  expect(String(sheet.getRow(4).getCell(1).value)).toHaveLength(32_767)
})

test('ST-12 a table without rows is still a table', async () => {
  const empty = { ...grid, rows: [] }
  expect(writeCsv(empty)).toBe('\uFEFFName,"\'=Work",Start\r\n')
  expect((await readBack(await writeXlsx(empty))).actualRowCount).toBe(1)
})
