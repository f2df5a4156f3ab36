import { readFile, writeFile } from 'node:fs/promises'
import * as mupdf from 'mupdf'
import { openPdf } from './pdfPages.ts'
import { picturePage } from './picturePage.ts'
import type { CountingPiece } from './tasks.ts'

/** One paper of a binder, in order. */
export interface BindingPiece {
  readonly path: string
  readonly kind: 'pdf' | 'picture'
  /** Shown in the outline; papers of one section stand under it. Null: front matter, without a number. */
  readonly section: string | null
  readonly title: string
}

export interface Bound {
  /** For each piece the page it begins on, from 1, and how many it has; pieces that cannot be opened say why. */
  readonly pieces: readonly { readonly page: number; readonly pages: number; readonly problem: string | null }[]
  readonly pages: number
}

/** Binds papers into one PDF with an outline and a running page number in the foot, and writes it to a file. */
export async function bindPdf(pieces: readonly BindingPiece[], to: string): Promise<Bound> {
  const book = new mupdf.PDFDocument()
  const bound: Bound['pieces'][number][] = []
  for (const piece of pieces) {
    const page = book.countPages() + 1
    try {
      const pages = await append(book, piece)
      bound.push({ page, pages, problem: null })
    } catch (fault) {
      while (book.countPages() >= page) book.deletePage(book.countPages() - 1)
      bound.push({ page, pages: 0, problem: fault instanceof Error ? fault.message : 'It cannot be opened.' })
    }
  }
  numberPages(book)
  outline(book, pieces, bound)
  await writeFile(to, book.saveToBuffer('garbage=compact,compress').asUint8Array())
  return { pieces: bound, pages: book.countPages() }
}

/** How many pages each would take; 0 with the reason where it takes none. */
export async function counted(pieces: readonly CountingPiece[]): Promise<{ pages: number; problem: string | null }[]> {
  const result = []
  for (const { path, kind } of pieces) {
    if (kind === 'other') result.push({ pages: 0, problem: null })
    else
      try {
        const bytes = await readFile(path)
        const paper = openPdf(kind === 'pdf' ? bytes : await picturePage(bytes))
        result.push({ pages: paper.countPages(), problem: null })
        paper.destroy()
      } catch {
        result.push({ pages: 0, problem: 'It cannot be opened; the file is in the folder tree' })
      }
  }
  return result
}

async function append(book: mupdf.PDFDocument, { path, kind }: BindingPiece): Promise<number> {
  const bytes = await readFile(path)
  const paper = openPdf(kind === 'pdf' ? bytes : await picturePage(bytes)) as mupdf.PDFDocument
  const graft = book.newGraftMap()
  const count = paper.countPages()
  if (count === 0) throw new Error('There is no page in it.')
  for (let at = 0; at < count; at++) graft.graftPage(-1, paper, at)
  paper.destroy()
  return count
}

/** Puts the page's place in the book under what is there, without touching how the page was written. */
function numberPages(book: mupdf.PDFDocument): void {
  const font = book.addSimpleFont(new mupdf.Font('Helvetica'))
  const before = book.addStream('q\n', {})
  const count = book.countPages()
  for (let at = 1; at < count; at++) {
    const page = book.findPage(at)
    const view = page.getInheritable('CropBox')
    const box = view.isArray() ? view : page.getInheritable('MediaBox')
    const [left, bottom, right] = [0, 1, 2].map((i) => box.get(i).asNumber()) as [number, number, number]
    const words = `Binder ${at + 1} / ${count}`
    const x = right - 26 - words.length * 3.4
    const after = book.addStream(
      `\nQ q 0.35 g BT /UBn 6.5 Tf ${Math.max(left, x)} ${bottom + 9} Td (${words}) Tj ET Q\n`,
      {},
    )
    const contents = page.get('Contents')
    const all = book.newArray()
    all.push(before)
    if (contents.isArray()) contents.forEach((it) => all.push(it))
    else if (!contents.isNull()) all.push(contents)
    all.push(after)
    page.put('Contents', all)
    page.put('Resources', withFont(book, page, font))
  }
}

/** Pages may share their resources; each gets its own list of fonts with ours added. */
function withFont(book: mupdf.PDFDocument, page: mupdf.PDFObject, font: mupdf.PDFObject): mupdf.PDFObject {
  const resources = book.newDictionary()
  const fonts = book.newDictionary()
  const given = page.getInheritable('Resources')
  if (given.isDictionary()) {
    given.forEach((value, key) => resources.put(key, value))
    const known = given.get('Font')
    if (known.isDictionary()) known.forEach((value, key) => fonts.put(key, value))
  }
  fonts.put('UBn', font)
  resources.put('Font', fonts)
  return resources
}

function outline(book: mupdf.PDFDocument, pieces: readonly BindingPiece[], bound: Bound['pieces']): void {
  const walk = book.outlineIterator()
  let section: string | null = null
  for (const [index, piece] of pieces.entries()) {
    const at = bound[index]
    if (at === undefined || at.pages === 0 || piece.section === null) continue
    const closed = (title: string) => ({ title, uri: `#page=${at.page}`, open: false })
    if (piece.section !== section) {
      if (section !== null) {
        walk.up()
        walk.next()
      }
      walk.insert(closed(piece.section))
      walk.prev()
      walk.down()
      section = piece.section
    }
    walk.insert(closed(piece.title))
  }
}
