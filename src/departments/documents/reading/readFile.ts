import { open, readFile, stat } from 'node:fs/promises'
import { Problem } from '../../../kernel/problems.ts'
import { redrawn } from '../../../platform/pictures/index.ts'
import { disguiseOf, type Known } from '../kind.rules.ts'
import { limits } from './limits.ts'
import { readOffice } from './officeText.ts'
import { drawPage, Encrypted, openPdf, readPdf } from './pdfPages.ts'
import { gathering, type FileReading, type SmallPicture } from './reading.ts'
import { decoded, HEAD_BYTES, sniffed, textOpening } from './sniff.ts'
import { ArchiveRefused } from './unzipped.ts'

const LINES_PER_PAGE = 54

/** Reads one file: what it is, its words page by page, a small picture. Only a fault of ours throws. */
export async function readOne(path: string, fileName: string): Promise<FileReading> {
  const { size } = await stat(path)
  const head = await headOf(path)
  const known = await sniffed(head, fileName)
  const nothing = { pages: null, texts: [], thumbnail: null, problem: null }
  if (known.isDisguised && known.kind !== 'archive')
    return { ...known, ...nothing, state: 'stored', problem: disguiseOf(fileName, known.kind) }
  if (size > limits.fileBytes)
    return { ...known, ...nothing, state: 'stored', problem: 'Larger than can be read. It is kept, but not searched.' }
  try {
    return await read(path, fileName, known)
  } catch (fault) {
    if (fault instanceof Encrypted)
      return {
        ...known,
        ...nothing,
        state: 'encrypted',
        problem: `${fault.message} Ask for a copy without one: nothing inside can be shown or searched.`,
      }
    const why = fault instanceof ArchiveRefused || fault instanceof Problem ? fault.message : 'It is damaged inside.'
    return { ...known, ...nothing, state: 'unreadable', problem: `${why} It is kept as it came.` }
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function read(path: string, fileName: string, known: Known): Promise<FileReading> {
  const into = gathering()
  const done = (pages: number | null, thumbnail: SmallPicture | null = null): FileReading => ({
    ...known,
    state: into.isCut() ? 'partly' : 'ready',
    problem: into.isCut() ? `Long: the words of the first ${into.pages.length} pages are searched.` : null,
    pages,
    texts: into.pages,
    thumbnail,
  })
  switch (known.kind) {
    case 'pdf': {
      const paper = openPdf(await readFile(path))
      const pages = readPdf(paper, into)
      const thumbnail = pages > 0 ? await small(drawPage(paper, 1, 2 * limits.thumbnailPixels, null).png) : null
      return done(pages, thumbnail)
    }
    case 'picture':
      return done(1, await small(await readFile(path)))
    case 'word':
    case 'sheet':
    case 'slides':
      return done(await readOffice(path, into))
    case 'text':
    case 'script':
      return done(readLines(await textOf(path), into))
    case 'archive':
      return readArchive(path, fileName, known)
    case 'markup':
    case 'program':
    case 'video':
    case 'audio':
    case 'other':
      return { ...known, state: 'stored', problem: null, pages: null, texts: [], thumbnail: null }
  }
}

/** An Office file whose parts lie in an order the first bytes do not tell; any other archive is only kept. */
async function readArchive(path: string, fileName: string, known: Known): Promise<FileReading> {
  const into = gathering()
  const kind = ({ docx: 'word', odt: 'word', xlsx: 'sheet', ods: 'sheet', pptx: 'slides', odp: 'slides' } as const)[
    /\.(docx|odt|xlsx|ods|pptx|odp)$/i.exec(fileName)?.[1]?.toLowerCase() as 'docx'
  ]
  const stored = { ...known, state: 'stored' as const, problem: null, pages: null, texts: [], thumbnail: null }
  if (kind === undefined) return stored
  const pages = await readOffice(path, into)
  return { ...stored, kind, isDisguised: false, state: into.isCut() ? 'partly' : 'ready', pages, texts: into.pages }
}

async function textOf(path: string): Promise<string> {
  const bytes = (await readFile(path)).subarray(0, limits.textBytes)
  return textOpening(bytes.subarray(0, 4)) === undefined ? decoded(bytes) : (textOpening(bytes) ?? decoded(bytes))
}

/** A form feed turns the page; else a page is as many lines as fit on paper. */
function readLines(text: string, into: ReturnType<typeof gathering>): number {
  let count = 0
  for (const sheet of text.replaceAll('\r\n', '\n').split('\f')) {
    const lines = sheet.split('\n')
    for (let at = 0; at < lines.length; at += LINES_PER_PAGE)
      into.add(++count, lines.slice(at, at + LINES_PER_PAGE).join('\n'))
  }
  return count
}

async function small(bytes: Uint8Array): Promise<SmallPicture> {
  const picture = await redrawn(bytes, { longestSide: limits.thumbnailPixels, as: 'webp' })
  return { bytes: picture.bytes, width: picture.width, height: picture.height }
}
