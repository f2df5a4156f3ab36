import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Gathering } from './reading.ts'
import { unzipped } from './unzipped.ts'

interface Walk {
  open?: (tag: SaxesTagPlain) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** Walks XML without entities of its own; a document type declaration is not read. */
function walk(xml: Buffer | undefined, { open, close, text }: Walk): void {
  if (xml === undefined) return
  const parser = new SaxesParser()
  if (open) parser.on('opentag', open)
  if (close) parser.on('closetag', ({ name }) => close(name))
  if (text) parser.on('text', text)
  parser.on('doctype', () => {
    throw new Error('A document type declaration has no place in an Office file.')
  })
  parser.write(new TextDecoder().decode(xml)).close()
}

const isPart = (name: string) =>
  /^word\/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/.test(name) ||
  /^ppt\/slides\/slide\d+\.xml$/.test(name) ||
  /^xl\/(workbook|sharedStrings)\.xml$|^xl\/worksheets\/sheet\d+\.xml$|^xl\/_rels\/workbook\.xml\.rels$/.test(name) ||
  name === 'content.xml'

const numberIn = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)

/** The words of an Office or OpenDocument file. @returns how many pages, slides or sheets it has */
export async function readOffice(path: string, into: Gathering): Promise<number> {
  const parts = await unzipped(path, isPart)
  if (parts.has('word/document.xml')) return readWord(parts, into)
  if (parts.has('xl/workbook.xml')) return readWorkbook(parts, into)
  if (parts.has('content.xml')) return readOpenDocument(parts.get('content.xml'), into)
  const slides = [...parts.keys()].filter((name) => name.startsWith('ppt/')).sort((a, b) => numberIn(a) - numberIn(b))
  if (slides.length === 0) throw new Error('There is no text part inside.')
  for (const [index, name] of slides.entries()) into.add(index + 1, runs(parts.get(name), 'a'))
  return slides.length
}

/** Runs of text in paragraphs, as Word (`w`) and PowerPoint (`a`) write them. */
function runs(xml: Buffer | undefined, prefix: 'w' | 'a', onPageBreak?: () => void, onText?: (text: string) => void) {
  let text = ''
  let inRun = false
  const say = onText ?? ((more: string) => void (text += more))
  walk(xml, {
    open: ({ name, attributes }) => {
      if (name === `${prefix}:t`) inRun = true
      if (name === `${prefix}:tab`) say('\t')
      if (name === `${prefix}:br`) {
        if (attributes['w:type'] === 'page') onPageBreak?.()
        else say('\n')
      }
      if (name === 'w:lastRenderedPageBreak') onPageBreak?.()
    },
    close: (name) => {
      if (name === `${prefix}:t`) inRun = false
      if (name === `${prefix}:p`) say('\n')
    },
    text: (more) => inRun && say(more),
  })
  return text
}

/** Pages as Word last broke them; a hard break followed by a rendered one is one. */
function readWord(parts: Map<string, Buffer>, into: Gathering): number {
  const pages = ['']
  const turn = () => {
    if (pages.at(-1)?.trim() !== '') pages.push('')
  }
  runs(parts.get('word/document.xml'), 'w', turn, (text) => (pages[pages.length - 1] += text))
  for (const [index, text] of pages.entries()) into.add(index + 1, text)
  const rest = [...parts.keys()].filter((name) => name !== 'word/document.xml').sort()
  for (const name of rest) {
    const label = /^word\/([a-z]+)/.exec(name)?.[1] ?? null
    into.add(pages.length + rest.indexOf(name) + 1, runs(parts.get(name), 'w'), label)
  }
  return pages.length
}

function readWorkbook(parts: Map<string, Buffer>, into: Gathering): number {
  const shared = sharedStrings(parts.get('xl/sharedStrings.xml'))
  const names: string[] = []
  walk(parts.get('xl/workbook.xml'), {
    open: ({ name, attributes }) => name === 'sheet' && names.push(String(attributes['name'] ?? '')),
  })
  const sheets = [...parts.keys()]
    .filter((it) => it.startsWith('xl/worksheets/'))
    .sort((a, b) => numberIn(a) - numberIn(b))
  for (const [index, part] of sheets.entries())
    into.add(index + 1, cells(parts.get(part), shared), names[index] ?? `Sheet ${index + 1}`)
  return sheets.length
}

function sharedStrings(xml: Buffer | undefined): string[] {
  const strings: string[] = []
  let inText = false
  walk(xml, {
    open: ({ name }) => {
      if (name === 'si') strings.push('')
      if (name === 't') inText = true
    },
    close: (name) => name === 't' && (inText = false),
    text: (more) => inText && (strings[strings.length - 1] += more),
  })
  return strings
}

function cells(xml: Buffer | undefined, shared: readonly string[]): string {
  let text = ''
  let isShared = false
  let inValue = false
  let value = ''
  walk(xml, {
    open: ({ name, attributes }) => {
      if (name === 'c') isShared = attributes['t'] === 's'
      if (name === 'v' || name === 't') [inValue, value] = [true, '']
    },
    close: (name) => {
      if (name === 'v' || name === 't') {
        inValue = false
        text += `${isShared ? (shared[Number(value)] ?? '') : value}\t`
      }
      if (name === 'row') text += '\n'
    },
    text: (more) => inValue && (value += more),
  })
  return text
}

/** Text, spreadsheet or slides of OpenDocument: slides and tables are pages, a text is one. */
function readOpenDocument(xml: Buffer | undefined, into: Gathering): number {
  let count = 0
  let label: string | null = null
  let text = ''
  const turn = (next: string | null) => {
    if (text.trim() !== '' || count > 0) into.add(Math.max(1, count), text, label)
    ;[text, label, count] = ['', next, count + 1]
  }
  walk(xml, {
    open: ({ name, attributes }) => {
      if (name === 'draw:page' || name === 'table:table')
        turn(String(attributes['draw:name'] ?? attributes['table:name'] ?? ''))
      if (name === 'text:tab' || name === 'text:s') text += ' '
    },
    close: (name) => (name === 'text:p' || name === 'text:h' || name === 'table:table-row') && (text += '\n'),
    text: (more) => (text += more),
  })
  into.add(Math.max(1, count), text, label)
  return Math.max(1, count)
}
