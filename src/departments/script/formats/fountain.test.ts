import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedData } from '../../../../tests/support/sharedData.ts'
import { ASIDE, writeMarks } from '../marks.rules.ts'
import { speakerOf } from '../screenplay.rules.ts'
import type { Screenplay, ScriptElement } from '../screenplay.rules.ts'
import { readFountain } from './fountainReader.ts'
import { writeFountain } from './fountainWriter.ts'

const kinds = (source: string) => readFountain(source).elements.map(({ kind }) => kind)
const read = (path: string) => readFountain(readFileSync(sharedData(`screenplays/${path}`), 'utf8'))

/** What a script says, whichever lines of the file it stood on. */
const meaning = ({ titlePage, elements }: Screenplay) => ({
  titlePage,
  elements: elements.map(({ line: _line, lastLine: _lastLine, forced: _forced, ...rest }) => rest),
})

const withoutSpace = (script: Screenplay) =>
  meaning(script).elements.map(({ spaceBefore: _spaceBefore, ...rest }) => rest)

describe('ST-9 Fountain, line by line', () => {
  test.each([
    ['.5 SECONDS LATER', ['heading']],
    ['...later', ['action']],
    ['. NOT A HEADING', ['action']],
    ['23\nThirty.', ['action']],
    ['R2D2\nBeep.', ['character', 'dialogue']],
    ['McCOY\nJim.', ['action']],
    ['@McCOY\nJim.', ['character', 'dialogue']],
    ['2ND GUARD\nHalt.', ['character', 'dialogue']],
    ['CUT TO:\n\nINT. HALL - DAY', ['transition', 'heading']],
    ['CUT TO: \n\nShe waits.', ['action', 'action']],
    ['> Burn to white.', ['transition']],
    ['> THE END <', ['action']],
    ['~Sing it', ['lyric']],
    ['!INT. NOT A HEADING', ['action']],
    ['# Act One\nINT. HALL - DAY\n\nQuiet.', ['section', 'heading', 'action']],
    ['= What happens', ['synopsis']],
    ['=====', ['page_break']],
    ['FADE IN:\n\nEXT. QUAY - DAWN', ['action', 'heading']],
    ['int. hall - day', ['heading']],
    ['INT HALL DAY', ['heading']],
    ['INTERIOR THOUGHTS', ['action']],
    ['OMITTED #12#', ['heading']],
    ['JO\n(low)\nWait.', ['character', 'parenthetical', 'dialogue']],
    ['JO\n(low)\n(lower)\nWait.', ['character', 'parenthetical', 'dialogue']],
    ['[[a note]]', ['note']],
    ['/* struck\n\nout */', ['boneyard']],
  ])('ST-9 %j', (source, expected) => expect(kinds(source)).toEqual(expected))

  test('ST-9 a line of two spaces keeps the blank line inside a speech', () => {
    const [, spoken, after] = readFountain('JO\nOne.\n  \nTwo.\n\nShe goes.').elements
    expect(spoken).toMatchObject({ kind: 'dialogue', text: 'One.\n\nTwo.', line: 2, lastLine: 4 })
    expect(after).toMatchObject({ kind: 'action', text: 'She goes.' })
  })

  test('ST-9 a scene number is kept as written and taken off the heading', () => {
    const [heading] = readFountain('INT. HALL - DAY [[rebuild?]] #12A-2.#').elements
    expect(heading).toMatchObject({ text: 'INT. HALL - DAY', number: '12A-2.', asides: [{ text: 'rebuild?' }] })
  })

  test('ST-9 struck text and notes leave the text and stay in the script', () => {
    const [action] = readFountain('She runs/* or walks */ home.[[ check\nlegs ]] Fast.').elements
    expect(action?.text).toBe('She runs home. Fast.')
    expect(action?.asides?.map(({ kind, text, at }) => [kind, text, at])).toEqual([
      ['boneyard', ' or walks ', 8],
      ['note', ' check\nlegs ', 14],
    ])
  })

  test('ST-9 a note that is never closed is text, and said', () => {
    const script = readFountain('One.\n\nShe [[ runs.\n\nINT. HALL - DAY')
    expect(script.elements.map(({ text }) => text)).toEqual(['One.', 'She [[ runs.', 'INT. HALL - DAY'])
    expect(script.warnings.map(({ line }) => line)).toEqual([3])
  })

  test('ST-9 emphasis becomes spans over plain text', () => {
    const [action] = readFountain('A *b* **c** ***d*** _e_ \\*f\\* snake_case_name 2 * 3 * 4').elements
    expect(action?.text).toBe('A b c d e *f* snake_case_name 2 * 3 * 4')
    expect(action?.marks?.map(({ kind, from }) => [kind, from])).toEqual([
      ['italic', 2],
      ['bold', 4],
      ['bold', 6],
      ['italic', 6],
      ['underline', 8],
    ])
  })

  test('ST-9 a person who re-tags a line has the last word', () => {
    const source = 'INT. HALL - DAY\n\n3CPO\nHello.\n\nSCANNING THE AISLES…\nWhere is it?'
    expect(kinds(source)).toEqual(['heading', 'action', 'character', 'dialogue'])
    const retagged = readFountain(source, new Map([[3, 'character'] as const, [6, 'action'] as const]))
    expect(retagged.elements.map(({ kind }) => kind)).toEqual(['heading', 'character', 'dialogue', 'action'])
  })
})

