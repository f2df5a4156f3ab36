import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import forge from 'node-forge'
import { createPdf } from '../../../platform/pdf/index.ts'
import type { SigningKey } from './cades.ts'
import { pemOf } from './certificate.ts'
import { makeKey, readP12 } from './officeKey.ts'
import { readSeal, sealPdf } from './pdf.ts'

const pdf = createPdf({ presses: 1 })
const at = Temporal.Instant.from('2026-05-13T08:15:00Z')
let key: SigningKey
let sealed: Buffer
beforeAll(async () => {
  const paper = await pdf.render('specimen', {
    paper: 'a4',
    lang: 'en',
    title: 'Specimen',
    mark: 'v1',
    fill: '#ffffff',
    lines: ['One'],
  })
  key = await makeKey('Harbour Lane', at)
  sealed = await sealPdf(paper, key, {
    reason: 'Signed by everybody',
    office: 'Harbour Lane',
    at,
    attachments: [{ name: 'a.json', mediaType: 'application/json', bytes: Buffer.from('{}'), about: 'x' }],
  })
})
afterAll(() => pdf.close())

/** The signature taken apart by another library than the one that made it. */
function takenApart(bytes: Buffer) {
  const text = bytes.toString('latin1')
  const [, , first = 0, second = 0, length = 0] = (
    /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/.exec(text) ?? []
  ).map(Number)
  const data = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, second + length)])
  const der = Buffer.from(text.slice(first + 1, second - 1), 'hex').toString('binary')
  const content = forge.asn1.fromDer(der, { strict: false, parseAllBytes: false } as never)
  const signedData = (content.value as forge.asn1.Asn1[])[1]!.value as forge.asn1.Asn1[]
  const parts = signedData[0]!.value as forge.asn1.Asn1[]
  const certificate = forge.pki.certificateFromAsn1((parts[3]!.value as forge.asn1.Asn1[])[0]!)
  const signer = (parts.at(-1)!.value as forge.asn1.Asn1[])[0]!.value as forge.asn1.Asn1[]
  const attributes = signer.find(
    (it) => it.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC && (it.type as number) === 0,
  )!
  const signature = signer.at(-1)!.value as string
  return { data, certificate, attributes, signature, covers: first + length === bytes.length - (second - first) }
}

const oidOf = (attribute: forge.asn1.Asn1) =>
  forge.asn1.derToOid((attribute.value as forge.asn1.Asn1[])[0]!.value as string)

const valueOf = (attributes: forge.asn1.Asn1, oid: string): forge.asn1.Asn1 => {
  const found = (attributes.value as forge.asn1.Asn1[]).find((it) => oidOf(it) === oid)!
  return ((found.value as forge.asn1.Asn1[])[1]!.value as forge.asn1.Asn1[])[0]!
}

const sha256 = (bytes: Buffer | string) =>
  forge.md.sha256
    .create()
    .update(typeof bytes === 'string' ? bytes : bytes.toString('binary'))
    .digest()
    .getBytes()

describe('DO-5 the seal', () => {
  test('DO-5 another library finds digest, signature and certificate hash right, as PAdES baseline asks', () => {
    const { data, certificate, attributes, signature, covers } = takenApart(sealed)
    expect(covers).toBe(true)
    expect(valueOf(attributes, '1.2.840.113549.1.9.4').value).toBe(sha256(data))
    const set = { ...attributes, tagClass: forge.asn1.Class.UNIVERSAL, type: forge.asn1.Type.SET }
    const signed = sha256(forge.asn1.toDer(set as forge.asn1.Asn1).getBytes())
    expect((certificate.publicKey as forge.pki.rsa.PublicKey).verify(signed, signature)).toBe(true)
    const inner = JSON.stringify(valueOf(attributes, '1.2.840.113549.1.9.16.2.47'))
    const own = sha256(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes())
    expect(inner).toContain(JSON.stringify(own).slice(1, -1))
    const oids = (attributes.value as forge.asn1.Asn1[]).map(oidOf)
    expect(oids).not.toContain('1.2.840.113549.1.9.5') // the time stands in the PDF, not among the signed attributes
    expect(sealed.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached')
  })

  test('DO-5 the other library sees a changed byte, and so do we', async () => {
    for (const where of [100, 4000, sealed.length - 40]) {
      const changed = Buffer.from(sealed)
      changed[where]! ^= 1
      const { data, attributes } = takenApart(changed)
      expect(valueOf(attributes, '1.2.840.113549.1.9.4').value).not.toBe(sha256(data))
      expect((await readSeal(changed)).isWhole).toBe(false)
    }
  })

  test('DO-5 what was added after the seal is seen, and a file without one is no forgery', async () => {
    expect(await readSeal(sealed)).toMatchObject({ isSigned: true, isWhole: true })
    expect((await readSeal(Buffer.concat([sealed, Buffer.from('\n%%EOF')]))).why).toContain('does not cover')
    expect(await readSeal(Buffer.from('%PDF-1.7 nothing'))).toMatchObject({ isSigned: false })
    expect(await readSeal(Buffer.from('<svg/>'))).toMatchObject({ isSigned: false, why: 'This is not a PDF.' })
  })

  test('DO-5 a certificate of a trust service comes in as PKCS #12, and a wrong password is said', async () => {
    const pem = pemOf(key.certificate)
    const rsa = forge.pki.privateKeyFromAsn1(
      forge.asn1.fromDer(
        (forge.asn1.fromDer(Buffer.from(key.privateKey).toString('binary')).value as forge.asn1.Asn1[])[2]!
          .value as string,
      ),
    )
    const p12 = Buffer.from(
      forge.asn1
        .toDer(forge.pkcs12.toPkcs12Asn1(rsa, [forge.pki.certificateFromPem(pem)], 'open', { algorithm: '3des' }))
        .getBytes(),
      'binary',
    )
    expect(Buffer.from(readP12(p12, 'open').certificate).equals(Buffer.from(key.certificate))).toBe(true)
    expect(() => readP12(p12, 'shut')).toThrow(/password/)
    expect(() => readP12(Buffer.from('nothing'), 'open')).toThrow(/password/)
  })
})

const run = promisify(execFile)
const hasPdfsig = await run('pdfsig', ['-v']).then(
  () => true,
  () => false,
)

test.skipIf(!hasPdfsig)(
  'DO-5 pdfsig, where this machine has it, calls the signature valid and the document whole',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seal-'))
    await writeFile(join(folder, 'a.pdf'), sealed)
    const { stdout } = await run('pdfsig', ['-nocert', join(folder, 'a.pdf')])
    await rm(folder, { recursive: true })
    expect(stdout).toContain('Signature is Valid')
    expect(stdout).toContain('Total document signed')
    expect(stdout).toContain('ETSI.CAdES.detached')
  },
)
