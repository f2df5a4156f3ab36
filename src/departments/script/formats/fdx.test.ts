import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedData } from '../../../../tests/support/sharedData.ts'
import { measure } from '../layout.rules.ts'
import { cuesOf } from '../screenplay.rules.ts'
import type { Screenplay } from '../screenplay.rules.ts'
import { readFdx } from './fdxReader.ts'
import { writeFdx } from './fdxWriter.ts'
import { readFountain } from './fountainReader.ts'
import { writeFountain } from './fountainWriter.ts'
import { readScript } from './readScript.ts'

const document = (content: string, rest = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<FinalDraft DocumentType="Script" Version="5"><Content>${content}</Content>${rest}</FinalDraft>`

function read(text: string): Screenplay {
  const result = readFdx(text)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const said = ({ elements }: Screenplay) => elements.map(({ kind, text }) => [kind, text])
const meaning = (script: Screenplay) => ({
  ...script,
  elements: script.elements.map(({ line: _line, lastLine: _lastLine, ...rest }) => rest),
})

describe('ST-9 Final Draft, part by part', () => {
  test('ST-9 runs join to one text and keep their styles', () => {
    const [action] = read(
      document(
        '<Paragraph Type="Action"><Text>She </Text><Text Style="Bold+Italic">runs</Text><Text RevisionID="2">!</Text></Paragraph>',
      ),
    ).elements
    expect(action).toMatchObject({ kind: 'action', text: 'She runs!' })
    expect(action?.marks).toEqual([
      { from: 4, until: 8, kind: 'bold' },
      { from: 4, until: 8, kind: 'italic' },
      { from: 8, until: 9, kind: 'revision', value: '2' },
    ])
  })

  test('ST-9 a type of the file’s own is kept as action, said, and written back as it was', () => {
    const script = read(document('<Paragraph Type="Camera Note"><Text>Crane up.</Text></Paragraph>'))
    expect(said(script)).toEqual([['action', 'Crane up.']])
    expect(script.warnings).toHaveLength(1)
    expect(writeFdx(script)).toContain('<Paragraph Type="Camera Note"><Text>Crane up.</Text></Paragraph>')
  })

  test('ST-9 notes are kept apart from the text', () => {
    const note = '<ScriptNote ID="1"><Paragraph><Text>Too long?</Text></Paragraph></ScriptNote>'
    const [heading] = read(
      document(`<Paragraph Type="Scene Heading">${note}<Text>INT. HALL - DAY</Text></Paragraph>`),
    ).elements
    expect(heading).toMatchObject({ kind: 'heading', text: 'INT. HALL - DAY' })
    expect(heading?.asides?.[0]).toEqual({ at: 0, kind: 'note', text: 'Too long?' })
  })

  test('ST-9 two speeches side by side', () => {
    const cue = (name: string, line: string) =>
      `<Paragraph Type="Character"><Text>${name}</Text></Paragraph><Paragraph Type="Dialogue"><Text>${line}</Text></Paragraph>`
    const script = read(
      document(`<Paragraph><DualDialogue>${cue('ADA', 'Yes.')}${cue('BO', 'No.')}</DualDialogue></Paragraph>`),
    )
    expect(script.elements.map(({ text, dual }) => [text, dual])).toEqual([
      ['ADA', 'left'],
      ['Yes.', 'left'],
      ['BO', 'right'],
      ['No.', 'right'],
    ])
    expect(writeFountain(script)).toBe('ADA\nYes.\n\nBO ^\nNo.\n')
  })

  test.each([
    ['<SceneProperties Length="3/8" Page="14"/>', 3, undefined],
    ['<SceneProperties Length="1 3/8"/>', 11, undefined],
    ['<SceneProperties Length="3"/>', 24, undefined],
    ['<SceneProperties Length=""/>', undefined, undefined],
    ['<SceneProperties Length="2/8" Number="12A"/>', 2, '12A'],
  ])('ST-9 %s', (properties, eighths, number) => {
    const [heading] = read(
      document(`<Paragraph Type="Scene Heading">${properties}<Text>INT. HALL</Text></Paragraph>`),
    ).elements
    expect([heading?.eighths, heading?.number]).toEqual([eighths, number])
  })

  test('ST-5 words tagged in Final Draft come with their label and category', () => {
    const tags =
      '<TagData><TagCategories><TagCategory Id="c" Name="Props" Color="#FFFF00000000"/></TagCategories>' +
      '<TagDefinitions><TagDefinition Id="d" CatId="c" Label="Brass key"/></TagDefinitions><Tags><Tag Number="7"><DefId>d</DefId></Tag></Tags></TagData>'
    const script = read(
      document('<Paragraph Type="Action"><Text>A </Text><Text TagNumber="7">key</Text></Paragraph>', tags),
    )
    expect(script.tags).toEqual([{ number: '7', label: 'Brass key', category: 'Props' }])
    expect(script.elements[0]?.marks).toEqual([{ from: 2, until: 5, kind: 'tag', value: '7' }])
    expect(meaning(read(writeFdx(script)))).toEqual(meaning(script))
  })

  test.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><FinalDraft><Content/></FinalDraft>', 'doctype'],
    ['depth', `<FinalDraft><Content>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</Content></FinalDraft>`, 'too_deep'],
    [
      'an unknown entity',
      '<FinalDraft><Content><Paragraph><Text>&boom;</Text></Paragraph></Content></FinalDraft>',
      'not_well_formed',
    ],
    ['a cut-off file', '<FinalDraft><Content><Paragraph>', 'not_well_formed'],
    ['no content', '<FinalDraft/>', 'not_a_script'],
  ])('ST-9 %s is refused with a reason', (_, text, code) => {
    const result = readFdx(text)
    expect(result.ok ? 'read' : result.problem.code).toBe(code)
  })
})

describe('ST-9 encodings and sizes', () => {
  const inUtf16 = (text: string, bigEndian: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return bigEndian ? bytes.swap16() : bytes
  }
  const script = 'INT. CAFÉ - DAY\n\nÉva waits.\n'
  test.each([
    ['UTF-8', Buffer.from(script), 0],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${script}`), 0],
    ['UTF-16, little end first', inUtf16(script, false), 0],
    ['UTF-16, big end first', inUtf16(script, true), 0],
    ['Windows-1252', Buffer.from(script, 'latin1'), 1],
  ])('ST-9 %s', (_, bytes, warnings) => {
    const result = readScript(bytes)
    if (!result.ok) throw new Error(result.problem.message)
    expect(said(result.value)).toEqual([
      ['heading', 'INT. CAFÉ - DAY'],
      ['action', 'Éva waits.'],
    ])
    expect(result.value.warnings).toHaveLength(warnings)
  })

  test.each([
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, 65), 'too_large'],
    ['bytes that are no text', Buffer.from([...Array(4000).keys()].map((at) => (at * 7919) % 32)), 'not_text'],
    ['a zip', Buffer.from('PK\u0003\u0004…', 'latin1'), 'zip'],
    ['JSON', Buffer.from('{"scenes": []}'), 'not_a_script'],
    ['nothing', Buffer.alloc(0), 'empty'],
  ])('ST-9 %s is refused with a way out', (_, bytes, code) => {
    const result = readScript(bytes)
    expect(result.ok ? 'read' : result.problem.code).toBe(code)
    expect(result.ok ? '' : result.problem.remedy).not.toBe('')
  })
})

