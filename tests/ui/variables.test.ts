import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** A colour or measure that nobody defines is silently none: a line that is not drawn, text in the ink of its parent. */

const root = new URL('../../src/', import.meta.url)
const files = globSync('**/*.css', { cwd: root })
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8')
const definedIn = (text: string) => [...text.matchAll(/(--[a-z0-9-]+)\s*:/g)].map(([, name]) => name ?? '')

const house = definedIn(textOf('ui/tokens.css'))
const kit = definedIn(textOf('platform/outside/assets/theme.css'))
/** Given to one element by its component: `style={{ '--tone': … }}`. */
const given = globSync('**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
  [...textOf(file).matchAll(/['"`](--[a-z0-9-]+)['"`:]/g)].map(([, name]) => name ?? ''),
)

test('every variable a style reads is defined', () => {
  const lost = files.flatMap((file) => {
    const text = textOf(file)
    const known = new Set([...house, ...kit, ...given, ...definedIn(text)])
    return [...text.matchAll(/var\((--[a-z0-9-]+)\)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !known.has(name) && !name.startsWith('--mantine'))
      .map((name) => `${file}: ${name}`)
  })
  expect(lost).toEqual([])
  expect(files.length).toBeGreaterThan(50)
})
