import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Contrast is measured, not guessed: every ink on every ground it stands on (WCAG 2.2, 1.4.3 and 1.4.11). */

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')

const tokensIn = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name, value]))

const dark = css.slice(css.indexOf("='dark'"))
const light = tokensIn(css.slice(0, css.indexOf("='dark'")))
const themes = { light, dark: { ...light, ...tokensIn(dark) } }

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

const inks = ['ink', 'ink-2', 'ink-3', 'daylight', 'tungsten', 'stop', 'go']
const grounds = ['paper', 'desk', 'nav', 'raised']
const strips = ['int-day', 'ext-day', 'int-night', 'ext-night', 'dawn', 'move']
const revisions = ['white', 'blue', 'pink', 'yellow', 'green', 'goldenrod', 'buff', 'salmon', 'cherry'].map(
  (it) => `rev-${it}`,
)

const pairs: [string, string, number][] = [
  ...inks.flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...['tungsten', 'stop', 'go', 'daylight'].map((it): [string, string, number] => [it, `${it}-soft`, 4.5]),
  ...['ink', 'ink-2'].flatMap((ink) =>
    ['daylight', 'tungsten', 'stop', 'go'].map((it): [string, string, number] => [ink, `${it}-soft`, 4.5]),
  ),
  ...strips.flatMap((strip) => ['strip-ink', 'strip-ink-2'].map((ink): [string, string, number] => [ink, strip, 4.5])),
  ...revisions.map((revision): [string, string, number] => ['rev-ink', revision, 4.5]),
  ...['', '-2', '-tungsten', '-stop', '-daylight', '-go'].map((it): [string, string, number] => [
    `on-black${it}`,
    'daybreak',
    4.5,
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['control-line', 'paper', 3],
  ['daylight', 'paper', 3],
]

test.each(Object.entries(themes))('every ink reads on its ground in the %s theme', (_, tokens) => {
  const weak = pairs
    .map(([ink, ground, least]) => ({ ink, ground, least, is: contrast(tokens[ink] ?? '', tokens[ground] ?? '') }))
    .filter(({ is, least }) => !(is >= least))
    .map(({ ink, ground, is }) => `${ink} on ${ground}: ${is.toFixed(2)}`)
  expect(weak).toEqual([])
  expect(pairs.length).toBeGreaterThan(70)
})
