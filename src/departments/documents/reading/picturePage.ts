import * as mupdf from 'mupdf'
import { redrawn } from '../../../platform/pictures/index.ts'

/** A picture as a PDF of one page as large as itself: drawn anew from its pixels, so nothing else comes along. */
export async function picturePage(bytes: Uint8Array, longestSide = 2400): Promise<Uint8Array> {
  const { bytes: jpeg, width, height } = await redrawn(bytes, { longestSide, as: 'jpeg' })
  const paper = new mupdf.PDFDocument()
  const image = paper.addImage(new mupdf.Image(jpeg))
  const scale = Math.min(1, 842 / Math.max(width, height))
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)]
  const page = paper.addPage([0, 0, w, h], 0, { XObject: { Im: image } }, `q ${w} 0 0 ${h} 0 0 cm /Im Do Q`)
  paper.insertPage(-1, page)
  return paper.saveToBuffer('compress').asUint8Array().slice()
}
