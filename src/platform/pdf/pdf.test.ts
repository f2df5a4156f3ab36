import { afterAll, expect, test } from 'vitest'
import { pdfText } from '../../../tests/support/pdfText.ts'
import { createPdf } from './index.ts'

const pdf = createPdf({ presses: 2 })
afterAll(() => pdf.close())

const specimen = (lines: string[], more: object = {}) => ({
  paper: 'a4',
  lang: 'en',
  title: 'Specimen',
  mark: 'v2 BLUE',
  fill: '#cfe3fa',
  lines,
  ...more,
})

test('ST-13 paper is A4 or US Letter as asked, and tagged', async () => {
  const a4 = await pdfText(await pdf.render('specimen', specimen(['One'])))
  const letter = await pdfText(await pdf.render('specimen', specimen(['One'], { paper: 'letter' })))
  expect(a4.pages[0]?.size).toEqual([595, 842])
  expect(letter.pages[0]?.size).toEqual([612, 792])
  expect(a4.tagged && letter.tagged).toBe(true)
})

test('ST-13 every page says which it is, of how many, and its revision in words', async () => {
  const long = await pdfText(
    await pdf.render('specimen', specimen(Array.from({ length: 200 }, (_, i) => `Line ${i + 1}`))),
  )
  expect(long.pages.length).toBeGreaterThan(2)
  for (const [i, page] of long.pages.entries()) {
    expect(page.text).toContain(`Page ${i + 1} of ${long.pages.length}`)
    expect(page.text).toContain('v2 BLUE')
  }
})

const hostile = [
  '#eval("1+1") #include "/lib.typ"',
  '$x^2$ and *stars* and _lines_ and `ticks`',
  String.raw`back\slash \u{41} "quoted" <label> @ref`,
  '= Heading\n- item\n+ item\n/ term: x',
  ']] }} ) #panic("out") // comment /* open',
  '"); #read("/lib.typ"); ("',
  'x'.repeat(10_000),
]

test(`ST-13 ${hostile.length} kinds of hostile text are printed as typed and break nothing`, async () => {
  const printed = await pdfText(await pdf.render('specimen', specimen(hostile)))
  const letters = printed.pages.map((page) => page.text.replaceAll(/\s/g, '')).join('')
  for (const line of hostile.slice(0, -1)) expect(letters).toContain(line.replaceAll(/\s/g, ''))
  expect(
    printed.pages
      .map((page) => page.text)
      .join('')
      .match(/x/g)?.length,
  ).toBeGreaterThan(19_000)
})

test('ST-13 the same facts give the same bytes, other facts other bytes', async () => {
  const [first, again, other] = await Promise.all([
    pdf.render('specimen', specimen(['Same'])),
    pdf.render('specimen', specimen(['Same'])),
    pdf.render('specimen', specimen(['Other'])),
  ])
  expect(first.equals(again)).toBe(true)
  expect(first.equals(other)).toBe(false)
})

const alphabets = {
  Latin: 'ÀÉÎÕÜßÆØÅĄČĐĘŁŃŘŠŤŻœ Sinéad Roche, naïve façade, Łódź',
  Greek: 'ΑΒΓΔΕΖΗΘΙΚΛΜ αβγδεζηθικλμ άέήίόύώ',
  Cyrillic: 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ ґєії ёў',
  Japanese: '東京の夜明け、カメラ・照明・音声。撮影監督',
  Chinese: '简体中文:导演、灯光、录音、场记。繁體字也可以',
  marks: '“quotes” ‘single’ – — … • × ÷ ° ′ ″ ½ ¼ € £ ¥ → ← ↑ ↓ ✓ ² ³ ½',
}

test(`ST-13 ${Object.keys(alphabets).length} alphabets have glyphs and reach the text layer`, async () => {
  const printed = await pdfText(await pdf.render('specimen', specimen(Object.values(alphabets))))
  const text = printed.pages.map((page) => page.text.replaceAll(/\s/g, '')).join('')
  for (const [name, line] of Object.entries(alphabets)) {
    const missing = [...new Set(line.replaceAll(/\s/g, '').normalize('NFC'))].filter(
      (letter) => !text.includes(letter) && !text.includes(letter.normalize('NFKC')),
    )
    expect(missing, name).toEqual([])
  }
  const strangers = printed.fonts.filter((font) => !/Inter|NotoSans|CourierPrime/.test(font))
  expect(strangers, 'fonts of the machine must not slip in').toEqual([])
})

test('ST-13 a template that does not fit its facts says which and where, and the next page still prints', async () => {
  await expect(pdf.render('specimen', { paper: 'a4' })).rejects.toThrow(
    /Template specimen: .*dictionary does not contain key/,
  )
  await expect(pdf.render('../package', {})).rejects.toThrow(/No template may be called/)
  await expect(pdf.render('specimen', specimen([]), { files: { '../x': new Uint8Array() } })).rejects.toThrow(/picture/)
  expect((await pdf.render('specimen', specimen(['Fine']))).subarray(0, 5).toString()).toBe('%PDF-')
})

test('ST-13 forty papers at once come back each with its own text', async () => {
  const papers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => pdf.render('specimen', specimen([`Copy number ${i}.`]))),
  )
  const texts = await Promise.all(papers.map(pdfText))
  const right = texts.filter((it, i) => it.pages[0]?.text.includes(`Copy number ${i}.`))
  expect(right).toHaveLength(40)
})
