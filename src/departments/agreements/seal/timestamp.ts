import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { buffer, sha256 } from './bytes.ts'
import { TimestampFault } from './timestampFault.ts'

const sha256Oid = '2.16.840.1.101.3.4.2.1'
/** What a token may take of the room a PDF keeps for its signature. */
const mostBytes = 10_000

export interface StampSays {
  readonly at: Temporal.Instant
  /** The authority's name, from its certificate. */
  readonly by: string
}

export interface Asked {
  readonly request: Uint8Array
  readonly signature: Uint8Array
  readonly nonce: string
}

/** A request for a time stamp over a signature (RFC 3161): its hash, a number used once, and the certificate with it. */
export async function askFor(signature: Uint8Array): Promise<Asked> {
  const nonce = crypto.getRandomValues(new Uint8Array(8)).map((byte, at) => (at === 0 ? (byte & 0x7f) | 1 : byte))
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: await sha256(signature) }),
    }),
    nonce: new asn1js.Integer({ valueHex: buffer(nonce) }),
    certReq: true,
  })
  const der = new Uint8Array(request.toSchema().toBER(false))
  return { request: der, signature, nonce: Buffer.from(nonce).toString('hex') }
}

/**
 * The token out of an authority's answer, once it is sure that it answers what was asked.
 * @throws TimestampFault
 */
export async function tokenIn(answer: Uint8Array, asked: Asked): Promise<Uint8Array> {
  let response: pkijs.TimeStampResp
  try {
    response = pkijs.TimeStampResp.fromBER(buffer(answer))
  } catch {
    throw new TimestampFault('What it sent is no time stamp.')
  }
  const { status, statusStrings } = response.status
  if (status > 1) {
    const why = (statusStrings ?? []).map((it) => it.valueBlock.value).join(' ')
    throw new TimestampFault(`It refused${why === '' ? '.' : `: ${why}`}`)
  }
  const raw = asn1js.fromBER(buffer(answer)).result as asn1js.Sequence
  const token = (raw.valueBlock.value as asn1js.BaseBlock[])[1]
  if (token === undefined) throw new TimestampFault('Its answer carries no time stamp.')
  const bytes = new Uint8Array(token.valueBeforeDecodeView)
  if (bytes.length > mostBytes) throw new TimestampFault('Its time stamp is too large for a PDF.')
  const says = await readToken(token, asked.signature)
  if (says === undefined)
    throw new TimestampFault('Its time stamp is for something else, or its own signature is wrong.')
  const { nonce } = infoOf(token)
  if (nonce === undefined || hexOf(nonce) !== asked.nonce.replace(/^(00)+/, ''))
    throw new TimestampFault('Its time stamp answers another question.')
  return bytes
}

const hexOf = (it: asn1js.Integer): string =>
  Buffer.from(it.valueBlock.valueHexView)
    .toString('hex')
    .replace(/^(00)+/, '')

const signedDataOf = (token: asn1js.BaseBlock): pkijs.SignedData =>
  new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: token }).content as asn1js.Sequence })

function infoOf(token: asn1js.BaseBlock): pkijs.TSTInfo {
  const inner = signedDataOf(token).encapContentInfo.eContent?.getValue()
  if (inner === undefined) throw new TimestampFault('Its time stamp is empty.')
  return pkijs.TSTInfo.fromBER(inner)
}

/** What a token says about a signature; undefined when it is about other bytes, or not whole. */
export async function readToken(token: asn1js.BaseBlock, signature: Uint8Array): Promise<StampSays | undefined> {
  try {
    const signed = signedDataOf(token)
    const whole = await signed.verify({ signer: 0, data: buffer(signature), checkChain: false })
    if (!whole) return undefined
    const { genTime } = infoOf(token)
    return { at: Temporal.Instant.fromEpochMilliseconds(genTime.getTime()), by: nameIn(signed) }
  } catch {
    return undefined
  }
}

const commonName = '2.5.4.3'
function nameIn(signed: pkijs.SignedData): string {
  const serial = (signed.signerInfos[0]?.sid as pkijs.IssuerAndSerialNumber | undefined)?.serialNumber
  const certificates = (signed.certificates ?? []).filter((it) => it instanceof pkijs.Certificate)
  const own = certificates.find((it) => serial !== undefined && it.serialNumber.isEqual(serial)) ?? certificates[0]
  const names = own?.subject.typesAndValues ?? []
  const name = names.find((it) => it.type === commonName) ?? names[0]
  return String(name?.value.valueBlock.value ?? 'An authority that does not say its name')
}
