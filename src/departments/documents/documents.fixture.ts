import { deflateRawSync } from 'node:zlib'
import * as mupdf from 'mupdf'
import sharp from 'sharp'
import yazl from 'yazl'
import { expect } from 'vitest'
import type { TestActor } from '../../../tests/support/office.ts'
import type { FileId, ProductionId } from '../../kernel/ids.ts'
import { addDocuments, type Subject } from './document.contract.ts'

/** Sends bytes as a browser does, and gives the file's id. */
export async function upload(who: TestActor, name: string, bytes: Uint8Array): Promise<FileId> {
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-length': String(bytes.length),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    'content-type': 'application/offset+octet-stream',
  }
  const made = await who.fetch('/files', { method: 'POST', headers, body: bytes as Uint8Array<ArrayBuffer> })
  expect(made.status).toBe(201)
  return (made.headers.get('location') ?? '').split('/').at(-1) as FileId
}

interface Put {
  classCode?: string
  subjects?: Subject[]
}

/** A document of these bytes. */
export async function put(who: TestActor, productionId: ProductionId, name: string, bytes: Uint8Array, as: Put = {}) {
  const fileId = await upload(who, name, bytes)
  const { items } = await who.call(addDocuments, { params: { productionId }, body: { files: [{ fileId }], ...as } })
  return items[0]!
}

/** A PDF of pages with a line of text each. */
export function pdfOf(lines: readonly string[], options = 'compress'): Uint8Array {
  const paper = new mupdf.PDFDocument()
  const font = paper.addSimpleFont(new mupdf.Font('Helvetica'))
  const resources = paper.addObject({ Font: { F1: font } })
  for (const line of lines) {
    const words = line.replace(/[\\()]/g, String.raw`\$&`)
    paper.insertPage(-1, paper.addPage([0, 0, 595, 842], 0, resources, `BT /F1 18 Tf 50 700 Td (${words}) Tj ET`))
  }
  return paper.saveToBuffer(options).asUint8Array().slice()
}

export const pngOf = (width = 64, height = 48, background = '#2a6f97'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

/** An archive of these parts: Office files are archives. */
export async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return Buffer.concat(await (zip.outputStream as unknown as { toArray(): Promise<Buffer[]> }).toArray())
}

const types = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${main.startsWith('word') ? 'wordprocessingml.document' : main.startsWith('ppt') ? 'presentationml.presentation' : 'spreadsheetml.sheet'}.main+xml"/></Types>`

export const docxOf = (pages: readonly string[]): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': types('word/document.xml'),
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${pages
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
      .join('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')}</w:body></w:document>`,
  })

export const xlsxOf = (sheet: string, cells: readonly string[]): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': types('xl/workbook.xml'),
    'xl/workbook.xml': `<workbook><sheets><sheet name="${sheet}" sheetId="1"/></sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst>${cells.map((it) => `<si><t>${it}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${cells
      .map((_, at) => `<c t="s"><v>${at}</v></c>`)
      .join('')}</row></sheetData></worksheet>`,
  })

export const pptxOf = (slides: readonly string[]): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': types('ppt/presentation.xml'),
    'ppt/presentation.xml': '<p:presentation xmlns:p="p"/>',
    ...Object.fromEntries(
      slides.map((text, at) => [
        `ppt/slides/slide${at + 1}.xml`,
        `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`,
      ]),
    ),
  })

export const odtOf = (text: string): Promise<Buffer> =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><text:p>${text}</text:p></office:body></office:document-content>`,
  })

/** A Word file whose one part unpacks to this many megabytes of nothing. */
export async function bombOf(megabytes: number): Promise<Buffer> {
  const big = `<w:document xmlns:w="w"><w:t>${' '.repeat(megabytes * 1024 * 1024)}</w:t></w:document>`
  expect(deflateRawSync(big.slice(0, 1000)).length).toBeLessThan(1000)
  return zipOf({ '[Content_Types].xml': types('word/document.xml'), 'word/document.xml': big })
}
