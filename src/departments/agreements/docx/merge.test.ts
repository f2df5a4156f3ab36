import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../kernel/problems.ts'
import { bodyOf, checkDocxBytes, mergeDocxBytes } from './merge.ts'
import { bold, paragraph, run, table, wordFile } from './wordFile.fixture.ts'

const facts = {
  'office.name': 'Harbour Lane',
  'person.name': 'Sam Okoro & Daughters <Ltd>',
  'terms.rate': '650.00 GBP a day',
  'production.title': 'Harbour Light',
}

/** As Word leaves a name somebody edited twice: cut over runs, part of it bold. */
const memo = wordFile({
  header: paragraph(run('{{office.name}} · confidential')),
  footer: paragraph(run('{{production.title}}, page ')),
  body: [
    paragraph(run('Deal memo'), 'Heading1'),
    paragraph(
      run('This memo is between us and ') +
        run('{{per', bold) +
        run('son.', bold) +
        run('name}', bold) +
        run('}') +
        run('.'),
    ),
    table([
      ['Rate', '{{terms.rate}}'],
      ['Production', '{{ production.title }}'],
    ]),
    paragraph(run('Signed for {{company.name}}')),
  ].join(''),
})

const part = (bytes: Buffer, name: string) => new PizZip(bytes).file(name)!.asText()
/** The skeleton of a part: its tags in order, without text. */
const shape = (xml: string) =>
  xml
    .replaceAll(/>[^<]+</g, '><')
    .replaceAll(/ xml:space="preserve"/g, '')
    .replaceAll('<w:t/>', '<w:t></w:t>')

describe('DO-2 a Word template', () => {
  test('DO-2 is filled in with its layout kept: heading, table, bold run, header, footer, paper', async () => {
    const { bytes, missing } = await mergeDocxBytes(memo, facts)
    expect(missing).toEqual(['company.name'])
    const [before, after] = [memo, bytes].map((it) => part(it, 'word/document.xml')) as [string, string]
    expect(after).toContain('Sam Okoro &amp; Daughters &lt;Ltd&gt;')
    expect(after).toContain('650.00 GBP a day')
    expect(after).not.toMatch(/\{\{|\}\}|undefined/)
    // The name stands in the run its field began in, as bold as that was.
    expect(after).toMatch(/<w:b\/><w:color w:val="B45309"\/><\/w:rPr><w:t[^>]*>Sam Okoro/)
    for (const kept of [
      '<w:pStyle w:val="Heading1"/>',
      '<w:tblStyle w:val="Deal"/>',
      '<w:shd w:fill="EEF2FF"/>',
      '<w:pgSz w:w="12240" w:h="15840"/>',
      '<w:headerReference w:type="default" r:id="rId2"/>',
    ])
      expect(after).toContain(kept)
    expect(shape(after)).toBe(shape(before))
    expect(part(bytes, 'word/header1.xml')).toContain('Harbour Lane · confidential')
    expect(part(bytes, 'word/footer1.xml')).toContain('Harbour Light, page ')
    expect(part(bytes, 'word/styles.xml')).toBe(part(memo, 'word/styles.xml'))
  })

  test('DO-2 reads on a phone as the same words, with heading, table and bold', async () => {
    const { body } = await mergeDocxBytes(memo, facts)
    expect(body).toContain('# Deal memo')
    expect(body).toContain('**Sam Okoro & Daughters <Ltd>**')
    expect(body).toContain('Rate · 650.00 GBP a day')
  })

  const broken: [string, { body?: string; header?: string; footer?: string }, string[]][] = [
    [
      'never closed',
      { body: paragraph(run('Between us and {{person.name and nobody else')) },
      ['person.name', 'the text', 'Between us and', 'does not end with }}'],
    ],
    [
      'never opened, in the header',
      { header: paragraph(run('For office.name}} only')) },
      ['office.name', 'the header', 'For office.name', 'does not begin with {{'],
    ],
    [
      'cut over runs, in the footer',
      { footer: paragraph(run('Page of {{produ') + run('ction.title')) },
      ['production.title', 'the footer'],
    ],
    ['a loop', { body: paragraph(run('{{#people}}{{name}}')) }, ['people', 'the text', 'only fills facts in']],
  ]
  test.each(broken)('DO-2 a merge field that is %s is named with its place', (_, parts, says) => {
    const fault = catching(() => checkDocxBytes(wordFile({ body: paragraph(run('Fine')), ...parts })))
    const { faults } = fault.extension as { faults: { tag: string; where: string; message: string }[] }
    for (const part of says) expect(faults.map((it) => it.message).join('\n')).toContain(part)
    expect(faults[0]?.where).not.toBe('')
  })

  test('DO-2 two broken fields are both named, and one that is fine is not', () => {
    const body = paragraph(run('{{person.name')) + paragraph(run('{{office.name}}')) + paragraph(run('terms.rate}}'))
    const { faults } = catching(() => checkDocxBytes(wordFile({ body }))).extension as { faults: { tag: string }[] }
    expect(faults.map(({ tag }) => tag).join()).toMatch(/person\.name.*terms\.rate/)
    expect(faults).toHaveLength(2)
  })

  test('DO-2 what is no Word document is refused as such', () => {
    const zip = new PizZip().file('a.txt', 'x').generate({ type: 'nodebuffer' }) as Buffer
    expect(catching(() => checkDocxBytes(Buffer.from('%PDF-1.7'))).message).toContain('not a Word document')
    expect(catching(() => checkDocxBytes(zip)).message).toContain('no Word text')
  })
})

const catching = (act: () => void): Problem => {
  try {
    act()
  } catch (fault) {
    if (fault instanceof Problem) return fault
    throw fault
  }
  throw new Error('It was not refused.')
}

test('nothing of a template’s text becomes markup of ours', () => {
  expect(bodyOf('<p>{{clause everything}} &amp; <em>x</em></p>')).toBe('clause everything & x')
})
