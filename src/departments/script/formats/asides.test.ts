import { expect, test } from 'vitest'
import { takeAsides } from './asides.ts'

const taken = (text: string) => takeAsides(text).asides.map((it) => `${it.kind} ${it.line}-${it.lastLine} ${it.text}`)

test.each([
  ['a note', 'He goes [[why?]] home.', ['note 1-1 why?']],
  ['a note over two lines', 'A [[one\ntwo]] B', ['note 1-2 one\ntwo']],
  ['struck text in struck text', '/* a /* b */ c */ d', ['boneyard 1-1  a /* b */ c ']],
  ['struck text that does not balance ends at the first end', '/* a /* b */ c', ['boneyard 1-1  a /* b ']],
  ['a note that meets another was never closed', '[[ a [[b]]', ['note 1-1 b']],
  ['a note of two brackets too many', '[[a]]]', ['note 1-1 a']],
  ['a slash that closes and opens', '**/* a */', ['boneyard 1-1  a ']],
  ['an end without a beginning', '*/ a', []],
])('ST-9 %s', (_, text, asides) => expect(taken(text)).toEqual(asides))

test('ST-9 what is never closed is said with its line and kept as text', () => {
  const { warnings, lines } = takeAsides('one\ntwo /* three\n[[ four')
  expect(warnings.map(({ line }) => line)).toEqual([2, 3])
  expect(lines.map(({ raw }) => raw)).toEqual(['one', 'two /* three', '[[ four'])
})

test.each([
  ['openings of struck text', '/* '],
  ['openings of notes', '[[ '],
  ['struck text that never balances', '/* /* */ '],
  ['a slash that closes and opens', '**/*'],
])('ST-9 a large file of nothing but %s is read at once', (_, text) => {
  const { lines, warnings } = takeAsides(`${text.repeat(200_000)}${'[[ x '.repeat(50_000)}]]`)
  expect(lines).toHaveLength(1)
  expect(warnings.length).toBeLessThanOrEqual(200)
})
