import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFountain } from './formats/fountainReader.ts'
import { linesOf, measure, wrap } from './layout.rules.ts'

const lines = (text: string, width: number) => wrap(text, width).map(({ from, until }) => text.slice(from, until))

describe('ST-10 lines as they are typed', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 60, ['one two three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['well-known word', 6, ['well-', 'known', 'word']],
    ['東京の郵便局', 6, ['東京の', '郵便局']],
    ['a\n\nb', 60, ['a', '', 'b']],
    ['', 60, ['']],
  ])('ST-10 %j in %i columns', (text, width, expected) => expect(lines(text, width)).toEqual(expected))

  test('ST-10 no letter is lost and no line is too wide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 5, max: 60 }), (text, width) => {
        const laid = lines(text, width)
        expect(laid.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of laid) expect(line.trimEnd().length).toBeLessThanOrEqual(width)
      }),
    )
  })

  test.each([
    ['INT. HALL - DAY', 1],
    ['INT. HALL - DAY\n\nShe waits.', 3],
    ['INT. HALL - DAY\n\nJO\n(low)\nWait.\n\nShe goes.', 7],
    ['INT. HALL - DAY\n\nJO\nYes.\n\nEVE ^\nNo.', 4],
    ['INT. HALL - DAY\n\n[[note]]\n\n= synopsis\n\n/* struck */', 1],
    [`INT. HALL - DAY\n\n${'word '.repeat(30)}`, 5],
  ])('ST-10 %j has %i lines', (source, expected) => expect(linesOf(readFountain(source).elements)).toBe(expected))
})

describe('ST-10 scenes measured', () => {
  const scene = (paragraphs: number) =>
    `INT. HALL - DAY\n\n${Array.from({ length: paragraphs }, () => 'She waits.').join('\n\n')}\n\n`
  test('ST-10 a scene of 17 lines is 3/8 of a 54-line page and 2/8 of 55, cautiously 3/8', () => {
    const { elements } = readFountain(scene(8))
    expect(linesOf(elements)).toBe(17)
    const eighths = (linesPerPage: number, rounding: 'half_up' | 'ceil') =>
      measure(elements, { linesPerPage, rounding }).scenes[0]?.eighths
    expect([eighths(54, 'half_up'), eighths(55, 'half_up'), eighths(55, 'ceil')]).toEqual([3, 2, 3])
  })

  test('ST-10 an omitted scene has no length; the page of each scene is counted', () => {
    const { scenes, pages } = measure(readFountain(`${scene(30)}OMITTED #2#\n\n${scene(3)}`).elements)
    expect(scenes.map(({ eighths, page }) => [eighths, page])).toEqual([
      [9, '1'],
      [0, '2'],
      [1, '2'],
    ])
    expect(pages).toBe(2)
  })
})
