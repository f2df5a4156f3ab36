import {
  decodePDFRawStream,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib'

/**
 * Slots are the places of a paper that are filled for each copy apart. A template sets them as pictures of one pixel whose
 * colour says which slot it is (`templates/lib.typ`), so the file names an object for each, and whatever stands under
 * that object's number is drawn there.
 */
const isPixel = (dict: PDFDict): boolean =>
  dict.get(PDFName.of('Subtype')) === PDFName.of('Image') &&
  !String(dict.get(PDFName.of('Filter'))).includes('DCT') &&
  dict.get(PDFName.of('Width'))?.toString() === '1' &&
  dict.get(PDFName.of('Height'))?.toString() === '1'

/** Slots by number: pages count from 1, what stands in the text from 200. */
export function slotsOf(paper: PDFDocument): Map<number, PDFRef> {
  const slots = new Map<number, PDFRef>()
  for (const [ref, object] of paper.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isPixel(object.dict)) continue
    const [red, green, number] = decodePDFRawStream(object).decode()
    if (red === 241 && green === 7 && number !== undefined) slots.set(number, ref)
  }
  return slots
}

/** What a template calls a slot that holds text; it stands as a picture's description until the stamp is text. */
const textStamp = 'stamp: text'

/** A slot that holds text is read as a paragraph, not announced as a picture. */
export function readAsText(paper: PDFDocument): void {
  for (const [, object] of paper.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const alt = object.get(PDFName.of('Alt'))
    if (!(alt instanceof PDFString || alt instanceof PDFHexString) || alt.decodeText() !== textStamp) continue
    object.set(PDFName.of('S'), PDFName.of('P'))
    object.delete(PDFName.of('Alt'))
    object.delete(PDFName.of('A'))
  }
}