describe('ST-9 nothing is lost between Fountain and Final Draft', () => {
  const samples = ['harbour-light', 'many-tongues', 'out-of-order', 'the-tide-tables']
  test.each(samples)('ST-9 %s goes to Final Draft and comes back', (name) => {
    const once = readFountain(
      readFileSync(join(import.meta.dirname, `../../../../samples/scripts/${name}.fountain`), 'utf8'),
    )
    const back = read(writeFdx(once))
    expect(said(back)).toEqual(said(once))
    expect(back.elements.map(({ number }) => number)).toEqual(once.elements.map(({ number }) => number))
    expect(measure(back.elements).scenes.map(({ eighths }) => eighths)).toEqual(
      measure(once.elements).scenes.map(({ eighths }) => eighths),
    )
  })
})

describe.skipIf(!hasSharedData)('ST-9 Final Draft files nobody here wrote', () => {
  const folder = 'screenplays'
  const files = () =>
    Object.entries(
      JSON.parse(readFileSync(sharedData(`${folder}/fdx-expected.json`), 'utf8')).files as Record<
        string,
        {
          scenes: { number: string | null; heading: string; eighths: number | null; page: string | null }[]
          character_cues: Record<string, number>
        }
      >,
    )

  test('ST-9 scenes, numbers, cues and the file’s own eighths', () => {
    for (const [file, expected] of files()) {
      const script = read(readFileSync(sharedData(`${folder}/${file}`), 'utf8'))
      const headings = script.elements.filter(({ kind }) => kind === 'heading')
      expect(
        headings.map(({ number, text, eighths, page }) => [number ?? null, text, eighths ?? null, page ?? null]),
      ).toEqual(expected.scenes.map(({ number, heading, eighths, page }) => [number, heading, eighths, page]))
      expect(Object.fromEntries(cuesOf(script.elements).map(({ name, cues }) => [name, cues]))).toEqual(
        expected.character_cues,
      )
    }
    expect(files()).toHaveLength(5)
  })

  test('ST-9 every file comes back as it was, with everything beside the text', () => {
    for (const [file] of files()) {
      const once = read(readFileSync(sharedData(`${folder}/${file}`), 'utf8'))
      expect([file, meaning(read(writeFdx(once)))]).toEqual([file, meaning(once)])
    }
  })

  test.each([
    ['fdx/TestFDX-FD', 'fdx/TestFDX-FD'],
    ['rsdoiel-fdx/sample-01', 'rsdoiel-fdx/sample-01'],
    ['rsdoiel-fdx/sample-02', 'rsdoiel-fdx/sample-02'],
  ])('ST-9 %s and its twin in Fountain give the same scenes', (fdx, fountain) => {
    const one = read(readFileSync(sharedData(`${folder}/${fdx}.fdx`), 'utf8'))
    const other = readFountain(readFileSync(sharedData(`${folder}/${fountain}.fountain`), 'utf8'))
    const scenes = (script: Screenplay) => script.elements.filter(({ kind, text }) => kind !== 'general' || text !== '')
    expect(scenes(one).map(({ kind, text, number }) => [kind, text, number])).toEqual(
      scenes(other).map(({ kind, text, number }) => [kind, text, number]),
    )
  })
})
