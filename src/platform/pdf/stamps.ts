import { PDFName, PDFObjectCopier, PDFRawStream, type PDFContext, type PDFDocument } from '@cantoo/pdf-lib'
import { stream } from './body.ts'

/** A page of the stamps: its drawing, and how large it is in points. */
export interface Stamp {
  width: number
  height: number
  /** As a drawing that is put where a picture of one unit was, or used in points. */
  form(scale: 'unit' | 'points'): Buffer
}

/** Reads every page as a drawing whose fonts are known to `into`, each font once. */
export function stampsOf(pages: PDFDocument, into: PDFContext): Stamp[] {
  const copier = PDFObjectCopier.for(pages.context, into)
  return pages.getPages().map((page): Stamp => {
    const { width, height } = page.getSize()
    const resources = page.node.Resources()
    const copied = resources === undefined ? '<< >>' : String(copier.copy(resources))
    const contents = page.node.Contents()
    if (!(contents instanceof PDFRawStream)) throw new Error('A stamp is drawn in one stream.')
    return { width, height, form: (scale) => drawing({ width, height, scale, resources: copied }, contents) }
  })
}

interface Form {
  width: number
  height: number
  scale: 'unit' | 'points'
  resources: string
}

function drawing(form: Form, contents: PDFRawStream): Buffer {
  const filter = contents.dict.get(PDFName.of('Filter'))
  return stream(
    formDict(form, contents.contents.length, filter === undefined ? '' : ` /Filter ${filter}`),
    contents.contents,
  )
}

/** A drawing of its own, from operators in points. */
export function drawn(
  size: { width: number; height: number },
  uses: Record<string, string>,
  operators: string,
): Buffer {
  const contents = Buffer.from(operators)
  const objects = Object.entries(uses)
    .map(([name, ref]) => `/${name} ${ref}`)
    .join(' ')
  return stream(
    formDict({ ...size, scale: 'unit', resources: `<< /XObject << ${objects} >> >>` }, contents.length, ''),
    contents,
  )
}

/** What stands in a slot fills it: its matrix takes its own size to the picture's unit square. */
function formDict({ width, height, scale, resources }: Form, length: number, filter: string): string {
  const matrix = scale === 'unit' ? ` /Matrix [${1 / width} 0 0 ${1 / height} 0 0]` : ''
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}]${matrix} /Resources ${resources}${filter} /Length ${length} >>`
}