describe('ST-9 nothing is lost between reading and writing Fountain', () => {
  const words = fc.constantFrom(
    ...[
      '',
      '  ',
      'INT. HALL - DAY',
      'JO',
      'JO (V.O.)',
      'CUT TO:',
      'CUT TO: ',
      '> Fade',
      '> A <',
      '~la',
      '.NOW',
      '!NO',
      '@McX',
    ],
    ...[
      '(low)',
      '# One',
      '= two',
      '===',
      '[[n]]',
      '/* s */',
      'She *runs* home.',
      '_under_',
      'a\\*b',
      '^',
      'EVE ^',
      '\\',
      '* *',
      'Ё',
    ],
  )
  test('ST-9 any lines at all', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (lines) => {
        const once = readFountain(lines.join('\n'))
        const twice = readFountain(writeFountain(once))
        expect(withoutSpace(twice)).toEqual(withoutSpace(once))
      }),
      { numRuns: 300 },
    )
  })

  test('ST-9 any text at all is read without a fault and keeps its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (source) => {
        const { elements, titlePage } = readFountain(source)
        const kept = JSON.stringify([elements, titlePage])
        for (const word of source.match(/[a-z]{3,}/g) ?? []) expect(kept).toContain(word)
      }),
      { numRuns: 60 },
    )
  })
})

