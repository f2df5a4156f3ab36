/** Writes a screenplay as Final Draft FDX, with everything a Final Draft file brought along. */
import { formatEighths } from '../../../kernel/eighths.ts'
import type { ElementKind, Mark, Screenplay, ScriptElement } from '../screenplay.rules.ts'
import { STRUCK } from './fdxReader.ts'
import { escapeXml, writeAttributes } from './xmlTree.ts'

const typeOf: Partial<Record<ElementKind, string>> = {
  heading: 'Scene Heading',
  action: 'Action',
  character: 'Character',
  parenthetical: 'Parenthetical',
  dialogue: 'Dialogue',
  lyric: 'Lyrics',
  transition: 'Transition',
  shot: 'Shot',
  general: 'General',
  cast_list: 'Cast List',
  new_act: 'New Act',
  end_of_act: 'End of Act',
  section: 'Section',
  synopsis: 'Synopsis',
  page_break: 'Page Break',
}

const styleName: Readonly<Record<string, string>> = { bold: 'Bold', italic: 'Italic', underline: 'Underline' }

export function writeFdx({ titlePage, elements, extras }: Omit<Screenplay, 'format' | 'warnings' | 'tags'>): string {
  const content = writeContent(elements)
  const parts = extras.length > 0 ? extras : titlePage.length > 0 ? [writeTitlePage(titlePage)] : []
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>',
    '<FinalDraft DocumentType="Script" Template="No" Version="5">',
    '  <Content>',
    ...content.map((line) => `    ${line}`),
    '  </Content>',
    ...parts.map((part) => `  ${part}`),
    '</FinalDraft>',
    '',
  ].join('\n')
}

function writeContent(elements: readonly ScriptElement[]): string[] {
  const out: string[] = []
  for (let at = 0; at < elements.length; at += 1) {
    const element = elements[at]!
    if (element.dual === 'left') {
      const end = endOfPair(elements, at)
      const inner = elements.slice(at, end).map((one) => writeParagraph(one))
      out.push(`<Paragraph><DualDialogue>${inner.join('')}</DualDialogue></Paragraph>`)
      at = end - 1
    } else out.push(writeParagraph(element))
  }
  return out
}

/** A pair is the left speech and the right one after it. */
function endOfPair(elements: readonly ScriptElement[], from: number): number {
  let at = from
  while (elements[at]?.dual === 'left') at += 1
  const right = at
  while (elements[at]?.dual === 'right' && (at === right || elements[at]!.kind !== 'character')) at += 1
  return at
}

function writeParagraph(element: ScriptElement): string {
  const { kind, text } = element
  if (kind === 'note' || kind === 'boneyard') return `<Paragraph Type="General">${noteOf({ kind, text })}</Paragraph>`
  const type = element.sourceType ?? `${typeOf[kind] ?? 'Action'}${(element.depth ?? 1) > 1 ? ` ${element.depth}` : ''}`
  const alignment = element.centred ? { Alignment: 'Center' } : {}
  const attributes = { ...alignment, ...element.attributes, Number: element.number, Type: type }
  return `<Paragraph${writeAttributes(attributes)}>${sceneProperties(element)}${writeRuns(element)}</Paragraph>`
}

/** Struck text travels as a note that says so: Final Draft has no other place for what is not printed. */
const noteOf = ({ kind, text }: { kind: string; text: string }) =>
  `<ScriptNote${kind === 'boneyard' ? ` Name="${STRUCK}"` : ''}><Paragraph><Text>${escapeXml(text)}</Text></Paragraph></ScriptNote>`

/** Lengths a file stated come back in its own part; a scene without one gets what is known. */
function sceneProperties({ kind, eighths, page, asides }: ScriptElement): string {
  const has = asides?.some((aside) => aside.kind === 'xml' && aside.text.startsWith('<SceneProperties'))
  if (kind !== 'heading' || has || eighths === undefined) return ''
  return `<SceneProperties${writeAttributes({ Length: formatEighths(eighths), Page: page })}/>`
}

function writeRuns({ text, marks = [], asides = [] }: ScriptElement): string {
  const cuts = new Set([0, text.length])
  for (const { from, until } of marks) cuts.add(from).add(until)
  for (const { at } of asides) cuts.add(at)
  const points = [...cuts].sort((a, b) => a - b)
  let out = ''
  for (const [index, from] of points.entries()) {
    for (const aside of asides) if (aside.at === from) out += writeAsideXml(aside, asides)
    const until = points[index + 1]
    if (until === undefined) break
    out += `<Text${runAttributes(marks.filter((mark) => mark.from <= from && until <= mark.until))}>${escapeXml(text.slice(from, until))}</Text>`
  }
  return text === '' ? `${out}<Text></Text>` : out
}

function writeAsideXml(
  aside: { kind: string; text: string; at: number },
  all: readonly { kind: string; text: string; at: number }[],
): string {
  if (aside.kind === 'xml') return aside.text
  const own = all.some((one) => one.kind === 'xml' && one.at === aside.at && one.text.startsWith('<ScriptNote'))
  return own ? '' : noteOf(aside)
}

function runAttributes(marks: readonly Mark[]): string {
  const attributes: Record<string, string> = {}
  const styles: string[] = []
  for (const { kind, value = '' } of marks) {
    if (styleName[kind]) styles.push(styleName[kind])
    else if (kind === 'style') styles.push(value)
    else if (kind === 'revision') attributes['RevisionID'] = value
    else if (kind === 'tag') attributes['TagNumber'] = value
    else if (kind.startsWith('fdx:')) attributes[kind.slice(4)] = value
  }
  if (styles.length > 0) attributes['Style'] = styles.join('+')
  return writeAttributes(attributes)
}

function writeTitlePage(entries: Screenplay['titlePage']): string {
  const order = ['title', 'credit', 'author', 'authors']
  const rank = (key: string) => (order.indexOf(key.toLowerCase()) + order.length + 1) % (order.length + 1)
  const lines = [...entries].sort((a, b) => rank(a.key) - rank(b.key)).flatMap((entry) => entry.lines)
  const paragraphs = lines.map(
    (line) => `<Paragraph Alignment="Center" Type="General"><Text>${escapeXml(line)}</Text></Paragraph>`,
  )
  return `<TitlePage><Content>${paragraphs.join('')}</Content></TitlePage>`
}
