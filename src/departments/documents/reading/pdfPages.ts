import * as mupdf from 'mupdf'
import { limits } from './limits.ts'
import type { Gathering } from './reading.ts'

/** A PDF that asks for a password before it shows anything. */
export class Encrypted extends Error {}

// A damaged file may warn ten thousand times; what matters is said once, in the answer.
mupdf.setLog({ error: () => undefined, warning: () => undefined })

/** Opens for reading; a damaged file is mended as far as it goes. @throws Encrypted */
export function openPdf(bytes: Uint8Array): mupdf.Document {
  const paper = mupdf.Document.openDocument(bytes, 'application/pdf')
  if (!paper.needsPassword()) return paper
  paper.destroy()
  throw new Encrypted('This PDF is locked with a password.')
}

/** The words of every page within the limits. @returns how many pages there are */
export function readPdf(paper: mupdf.Document, into: Gathering): number {
  const count = paper.countPages()
  for (let at = 0; at < count && !into.isFull(); at++) {
    let text = ''
    try {
      const page = paper.loadPage(at)
      const structured = page.toStructuredText('preserve-whitespace')
      text = structured.asText()
      structured.destroy()
      page.destroy()
    } catch {
      // One damaged page does not hide the others.
    }
    into.add(at + 1, text)
  }
  if (count > limits.pages) into.add(count, '')
  return count
}

interface Drawn {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * One page as a picture, no larger than asked, with words across it where somebody must be known by it.
 * @param number from 1
 */
export function drawPage(paper: mupdf.Document, number: number, longestSide: number, watermark: string | null): Drawn {
  const page = paper.loadPage(number - 1)
  const [left, top, right, bottom] = page.getBounds()
  const scale = Math.min(3, longestSide / Math.max(right - left, bottom - top, 1))
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
  try {
    if (watermark !== null) {
      const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap)
      stamp(device, watermark, [0, 0, pixmap.getWidth(), pixmap.getHeight()])
      device.close()
      device.destroy()
    }
    return { png: pixmap.asPNG(), width: pixmap.getWidth(), height: pixmap.getHeight() }
  } finally {
    pixmap.destroy()
    page.destroy()
  }
}

/** The same words over the whole sheet, slanted and pale: legible on a screenshot of any part, and what is under them too. */
function stamp(device: mupdf.Device, words: string, [left, top, right, bottom]: mupdf.Rect): void {
  const font = new mupdf.Font('Helvetica-Bold')
  const width = right - left
  const size = Math.max(9, width / 34)
  const line = `${plainLetters(words)}     `.repeat(4)
  const step = size * 7
  const angle = mupdf.Matrix.rotate(-28)
  for (let row = -6; row * step < (bottom - top) * 1.8; row++) {
    const text = new mupdf.Text()
    const place = mupdf.Matrix.concat(
      mupdf.Matrix.concat(mupdf.Matrix.scale(size, -size), angle),
      mupdf.Matrix.translate(left - width * 0.2 - (row % 2) * step, top + row * step),
    )
    text.showString(font, place, line)
    device.fillText(text, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, [0.35], 0.16)
    text.destroy()
  }
}

/** The built-in font has Latin letters; a name in another script is written with what it can. */
const plainLetters = (words: string) => words.normalize('NFC')

/**
 * A copy of the whole with the words over every page, drawn anew: scripts, forms and attachments are left behind.
 * @returns at most `limits.pages` pages
 */
export function watermarked(paper: mupdf.Document, words: string): Uint8Array {
  const buffer = new mupdf.Buffer()
  const writer = new mupdf.DocumentWriter(buffer, 'pdf', 'compress')
  const count = Math.min(paper.countPages(), limits.pages)
  for (let at = 0; at < count; at++) {
    const page = paper.loadPage(at)
    const bounds = page.getBounds()
    const device = writer.beginPage(bounds)
    page.run(device, mupdf.Matrix.identity)
    stamp(device, words, bounds)
    writer.endPage()
    page.destroy()
  }
  writer.close()
  return buffer.asUint8Array().slice()
}