describe.skipIf(!hasSharedData)('ST-9 Fountain files nobody here wrote', () => {
  const indexes = () =>
    JSON.parse(readFileSync(sharedData('screenplays/nyousefi-fountain/expected.json'), 'utf8')).files as Record<
      string,
      { test: string; index: number; type?: string; dual?: boolean; centered?: boolean }[]
    >
  const typeName: Record<string, string> = {
    heading: 'Scene Heading',
    lyric: 'Lyrics',
    section: 'Section Heading',
    page_break: 'Page Break',
    note: 'Comment',
  }
  const typeOf = ({ kind }: ScriptElement) => typeName[kind] ?? `${kind[0]!.toUpperCase()}${kind.slice(1)}`

  test('ST-9 element types by index are those of the reference implementation', () => {
    let checked = 0
    for (const [file, cases] of Object.entries(indexes())) {
      const { elements } = read(`nyousefi-fountain/${file}`)
      for (const { index, type, dual, centered } of cases) {
        const element = elements[index]!
        if (type) expect([file, index, typeOf(element)]).toEqual([file, index, type])
        if (dual) expect(element.dual).toBeDefined()
        if (centered) expect(element.centred).toBe(true)
        checked += 1
      }
    }
    expect(checked).toBeGreaterThanOrEqual(60)
  })

  test('ST-9 counts of the longer script are those two other readers agree on', () => {
    const counts = JSON.parse(readFileSync(sharedData('screenplays/fountain-counts.json'), 'utf8'))
    const [[file, expected]] = Object.entries(counts).filter(([name]) => name !== 'note') as [
      [string, Record<string, unknown>],
    ]
    const { elements, titlePage } = read(file)
    const of = (kind: string) => elements.filter((element) => element.kind === kind)
    expect({
      scene_headings: of('heading').length,
      unique_characters: new Set(of('character').map(({ text }) => speakerOf(text))).size,
      dialogue_blocks: of('dialogue').length,
      transitions: of('transition').length,
      title_page_entries: titlePage.length,
      dual_dialogue_indexes: elements.flatMap((one, at) => (one.dual && one.kind === 'character' ? [at] : [])),
      centered_indexes: elements.flatMap((one, at) => (one.centred ? [at] : [])).slice(0, 2),
    }).toEqual(expected)
  })

  test.each([
    'Action-Merged',
    'Character',
    'Dialogue-Merged',
    'LineBreaks',
    'Parenthetical',
    'SceneHeading',
    'TitlePage',
    'Transition',
  ])('ST-9 %s reads as another project dumps it', (name) => {
    const script = read(`wildwinter/${name.replace(/-Merged/, '')}.fountain`)
    const expected = readFileSync(sharedData(`screenplays/wildwinter/${name}.txt`), 'utf8')
    expect(dump(script).replace(/[ \t]+"/g, '"')).toBe(squeezed(expected))
  })

  test('ST-9 every file comes back as it was', () => {
    const folders = ['nyousefi-fountain', 'wildwinter', 'afterwriting', 'fdx', 'rsdoiel-fdx']
    const files = folders.flatMap((folder) =>
      readdirSync(sharedData(`screenplays/${folder}`))
        .filter((file) => /\.fountain$|And Steel\.txt$/.test(file))
        .map((file) => `${folder}/${file}`),
    )
    for (const file of files) {
      const once = read(file)
      expect([file, meaning(readFountain(writeFountain(once)))]).toEqual([file, meaning(once)])
    }
    expect(files.length).toBeGreaterThanOrEqual(20)
  })
})

/** The other project keeps spaces around centred text and writes an empty action between two such lines. */
const squeezed = (expected: string) =>
  expected
    .replaceAll('\r\n', '\n')
    .replace(/ACTION:""\n/g, '')
    .replace(/ACTION:" /g, 'ACTION:"')
    .replace(/[ \t]+"/g, '"')
    .trim()

function dump({ titlePage, elements }: Screenplay): string {
  const out = titlePage.map(
    ({ key, lines }) =>
      `TITLEENTRY:"${key}":"${lines.length > 1 ? lines.map((line) => `\n    ${line}`).join('') : lines[0]}"`,
  )
  let before: ScriptElement | undefined
  for (const element of elements) {
    const text = writeMarks(element.text, element.marks).replaceAll(ASIDE, '')
    const plain = element.kind === 'action' && !element.centred
    if (plain && before) {
      const gap = '\n'.repeat(element.line - before.lastLine)
      out.push(`${out.pop()!.slice(0, -1)}${gap}${text}"`)
    } else out.push(dumpOne(element, text))
    before = plain ? element : undefined
  }
  return out.join('\n')
}

/** Extensions of a cue as written: `["V.O.", "CONT'D"]`. */
const extensionsOf = (cue: string): string[] =>
  [...cue.matchAll(/[(（]([^()（）]*)[)）]/gu)].map((match) => (match[1] ?? '').trim())

function dumpOne(element: ScriptElement, text: string): string {
  const name = { heading: 'HEADING', page_break: 'PAGEBREAK' }[element.kind as string] ?? element.kind.toUpperCase()
  if (element.kind === 'character') {
    const extensions = extensionsOf(text).filter((one) => !/^cont['’]d$/i.test(one))
    const shown = extensions.length > 0 ? ` "(${extensions.join(') (')})"` : ''
    return `${name}:"${speakerOf(text)}"${shown}${element.dual === 'right' ? ' (Dual)' : ''}`
  }
  if (element.kind === 'parenthetical') return `${name}:"${text.slice(1, -1)}"`
  const end = element.number ? ` (${element.number})` : element.centred ? ' (centered)' : ''
  return `${name}:"${text}"${end}`
}
