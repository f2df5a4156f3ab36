import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'

/** From the architecture's page on speed: what a first visit loads, compressed. */
const limitBytes = 300_000

interface Chunk {
  file: string
  src?: string
  imports?: string[]
  dynamicImports?: string[]
}

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'dist/web')
let manifest: Record<string, Chunk>

beforeAll(async () => {
  // What an office serves; built here only where the sources changed since.
  await promisify(execFile)(process.execPath, [join(root, 'scripts/setup.mjs')])
  manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
}, 120_000)

/** A chunk and all it cannot do without. */
function needed(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of manifest[key]?.imports ?? []) needed(imported, seen)
  return seen
}

const sizeOf = async (keys: Iterable<string>) => {
  const files = new Set([...keys].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')))
  const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(folder, file))).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const keyOf = (end: string) => {
  const key = Object.keys(manifest).find((it) => it.endsWith(end))
  if (key === undefined) throw new Error(`Nothing in the build comes from ${end}.`)
  return key
}

const firstVisit = (page: string) =>
  new Set([...needed('index.html'), ...needed(keyOf('src/main/webApp.tsx')), ...needed(keyOf(page))])

test.each([
  'office/screens/today/TodayPage.tsx',
  'office/screens/door/SignInPage.tsx',
  'schedule/screens/BoardPage.tsx',
])('a first visit to %s stays under 300 kB of compressed JavaScript', async (page) => {
  expect(await sizeOf(firstVisit(page))).toBeLessThan(limitBytes)
})

test('no screen of a department is loaded before somebody goes there', () => {
  const first = [...firstVisit('office/screens/today/TodayPage.tsx')]
  const screens = Object.keys(manifest).filter((key) => /departments\/\w+\/screens\/.*Page\.tsx$/.test(key))
  expect(screens.length).toBeGreaterThan(15)
  expect(screens.filter((key) => first.includes(key))).toEqual(['src/departments/office/screens/today/TodayPage.tsx'])
})

test('a page asks no other server for anything', async () => {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  expect(page).not.toMatch(/https?:\/\//)
  const styles = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.css'))
  for (const file of styles) expect(await readFile(join(folder, file), 'utf8')).not.toMatch(/url\(["']?https?:/)
})
