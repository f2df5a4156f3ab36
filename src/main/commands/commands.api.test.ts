import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useListening } from '../../../tests/support/listen.ts'
import { useOffice, type TestActor } from '../../../tests/support/office.ts'
import { endProcessesAfter, runOurs } from '../../../tests/support/processes.ts'
import { scratchFolder } from '../../../tests/support/scratch.ts'
import { createProduction } from '../../departments/productions/production.contract.ts'

const office = useOffice({ sample: true })
const listening = useListening(office)
endProcessesAfter()

const SCRIPT = resolve(import.meta.dirname, '../../../samples/scripts/harbour-light.fountain')
let folder: string
let ana: TestActor

beforeAll(async () => {
  folder = await scratchFolder('cli')
  ana = await office.as('coordinator')
  await ana.call(createProduction, { body: { code: 'OWN', title: 'Of our own', kind: 'commercial' } })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs `unitbase …` as a process, against the test office. */
async function unitbase(args: string[], env: Record<string, string | undefined> = {}) {
  const settings = {
    UNITBASE_URL: listening.url,
    UNITBASE_TOKEN: ana.token,
    UNITBASE_DATA: join(folder, 'data'),
    ...env,
  }
  const command = runOurs('src/main/cli.ts', args, settings)
  return { status: await command.ended(), said: command.said() }
}

test('a file is inspected without any office', async () => {
  const { status, said } = await unitbase(['inspect', SCRIPT, '--json'], { UNITBASE_TOKEN: undefined })
  expect(status).toBe(0)
  const found = JSON.parse(said) as { kind: string; format: string; scenes: { eighths: number }[]; warnings: unknown[] }
  expect(found).toMatchObject({ kind: 'script', format: 'fountain' })
  expect(found.scenes.length).toBeGreaterThan(10)
  expect(found.scenes.every(({ eighths }) => Number.isInteger(eighths))).toBe(true)
})

test.each([
  ['one that is not there', ['inspect', '/nowhere/a.fountain'], 1, /^There is no file \/nowhere\/a\.fountain\.\n$/],
  ['one that is a folder', ['inspect', tmpdir()], 1, /is not a file\.\n$/],
  ['none', ['inspect'], 2, /^The file to inspect is missing\.\n$/],
  ['a program', ['inspect', process.execPath], 1, /is larger than 64 MB|not a text file/],
])('inspecting %s is refused in words', async (_, args, code, words) => {
  const { status, said } = await unitbase(args)
  expect([status, said]).toEqual([code, expect.stringMatching(words)])
})

test('a script is looked at, imported, and written out again', async () => {
  const looked = await unitbase(['import', 'script', SCRIPT, '--production', 'own', '--dry-run', '--json'])
  expect([looked.status, JSON.parse(looked.said)]).toEqual([
    0,
    expect.objectContaining({ imported: false, format: 'fountain' }),
  ])

  const imported = await unitbase(['import', 'script', SCRIPT, '--production', 'OWN', '--add-cast'])
  expect(imported.said).toMatch(/Now the script of OWN: \d+ new, 0 changed, 0 omitted\.\n$/)
  expect(imported.status).toBe(0)

  const file = join(folder, 'out.fdx')
  const exported = await unitbase(['export', '--production', 'OWN', '--format', 'fdx', '--to', file])
  expect(exported).toEqual({ status: 0, said: expect.stringContaining(`is in ${file}`) })
  const again = await unitbase(['inspect', file, '--json'])
  const scenes = (text: string) =>
    (JSON.parse(text) as { scenes: { heading: string }[] }).scenes.map(({ heading }) => heading)
  expect(scenes(again.said)).toEqual(scenes((await unitbase(['inspect', SCRIPT, '--json'])).said))
  expect(await readFile(file, 'utf8')).toContain('<FinalDraft')
})

test('call sheets of a production without days say so', async () => {
  const { status, said } = await unitbase(['callsheet', 'list', '--production', 'OWN'])
  expect([status, said]).toEqual([0, 'OWN has no shooting days yet.\n'])
})

test(
  'CS-1 a call sheet is made, issued, saved and asked about from the command line',
  { timeout: 120_000 },
  async () => {
    const on = ['--production', 'HLT', '--date', '2026-05-13']
    const listed = await unitbase(['callsheet', 'list', '--production', 'HLT'])
    expect(listed.said).toMatch(/^2026-05-13 {2}Main unit: draft, call 11:00, /m)
    expect(listed.said).toMatch(/^2026-05-14 {2}Main unit: no sheet yet, 13 scenes$/m)
    const issued = await unitbase(['callsheet', 'publish', ...on])
    expect(issued).toEqual({ status: 0, said: 'Issued: 2026-05-13, issue 1 (White).\n' })
    const file = join(folder, 'day1.pdf')
    expect((await unitbase(['callsheet', 'pdf', ...on, '--to', file])).status).toBe(0)
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
    const asked = await unitbase(['callsheet', 'who', ...on])
    expect([asked.status, asked.said]).toEqual([0, expect.stringMatching(/: 0 of \d+ confirmed\n {2}/)])
    expect(asked.said).toMatch(/Ruth Adeyinka, 1st AD: queued/)
  },
)

test.each<[string, string[], RegExp, Record<string, string>?]>([
  [
    'an unknown production',
    ['export', '--production', 'XYZ'],
    /^No production here has the code XYZ\. There are: .*OWN.*\.\n$/,
  ],
  ['no token', ['export', '--production', 'OWN'], /^Set UNITBASE_TOKEN/, { UNITBASE_TOKEN: '' }],
  [
    'a wrong token',
    ['export', '--production', 'OWN'],
    /^Sign in, or bring an API token\.\n$/,
    { UNITBASE_TOKEN: 'nonsense' },
  ],
  [
    'nobody at home',
    ['export', '--production', 'OWN'],
    /does not answer\. Is it open\?\n$/,
    { UNITBASE_URL: 'http://127.0.0.1:9' },
  ],
  ['an unknown option', ['export', '--produktion', 'OWN'], /Unknown option '--produktion'/],
])('%s ends in plain words and status 1', async (_, args, words, env = {}) => {
  const { status, said } = await unitbase(args, env)
  expect([status, said]).toEqual([1, expect.stringMatching(words)])
})

test('a file that is no script is refused with what to do', async () => {
  const file = join(folder, 'photo.fountain')
  await writeFile(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
  const { status, said } = await unitbase(['import', 'script', file, '--production', 'OWN'])
  expect([status, said]).toEqual([1, expect.stringContaining('This is a picture, not a script.')])
})
