import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import forge from 'node-forge'
import { timestampServer, type Mood, type TimestampServer } from '../../../../tests/support/timestampServer.ts'
import { ask } from '../../../platform/outbound/index.ts'
import { createPdf } from '../../../platform/pdf/index.ts'
import { makeKey } from './officeKey.ts'
import { readSeal, sealPdf } from './pdf.ts'
import { askFor, tokenIn } from './timestamp.ts'
import { TimestampFault } from './timestampFault.ts'

const run = promisify(execFile)
const has = (tool: string, ...args: string[]) =>
  run(tool, args).then(
    () => true,
    () => false,
  )
const [hasOpenssl, hasPdfsig] = [await has('openssl', 'version'), await has('pdfsig', '-v')]

const at = Temporal.Instant.from('2026-05-13T08:15:00Z')
const pdf = createPdf({ presses: 1 })
let tsa: TimestampServer
let sealed: Buffer
let token: Uint8Array
let signature: Uint8Array
beforeAll(async () => {
  tsa = await timestampServer(() => at.add({ seconds: 3 }))
  const paper = await pdf.render('specimen', {
    paper: 'a4',
    lang: 'en',
    title: 'Specimen',
    mark: 'v1',
    fill: '#ffffff',
    lines: ['One'],
  })
  sealed = await sealPdf(
    paper,
    await makeKey('Harbour Lane', at),
    { reason: 'Signed by everybody', office: 'Harbour Lane', at, attachments: [] },
    async (over) => {
      signature = over
      token = await stamped(over)
      return token
    },
  )
})
afterAll(async () => {
  tsa.close()
  await pdf.close()
})

async function stamped(over: Uint8Array): Promise<Uint8Array> {
  const asked = await askFor(over)
  const { body } = await ask({
    url: tsa.url,
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: asked.request,
    privateHosts: [tsa.host],
    plain: true,
  })
  return tokenIn(body, asked)
}

test('DO-5 the seal carries the authority’s time stamp and says when and by whom', async () => {
  expect(await readSeal(sealed)).toMatchObject({ isWhole: true, stamp: { by: 'Harbour Clock Authority' } })
  expect((await readSeal(sealed)).stamp?.at.toString()).toBe('2026-05-13T08:15:03Z')
})

test('DO-5 another library finds the token over exactly this signature', () => {
  const asn1 = forge.asn1.fromDer(Buffer.from(token).toString('binary'))
  const text = JSON.stringify(asn1)
  const hash = forge.md.sha256.create().update(Buffer.from(signature).toString('binary')).digest().getBytes()
  expect(text).toContain(JSON.stringify(hash).slice(1, -1))
  expect(sealed.toString('latin1')).toContain(Buffer.from(token).toString('hex'))
})

test.skipIf(!hasOpenssl)(
  'DO-5 openssl, where this machine has it, verifies the time stamp over the signature',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stamp-'))
    await writeFile(join(folder, 'token'), token)
    await writeFile(join(folder, 'signature'), signature)
    await writeFile(join(folder, 'other'), Buffer.from('something else'))
    await writeFile(join(folder, 'tsa.pem'), tsa.pem)
    const verify = (data: string) =>
      run('openssl', ['ts', '-verify', '-in', 'token', '-token_in', '-data', data, '-CAfile', 'tsa.pem'], {
        cwd: folder,
      })
    expect((await verify('signature')).stdout + (await verify('signature')).stderr).toContain('Verification: OK')
    await expect(verify('other')).rejects.toThrow('Command failed')
    await rm(folder, { recursive: true })
  },
)

test.skipIf(!hasPdfsig)('DO-5 pdfsig still calls the stamped signature valid and the document whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seal-'))
  await writeFile(join(folder, 'a.pdf'), sealed)
  const { stdout } = await run('pdfsig', ['-nocert', join(folder, 'a.pdf')])
  await rm(folder, { recursive: true })
  expect(stdout).toContain('Signature is Valid')
  expect(stdout).toContain('Total document signed')
})

const faults: [Mood, string][] = [
  ['refuses', 'It refused: Your account has no stamps left'],
  ['nonsense', 'What it sent is no time stamp'],
  ['wrong_hash', 'for something else'],
  ['wrong_nonce', 'answers another question'],
]
test.each(faults)('DO-5 an authority that is in the mood “%s” is not believed', async (mood, says) => {
  tsa.mood(mood)
  await expect(stamped(signature)).rejects.toThrow(says)
  await expect(stamped(signature)).rejects.toBeInstanceOf(TimestampFault)
  tsa.mood('good')
})
