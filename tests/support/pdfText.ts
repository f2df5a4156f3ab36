import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface PrintedPage {
  /** All text of the page, line by line as pdf.js finds it, without the marks that only allow a break. */
  text: string
  /** Width and height in points, rounded. */
  size: number[]
}

export interface PrintedPdf {
  pages: PrintedPage[]
  /** Whether every page has a structure that a screen reader can follow. */
  tagged: boolean
  /** PostScript names of the embedded fonts, without the subset prefix. */
  fonts: string[]
}

/** Reads a PDF as a stranger would: with another library than the one that made it. */
export async function pdfText(bytes: Uint8Array): Promise<PrintedPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const paper = await task.promise
  const pages: PrintedPage[] = []
  let tagged = true
  for (let number = 1; number <= paper.numPages; number += 1) {
    const page = await paper.getPage(number)
    const content = await page.getTextContent()
    const text = content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    tagged &&= (await page.getStructTree()) !== null
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    pages.push({
      text: text.join('').replaceAll('\u200b', ''),
      size: [Math.round(right - left), Math.round(top - bottom)],
    })
  }
  await task.destroy()
  return { pages, tagged, fonts: fontNames(bytes) }
}

const fontNames = (bytes: Uint8Array) => {
  const names = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)
  return [...new Set([...names].map((it) => it[1] ?? ''))]
}
