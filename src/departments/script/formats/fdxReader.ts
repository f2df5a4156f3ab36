/**
 * Reads Final Draft FDX: text runs joined with their styles, dual dialogue, notes apart from the text, tags,
 * revisions, the file's own lengths. What has no meaning here is kept, so that an export carries it on.
 * @see the handbook, schedule and breakdown, section 4
 */
import { parseEighths } from '../../../kernel/eighths.ts'
import { tidy } from '../marks.rules.ts'
import type {
  Aside,
  ElementKind,
  Mark,
  Screenplay,
  ScriptElement,
  ScriptWarning,
  TitleEntry,
} from '../screenplay.rules.ts'
import { unreadable } from './decode.ts'
import type { Read } from './decode.ts'
import { readSourceTags } from './fdxTags.ts'
import type { Retags } from './fountainReader.ts'
import { firstOf, isNode, nodesOf, readXml, textOf, writeXml } from './xmlTree.ts'
import type { XmlNode } from './xmlTree.ts'

const fdxTypes: Readonly<Record<string, ElementKind>> = {
  'Scene Heading': 'heading',
  Action: 'action',
  Character: 'character',
  Parenthetical: 'parenthetical',
  Dialogue: 'dialogue',
  Transition: 'transition',
  Shot: 'shot',
  General: 'general',
  'Cast List': 'cast_list',
  'New Act': 'new_act',
  'End of Act': 'end_of_act',
  Lyrics: 'lyric',
  Singing: 'lyric',
  'Page Break': 'page_break',
  Section: 'section',
  Synopsis: 'synopsis',
}

/** Name of a note that holds struck text of a Fountain script. */
export const STRUCK = 'Struck text'

/** Styles that have a mark of their own; every other attribute of a run is kept as it stands. */
const styleKinds: Readonly<Record<string, string>> = { Bold: 'bold', Italic: 'italic', Underline: 'underline' }

export function readFdx(text: string, retags: Retags = new Map()): Read<Screenplay> {
  const parsed = readXml(text)
  if (!parsed.ok) return parsed
  const root = parsed.value
  const content = firstOf(root, 'Content')
  if (root.name !== 'FinalDraft' || !content)
    return unreadable(
      'not_a_script',
      `This is an XML file, but not a Final Draft script: it begins with ${root.name}.`,
      'Export the script again as Final Draft (.fdx) or Fountain.',
      root.line,
    )
  const warnings: ScriptWarning[] = []
  const elements = nodesOf(content).flatMap((node) => readParagraph(node, retags, warnings))
  const rest = nodesOf(root).filter((node) => node !== content && node.name !== 'TitlePage')
  const titlePage = firstOf(root, 'TitlePage')
  return {
    ok: true,
    value: {
      format: 'fdx',
      titlePage: readTitle(titlePage),
      elements,
      warnings,
      tags: readSourceTags(firstOf(root, 'TagData')),
      extras: [...(titlePage ? [titlePage] : []), ...rest].map(writeXml),
    },
  }
}

function readParagraph(node: XmlNode, retags: Retags, warnings: ScriptWarning[]): ScriptElement[] {
  if (node.name !== 'Paragraph') return []
  const dual = firstOf(node, 'DualDialogue')
  if (dual) return readDual(dual, retags, warnings)
  const type = node.attributes['Type'] ?? 'Action'
  const told = retags.get(node.line)
  const section = /^Section (\d)$/.exec(type)
  const own = section ? 'section' : fdxTypes[type]
  const { text, marks, asides, lastLine } = readRuns(node)
  if (!told && type === 'General' && text === '' && asides.length > 0) return standingNotes(node, asides, lastLine)
  const kind = told ?? (own === 'heading' && text.trim() === '' ? 'general' : (own ?? 'action'))
  if (!own && !told)
    warnings.push({
      line: node.line,
      message: `“${type}” is a paragraph type of this file's own. It is kept as action.`,
    })
  const element: ScriptElement = { kind, text, line: node.line, lastLine: Math.max(node.line, lastLine) }
  if (marks.length > 0) element.marks = marks
  if (asides.length > 0) element.asides = asides
  if (!own) element.sourceType = type
  if (told) element.forced = true
  if (own === 'section') element.depth = Number(section?.[1] ?? 1)
  return [withParagraphFacts(element, node)]
}

/** A paragraph with nothing but notes is notes that stand alone. */
function standingNotes(node: XmlNode, asides: readonly Aside[], lastLine: number): ScriptElement[] {
  const place = { line: node.line, lastLine: Math.max(node.line, lastLine) }
  const element: ScriptElement = { kind: 'general', text: '', ...place, asides: [...asides] }
  if (asides.some(({ kind }) => kind === 'xml')) return [element]
  return asides.map(({ kind, text }) => ({ kind: kind === 'boneyard' ? 'boneyard' : 'note', text, ...place }))
}

