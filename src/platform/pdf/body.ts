import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import {
  PDFInvalidObject,
  PDFObjectStream,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'

/** Where an object is found: at an offset of the file, or as the n-th of an object stream. */
type Place = { offset: number } | { within: number; at: number }

const perObjectStream = 200

/**
 * A paper without the objects that differ by copy, written once. A copy is these bytes, its own objects, and one table of
 * where everything is: no older state of the paper is inside it that could be brought back by cutting the file short.
 */
export class Body {
  readonly #bytes: Buffer
  readonly #places = new Map<number, Place>()
  readonly #root: string
  readonly #info: string
  readonly #largest: number

  /** @param open objects that each copy brings itself */
  constructor(paper: PDFDocument, open: readonly PDFRef[]) {
    const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
    let length = chunks[0]!.length
    let largest = paper.context.largestObjectNumber
    const left = new Set(open.map((ref) => ref.objectNumber))
    const write = (number: number, object: PDFObject) => {
      this.#places.set(number, { offset: length })
      const bytes = indirect(number, bytesOf(object))
      chunks.push(bytes)
      length += bytes.length
    }
    const packed: [PDFRef, PDFObject][] = []
    for (const [ref, object] of paper.context.enumerateIndirectObjects()) {
      if (left.has(ref.objectNumber) || object instanceof PDFInvalidObject) continue
      if (object instanceof PDFStream) write(ref.objectNumber, object)
      else packed.push([ref, object])
    }
    for (let from = 0; from < packed.length; from += perObjectStream) {
      const some = packed.slice(from, from + perObjectStream)
      largest += 1
      write(largest, PDFObjectStream.withContextAndObjects(paper.context, some, true))
      for (const [at, [ref]] of some.entries()) this.#places.set(ref.objectNumber, { within: largest, at })
    }
    this.#bytes = Buffer.concat(chunks)
    this.#root = String(paper.context.trailerInfo.Root)
    this.#info = String(paper.context.trailerInfo.Info ?? '')
    this.#largest = largest
  }

  /** One whole file. The same objects always give the same bytes. */
  copy(own: ReadonlyMap<PDFRef, Buffer>): Buffer {
    const chunks = [this.#bytes]
    let length = this.#bytes.length
    const places = new Map(this.#places)
    for (const [{ objectNumber }, bytes] of own) {
      const written = indirect(objectNumber, bytes)
      places.set(objectNumber, { offset: length })
      chunks.push(written)
      length += written.length
    }
    chunks.push(this.#table(places, length, fileId(own)))
    return Buffer.concat(chunks)
  }

  #table(places: Map<number, Place>, offset: number, id: string): Buffer {
    const number = this.#largest + 1
    places.set(number, { offset })
    const rows = Buffer.alloc((number + 1) * rowLength)
    rows.writeUInt16BE(0xff_ff, rowLength - 2)
    for (const [objectNumber, place] of places) {
      const at = objectNumber * rowLength
      rows.writeUInt8('offset' in place ? 1 : 2, at)
      rows.writeUInt32BE('offset' in place ? place.offset : place.within, at + 1)
      rows.writeUInt16BE('offset' in place ? 0 : place.at, at + 5)
    }
    const packed = deflateSync(rows)
    const info = this.#info === '' ? '' : ` /Info ${this.#info}`
    const dict = `<< /Type /XRef /Size ${number + 1} /W [1 4 2] /Root ${this.#root}${info} /ID [<${id}> <${id}>] /Filter /FlateDecode /Length ${packed.length} >>`
    return Buffer.concat([indirect(number, stream(dict, packed)), Buffer.from(`startxref\n${offset}\n%%EOF\n`)])
  }
}

const rowLength = 7

const fileId = (own: ReadonlyMap<PDFRef, Buffer>): string => {
  const hash = createHash('sha256')
  for (const bytes of own.values()) hash.update(bytes)
  return hash.digest('hex').slice(0, 32)
}

const indirect = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from('\nendobj\n')])

/** A stream as it stands in a file. */
export const stream = (dict: string, contents: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${dict}\nstream\n`, 'latin1'), contents, Buffer.from('\nendstream')])

function bytesOf(object: PDFObject): Buffer {
  const bytes = Buffer.alloc(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}
