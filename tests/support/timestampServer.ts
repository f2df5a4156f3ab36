import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

const oid = {
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signedData: '1.2.840.113549.1.7.2',
  timeStamping: '1.3.6.1.5.5.7.3.8',
}
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer as ArrayBuffer
const sha256 = (bytes: Uint8Array) => crypto.subtle.digest('SHA-256', buffer(bytes))

/** How the stand-in behaves: as it should, or in one of the ways such services fail. */
export type Mood = 'good' | 'refuses' | 'down' | 'nonsense' | 'wrong_hash' | 'wrong_nonce'

export interface TimestampServer {
  readonly host: string
  readonly url: string
  /** Its certificate, for a tool that checks tokens. */
  readonly pem: string
  readonly asked: { authorization: string | undefined }[]
  mood(next: Mood): void
  close(): void
}

/** A time stamp authority of our own (RFC 3161) on this machine, whose clock stands where the test says. */
export async function timestampServer(now: () => Temporal.Instant): Promise<TimestampServer> {
  x509.cryptoProvider.set(globalThis.crypto as Crypto)
  const keys = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '0a0b0c0d',
    name: [{ CN: ['Harbour Clock Authority'] }, { O: ['Harbour Clock'] }],
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2040-01-01'),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([oid.timeStamping], true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const der = new Uint8Array(certificate.rawData)
  let mood: Mood = 'good'
  const asked: TimestampServer['asked'] = []

  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      asked.push({ authorization: request.headers.authorization })
      if (mood === 'down') return void response.writeHead(503).end('closed for the night')
      if (mood === 'nonsense') return void response.writeHead(200).end('<html>welcome</html>')
      void answer(Buffer.concat(parts)).then((bytes) =>
        response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(bytes),
      )
    })
  })

  async function answer(bytes: Buffer): Promise<Buffer> {
    const asks = pkijs.TimeStampReq.fromBER(buffer(bytes))
    if (mood === 'refuses') {
      const status = new pkijs.PKIStatusInfo({
        status: 2,
        statusStrings: [new asn1js.Utf8String({ value: 'Your account has no stamps left' })],
      })
      return Buffer.from(new pkijs.TimeStampResp({ status }).toSchema().toBER(false))
    }
    const imprint = asks.messageImprint
    if (mood === 'wrong_hash') imprint.hashedMessage = new asn1js.OctetString({ valueHex: await sha256(bytes) })
    const info = new pkijs.TSTInfo({
      version: 1,
      policy: '1.3.6.1.4.1.13762.3',
      messageImprint: imprint,
      serialNumber: new asn1js.Integer({ value: asked.length }),
      genTime: new Date(now().epochMilliseconds),
      ...(asks.nonce && { nonce: mood === 'wrong_nonce' ? new asn1js.Integer({ value: 7 }) : asks.nonce }),
    })
    const content = new Uint8Array(info.toSchema().toBER(false))
    const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] })
    const parsed = pkijs.Certificate.fromBER(buffer(der))
    const signed = new pkijs.SignedData({
      version: 3,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({
        eContentType: oid.tstInfo,
        eContent: new asn1js.OctetString({ valueHex: buffer(content) }),
      }),
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({ issuer: parsed.issuer, serialNumber: parsed.serialNumber }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.tstInfo })),
              attribute(oid.messageDigest, new asn1js.OctetString({ valueHex: await sha256(content) })),
              attribute(
                oid.signingCertificateV2,
                new asn1js.Sequence({
                  value: [
                    new asn1js.Sequence({
                      value: [
                        new asn1js.Sequence({ value: [new asn1js.OctetString({ valueHex: await sha256(der) })] }),
                      ],
                    }),
                  ],
                }),
              ),
            ],
          }),
        }),
      ],
      certificates: [parsed],
    })
    await signed.sign(keys.privateKey, 0, 'SHA-256', buffer(content))
    const token = new pkijs.ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) })
    const status = new pkijs.PKIStatusInfo({ status: 0 })
    return Buffer.from(new pkijs.TimeStampResp({ status, timeStampToken: token }).toSchema().toBER(false))
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: `http://${host}/tsa`,
    pem: certificate.toString('pem'),
    asked,
    mood: (next) => {
      mood = next
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