function withParagraphFacts(element: ScriptElement, node: XmlNode): ScriptElement {
  const properties = firstOf(node, 'SceneProperties')
  const { Type: _type, Number: number, ...attributes } = node.attributes
  const sceneNumber = (number ?? properties?.attributes['Number'] ?? '').trim()
  const eighths = parseEighths(properties?.attributes['Length'] ?? '')
  const page = properties?.attributes['Page']?.trim()
  if (element.kind === 'heading' && sceneNumber !== '') element.number = sceneNumber
  if (eighths !== undefined && eighths > 0) element.eighths = eighths
  if (page) element.page = page
  if (attributes['Alignment'] === 'Center' && element.kind === 'action') element.centred = true
  if (Object.keys(attributes).length > 0) element.attributes = attributes
  return element
}

/** The second speech of a pair begins at the second cue. */
function readDual(dual: XmlNode, retags: Retags, warnings: ScriptWarning[]): ScriptElement[] {
  let cues = 0
  return nodesOf(dual).flatMap((node) =>
    readParagraph(node, retags, warnings).map((element) => {
      if (element.kind === 'character') cues += 1
      return { ...element, dual: cues > 1 ? 'right' : 'left' } satisfies ScriptElement
    }),
  )
}

/** A paragraph's text is its own runs only; notes inside it hold paragraphs of their own. */
function readRuns(node: XmlNode): { text: string; marks: Mark[]; asides: Aside[]; lastLine: number } {
  let text = ''
  let lastLine = node.line
  const marks: Mark[] = []
  const asides: Aside[] = []
  for (const child of node.children) {
    if (!isNode(child)) continue
    lastLine = Math.max(lastLine, child.line)
    if (child.name === 'Text') {
      const from = text.length
      text += textOf(child)
      marks.push(...marksOf(child.attributes, from, text.length))
    } else if (child.name === 'ScriptNote') {
      const struck = child.attributes['Name'] === STRUCK
      asides.push({ at: text.length, kind: struck ? 'boneyard' : 'note', text: noteText(child) })
      if (Object.keys(child.attributes).length > (struck ? 1 : 0))
        asides.push({ at: text.length, kind: 'xml', text: writeXml(child) })
    } else asides.push({ at: text.length, kind: 'xml', text: writeXml(child) })
  }
  return { text, marks: tidy(joined(marks)), asides, lastLine }
}

const noteText = (note: XmlNode): string =>
  nodesOf(note, 'Paragraph')
    .map((paragraph) => nodesOf(paragraph, 'Text').map(textOf).join(''))
    .join('\n')

function marksOf(attributes: Readonly<Record<string, string>>, from: number, until: number): Mark[] {
  const { Style: style = '', RevisionID: revision, TagNumber: tag, ...rest } = attributes
  const styles = style.split('+').filter((one) => one !== '')
  const marks: Mark[] = styles.map((one) => ({ from, until, ...styleMark(one) }))
  if (revision && revision !== '0') marks.push({ from, until, kind: 'revision', value: revision })
  if (tag) marks.push({ from, until, kind: 'tag', value: tag })
  for (const [name, value] of Object.entries(rest)) marks.push({ from, until, kind: `fdx:${name}`, value })
  return marks
}

const styleMark = (style: string) => (styleKinds[style] ? { kind: styleKinds[style] } : { kind: 'style', value: style })

/** Runs that touch and say the same are one span. */
function joined(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = []
  for (const mark of marks) {
    const before = out.findLast((one) => one.kind === mark.kind && one.value === mark.value)
    if (before && before.until === mark.from) before.until = mark.until
    else out.push({ ...mark })
  }
  return out
}

/** The first line with text is the title, a line that ends in "by" the credit, the next the author. */
function readTitle(titlePage: XmlNode | undefined): TitleEntry[] {
  const lines = nodesOf(firstOf(titlePage, 'Content'), 'Paragraph')
    .map((paragraph) => nodesOf(paragraph, 'Text').map(textOf).join('').trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return []
  const by = lines.findIndex((line) => /\bby$/i.test(line))
  const title = lines.slice(0, by > 0 ? by : 1)
  const entries: TitleEntry[] = [{ key: 'Title', lines: title }]
  if (by > 0) entries.push({ key: 'Credit', lines: [lines[by]!] })
  if (by > 0 && lines[by + 1]) entries.push({ key: 'Author', lines: [lines[by + 1]!] })
  const others = lines.slice(by > 0 ? by + 2 : 1)
  return others.length > 0 ? [...entries, { key: 'Contact', lines: others }] : entries
}
