/**
 * Notes `[[ ]]` and struck text `/* * /` may run over lines, so they are taken out before lines are read.
 * Each leaves one private character behind; the reader puts it back where it stood.
 */
import { ASIDE } from '../marks.rules.ts'
import type { Aside, ScriptWarning } from '../screenplay.rules.ts'

export interface TakenAside extends Pick<Aside, 'text' | 'ownLine'> {
  readonly kind: 'note' | 'boneyard'
  readonly line: number
  readonly lastLine: number
}

export interface SourceLine {
  readonly raw: string
  readonly line: number
  readonly lastLine: number
}

const NEWLINE = 10

const newlines = (text: string, from: number, until: number): number => {
  let count = 0
  // Not by `indexOf`, which in a file of one line looks through to its end each time.
  for (let at = from; at < until; at += 1) if (text.charCodeAt(at) === NEWLINE) count += 1
  return count
}

/** Where struck text ends, by where it begins: pairs that balance, found in one pass, so that no file makes reading slow. */
function balanced(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const { 0: sign, index } of text.matchAll(/\/\*|\*\//g)) {
    if (sign === '/*') open.push(index)
    else {
      const from = open.pop()
      if (from !== undefined) ends.set(from, index + 2)
    }
  }
  return ends
}

interface Ends {
  readonly ofStruck: ReadonlyMap<number, number>
  /** Past these nothing is closed any more. */
  readonly lastStruck: number
  readonly lastNote: number
}

const endsIn = (text: string): Ends => ({
  ofStruck: balanced(text),
  lastStruck: text.lastIndexOf('*/'),
  lastNote: text.lastIndexOf(']]'),
})

/** End of struck text that starts at `from`. Struck text may stand inside struck text when it balances. */
function endOfStruck(text: string, from: number, { ofStruck, lastStruck }: Ends): number {
  if (from + 2 > lastStruck) return -1
  return ofStruck.get(from) ?? text.indexOf('*/', from + 2) + 2
}

/** End of a note; one that meets another note before it ends was never closed. */
function endOfNote(text: string, from: number, { lastNote }: Ends): number {
  if (from + 2 > lastNote) return -1
  const next = text.indexOf('[[', from + 2)
  const end = text.slice(from + 2, next < 0 ? undefined : next + 1).indexOf(']]')
  return end < 0 ? -1 : from + 2 + end + 2
}

/** A file with more faults than this is not read for the list of them. */
const MOST_WARNINGS = 200

/** Splits a source into lines without its asides, each knowing which lines of the file it covers. */
export function takeAsides(source: string): { lines: SourceLine[]; asides: TakenAside[]; warnings: ScriptWarning[] } {
  const text = source.replaceAll(ASIDE, '\uFFFD')
  const asides: TakenAside[] = []
  const warnings: ScriptWarning[] = []
  const lines: SourceLine[] = []
  let raw = ''
  let line = 1
  let started = 1
  const ends = endsIn(text)
  const addText = (until: number, from: number) => {
    const parts = text.slice(from, until).split('\n')
    raw += parts[0]
    for (const part of parts.slice(1)) {
      lines.push({ raw, line: started, lastLine: line })
      line += 1
      started = line
      raw = part
    }
  }
  const sign = /\/\*|\[\[/g
  let done = 0
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const note = match[0] === '[['
    const end = note ? endOfNote(text, match.index, ends) : endOfStruck(text, match.index, ends)
    if (end < 0) {
      if (warnings.length >= MOST_WARNINGS) continue
      const at = line + newlines(text, done, match.index)
      const what = note ? 'A note opens with [[ and is never closed' : 'Struck text opens with /* and is never closed'
      warnings.push({ line: at, message: `${what}. It is kept as text.` })
      continue
    }
    addText(match.index, done)
    const first = line
    line += newlines(text, match.index, end)
    const inner = text.slice(match.index + 2, end - 2)
    asides.push({ kind: note ? 'note' : 'boneyard', text: inner, line: first, lastLine: line })
    raw += ASIDE
    done = end
    sign.lastIndex = end
  }
  addText(text.length, done)
  lines.push({ raw, line: started, lastLine: line })
  return { lines, asides, warnings }
}
