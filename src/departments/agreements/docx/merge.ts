import Docxtemplater from 'docxtemplater'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { Problem } from '../../../kernel/problems.ts'
import { DocxUnreadable } from '../template.contract.ts'

/** A Word file is a zip; one that unpacks to more than this is no template. */
const MOST_BYTES = 20 * 1024 * 1024

interface Fault {
  tag: string
  where: string
  message: string
}

const refusal = (faults: Fault[]) =>
  new Problem(
    DocxUnreadable,
    { faults },
    `${faults[0]?.message ?? 'This is not a Word document.'}${faults.length > 1 ? ` (${faults.length} places in all)` : ''}`,
  )

function unzipped(bytes: Buffer): PizZip {
  let zip: PizZip
  try {
    zip = new PizZip(bytes)
  } catch {
    throw refusal([
      { tag: '', where: 'the file', message: 'This is not a Word document (.docx). Save it as one first.' },
    ])
  }
  const size = Object.values(zip.files).reduce(
    (sum, it) => sum + Number((it as { _data?: { uncompressedSize?: number } })._data?.uncompressedSize ?? 0),
    0,
  )
  if (size > MOST_BYTES)
    throw refusal([{ tag: '', where: 'the file', message: 'This document unpacks to more than 20 MB.' }])
  if (zip.file('word/document.xml') === null)
    throw refusal([{ tag: '', where: 'the file', message: 'There is no Word text in this file.' }])
  return zip
}

interface LibraryFault {
  message?: string
  properties?: {
    id?: string
    explanation?: string
    xtag?: string
    context?: string
    file?: string
    errors?: LibraryFault[]
  }
}

const partOf = (file: string): string =>
  file.includes('header') ? 'the header' : file.includes('footer') ? 'the footer' : 'the text'

/** The words of each paragraph, however many runs Word has cut them into. */
const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '').join(''),
  )

/** Where somebody finds it: the part of the document, and the first words of the paragraph. */
function placeOf(zip: PizZip | undefined, file: string, tag: string): string {
  const part = partOf(file)
  const found = paragraphs(zip?.file(file)?.asText() ?? '').find((it) => tag !== '' && it.includes(tag))
  if (found === undefined) return part
  const words = found.trim()
  return `${part}, at “${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`
}

/** What the library found wrong, each with the tag, the part of the document and the words around it. */
function faultsOf(fault: LibraryFault, zip: PizZip | undefined): Fault[] {
  const all = fault.properties?.errors ?? [fault]
  return all.map(({ properties: it, message }) => {
    const tag = (it?.xtag ?? it?.context ?? '').replaceAll(/^\{+|\}+$/g, '').trim()
    const where = placeOf(zip, it?.file ?? '', tag)
    const why = reasons[it?.id ?? ''] ?? it?.explanation ?? message ?? 'it cannot be read'
    return { tag, where, message: `The merge field “${tag}” in ${where} is broken: ${why}.` }
  })
}

/** The library's names of faults, as somebody who writes in Word would say them. */
const reasons: Record<string, string> = {
  unopened_tag: 'it ends with }} and does not begin with {{',
  unclosed_tag: 'it begins with {{ and does not end with }}',
  duplicate_open_tag: 'it begins twice',
  duplicate_close_tag: 'it ends twice',
  unclosed_loop: 'it repeats something and never ends; a template here only fills facts in',
  unopened_loop: 'it ends a repetition that was not begun; a template here only fills facts in',
}

/** `{{office.name}}` is one name with a dot in it, not a path. */
const open = (zip: PizZip, values: Readonly<Record<string, string>>, missing: Set<string>) =>
  new Docxtemplater(zip, {
    delimiters: { start: '{{', end: '}}' },
    errorLogging: false,
    paragraphLoop: true,
    linebreaks: true,
    parser: (tag) => ({
      get: () => {
        const name = tag.trim()
        const value = values[name] ?? ''
        if (value === '') missing.add(name)
        return value
      },
    }),
  })

/** What the library throws, said with its place; our own refusals as they are. */
function asRefusal(fault: unknown, bytes: Buffer): Problem {
  return fault instanceof Problem ? fault : refusal(faultsOf(fault as LibraryFault, new PizZip(bytes)))
}

/** @throws DocxUnreadable naming each broken merge field with its place */
export function checkDocxBytes(bytes: Buffer): void {
  const zip = unzipped(bytes)
  try {
    open(zip, {}, new Set())
  } catch (fault) {
    throw asRefusal(fault, bytes)
  }
}

export interface MergedDocx {
  readonly bytes: Buffer
  /** The text alone, in our own small markup, for the page people sign on and for our typesetter. */
  readonly body: string
  readonly missing: string[]
}

/** The document with its facts filled in and its layout as it was, and its words for reading on a phone. */
export async function mergeDocxBytes(bytes: Buffer, values: Readonly<Record<string, string>>): Promise<MergedDocx> {
  const missing = new Set<string>()
  const zip = unzipped(bytes)
  try {
    const document = open(zip, values, missing)
    document.render({})
    const merged = document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }) as Buffer
    const { value: html } = await mammoth.convertToHtml(
      { buffer: merged },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    return { bytes: merged, body: bodyOf(html), missing: [...missing] }
  } catch (fault) {
    throw asRefusal(fault, bytes)
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** Headings, paragraphs, lists and table rows of the library's HTML, as lines of our own markup. */
export const bodyOf = (html: string): string =>
  html
    // A row reads as one line, whatever paragraphs its cells have.
    .replaceAll(
      /<t([dh])([^>]*)>([\s\S]*?)<\/t[dh]>/g,
      (_, tag: string, more: string, inner: string) =>
        `<t${tag}${more}>${inner.replaceAll(/<\/p>\s*<p[^>]*>|<br\s*\/?>/g, ' ').replaceAll(/<\/?p[^>]*>/g, '')}</t${tag}>`,
    )
    .replaceAll(/<h[1-6][^>]*>/g, '\n\n# ')
    .replaceAll(/<li[^>]*>/g, '\n- ')
    .replaceAll(/<\/t[dh]>\s*<t[dh][^>]*>/g, ' · ')
    .replaceAll(/<\/?strong>/g, '**')
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<\/?(p|tr|table|ul|ol|h[1-6]|td|th|tbody|thead)[^>]*>/g, '\n\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (it) => entities[it] ?? it)
    .replaceAll(/- \n+/g, '- ')
    .replaceAll(/# \n+/g, '# ')
    .replaceAll(/\*\*\s*\*\*/g, '')
    .replaceAll(/\{\{|\}\}/g, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
