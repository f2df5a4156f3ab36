export { createPdf } from './pdf.ts'
export type { Pdf, PdfOptions, PdfSettings } from './pdf.ts'
