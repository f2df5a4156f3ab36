import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { buffer, digest, sha256 } from './bytes.ts'
import { openKey, signingOf } from './algorithms.ts'
import { readToken, type StampSays } from './timestamp.ts'

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto as Crypto }))

const oid = {
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signedData: '1.2.840.113549.1.7.2',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
}

export interface SigningKey {
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array
  /** X.509, DER. */
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
}

/** The certificate is part of what is signed, so that it cannot be swapped for another of the same key (RFC 5035). */
const signingCertificate = (hash: ArrayBuffer) =>
  new asn1js.Sequence({
    value: [
      new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: hash })] })] }),
    ],
  })

/** DER orders the members of a set by their bytes, and the signature is over that order. */
const inDerOrder = (attributes: pkijs.Attribute[]): pkijs.Attribute[] =>
  attributes
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER(false)) }))
    .sort((a, b) => Buffer.compare(a.der, b.der))
    .map(({ attribute }) => attribute)

export type Stamp = (signature: Uint8Array) => Promise<Uint8Array>

/**
 * A detached CMS signature as PAdES baseline B-B wants it (ETSI EN 319 142-1): content type, message digest and
 * signing-certificate-v2 are signed; the time stands in the PDF. With `stamp` it carries a time stamp as well (B-T).
 */
export async function cadesSignature(data: Uint8Array, key: SigningKey, stamp?: Stamp): Promise<Uint8Array> {
  const certificate = pkijs.Certificate.fromBER(buffer(key.certificate))
  const { algorithm, hash } = signingOf(openKey(key.privateKey))
  const privateKey = await crypto.subtle.importKey('pkcs8', buffer(key.privateKey), algorithm, false, ['sign'])
  const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] })
  const attributes = inDerOrder([
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, new asn1js.OctetString({ valueHex: await digest(hash, data) })),
    attribute(oid.signingCertificateV2, signingCertificate(await sha256(key.certificate))),
  ])
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
  })
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    signerInfos: [signer],
    certificates: [certificate, ...key.chain.map((it) => pkijs.Certificate.fromBER(buffer(it)))],
  })
  await signed.sign(privateKey, 0, hash, buffer(data))
  if (stamp !== undefined) {
    const token = await stamp(new Uint8Array(signer.signature.valueBlock.valueHexView))
    const value = asn1js.fromBER(buffer(token)).result
    signer.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
      type: 1,
      attributes: [attribute(oid.timeStamp, value)],
    })
  }
  const content = new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER(false))
}

interface Read {
  readonly fits: boolean
  /** DER of the certificate it was signed with. */
  readonly certificate: Uint8Array
  /** What a time stamp authority says about when the signature existed, where one was asked and its word holds. */
  readonly stamp: StampSays | undefined
}

/** Whether a detached signature is over these bytes. Whose certificate it is, the caller decides. */
export async function readSignature(data: Uint8Array, der: Uint8Array): Promise<Read> {
  const content = pkijs.ContentInfo.fromBER(buffer(der))
  const signed = new pkijs.SignedData({ schema: content.content })
  const [certificate] = (signed.certificates ?? []) as pkijs.Certificate[]
  if (certificate === undefined) throw new Error('The signature carries no certificate.')
  const fits = await signed.verify({ signer: 0, data: buffer(data), checkChain: false }).catch(() => false)
  const [signer] = signed.signerInfos
  const token = signer?.unsignedAttrs?.attributes.find((it) => it.type === oid.timeStamp)?.values[0] as
    asn1js.BaseBlock | undefined
  return {
    fits,
    certificate: new Uint8Array(certificate.toSchema(true).toBER(false)),
    stamp: token && (await readToken(token, new Uint8Array(signer?.signature.valueBlock.valueHexView ?? []))),
  }
}
