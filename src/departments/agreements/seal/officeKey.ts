import 'reflect-metadata'
import { X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import forge from 'node-forge'
import { openKey, rsa, signingOf } from './algorithms.ts'
import type { SigningKey } from './cades.ts'

x509.cryptoProvider.set(globalThis.crypto as Crypto)

const years = 10

/** A key and a certificate of the office's own: it says who sealed, and nobody else vouches for it. */
export async function makeKey(office: string, at: Temporal.Instant): Promise<SigningKey> {
  const keys = await crypto.subtle.generateKey(
    { ...rsa, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: Buffer.from(
      crypto.getRandomValues(new Uint8Array(16)).map((it, i) => (i === 0 ? it & 0x7f : it)),
    ).toString('hex'),
    name: [{ CN: [`${office} paper seal`] }, { O: [office] }],
    notBefore: new Date(at.subtract({ minutes: 5 }).epochMilliseconds),
    notAfter: new Date(at.add({ hours: 24 * 365 * years }).epochMilliseconds),
    keys,
    signingAlgorithm: rsa,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { privateKey, certificate: new Uint8Array(certificate.rawData), chain: [] }
}

const der = (asn1: forge.asn1.Asn1) => new Uint8Array(Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary'))

type Bag = forge.pkcs12.Bag

/** The library reads RSA; what it does not read it hands over as it stands, decrypted. */
const keyDer = ({ key, asn1 }: Bag): Uint8Array =>
  der(key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1)
const certificateDer = ({ cert, asn1 }: Bag): Uint8Array => der(cert ? forge.pki.certificateToAsn1(cert) : asn1)

/** A certificate of a trust service in the form they hand it out: PKCS #12. @throws Error with a sentence for people */
export function readP12(bytes: Uint8Array, password: string): SigningKey {
  const store = (() => {
    try {
      const asn1 = forge.asn1.fromDer(Buffer.from(bytes).toString('binary'))
      return forge.pkcs12.pkcs12FromAsn1(asn1, password)
    } catch {
      throw new Error('The file cannot be opened with this password, or is no .p12 or .pfx file.')
    }
  })()
  const bags = (type: string) => store.getBags({ bagType: type })[type] ?? []
  const { pkcs8ShroudedKeyBag, keyBag, certBag } = forge.pki.oids as Record<string, string>
  const [bag] = [...bags(pkcs8ShroudedKeyBag ?? ''), ...bags(keyBag ?? '')]
  if (bag === undefined) throw new Error('There is no key in this file.')
  const privateKey = keyDer(bag)
  const key = openKey(privateKey)
  signingOf(key)
  const certificates = bags(certBag ?? '').map(certificateDer)
  const own = certificates.find((it) => new X509Certificate(it).checkPrivateKey(key))
  if (own === undefined) throw new Error('There is no certificate for the key in this file.')
  return { privateKey, certificate: own, chain: certificates.filter((it) => it !== own) }
}
