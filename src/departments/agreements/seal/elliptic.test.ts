import 'reflect-metadata'
import { execFile } from 'node:child_process'
import { createHash, createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as x509 from '@peculiar/x509'
import forge from 'node-forge'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPdf } from '../../../platform/pdf/index.ts'
import { openKey, signingOf } from './algorithms.ts'
import { cadesSignature, readSignature, type SigningKey } from './cades.ts'
import { readP12 } from './officeKey.ts'
import { readSeal, sealPdf } from './pdf.ts'

const run = promisify(execFile)
const has = (tool: string, ...args: string[]) =>
  run(tool, args).then(
    () => true,
    () => false,
  )
const [hasOpenssl, hasPdfsig] = [await has('openssl', 'version'), await has('pdfsig', '-v')]
const at = Temporal.Instant.from('2026-05-13T08:15:00Z')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'elliptic-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function ownKey(namedCurve: 'P-256' | 'P-384', hash: string): Promise<SigningKey> {
  const algorithm = { name: 'ECDSA', namedCurve, hash }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '0102',
    name: 'CN=Harbour Lane',
    keys,
    signingAlgorithm: algorithm,
  })
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { privateKey, certificate: new Uint8Array(certificate.rawData), chain: [] }
}

/** The signed attributes and the signature over them, found by another library than the one that wrote them. */
function takenApart(cms: Uint8Array) {
  const content = forge.asn1.fromDer(Buffer.from(cms).toString('binary'))
  const signedData = (content.value as forge.asn1.Asn1[])[1]!.value as forge.asn1.Asn1[]
  const parts = signedData[0]!.value as forge.asn1.Asn1[]
  const signer = (parts.at(-1)!.value as forge.asn1.Asn1[])[0]!.value as forge.asn1.Asn1[]
  const at = signer.findIndex((it) => it.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC)
  const set = { ...signer[at]!, tagClass: forge.asn1.Class.UNIVERSAL, type: forge.asn1.Type.SET }
  const bytes = (text: string) => Buffer.from(text, 'binary')
  return {
    attributes: bytes(forge.asn1.toDer(set as forge.asn1.Asn1).getBytes()),
    signature: bytes(signer[at + 2]!.value as string),
  }
}

describe('DO-5 a seal by a key on an elliptic curve', () => {
  test.each([
    ['P-256', 'SHA-256', 'sha256'],
    ['P-384', 'SHA-384', 'sha384'],
  ] as const)(
    'DO-5 %s signs with %s, and another library finds signature and digest right',
    async (curve, hash, node) => {
      const key = await ownKey(curve, hash)
      const data = Buffer.from('What everybody signed')
      const cms = await cadesSignature(data, key)
      const { attributes, signature } = takenApart(cms)
      expect(verify(node, attributes, new X509Certificate(key.certificate).publicKey, signature)).toBe(true)
      expect(attributes.includes(createHash(node).update(data).digest())).toBe(true)
      attributes[attributes.length - 1]! ^= 1
      expect(verify(node, attributes, new X509Certificate(key.certificate).publicKey, signature)).toBe(false)
      expect((await readSignature(data, cms)).fits).toBe(true)
      expect((await readSignature(Buffer.from('Something else'), cms)).fits).toBe(false)
    },
  )

  test('DO-5 a key nobody may be able to verify is refused with its name', () => {
    const pkcs8 = { format: 'der', type: 'pkcs8' } as const
    const curve = generateKeyPairSync('ec', { namedCurve: 'secp521r1' }).privateKey.export(pkcs8)
    expect(() => signingOf(openKey(curve))).toThrow('ec secp521r1')
    const edwards = generateKeyPairSync('ed25519').privateKey.export(pkcs8)
    expect(() => signingOf(openKey(edwards))).toThrow('ed25519')
  })
})

/** A .p12 as a trust service hands it out, made by openssl. */
async function p12Of(curve: string): Promise<Buffer> {
  const [key, certificate, file] = ['key.pem', 'cert.pem', 'own.p12'].map((it) => join(folder, `${curve}-${it}`)) as [
    string,
    string,
    string,
  ]
  await run('openssl', ['ecparam', '-name', curve, '-genkey', '-noout', '-out', key])
  const subject = ['-subj', '/CN=Harbour Lane', '-days', '400']
  await run('openssl', ['req', '-new', '-x509', '-key', key, '-out', certificate, ...subject])
  await run('openssl', ['pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', file, '-passout', 'pass:open'])
  return readFile(file)
}

describe.skipIf(!hasOpenssl)('DO-5 an elliptic certificate of a trust service', () => {
  const pdf = createPdf({ presses: 1 })
  afterAll(() => pdf.close())

  test.each(['prime256v1', 'secp384r1'])(
    'DO-5 %s comes in as PKCS #12, seals a paper, and pdfsig, where this machine has it, calls it valid and whole',
    async (curve) => {
      const file = await p12Of(curve)
      expect(() => readP12(file, 'shut')).toThrow(/password/)
      const key = readP12(file, 'open')
      expect(createPublicKey(openKey(key.privateKey)).equals(new X509Certificate(key.certificate).publicKey)).toBe(true)
      const facts = { paper: 'a4', lang: 'en', title: 'Specimen', mark: 'v1', fill: '#ffffff', lines: ['One'] } as const
      const paper = await pdf.render('specimen', { ...facts, lines: [...facts.lines] })
      const sealed = await sealPdf(paper, key, {
        reason: 'Signed by everybody',
        office: 'Harbour Lane',
        at,
        attachments: [],
      })
      expect(await readSeal(sealed)).toMatchObject({ isSigned: true, isWhole: true })
      const changed = Buffer.from(sealed)
      changed[4000]! ^= 1
      expect((await readSeal(changed)).isWhole).toBe(false)
      if (!hasPdfsig) return
      const path = join(folder, `${curve}.pdf`)
      await writeFile(path, sealed)
      const { stdout } = await run('pdfsig', ['-nocert', path])
      expect(stdout).toContain('Signature is Valid')
      expect(stdout).toContain('Total document signed')
    },
  )

  test('DO-5 a curve that is not taken is named when its certificate is brought', async () => {
    const file = await p12Of('secp521r1')
    expect(() => readP12(file, 'open')).toThrow('ec secp521r1')
  })
})
