import { PDFArray, type PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import { cadesSignature, readSignature, type SigningKey, type Stamp } from './cades.ts'
import type { StampSays } from './timestamp.ts'

/** Room for the signature with a chain and a time stamp, in bytes. */
const room = 16_384
const byteRangeMark = '**********'

export interface Sealing {
  readonly reason: string
  readonly office: string
  readonly at: Temporal.Instant
  /** What belongs to the paper, inside the file and under the seal: the text as it was shown, a Word document. */
  readonly attachments: readonly Attachment[]
}

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly about: string
}

class OfficeSigner extends Signer {
  readonly #key: SigningKey
  readonly #stamp: Stamp | undefined
  constructor(key: SigningKey, stamp: Stamp | undefined) {
    super()
    this.#key = key
    this.#stamp = stamp
  }
  override async sign(pdf: Buffer): Promise<Buffer> {
    return Buffer.from(await cadesSignature(pdf, this.#key, this.#stamp))
  }
}

/** Leaves room in the file for a signature that has no appearance: the certificate page is what people look at. */
function addPlaceholder(pdf: PDFDocument, { reason, office, at }: Sealing): void {
  const { context } = pdf
  const range = PDFArray.withContext(context)
  range.push(PDFNumber.of(0))
  for (let i = 0; i < 3; i++) range.push(PDFName.of(byteRangeMark))
  const signature = context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached' }) as PDFDict
  signature.set(PDFName.of('ByteRange'), range)
  signature.set(PDFName.of('Contents'), PDFHexString.of('0'.repeat(room * 2)))
  signature.set(PDFName.of('Reason'), PDFHexString.fromText(reason))
  signature.set(PDFName.of('Name'), PDFHexString.fromText(office))
  signature.set(PDFName.of('M'), PDFString.fromDate(new Date(at.epochMilliseconds)))
  const page = pdf.getPage(pdf.getPageCount() - 1)
  const field = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    F: 132,
    P: page.ref,
  }) as PDFDict
  field.set(PDFName.of('T'), PDFString.of('Seal'))
  field.set(PDFName.of('V'), context.register(signature))
  const ref = context.register(field)
  page.node.addAnnot(ref)
  pdf.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [ref] }))
}

/** The paper with the office's seal on it: every byte of it is covered but the signature's own. */
export async function sealPdf(paper: Uint8Array, key: SigningKey, sealing: Sealing, stamp?: Stamp): Promise<Buffer> {
  const pdf = await PDFDocument.load(paper, { updateMetadata: false })
  const at = new Date(sealing.at.epochMilliseconds)
  for (const { bytes, name, mediaType, about } of sealing.attachments)
    await pdf.attach(bytes, name, {
      mimeType: mediaType,
      description: about,
      creationDate: at,
      modificationDate: at,
    })
  addPlaceholder(pdf, sealing)
  const prepared = Buffer.from(await pdf.save({ useObjectStreams: false }))
  return new SignPdf().sign(prepared, new OfficeSigner(key, stamp))
}

export interface Verdict {
  readonly isSigned: boolean
  /** The signature is over these bytes, and over all of them. */
  readonly isWhole: boolean
  readonly certificate: Uint8Array | undefined
  /** Where a time stamp authority was asked and its word holds for this signature. */
  readonly stamp: StampSays | undefined
  /** Why not, in a sentence. */
  readonly why: string
}

const sealedBut = (why: string): Verdict => ({ ...unsealed(why), isSigned: true })

const unsealed = (why: string): Verdict => ({
  isSigned: false,
  isWhole: false,
  certificate: undefined,
  stamp: undefined,
  why,
})

/** Reads the seal of any PDF: hostile until parsed, so nothing here trusts a length it was told. */
export async function readSeal(bytes: Uint8Array): Promise<Verdict> {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.startsWith('%PDF-')) return unsealed('This is not a PDF.')
  const found = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
  const last = found.at(-1)
  if (last === undefined) return unsealed('This PDF carries no signature.')
  const [from = 0, first = 0, second = 0, length = 0] = last.slice(1).map(Number)
  if (from !== 0 || second <= first || second + length !== bytes.length)
    return sealedBut(
      'The signature does not cover the whole file: something was added or taken away after it was sealed.',
    )
  const hex = text.slice(first, second).replace(/^</, '').replace(/>$/, '')
  if (!/^[0-9a-f]*$/i.test(hex)) return sealedBut('The signature cannot be read.')
  const data = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)])
  try {
    const { fits, certificate, stamp } = await readSignature(data, derOf(Buffer.from(hex, 'hex')))
    const why = fits ? '' : 'The file was changed after it was sealed.'
    return { isSigned: true, isWhole: fits, certificate, stamp, why }
  } catch {
    return sealedBut('The signature cannot be read.')
  }
}

/** The signature without the zeros that fill its room. */
function derOf(padded: Buffer): Uint8Array {
  const first = padded[1] ?? 0
  const octets = first < 0x80 ? 0 : first & 0x7f
  const length = octets === 0 ? first : padded.readUIntBE(2, Math.min(octets, 6))
  return padded.subarray(0, 2 + octets + length)
}
