import Docxtemplater from 'docxtemplater'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import type { FileId } from '../../kernel/ids.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { App } from '../../platform/app.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { openFile } from '../../platform/uploads/index.ts'
import { DocxUnreadable } from './template.contract.ts'

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

async function bytesOf(app: App, id: FileId): Promise<Buffer> {
  const opened = await openFile(app, id)
  if (opened === undefined) throw new Problem(NotFound, {}, 'This file is not here.')
  opened.bytes.destroy()
  return (await readWhole(app.storage, opened.file.storage_key)) as Buffer
}

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
    (sum, it) =>
      sum + Number((it as unknown as { _data?: { uncompressedSize?: number } })._data?.uncompressedSize ?? 0),
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

const places: Record<string, string> = { 'word/document.xml': 'the text' }

/** What the library found wrong, each with the tag, the words around it and the part of the document. */
function faultsOf(fault: LibraryFault): Fault[] {
  const all = fault.properties?.errors ?? [fault]
  return all.map(({ properties: it, message }) => {
    const tag = it?.xtag ?? it?.context ?? ''
    const where =
      places[it?.file ?? ''] ??
      (it?.file?.includes('header') ? 'the header' : it?.file?.includes('footer') ? 'the footer' : 'the text')
    return {
      tag,
      where,
      message: `The merge field “${tag}” in ${where} is broken: ${it?.explanation ?? message ?? 'it cannot be read'}`,
    }
  })
}

/** `{{office.name}}` is one name with a dot in it, not a path. */
const open = (bytes: Buffer, values: Readonly<Record<string, string>>, missing: Set<string>) =>
  new Docxtemplater(unzipped(bytes), {
    delimiters: { start: '{{', end: '}}' },
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

/** @throws DocxUnreadable naming each broken merge field with its place */
export async function checkDocx(app: App, id: FileId): Promise<void> {
  const bytes = await bytesOf(app, id)
  try {
    open(bytes, {}, new Set())
  } catch (fault) {
    if (fault instanceof Problem) throw fault
    throw refusal(faultsOf(fault as LibraryFault))
  }
}

export interface MergedDocx {
  readonly bytes: Buffer
  /** The text alone, in our own small markup, for the page people sign on and for our typesetter. */
  readonly body: string
  readonly missing: string[]
}

/** The document with its facts filled in and its layout as it was, and its words for reading on a phone. */
export async function mergeDocx(app: App, id: FileId, values: Readonly<Record<string, string>>): Promise<MergedDocx> {
  const missing = new Set<string>()
  const bytes = await bytesOf(app, id)
  try {
    const document = open(bytes, values, missing)
    document.render({})
    const merged = document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }) as Buffer
    const { value: html } = await mammoth.convertToHtml(
      { buffer: merged },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    return { bytes: merged, body: bodyOf(html), missing: [...missing] }
  } catch (fault) {
    if (fault instanceof Problem) throw fault
    throw refusal(faultsOf(fault as LibraryFault))
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** Headings, paragraphs, lists and table rows of the library's HTML, as lines of our own markup. */
export const bodyOf = (html: string): string =>
  html
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
