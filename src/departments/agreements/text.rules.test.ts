import { describe, expect, test } from 'vitest'
import { bodyOf } from './docx/merge.ts'
import { canonical, compose, withAnswers, type Facts } from './text.rules.ts'

const facts: Facts = {
  values: { 'person.name': 'Sam Okoro', 'office.name': 'Harbour Lane' },
  clauses: { data: '# Your data\nKept by {{office.name}}.', loop: '{{clause loop}}' },
  terms: [{ label: 'Rate', value: '650' }],
}
const body = (text: string) => compose({ title: 'T', short: '', body: text }, '', facts)

describe('DO-2 templates with merge fields', () => {
  test('DO-2 headings are numbered through clauses, and facts stand where they belong', () => {
    const { content, missing, faults } = body(
      '# Who\n{{person.name}} works.\n\n{{clause data}}\n\n# Last\n- a **strong** point\n\n{{terms}}',
    )
    expect(content.blocks).toEqual([
      { kind: 'heading', number: 1, text: 'Who' },
      { kind: 'para', runs: [{ text: 'Sam Okoro works.' }] },
      { kind: 'heading', number: 2, text: 'Your data' },
      { kind: 'para', runs: [{ text: 'Kept by Harbour Lane.' }] },
      { kind: 'heading', number: 3, text: 'Last' },
      { kind: 'item', runs: [{ text: 'a ' }, { text: 'strong', strong: true }, { text: ' point' }] },
      { kind: 'terms', rows: [{ label: 'Rate', value: '650' }] },
    ])
    expect([missing, faults]).toEqual([[], []])
  })

  test.each([
    ['a fact nobody knows', 'Hello.\n\nLives at {{person.address}}.', [{ key: 'person.address', where: 'line 3' }], []],
    ['a clause that is not there', '{{clause nothing}}', [], [{ key: 'clause nothing', where: 'line 1' }]],
    ['braces left open', 'A {{person.name is here', [], [{ key: 'A {{person.name is here', where: 'line 1' }]],
    [
      'a clause that holds itself ends',
      '{{clause loop}}',
      [],
      [{ key: 'clause loop', where: expect.stringContaining('clause loop') }],
    ],
    [
      'something that is no name',
      '{{1 + 1}}',
      [],
      [
        { key: '{{1 + 1}}', where: 'line 1' },
        { key: '{{1 + 1}}', where: 'line 1' },
      ],
    ],
  ])('DO-2 %s is named with its place', (_, text, missing, faults) => {
    const composed = body(text)
    expect(composed.missing).toEqual(missing)
    expect(composed.faults).toEqual(faults)
  })

  test('DO-2 what a fact contains is never read as a template or as markup', () => {
    const hostile = compose({ title: '{{person.name}}', short: '', body: '{{person.name}}' }, '', {
      ...facts,
      values: { 'person.name': '{{clause data}} **x** # y' },
    })
    expect(hostile.content.blocks).toEqual([{ kind: 'para', runs: [{ text: '{{clause data}} x # y' }] }])
  })

  test('DO-2 a field is prefilled, and what the signer writes stands in the text', () => {
    const { content } = body('At {{ask:address|Your address|person.name}}.')
    expect(content.fields).toEqual([{ key: 'address', label: 'Your address', value: 'Sam Okoro' }])
    const filled = withAnswers(content, { address: '7 Quay Street' })
    expect(filled.blocks).toEqual([
      { kind: 'para', runs: [{ text: 'At ' }, { text: '7 Quay Street', field: 'address' }, { text: '.' }] },
    ])
  })
})

test('DO-5 the same text has the same hash, whatever order the database gives its keys in', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(
    canonical({ a: undefined, b: [1, { c: 'x', d: null }] }),
  )
  expect(canonical({ a: 'x' })).not.toBe(canonical({ a: 'y' }))
})

test('DO-2 the words of a Word document become headings, points and paragraphs, and nothing of its markup', () => {
  expect(
    bodyOf(
      '<h1>One</h1><p>A &amp; <strong>B</strong></p><ul><li>x</li><li>y</li></ul><table><tr><td>k</td><td>v</td></tr></table><script>bad()</script>',
    ),
  ).toBe('# One\n\nA & **B**\n\n- x\n- y\n\nk · v\n\nbad()')
})
